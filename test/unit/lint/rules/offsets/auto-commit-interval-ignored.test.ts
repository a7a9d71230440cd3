import { cases } from '../../cases'

cases('auto-commit-interval-ignored', {
  file: 'consumer.properties',
  fires: [
    ['enable.auto.commit=false\nauto.commit.interval.ms=5000', 'auto.commit.interval.ms'],
    [
      'enable.auto.commit=false\nauto.commit.interval.ms=${I}',
      'auto.commit.interval.ms',
      { kafkaVersion: '2.0' },
    ],
    [
      'sasl.mechanisms=PLAIN\nenable.auto.commit=false\nauto.commit.interval.ms=100',
      'auto.commit.interval.ms',
    ],
  ],
  silent: [
    'auto.commit.interval.ms=5000',
    'enable.auto.commit=true\nauto.commit.interval.ms=5000',
    'enable.auto.commit=${C}\nauto.commit.interval.ms=5000',
    'enable.auto.commit=false',
  ],
  says: [
    [
      'enable.auto.commit=false\nauto.commit.interval.ms=5000',
      'auto.commit.interval.ms has no effect: enable.auto.commit is false.',
      'info',
    ],
  ],
  fixes: [['enable.auto.commit=false\nauto.commit.interval.ms=5000', ['Delete auto.commit.interval.ms']]],
})
