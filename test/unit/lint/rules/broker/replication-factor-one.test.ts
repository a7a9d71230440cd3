import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'

const quorum = 'controller.quorum.bootstrap.servers=kafka-1:9093,kafka-2:9093'

cases('replication-factor-one', {
  file: 'server.properties',
  head: 'process.roles=broker\nnode.id=1\ntransaction.state.log.min.isr=1',
  fires: [
    [`${quorum}\noffsets.topic.replication.factor=1`, 'offsets.topic.replication.factor'],
    [
      'controller.quorum.voters=1@a:9093,2@b:9093\ndefault.replication.factor=1\ntransaction.state.log.replication.factor=1',
      ['default.replication.factor', 'transaction.state.log.replication.factor'],
      { kafkaVersion: '3.3' },
    ],
  ],
  silent: [
    `${quorum}\noffsets.topic.replication.factor=2`,
    'controller.quorum.voters=1@a:9093\noffsets.topic.replication.factor=1',
    'controller.quorum.voters=1@a:9093,2@a:9094\noffsets.topic.replication.factor=1',
    'controller.quorum.voters=1@localhost:9093,2@a:9094\noffsets.topic.replication.factor=1',
    quorum,
  ],
  says: [
    [
      `${quorum}\noffsets.topic.replication.factor=1`,
      'offsets.topic.replication.factor is 1 in a cluster of several brokers: what is on a broker is gone while it is down.',
      'warning',
    ],
  ],
  fixes: [[`${quorum}\noffsets.topic.replication.factor=1`, ['Set offsets.topic.replication.factor to 3']]],
})

it('takes two brokers of a document, or three replicas, for several', () => {
  const broker = { role: 'broker', lines: ['offsets.topic.replication.factor=1'] } as const
  const id = 'replication-factor-one offsets.topic.replication.factor'
  expect(handmadeFound([broker])).toEqual([])
  expect(handmadeFound([broker, broker])).toEqual([id, id])
  expect(handmadeFound([{ ...broker, replicas: 2 }])).toEqual([])
  expect(handmadeFound([{ ...broker, replicas: 3 }])).toEqual([id])
})
