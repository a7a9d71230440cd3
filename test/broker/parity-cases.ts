import type { ClusterClient } from '../../src/model/cluster-client'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import type { Oracle } from '../support/kafka/oracle'
import { eventually, never, valueOf } from './client'

export const T0 = Date.UTC(2026, 0, 1)
export const topic = 'parity'
export const other = 'parity-other'
export const compacted = 'parity-compacted'

/** What each partition is there for; `before` = where the group stands, null = nowhere. */
export const partitions: readonly {
  readonly what: string
  readonly before: number | null
  readonly make: (oracle: Oracle, partition: number) => Promise<void>
}[] = [
  { what: 'usual', before: 40, make: (o, p) => o.produce(topic, p, 100, { timestamp: T0, stepMs: 1_000 }) },
  {
    what: 'committed below the log',
    before: 10,
    make: async (o, p) => {
      await o.produce(topic, p, 100, { timestamp: T0, stepMs: 1_000 })
      await o.deleteRecords(topic, p, 30)
    },
  },
  { what: 'empty', before: 0, make: async () => undefined },
  {
    what: 'committed beyond the end',
    before: 500,
    make: (o, p) => o.produce(topic, p, 50, { timestamp: T0, stepMs: 1_000 }),
  },
  {
    what: 'nothing committed',
    before: null,
    make: (o, p) => o.produce(topic, p, 60, { timestamp: T0, stepMs: 1_000 }),
  },
  {
    what: 'all older than the time',
    before: 20,
    make: (o, p) => o.produce(topic, p, 90, { timestamp: T0 - 86_400_000, stepMs: 10 }),
  },
  {
    what: 'emptied',
    before: 5,
    make: async (o, p) => {
      await o.produce(topic, p, 40, { timestamp: T0 })
      await o.deleteRecords(topic, p, 40)
    },
  },
  {
    what: 'ends in an aborted transaction',
    before: 3,
    make: async (o, p) => {
      await o.produce(topic, p, 20, { timestamp: T0, stepMs: 1_000 })
      await o.produce(topic, p, 20, { timestamp: T0 + 20_000, stepMs: 1_000, transaction: 'abort' })
    },
  },
  {
    what: 'ends in an open transaction',
    before: 3,
    make: async (o, p) => {
      await o.produce(topic, p, 20, { timestamp: T0, stepMs: 1_000 })
      await o.produce(topic, p, 20, { timestamp: T0 + 20_000, stepMs: 1_000, transaction: 'open' })
    },
  },
  {
    what: 'timestamps out of order',
    before: 8,
    make: async (o, p) => {
      await o.produce(topic, p, 20, { timestamp: T0 + 60_000, stepMs: 10 })
      await o.produce(topic, p, 20, { timestamp: T0, stepMs: 1_000 })
    },
  },
  {
    what: 'ends in a committed transaction',
    before: 12,
    make: async (o, p) => {
      await o.produce(topic, p, 20, { timestamp: T0, stepMs: 1_000 })
      await o.produce(topic, p, 20, { timestamp: T0 + 20_000, stepMs: 1_000, transaction: 'commit' })
    },
  },
  {
    what: 'a negative offset committed',
    before: -2,
    make: (o, p) => o.produce(topic, p, 30, { timestamp: T0, stepMs: 1_000 }),
  },
]

export const scenarios: readonly (readonly [string, () => Scenario])[] = [
  ['earliest', () => ({ kind: 'earliest' })],
  ['latest', () => ({ kind: 'latest' })],
  ['current', () => ({ kind: 'current' })],
  ['to offset 35', () => ({ kind: 'toOffset', offset: 35n })],
  ['to offset 5', () => ({ kind: 'toOffset', offset: 5n })],
  ['to offset 2^63-1', () => ({ kind: 'toOffset', offset: 2n ** 63n - 1n })],
  ['shift by -7', () => ({ kind: 'shiftBy', by: -7n })],
  ['shift by 15', () => ({ kind: 'shiftBy', by: 15n })],
  ['shift by -10000', () => ({ kind: 'shiftBy', by: -10_000n })],
  ['shift by 10000', () => ({ kind: 'shiftBy', by: 10_000n })],
  ['to time +25 s', () => ({ kind: 'toDatetime', time: T0 + 25_000 })],
  ['to time +1 d', () => ({ kind: 'toDatetime', time: T0 + 86_400_000 })],
  // Between two records that are far apart, as the tool counts back from a later moment than we do.
  ['by duration', () => duration(Date.now() - (T0 - 43_200_000))],
  ['by a duration ahead', () => duration(-3_600_000)],
]

function duration(ms: number): Scenario {
  return { kind: 'byDuration', ms, iso: `PT${Math.round(ms / 1_000)}S` }
}

export const scopes: readonly (readonly [string, Scope])[] = [
  ['group', { kind: 'group' }],
  ['topic', { kind: 'topic', topic }],
  ['partition', { kind: 'partition', topic, partition: 1 }],
  [
    'parts',
    {
      kind: 'parts',
      topics: [other, compacted],
      partitions: [1, 3, 4, 6].map((partition) => ({ topic, partition })),
    },
  ],
]

/** Makes a log with gaps: of 36 records of 6 keys the cleaner leaves the last ones. */
export async function compact(oracle: Oracle, client: ClusterClient): Promise<void> {
  const configs = {
    'cleanup.policy': 'compact',
    'min.cleanable.dirty.ratio': '0.01',
    'segment.ms': '100',
    'segment.bytes': '1048576',
  }
  await oracle.createTopic(compacted, { partitions: 1, configs })
  for (let round = 0; round < 6; round += 1)
    await oracle.produce(compacted, 0, 6, { timestamp: T0 + round * 6_000, stepMs: 1_000, key: 'k' })
  await eventually(40_000, async () => {
    const found = await client.offsets([{ topic: compacted, partition: 0 }], { time: 0 }, null, never())
    return (valueOf(found.get(compacted, 0)).offset ?? 0n) > 12n ? true : undefined
  })
}
