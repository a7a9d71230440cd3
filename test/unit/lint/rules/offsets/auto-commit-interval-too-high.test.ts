import { cases } from '../../cases'

cases('auto-commit-interval-too-high', {
  file: 'consumer.properties',
  fires: [
    ['auto.commit.interval.ms=60001', 'auto.commit.interval.ms'],
    [
      'sasl.mechanisms=PLAIN\nauto.commit.interval.ms=3600000',
      'auto.commit.interval.ms',
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'auto.commit.interval.ms=60000',
    'enable.auto.commit=false\nauto.commit.interval.ms=60001',
    'enable.auto.commit=${C}\nauto.commit.interval.ms=60001',
  ],
  says: [
    [
      'auto.commit.interval.ms=90000',
      'auto.commit.interval.ms 90,000 is above 60,000: after a crash the records of up to 90,000 ms come again.',
      'warning',
    ],
  ],
  fixes: [['auto.commit.interval.ms=90000', ['Set auto.commit.interval.ms to 5000']]],
})
