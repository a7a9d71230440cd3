import { cases } from '../../cases'

cases('allow-auto-create-topics', {
  file: 'consumer.properties',
  fires: [
    ['allow.auto.create.topics=true', 'allow.auto.create.topics'],
    [
      'sasl.mechanisms=PLAIN\nallow.auto.create.topics=true',
      'allow.auto.create.topics',
      { kafkaVersion: '2.3' },
    ],
  ],
  silent: ['allow.auto.create.topics=false', 'allow.auto.create.topics=${A}', 'client.id=a'],
  says: [
    [
      'allow.auto.create.topics=true',
      'allow.auto.create.topics is true: a misspelt name becomes a new, empty topic.',
      'hint',
    ],
  ],
  fixes: [['allow.auto.create.topics=true', ['Set allow.auto.create.topics to false']]],
})
