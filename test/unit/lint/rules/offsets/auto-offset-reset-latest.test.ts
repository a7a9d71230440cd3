import { cases } from '../../cases'

cases('auto-offset-reset-latest', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092',
  fires: [
    ['auto.offset.reset=latest', 'auto.offset.reset'],
    ['group.id=orders', 'group.id', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nauto.offset.reset=largest', 'auto.offset.reset'],
  ],
  silent: [
    'client.id=a',
    'group.id=orders\nauto.offset.reset=earliest',
    'group.id=orders\nauto.offset.reset=by_duration:P1D',
    'group.id=orders\nauto.offset.reset=${R}',
    'group.id=',
  ],
  says: [
    [
      'auto.offset.reset=latest',
      'auto.offset.reset is latest: records written to a new partition before the group sees it are skipped.',
      'hint',
    ],
  ],
  fixes: [
    ['group.id=orders', ['Add auto.offset.reset=earliest']],
    ['auto.offset.reset=latest', ['Set auto.offset.reset to earliest']],
  ],
})
