import { cases } from '../../cases'

cases('session-timeout-low', {
  file: 'consumer.properties',
  fires: [
    ['session.timeout.ms=6000', 'session.timeout.ms'],
    ['session.timeout.ms=9999', 'session.timeout.ms', { kafkaVersion: '2.8' }],
    ['sasl.mechanisms=PLAIN\nsession.timeout.ms=8000', 'session.timeout.ms'],
  ],
  silent: [
    'session.timeout.ms=5999',
    'session.timeout.ms=10000',
    'group.protocol=consumer\nsession.timeout.ms=7000',
  ],
  says: [
    [
      'session.timeout.ms=6000',
      'session.timeout.ms 6,000 is below 10,000: a long garbage collection or a slow network already ends the session and rebalances the group.',
      'hint',
    ],
  ],
  fixes: [['session.timeout.ms=6000', ['Set session.timeout.ms to 45000']]],
})
