import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'

cases('read-uncommitted-with-transactions', {
  file: 'client.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092',
  fires: [
    ['transactional.id=a\nisolation.level=read_uncommitted', 'isolation.level'],
    [
      'producer.transactional.id=${ID}\nconsumer.isolation.level=read_uncommitted',
      'isolation.level',
      { kafkaVersion: '2.5' },
    ],
    ['sasl.mechanisms=PLAIN\ntransactional.id=a\nisolation.level=read_uncommitted', 'isolation.level'],
  ],
  silent: [
    'isolation.level=read_uncommitted',
    'transactional.id=a\nisolation.level=read_committed',
    'transactional.id=a',
    'transactional.id=a\nisolation.level=${L}',
  ],
  says: [
    [
      'transactional.id=a\nisolation.level=read_uncommitted',
      'transactional.id makes transactions, but isolation.level is read_uncommitted: this consumer reads records of aborted ones too.',
      'warning',
    ],
  ],
  fixes: [
    ['transactional.id=a\nisolation.level=read_uncommitted', ['Set isolation.level to read_committed']],
  ],
})

it('knows the prefix of Spring and leaves the consumers of Streams to Streams', () => {
  const consumer = { role: 'consumer', lines: ['isolation.level=read_uncommitted'] } as const
  const prefix = { role: 'other', lines: ['spring.kafka.producer.transaction-id-prefix=tx-'] } as const
  expect(handmadeFound([prefix, consumer])).toContain('read-uncommitted-with-transactions isolation.level')
  const streams = { role: 'streams', lines: ['processing.guarantee=exactly_once_v2'] } as const
  expect(handmadeFound([streams, { ...consumer, parent: 0 }])).not.toContain(
    'read-uncommitted-with-transactions isolation.level',
  )
  expect(handmadeFound([streams, consumer])).toContain('read-uncommitted-with-transactions isolation.level')
})
