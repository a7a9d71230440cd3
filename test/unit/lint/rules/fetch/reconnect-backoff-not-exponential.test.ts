import { cases } from '../../cases'

cases('reconnect-backoff-not-exponential', {
  file: 'consumer.properties',
  fires: [
    ['reconnect.backoff.ms=500', 'reconnect.backoff.ms'],
    ['reconnect.backoff.ms=50', 'reconnect.backoff.ms', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'reconnect.backoff.ms=500\nreconnect.backoff.max.ms=1000',
    'reconnect.backoff.ms=500\nreconnect.backoff.max.ms=${MAX}',
    'reconnect.backoff.max.ms=5000',
    'reconnect.backoff.ms=${B}',
    'sasl.mechanisms=PLAIN\nreconnect.backoff.ms=500',
  ],
  says: [
    [
      'reconnect.backoff.ms=500',
      'reconnect.backoff.ms is set without reconnect.backoff.max.ms: the client then pauses 500 ms each time, however long the broker is gone.',
      'info',
    ],
  ],
  fixes: [
    ['reconnect.backoff.ms=500', ['Add reconnect.backoff.max.ms=1000']],
    ['reconnect.backoff.ms=5000', ['Add reconnect.backoff.max.ms=5000']],
  ],
})
