import { parsedSnapshot } from '../../snapshots'
import { cases } from '../../cases'

cases('session-timeout-outside-default-broker-range', {
  file: 'consumer.properties',
  fires: [
    ['session.timeout.ms=5999', 'session.timeout.ms'],
    ['session.timeout.ms=1800001', 'session.timeout.ms'],
    ['session.timeout.ms=300001', 'session.timeout.ms', { kafkaVersion: '2.2' }],
    ['sasl.mechanisms=PLAIN\nsession.timeout.ms=5000', 'session.timeout.ms'],
    ['session.timeout.ms=5000', 'session.timeout.ms', { snapshot: parsedSnapshot({}) }],
  ],
  silent: [
    'session.timeout.ms=6000',
    'session.timeout.ms=1800000',
    ['session.timeout.ms=300001', { kafkaVersion: '2.3' }],
    'group.protocol=consumer\nsession.timeout.ms=5000',
    [
      'session.timeout.ms=5000',
      { snapshot: parsedSnapshot({ broker: { 'group.min.session.timeout.ms': '1000' } }) },
    ],
  ],
  says: [
    [
      'session.timeout.ms=5000',
      'session.timeout.ms 5,000 is below 6,000, the default of group.min.session.timeout.ms: unless the brokers allow less, they refuse the member.',
      'warning',
    ],
  ],
  fixes: [['session.timeout.ms=2000000', ['Set session.timeout.ms to 1800000']]],
})
