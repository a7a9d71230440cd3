import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'

cases('min-insync-replicas-one', {
  file: 'server.properties',
  fires: [
    ['default.replication.factor=3', 'default.replication.factor'],
    ['default.replication.factor=5\nmin.insync.replicas=1', 'min.insync.replicas', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'default.replication.factor=2\nmin.insync.replicas=1',
    'default.replication.factor=3\nmin.insync.replicas=2',
    'default.replication.factor=-1\nmin.insync.replicas=1',
    'min.insync.replicas=1',
    'default.replication.factor=3\nmin.insync.replicas=${M}',
  ],
  says: [
    [
      'default.replication.factor=3',
      'min.insync.replicas 1 (default in Kafka 4.3) with default.replication.factor 3: an acknowledged record may be on one disk alone.',
      'warning',
    ],
  ],
  fixes: [['default.replication.factor=3', ['Add min.insync.replicas=2']]],
})

it('asks of a topic that it is written', () => {
  const of = (...lines: string[]) => handmadeFound([{ role: 'topic', lines }])
  expect(of('replicas=3', 'min.insync.replicas=1')).toEqual(['min-insync-replicas-one min.insync.replicas'])
  expect(of('replicas=3')).toEqual([])
})
