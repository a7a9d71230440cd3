import { cases } from '../../cases'

cases('retry-backoff-exceeds-max', {
  file: 'consumer.properties',
  fires: [
    ['retry.backoff.ms=1001', 'retry.backoff.ms'],
    ['retry.backoff.max.ms=0', 'retry.backoff.max.ms', { kafkaVersion: '3.7' }],
    ['sasl.mechanisms=PLAIN\nretry.backoff.ms=2000', 'retry.backoff.ms'],
  ],
  silent: [
    'retry.backoff.ms=1000',
    'retry.backoff.ms=2000\nretry.backoff.max.ms=2000',
    'retry.backoff.ms=2000\nretry.backoff.max.ms=${M}',
    ['retry.backoff.ms=2000', { kafkaVersion: '3.6' }],
  ],
  says: [
    [
      'retry.backoff.ms=2000',
      'retry.backoff.ms 2,000 is above retry.backoff.max.ms 1,000 (default in Kafka 4.3): the pause does not grow from one retry to the next.',
      'info',
    ],
  ],
  fixes: [['retry.backoff.ms=2000', ['Add retry.backoff.max.ms=2000']]],
})
