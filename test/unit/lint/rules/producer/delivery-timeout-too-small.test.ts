import { cases } from '../../cases'

cases('delivery-timeout-too-small', {
  file: 'producer.properties',
  fires: [
    ['delivery.timeout.ms=30004', 'delivery.timeout.ms'],
    ['delivery.timeout.ms=29999', 'delivery.timeout.ms', { kafkaVersion: '3.9' }],
    ['sasl.mechanisms=PLAIN\nqueue.buffering.max.ms=100\nmessage.timeout.ms=100', 'message.timeout.ms'],
    ['linger.ms=100\nrequest.timeout.ms=60000\ndelivery.timeout.ms=60099', 'delivery.timeout.ms'],
  ],
  silent: [
    'delivery.timeout.ms=30005',
    ['delivery.timeout.ms=30000', { kafkaVersion: '3.9' }],
    // Raised with a warning where it is not written.
    'request.timeout.ms=200000',
    'linger.ms=${L}\ndelivery.timeout.ms=1000',
    'sasl.mechanisms=PLAIN\ndelivery.timeout.ms=1000',
    'sasl.mechanisms=PLAIN\nqueue.buffering.max.ms=100\nmessage.timeout.ms=101',
    // No limit, and a default that is shortened.
    'sasl.mechanisms=PLAIN\nqueue.buffering.max.ms=100\nmessage.timeout.ms=0',
    'sasl.mechanisms=PLAIN\nmessage.timeout.ms=3',
  ],
  says: [
    [
      'linger.ms=100\ndelivery.timeout.ms=30000',
      'delivery.timeout.ms 30,000 is below linger.ms 100 + request.timeout.ms 30,000 (default in Kafka 4.3) = 30,100: the producer refuses to start.',
      'error',
    ],
    [
      'sasl.mechanisms=PLAIN\nqueue.buffering.max.ms=200\nmessage.timeout.ms=150',
      'message.timeout.ms 150 is not above queue.buffering.max.ms 200: the producer refuses to start.',
      'error',
    ],
  ],
  fixes: [
    ['linger.ms=100\ndelivery.timeout.ms=30000', ['Set delivery.timeout.ms to 30100']],
    ['sasl.mechanisms=PLAIN\nlinger.ms=200\nmessage.timeout.ms=150', ['Set message.timeout.ms to 300000']],
  ],
})
