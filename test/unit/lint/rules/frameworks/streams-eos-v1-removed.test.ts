import { cases } from '../../cases'

cases('streams-eos-v1-removed', {
  file: 'streams.properties',
  head: 'application.id=app\nbootstrap.servers=kafka-1:9092,kafka-2:9092',
  fires: [
    ['processing.guarantee=exactly_once', 'processing.guarantee'],
    ['processing.guarantee=exactly_once_beta', 'processing.guarantee', { kafkaVersion: '3.0' }],
  ],
  silent: [
    'processing.guarantee=exactly_once_v2',
    'processing.guarantee=at_least_once',
    'processing.guarantee=${G}',
    ['processing.guarantee=exactly_once', { kafkaVersion: '2.8' }],
  ],
  says: [
    [
      'processing.guarantee=exactly_once',
      'processing.guarantee=exactly_once is gone since Kafka 4.0: the application refuses to start; it is exactly_once_v2 now.',
      'error',
      { kafkaVersion: '4.0' },
    ],
    [
      'processing.guarantee=exactly_once',
      'processing.guarantee=exactly_once is deprecated since Kafka 3.0 and gone in 4.0; it is exactly_once_v2 now.',
      'warning',
      { kafkaVersion: '3.9' },
    ],
  ],
  fixes: [['processing.guarantee=exactly_once', ['Set processing.guarantee to exactly_once_v2']]],
})
