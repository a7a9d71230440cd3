import { cases } from '../../cases'

cases('two-phase-commit-timeout-conflict', {
  file: 'producer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\ntransactional.id=a',
  fires: [
    ['transaction.two.phase.commit.enable=true\ntransaction.timeout.ms=60000', 'transaction.timeout.ms'],
    [
      'transaction.timeout.ms=${T}\ntransaction.two.phase.commit.enable=true',
      'transaction.timeout.ms',
      { kafkaVersion: '4.1' },
    ],
  ],
  silent: [
    'transaction.two.phase.commit.enable=false\ntransaction.timeout.ms=60000',
    'transaction.two.phase.commit.enable=true',
    'transaction.timeout.ms=60000',
    ['transaction.two.phase.commit.enable=true\ntransaction.timeout.ms=60000', { kafkaVersion: '4.0' }],
  ],
  says: [
    [
      'transaction.two.phase.commit.enable=true\ntransaction.timeout.ms=60000',
      'transaction.timeout.ms cannot be set with transaction.two.phase.commit.enable=true: such a transaction has no timeout, and the producer refuses to start.',
      'error',
    ],
  ],
  fixes: [
    [
      'transaction.two.phase.commit.enable=true\ntransaction.timeout.ms=60000',
      ['Delete transaction.timeout.ms'],
    ],
  ],
})
