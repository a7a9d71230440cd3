import { cases } from '../../cases'

cases('static-membership-short-session', {
  file: 'consumer.properties',
  fires: [
    ['group.instance.id=a', 'group.instance.id'],
    ['group.instance.id=${POD_NAME}', 'group.instance.id'],
    ['group.instance.id=a\nsession.timeout.ms=45000', 'group.instance.id', { kafkaVersion: '2.3' }],
    ['sasl.mechanisms=PLAIN\ngroup.instance.id=a', 'group.instance.id'],
  ],
  silent: [
    'group.instance.id=a\nsession.timeout.ms=45001',
    'group.instance.id=a\nsession.timeout.ms=${S}',
    'group.protocol=consumer\ngroup.instance.id=a',
    'session.timeout.ms=10000',
  ],
  says: [
    [
      'group.instance.id=a',
      'group.instance.id makes the member static, but with session.timeout.ms 45,000 (default in Kafka 4.3) a restart that takes longer rebalances the group all the same.',
      'info',
    ],
  ],
  fixes: [['group.instance.id=a', ['Add session.timeout.ms=180000']]],
})
