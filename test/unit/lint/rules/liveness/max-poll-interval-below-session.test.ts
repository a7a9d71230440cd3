import { cases } from '../../cases'

cases('max-poll-interval-below-session', {
  file: 'consumer.properties',
  fires: [
    ['max.poll.interval.ms=30000', 'max.poll.interval.ms'],
    ['session.timeout.ms=60000\nmax.poll.interval.ms=59999', 'max.poll.interval.ms'],
    ['max.poll.interval.ms=9000', 'max.poll.interval.ms', { kafkaVersion: '2.8' }],
  ],
  silent: [
    'max.poll.interval.ms=45000',
    ['max.poll.interval.ms=30000', { kafkaVersion: '2.8' }],
    'session.timeout.ms=600000',
    'group.protocol=consumer\nmax.poll.interval.ms=30000',
    'session.timeout.ms=${S}\nmax.poll.interval.ms=30000',
  ],
  says: [
    [
      'max.poll.interval.ms=30000',
      'max.poll.interval.ms 30,000 is below session.timeout.ms 45,000 (default in Kafka 4.3): a slow consumer leaves the group before a dead one is noticed.',
      'warning',
    ],
    [
      'sasl.mechanisms=PLAIN\nmax.poll.interval.ms=30000',
      'max.poll.interval.ms 30,000 is below session.timeout.ms 45,000 (default in librdkafka): librdkafka refuses to start.',
      'error',
    ],
  ],
  fixes: [['max.poll.interval.ms=30000', ['Set max.poll.interval.ms to 45000']]],
})
