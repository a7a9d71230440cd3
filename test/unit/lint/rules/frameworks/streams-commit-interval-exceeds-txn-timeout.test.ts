import { cases } from '../../cases'

cases('streams-commit-interval-exceeds-txn-timeout', {
  file: 'streams.properties',
  head: 'application.id=app\nbootstrap.servers=kafka-1:9092,kafka-2:9092',
  fires: [
    ['processing.guarantee=exactly_once_v2\ncommit.interval.ms=10001', 'commit.interval.ms'],
    [
      'processing.guarantee=exactly_once_v2\ncommit.interval.ms=500\nproducer.transaction.timeout.ms=400',
      'commit.interval.ms',
    ],
    [
      'processing.guarantee=exactly_once\nproducer.transaction.timeout.ms=0',
      'transaction.timeout.ms',
      { kafkaVersion: '2.8' },
    ],
  ],
  silent: [
    'processing.guarantee=exactly_once_v2\ncommit.interval.ms=10000',
    'processing.guarantee=exactly_once_v2\ncommit.interval.ms=60000\nproducer.transaction.timeout.ms=60000',
    'processing.guarantee=exactly_once_v2\ncommit.interval.ms=60000\nproducer.transaction.timeout.ms=${T}',
    'commit.interval.ms=60000',
    'processing.guarantee=exactly_once_v2',
  ],
  says: [
    [
      'processing.guarantee=exactly_once_v2\ncommit.interval.ms=30000',
      'commit.interval.ms 30,000 is above transaction.timeout.ms 10,000 of the producer: the application refuses to start.',
      'error',
    ],
  ],
  fixes: [
    ['processing.guarantee=exactly_once_v2\ncommit.interval.ms=30000', ['Set commit.interval.ms to 100']],
  ],
})
