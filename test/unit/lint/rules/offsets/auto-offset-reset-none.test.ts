import { cases } from '../../cases'

cases('auto-offset-reset-none', {
  file: 'consumer.properties',
  fires: [
    ['auto.offset.reset=none', 'auto.offset.reset'],
    ['auto.offset.reset=none', 'auto.offset.reset', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'auto.offset.reset=latest',
    'auto.offset.reset=NONE',
    'auto.offset.reset=${R}',
    'sasl.mechanisms=PLAIN\nauto.offset.reset=error',
  ],
  says: [
    [
      'auto.offset.reset=none',
      'auto.offset.reset is none: on a partition without a committed offset, a new one too, the consumer fails with NoOffsetForPartitionException.',
      'info',
    ],
  ],
  fixes: [['auto.offset.reset=none', ['Set auto.offset.reset to earliest']]],
})
