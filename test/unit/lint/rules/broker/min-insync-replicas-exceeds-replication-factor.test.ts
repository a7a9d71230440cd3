import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'

cases('min-insync-replicas-exceeds-replication-factor', {
  file: 'server.properties',
  fires: [
    ['default.replication.factor=2\nmin.insync.replicas=3', 'min.insync.replicas'],
    ['min.insync.replicas=2', 'min.insync.replicas', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'default.replication.factor=3\nmin.insync.replicas=3',
    'default.replication.factor=-1\nmin.insync.replicas=3',
    'default.replication.factor=${RF}\nmin.insync.replicas=3',
    'default.replication.factor=1',
  ],
  says: [
    [
      'default.replication.factor=2\nmin.insync.replicas=3',
      'min.insync.replicas 3 is above default.replication.factor 2: no write with acks=all ever succeeds.',
      'error',
    ],
  ],
  fixes: [['default.replication.factor=2\nmin.insync.replicas=3', ['Set min.insync.replicas to 1']]],
})

it('reads the replicas of a topic', () => {
  const of = (...lines: string[]) => handmadeFound([{ role: 'topic', lines }])
  const id = 'min-insync-replicas-exceeds-replication-factor min.insync.replicas'
  expect(of('replicas=1', 'min.insync.replicas=2')).toEqual([id])
  expect(of('replication.factor=1', 'min.insync.replicas=2')).toEqual([id])
  expect(of('min.insync.replicas=2')).toEqual([])
})
