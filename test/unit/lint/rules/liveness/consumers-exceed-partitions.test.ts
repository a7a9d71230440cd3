import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'
import { parsedSnapshot } from '../../snapshots'

const snapshot = parsedSnapshot({
  topics: { orders: { partitions: 4 }, bills: { partitions: 2 }, unknown: {} },
  groups: {
    even: { members: 6, topics: ['orders', 'bills'] },
    many: { members: 7, topics: ['orders', 'bills'] },
    gone: { members: 9, topics: ['orders', 'deleted'] },
    dark: { members: 9, topics: ['unknown'] },
    idle: { members: 9, topics: [] },
    few: { members: 1, topics: ['bills'] },
  },
})

cases('consumers-exceed-partitions', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092',
  options: { snapshot },
  fires: [
    ['group.id=many', 'group.id'],
    ['sasl.mechanisms=PLAIN\ngroup.id=many', 'group.id'],
  ],
  silent: [
    'group.id=even',
    'group.id=gone',
    'group.id=dark',
    'group.id=idle',
    'group.id=other',
    'group.id=${GROUP}',
    ['group.id=many', { snapshot: null }],
  ],
  says: [['group.id=many', 'Group many has 7 consumers for 6 partitions: 1 of them get none.', 'warning']],
})

it('counts the consumers that a Spring listener starts', () => {
  const of = (concurrency: number, replicas = 1) =>
    handmadeFound(
      [
        { role: 'other', lines: [`spring.kafka.listener.concurrency=${concurrency}`] },
        { role: 'consumer', lines: ['group.id=few'], replicas },
      ],
      { snapshot },
    )
  expect(of(2)).toEqual([])
  expect(of(3)).toEqual(['consumers-exceed-partitions group.id'])
  expect(of(1, 3)).toEqual(['consumers-exceed-partitions group.id'])
})
