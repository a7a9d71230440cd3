import { cases } from '../../cases'

cases('static-membership-invalid-id', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092\ngroup.id=orders\nsession.timeout.ms=180000',
  fires: [
    ['group.instance.id=a b', 'group.instance.id'],
    ['group.instance.id=.', 'group.instance.id', { kafkaVersion: '2.3' }],
    [`group.instance.id=${'x'.repeat(250)}`, 'group.instance.id'],
    ['sasl.mechanisms=PLAIN\ngroup.instance.id=a/b', 'group.instance.id'],
  ],
  silent: [
    'group.instance.id=orders-1_a.b',
    `group.instance.id=${'x'.repeat(249)}`,
    'group.instance.id=${POD NAME}',
    'group.instance.id=',
    'group.instance.id=...',
  ],
  says: [
    [
      'group.instance.id=orders/1',
      'group.instance.id "orders/1" is no valid name: Kafka takes 1 to 249 letters, digits, dots, underscores and hyphens.',
      'error',
    ],
  ],
  fixes: [
    ['group.instance.id=orders / 1', ['Set group.instance.id to orders-1']],
    ['group.instance.id=..', ['Set group.instance.id to instance']],
  ],
})
