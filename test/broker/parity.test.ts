import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { equivalentCommand } from '../../src/offsets/command'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import { tableLines } from '../../src/offsets/table'
import { ownedFolder } from '../support/owned'
import { type CommitRow, type Oracle, startOracle } from '../support/kafka/oracle'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { connectClient, never } from './client'
import { RealCluster } from './cluster'

const T0 = Date.UTC(2026, 0, 1)
const topic = 'parity'
const other = 'parity-other'

/** What each partition is there for; `before` = where the group stands, null = nowhere. */
const partitions: readonly {
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
    what: 'a negative offset committed',
    before: -2,
    make: (o, p) => o.produce(topic, p, 30, { timestamp: T0, stepMs: 1_000 }),
  },
]

const scenarios: readonly (readonly [string, Scenario])[] = [
  ['earliest', { kind: 'earliest' }],
  ['latest', { kind: 'latest' }],
  ['to offset 35', { kind: 'toOffset', offset: 35n }],
  ['to offset 5', { kind: 'toOffset', offset: 5n }],
  ['to time +25 s', { kind: 'toDatetime', time: T0 + 25_000 }],
  ['to time +1 d', { kind: 'toDatetime', time: T0 + 86_400_000 }],
]
const scopes: readonly (readonly [string, Scope])[] = [
  ['group', { kind: 'group' }],
  ['topic', { kind: 'topic', topic }],
  ['partition', { kind: 'partition', topic, partition: 1 }],
]

const columns = ['Kafka', 'group', 'scenario', 'scope', 'moved', 'equal offsets', 'what happened to rows']
const table: string[][] = []

afterAll(() => {
  const lines = tableLines(
    columns.map((title) => ({ title, align: 'left' })),
    table,
  )
  console.log(lines.join('\n'))
})

describe.each(kafkaVersions)('resets beside kafka-consumer-groups.sh on Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let real: RealCluster
  const folder = ownedFolder('parity')

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    await oracle.createTopic(topic, { partitions: partitions.length })
    await oracle.createTopic(other, { partitions: 3 })
    await Promise.all(partitions.map(({ make }, partition) => make(oracle, partition)))
    await oracle.produce(other, 0, 70, { timestamp: T0, stepMs: 1_000 })
    await oracle.produce(other, 1, 70, { timestamp: T0, stepMs: 1_000 })
    real = new RealCluster(broker.bootstrap, folder.path)
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await real.end()
    await oracle.stop()
    await folder.remove()
  })

  describe.each(['classic', 'consumer'] as const)('on %s groups', (protocol) => {
    const ours = `parity-${protocol}-ours`
    const theirs = `parity-${protocol}-theirs`

    beforeAll(async () => {
      // A group has its type from a member; both are quiet afterwards.
      for (const group of [ours, theirs]) {
        const properties = { 'enable.auto.commit': 'false' }
        const member = await oracle.consumer({ group, topics: [topic], protocol, properties })
        await member.stop()
      }
    })

    /** Both groups stand where `partitions` says, and nowhere else. */
    async function stand(): Promise<void> {
      const rows: CommitRow[] = partitions.flatMap(({ before }, partition) =>
        before === null || before < 0 ? [] : [{ topic, partition, offset: before, metadata: 'before' }],
      )
      rows.push({ topic: other, partition: 0, offset: 7 })
      await oracle.commit([ours, theirs], rows)
      const raw = await connectClient(broker.bootstrap)
      try {
        for (const id of [ours, theirs]) {
          const nowhere = partitions.flatMap(({ before }, partition) =>
            before === null ? [{ topic, partition }] : [],
          )
          await raw.deleteOffsets({ id }, nowhere, never())
          // Kafka's own client refuses to write these; others do.
          const negative = partitions.flatMap(({ before }, partition) =>
            before !== null && before < 0
              ? [{ topic, partition, commit: { offset: BigInt(before), leaderEpoch: -1, metadata: '' } }]
              : [],
          )
          await raw.commit({ id }, negative, never())
        }
      } finally {
        await raw.close()
      }
      expect(await offsetsOf(ours)).toEqual(await offsetsOf(theirs))
    }

    async function offsetsOf(group: string): Promise<Record<string, string>> {
      const rows = await oracle.committed(group)
      return Object.fromEntries(rows.map((row) => [`${row.topic}-${row.partition}`, row.offset]))
    }

    it.each(
      scenarios.flatMap(([name, scenario]) =>
        scopes.map(([part, scope]) => ({ name, part, scenario, scope })),
      ),
    )('$name, scope $part: every offset equal', async ({ name, part, scenario, scope }) => {
      await stand()
      const plan = await real.cluster.plan({ group: ours, scenario, scope, purpose: 'reset' }, never())
      expect(plan.group.type).toBe(protocol)
      const outcome = plan.refusal === null ? await real.cluster.apply(plan, never()) : null
      const twin = { ...plan, group: { ...plan.group, id: theirs } }
      const [, , , ...words] = (equivalentCommand(twin, ['there:1']) ?? '').split(' ')
      const told = await oracle.tool('consumer-groups', words)
      expect(told, told.stderr).toMatchObject({ status: 0 })
      const [mine, his] = [await offsetsOf(ours), await offsetsOf(theirs)]
      const names = [...new Set([...Object.keys(mine), ...Object.keys(his)])]
      const equal = names.filter((each) => mine[each] === his[each]).length
      table.push([
        version,
        protocol,
        name,
        part,
        `${plan.rows.filter((row) => row.moves).length} of ${plan.rows.length}`,
        `${equal} of ${names.length}`,
        [...new Set(plan.rows.flatMap((row) => row.flags))].sort().join(' '),
      ])
      expect(mine).toEqual(his)
      expect(outcome?.refused ?? []).toEqual([])
      expect(names.length).toBeGreaterThan(9)
    })
  })
})
