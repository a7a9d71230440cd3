import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClusterClient } from '../../src/model/cluster-client'
import { equivalentCommand } from '../../src/offsets/command'
import type { Plan } from '../../src/offsets/plan-types'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import { tableLines } from '../../src/offsets/table'
import { ownedFolder } from '../support/owned'
import { type CommitRow, type Oracle, startOracle } from '../support/kafka/oracle'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { connectClient, eventually, never, valueOf } from './client'
import { RealCluster } from './cluster'

const T0 = Date.UTC(2026, 0, 1)
const topic = 'parity'
const other = 'parity-other'
const compacted = 'parity-compacted'

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

const scenarios: readonly (readonly [string, () => Scenario])[] = [
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

const scopes: readonly (readonly [string, Scope])[] = [
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

const columns = ['Kafka', 'group', 'scenario', 'scope', 'moved', 'equal offsets', 'what happened to rows']
const table: string[][] = []
let compared = 0

afterAll(() => {
  const lines = tableLines(
    columns.map((title) => ({ title, align: 'left' })),
    table,
  )
  console.log(`${lines.join('\n')}\n${compared} offsets compared in ${table.length} resets.`)
})

describe.each(kafkaVersions)('resets beside kafka-consumer-groups.sh on Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let real: RealCluster
  let raw: ClusterClient
  const folder = ownedFolder('parity')

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    // The records are old, and stay all the same.
    const configs = { 'retention.ms': '-1' }
    await oracle.createTopic(topic, { partitions: partitions.length, configs })
    await oracle.createTopic(other, { partitions: 2, configs })
    await Promise.all(partitions.map(({ make }, partition) => make(oracle, partition)))
    await oracle.produce(other, 0, 70, { timestamp: T0, stepMs: 1_000 })
    await oracle.produce(other, 1, 70, { timestamp: T0, stepMs: 1_000 })
    raw = await connectClient(broker.bootstrap)
    await compact(oracle, raw)
    await oracle.addPartitions(other, 3)
    real = new RealCluster(broker.bootstrap, folder.path)
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await raw.close()
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
      rows.push({ topic: other, partition: 0, offset: 7 }, { topic: compacted, partition: 0, offset: 12 })
      await oracle.commit([ours, theirs], rows)
      for (const id of [ours, theirs]) {
        const nowhere = partitions.flatMap(({ before }, partition) =>
          before === null ? [{ topic, partition }] : [],
        )
        // The third one was added later.
        const without = [1, 2].map((partition) => ({ topic: other, partition }))
        await raw.deleteOffsets({ id }, [...nowhere, ...without], never())
        // Kafka's own client refuses to write these; others do.
        const negative = partitions.flatMap(({ before }, partition) =>
          before !== null && before < 0
            ? [{ topic, partition, commit: { offset: BigInt(before), leaderEpoch: -1, metadata: '' } }]
            : [],
        )
        await raw.commit({ id }, negative, never())
      }
      expect(await offsetsOf(ours)).toEqual(await offsetsOf(theirs))
    }

    async function offsetsOf(group: string): Promise<Record<string, string>> {
      const rows = await oracle.committed(group)
      return Object.fromEntries(rows.map((row) => [`${row.topic}-${row.partition}`, row.offset]))
    }

    /** The lines of the command that does the same, on the twin; files are looked for in the test's folder. */
    async function tool(plan: Plan): Promise<void> {
      const twin = { ...plan, group: { ...plan.group, id: theirs } }
      for (const line of (equivalentCommand(twin, ['there:1']) ?? '').split(' &&\n')) {
        const [command = '', into] = line.split(' > ')
        const [, , , ...words] = command.split(' ').map((word) => (word === 'offsets.csv' ? file() : word))
        const told = await oracle.tool('consumer-groups', words)
        expect(told, told.stderr).toMatchObject({ status: 0 })
        if (into !== undefined) await writeFile(file(), told.stdout)
      }
    }

    const file = (): string => join(folder.path, 'offsets.csv')

    async function compare(name: string, part: string, scenario: Scenario, scope: Scope): Promise<void> {
      await stand()
      const plan = await real.cluster.plan({ group: ours, scenario, scope, purpose: 'reset' }, never())
      expect(plan.group.type).toBe(protocol)
      const outcome = plan.refusal === null ? await real.cluster.apply(plan, never()) : null
      await tool(plan)
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
      compared += names.length
      expect(mine).toEqual(his)
      expect(outcome?.refused ?? []).toEqual([])
      expect(names.length).toBeGreaterThan(9)
    }

    it.each(
      scenarios.flatMap(([name, scenario]) =>
        scopes.map(([part, scope]) => ({ name, part, scenario, scope })),
      ),
    )('$name, scope $part: every offset equal', ({ name, part, scenario, scope }) =>
      compare(name, part, scenario(), scope),
    )

    it('from a file, whatever the scope: every offset equal', async () => {
      const rows = partitions.map((_, partition) => ({
        topic,
        partition,
        offset: [35n, 5n, 0n, 2n ** 62n][partition % 4] ?? 0n,
      }))
      rows.push({ topic: other, partition: 2, offset: 9n }, { topic: compacted, partition: 0, offset: 3n })
      await writeFile(file(), rows.map((row) => `${row.topic},${row.partition},${row.offset}\n`).join(''))
      await compare('from a file', 'its lines', { kind: 'fromFile', file: file(), rows }, { kind: 'group' })
    })

    it.each(scopes)('a copy of another group, scope %s: every offset equal', async (part, scope) => {
      const source = `parity-${protocol}-source`
      const at = (partition: number, offset: number): CommitRow => ({ topic, partition, offset })
      const far = { topic: other, partition: 1, offset: 900 }
      await oracle.commit(source, [at(0, 33), at(1, 2), at(2, 4), at(4, 11), at(6, 50), at(9, 38), far])
      await compare('copy from', part, { kind: 'copyFrom', group: source }, scope)
    })
  })
})

/** Makes a log with gaps: of 36 records of 6 keys the cleaner leaves the last ones. */
async function compact(oracle: Oracle, client: ClusterClient): Promise<void> {
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
