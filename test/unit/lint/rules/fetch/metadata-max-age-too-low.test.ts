import { cases } from '../../cases'

cases('metadata-max-age-too-low', {
  file: 'consumer.properties',
  fires: [
    ['metadata.max.age.ms=9999', 'metadata.max.age.ms'],
    ['metadata.max.age.ms=500', 'metadata.max.age.ms', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nmetadata.max.age.ms=500', 'metadata.max.age.ms'],
    ['sasl.mechanisms=PLAIN\ntopic.metadata.refresh.interval.ms=500', 'topic.metadata.refresh.interval.ms'],
  ],
  silent: [
    'metadata.max.age.ms=10000',
    'metadata.max.age.ms=${A}',
    'metadata.max.age.ms=50',
    'sasl.mechanisms=PLAIN\ntopic.metadata.refresh.interval.ms=-1',
    'sasl.mechanisms=PLAIN\ntopic.metadata.refresh.interval.ms=10000',
    'topic.metadata.refresh.interval.ms=10',
  ],
  says: [
    [
      'metadata.max.age.ms=500',
      'metadata.max.age.ms 500 is below 10,000: every client asks the brokers for metadata that often.',
      'info',
    ],
  ],
  fixes: [['metadata.max.age.ms=500', ['Set metadata.max.age.ms to 300000']]],
})
