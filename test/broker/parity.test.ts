import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClusterClient } from '../../src/model/cluster-client'
import { offsetsCsv, parseOffsetsCsv } from '../../src/offsets/csv'
import { equivalentCommand } from '../../src/offsets/command'
import type { Plan } from '../../src/offsets/plan-types'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import { tableLines } from '../../src/offsets/table'
import { ownedFolder } from '../support/owned'
import { type CommitRow, type Oracle, startOracle } from '../support/kafka/oracle'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { connectClient, never } from './client'
import { RealCluster } from './cluster'
import { compact, compacted, other, partitions, scenarios, scopes, T0, topic } from './parity-cases'

/** Groups whose names have to be quoted, on partitions that `partitions` made. */
const odd = ['parity, "odd"', "parity 'quoted' \t group"]

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

  describe('CSV', () => {
    const file = (): string => join(folder.path, 'odd.csv')
    const standing = async (): Promise<string[]> => {
      const all = await Promise.all(
        odd.map(async (group) =>
          (await oracle.committed(group)).map(
            (row) => `${group} ${row.topic}-${row.partition} ${row.offset}`,
          ),
        ),
      )
      return all.flat().sort()
    }
    const reset = async (groups: readonly string[], words: readonly string[]): Promise<string> => {
      const named = groups.flatMap((group) => ['--group', group])
      const told = await oracle.tool('consumer-groups', [...named, '--reset-offsets', ...words])
      expect(told, told.stderr).toMatchObject({ status: 0 })
      return told.stdout
    }

    beforeAll(async () => {
      for (const [at, group] of odd.entries())
        await oracle.commit(group, [
          { topic, partition: 0, offset: 11 + at },
          { topic, partition: 4, offset: 21 + at },
          { topic: other, partition: 0, offset: 31 + at },
        ])
    })

    it.each([
      ['one group', odd.slice(0, 1)],
      ['several groups', odd],
    ])('written by the command for %s is read by us', async (_name, groups) => {
      const text = await reset(groups, ['--all-topics', '--to-current', '--dry-run', '--export'])
      const { rows, problems } = parseOffsetsCsv(text)
      expect(problems).toEqual([])
      const read = rows.map((row) => `${row.group ?? groups[0]} ${row.topic}-${row.partition} ${row.offset}`)
      const all = await standing()
      expect(read.sort()).toEqual(all.filter((row) => groups.some((group) => row.startsWith(group))))
      compared += read.length
    })

    it.each([
      ['one group', odd.slice(0, 1)],
      ['several groups', odd],
    ])('written by us for %s is read by the command', async (_name, groups) => {
      const plans: Plan[] = []
      for (const group of groups) {
        const scenario = { kind: 'shiftBy', by: BigInt(3 + groups.length) } as const
        const wish = { group, scenario, scope: { kind: 'group' }, purpose: 'reset' } as const
        plans.push(await real.cluster.plan(wish, never()))
      }
      const before = await standing()
      await writeFile(file(), offsetsCsv(plans))
      await reset(groups, ['--from-file', file(), '--execute'])
      const wanted = plans.flatMap(({ group, rows }) =>
        rows.map((row) => `${group.id} ${row.topic}-${row.partition} ${row.after?.offset ?? 'none'}`),
      )
      const after = await standing()
      expect(after).toEqual(expect.arrayContaining(wanted))
      expect(wanted.filter((row) => before.includes(row))).toEqual([])
      expect(wanted).toHaveLength(groups.length * 3)
      compared += wanted.length
    })
  })

  it('makes a group that is not there by a plan that says so, and takes it back', async () => {
    const source = odd[0] ?? ''
    const copy = 'parity-copy-of-odd'
    const wish = {
      group: copy,
      scenario: { kind: 'copyFrom', group: source },
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    await expect(real.cluster.plan(wish, never())).rejects.toMatchObject({ code: 'groupNotFound' })
    const plan = await real.cluster.plan({ ...wish, creates: true }, never())
    expect(plan.group.state).toBe('Dead')
    const outcome = await real.cluster.apply(plan, never())
    expect(outcome.done).toHaveLength(3)
    const where = async (group: string): Promise<string[]> =>
      (await oracle.committed(group)).map((row) => `${row.topic}-${row.partition} ${row.offset}`).sort()
    expect(await where(copy)).toEqual(await where(source))
    const undo = await real.cluster.planUndo(outcome.record.id, never())
    await real.cluster.apply(undo, never())
    expect(await where(copy)).toEqual([])
  })

  it('does not make a group over one that came up since', async () => {
    const scenario = { kind: 'copyFrom', group: odd[0] ?? '' } as const
    const group = 'parity-raced'
    const wish = { group, scenario, scope: { kind: 'group' }, purpose: 'reset', creates: true } as const
    const plan = await real.cluster.plan(wish, never())
    await oracle.commit(group, [{ topic, partition: 0, offset: 1 }])
    await expect(real.cluster.apply(plan, never())).rejects.toMatchObject({ code: 'stale' })
    expect((await oracle.committed(group)).map(({ offset }) => offset)).toEqual(['1'])
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
