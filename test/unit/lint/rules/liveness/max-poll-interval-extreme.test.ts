import { cases } from '../../cases'

cases('max-poll-interval-extreme', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\nsession.timeout.ms=6000',
  fires: [
    ['max.poll.interval.ms=9999', 'max.poll.interval.ms'],
    ['max.poll.interval.ms=3600001', 'max.poll.interval.ms', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nmax.poll.interval.ms=86400000', 'max.poll.interval.ms'],
  ],
  silent: [
    'max.poll.interval.ms=10000',
    'max.poll.interval.ms=3600000',
    'group.protocol=streams\nmax.poll.interval.ms=9999',
    // Below the session is one cause, told by the rule about the session.
    'max.poll.interval.ms=5000',
  ],
  says: [
    [
      'max.poll.interval.ms=7000',
      'max.poll.interval.ms 7,000 is below 10,000: one slow batch takes the consumer out of its group, again and again.',
      'info',
    ],
  ],
  fixes: [['max.poll.interval.ms=7200000', ['Set max.poll.interval.ms to 300000']]],
})
