import { cases } from '../../cases'

cases('exclude-internal-topics-false', {
  file: 'consumer.properties',
  fires: [
    ['exclude.internal.topics=false', 'exclude.internal.topics'],
    ['exclude.internal.topics=FALSE', 'exclude.internal.topics', { kafkaVersion: '2.0' }],
  ],
  silent: ['exclude.internal.topics=true', 'exclude.internal.topics=${E}', 'client.id=a'],
  says: [
    [
      'exclude.internal.topics=false',
      "exclude.internal.topics is false: a subscription by pattern may take in Kafka's internal topics.",
      'hint',
    ],
  ],
  fixes: [['exclude.internal.topics=false', ['Delete exclude.internal.topics']]],
})
