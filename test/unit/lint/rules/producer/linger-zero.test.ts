import { cases } from '../../cases'

cases('linger-zero', {
  file: 'producer.properties',
  fires: [
    ['linger.ms=0', 'linger.ms'],
    ['sasl.mechanisms=PLAIN\nlinger.ms=0', 'linger.ms', { kafkaVersion: '3.9' }],
  ],
  silent: ['linger.ms=1', 'linger.ms=${L}', 'acks=all'],
  says: [
    [
      'linger.ms=0',
      'linger.ms is 0: under little load each record goes alone; since Kafka 4.0 the default is 5.',
      'hint',
    ],
  ],
  fixes: [['linger.ms=0', ['Set linger.ms to 5']]],
})
