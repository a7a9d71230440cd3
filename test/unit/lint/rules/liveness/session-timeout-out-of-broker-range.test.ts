import { parsedSnapshot } from '../../snapshots'
import { cases } from '../../cases'

const snapshot = parsedSnapshot({
  broker: { 'group.min.session.timeout.ms': 10000, 'group.max.session.timeout.ms': '60000' },
})

cases('session-timeout-out-of-broker-range', {
  file: 'consumer.properties',
  options: { snapshot },
  fires: [
    ['session.timeout.ms=9999', 'session.timeout.ms'],
    ['session.timeout.ms=60001', 'session.timeout.ms'],
    ['sasl.mechanisms=PLAIN\nsession.timeout.ms=61000', 'session.timeout.ms'],
  ],
  silent: [
    'session.timeout.ms=10000',
    'session.timeout.ms=60000',
    'group.protocol=consumer\nsession.timeout.ms=5000',
    ['session.timeout.ms=5000', { snapshot: null }],
    ['session.timeout.ms=5000', { snapshot: parsedSnapshot({}) }],
  ],
  says: [
    [
      'session.timeout.ms=61000',
      'session.timeout.ms 61,000 is above group.max.session.timeout.ms 60,000 of the cluster: it refuses the member.',
      'error',
    ],
  ],
  fixes: [['session.timeout.ms=7000', ['Set session.timeout.ms to 10000']]],
})
