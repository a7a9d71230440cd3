import { cases } from '../../cases'

cases('broker-session-range-inverted', {
  file: 'server.properties',
  fires: [
    ['group.max.session.timeout.ms=5999', 'group.max.session.timeout.ms'],
    ['group.min.session.timeout.ms=300001', 'group.min.session.timeout.ms', { kafkaVersion: '2.2' }],
  ],
  silent: [
    'group.max.session.timeout.ms=6000',
    'group.min.session.timeout.ms=300001',
    'group.min.session.timeout.ms=${MIN}\ngroup.max.session.timeout.ms=1000',
  ],
  says: [
    [
      'group.max.session.timeout.ms=5000',
      'group.max.session.timeout.ms 5,000 is below group.min.session.timeout.ms 6,000 (default in Kafka 4.3): no member can join a group.',
      'error',
    ],
  ],
  fixes: [
    [
      'group.max.session.timeout.ms=5000\ngroup.min.session.timeout.ms=9000',
      ['Set group.max.session.timeout.ms to 9000'],
    ],
    ['group.max.session.timeout.ms=5000', ['Set group.max.session.timeout.ms to 6000']],
  ],
})
