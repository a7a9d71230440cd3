import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { found } from '../../linting'

cases('transactional-without-idempotence', {
  file: 'producer.properties',
  fires: [
    ['transactional.id=a\nenable.idempotence=false', 'enable.idempotence'],
    ['acks=1\ntransactional.id=${ID}\nretries=0', ['acks', 'retries'], { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\ntransactional.id=a\nacks=0', 'acks'],
  ],
  silent: [
    'transactional.id=a',
    'transactional.id=a\nacks=all\nretries=1\nenable.idempotence=true',
    'acks=1\nenable.idempotence=false',
    'transactional.id=a\nacks=${ACKS}',
    'transactional.id=\nacks=1',
  ],
  says: [
    [
      'transactional.id=a\nenable.idempotence=false',
      'enable.idempotence=false cannot be with transactional.id, which needs enable.idempotence=true: the producer refuses to start.',
      'error',
    ],
  ],
  fixes: [['transactional.id=a\nacks=1', ['Set acks to all']]],
})

it('is the one finding on what transactions cannot have', () => {
  const lines = [
    'bootstrap.servers=k-1:9092',
    'transactional.id=a',
    'acks=1',
    'enable.idempotence=false',
    'retries=0',
  ]
  expect(
    found('producer.properties', lines, { preset: 'strict' }).filter((one) => !one.startsWith('1:')),
  ).toEqual([3, 4, 5].map((line) => `${line}:transactional-without-idempotence`))
})
