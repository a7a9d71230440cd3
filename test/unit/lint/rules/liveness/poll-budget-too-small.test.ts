import { cases } from '../../cases'

cases('poll-budget-too-small', {
  file: 'consumer.properties',
  fires: [
    ['max.poll.records=30001', 'max.poll.records'],
    ['max.poll.interval.ms=60000\nmax.poll.records=6001', 'max.poll.records', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'max.poll.records=30000',
    'max.poll.interval.ms=50000',
    'max.poll.records=30001\nmax.poll.interval.ms=${I}',
    // librdkafka has no such key.
    'sasl.mechanisms=PLAIN\nmax.poll.interval.ms=45000',
  ],
  says: [
    [
      'max.poll.records=50000',
      '50,000 records within max.poll.interval.ms 300,000 (default in Kafka 4.3) leave less than 10 ms for each: a batch that takes longer loses its partitions and its commit.',
      'info',
    ],
  ],
  fixes: [['max.poll.records=50000', ['Set max.poll.records to 30000']]],
})
