import { cases } from '../../cases'
import { parsedSnapshot } from '../../snapshots'

const of = (max: unknown) => ({ snapshot: parsedSnapshot({ broker: { 'transaction.max.timeout.ms': max } }) })

cases('transaction-timeout-exceeds-broker-max', {
  file: 'producer.properties',
  fires: [
    ['transaction.timeout.ms=900001', 'transaction.timeout.ms'],
    ['transaction.timeout.ms=60001', 'transaction.timeout.ms', of(60000)],
    [
      'sasl.mechanisms=PLAIN\ntransaction.timeout.ms=1000000',
      'transaction.timeout.ms',
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'transaction.timeout.ms=900000',
    'transaction.timeout.ms=${T}',
    ['transaction.timeout.ms=1000000', of(3600000)],
    ['transaction.timeout.ms=60000', of(60000)],
  ],
  says: [
    [
      'transaction.timeout.ms=1000000',
      'transaction.timeout.ms 1,000,000 is above 900,000, the default of transaction.max.timeout.ms: unless the brokers allow more, the producer fails at its first transaction.',
      'warning',
    ],
    [
      'transaction.timeout.ms=70000',
      'transaction.timeout.ms 70,000 is above transaction.max.timeout.ms 60,000 of the cluster: the producer fails at its first transaction.',
      'error',
      of('60000'),
    ],
  ],
  fixes: [['transaction.timeout.ms=1000000', ['Set transaction.timeout.ms to 900000']]],
})
