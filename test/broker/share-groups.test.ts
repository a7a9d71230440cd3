import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClusterClient } from '../../src/model/cluster-client'
import type { Plan } from '../../src/offsets/plan-types'
import { equivalentCommand } from '../../src/offsets/command'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import { tableLines } from '../../src/offsets/table'
import { ownedFolder } from '../support/owned'
import { type LiveMember, type Oracle, startOracle } from '../support/kafka/oracle'
import { sharedBroker } from '../support/kafka/shared'
import { startProxy, type Verdict } from '../support/kafka/proxy'
import { currentKafka } from '../support/kafka/versions'
import { connectClient, eventually, never, rejectionOf, valueOf } from './client'
import { english, RealCluster } from './cluster'

const T0 = Date.UTC(2026, 0, 1)
const topic = 'share-queue'
const other = 'share-other'
const folder = ownedFolder('share')

describe(`share groups on Kafka ${currentKafka}`, () => {
  let oracle: Oracle
  let raw: ClusterClient
  let real: RealCluster

  beforeAll(async () => {
    const broker = await sharedBroker(currentKafka)
    oracle = await startOracle(broker)
    const configs = { 'retention.ms': '-1' }
    await oracle.createTopic(topic, { partitions: 3, configs })
    await oracle.createTopic(other, { partitions: 2, configs })
    await oracle.produce(topic, 0, 100, { timestamp: T0, stepMs: 1_000 })
    await oracle.produce(topic, 1, 60, { timestamp: T0, stepMs: 1_000 })
    await oracle.deleteRecords(topic, 1, 20)
    await oracle.produce(other, 0, 40, { timestamp: T0, stepMs: 1_000 })
    raw = await connectClient(broker.bootstrap)
    real = new RealCluster(broker.bootstrap, join(folder.path, 'changes'))
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await raw.close()
    await real.end()
    await oracle.stop()
    await folder.remove()
  })

  /** Start offsets as Kafka's own command tells them: `topic-partition` to `start lag`. */
  async function told(group: string): Promise<Record<string, string>> {
    const { stdout } = await oracle.tool('share-groups', ['--describe', '--offsets', '--group', group])
    const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/))
    return Object.fromEntries(
      rows
        .filter(([name]) => name === group)
        .map(([, name, partition, start, lag]) => [`${name}-${partition}`, `${start} ${lag}`]),
    )
  }

  async function stand(group: string, starts: Readonly<Record<string, readonly number[]>>): Promise<void> {
    const rows = Object.entries(starts).flatMap(([name, offsets]) =>
      offsets.map((offset, partition) => ({
        topic: name,
        partition,
        commit: { offset: BigInt(offset), leaderEpoch: -1, metadata: '' },
      })),
    )
    const stored = await raw.commit({ id: group, type: 'share' }, rows, never())
    expect([...stored.entries()].filter(([, error]) => error !== null)).toEqual([])
  }

  /** A share consumer reads until `count` records came, then leaves. */
  async function reads(group: string, count: number, topics = [topic]): Promise<void> {
    const member = await oracle.consumer({ group, topics, protocol: 'share' })
    await eventually(20_000, async () => ((await member.progress()).records >= count ? true : undefined))
    expect((await member.stop()).records).toBe(count)
    await real.cluster.waitUntilEmpty(group, () => undefined, never())
  }

  const plan = (group: string, scenario: Scenario, scope: Scope = { kind: 'group' }): Promise<Plan> =>
    real.cluster.plan({ group, scenario, scope, purpose: 'reset' }, never())

  describe('beside kafka-share-groups.sh', () => {
    const table: string[][] = []
    let compared = 0
    afterAll(() => {
      const columns = ['group', 'scenario', 'scope', 'equal start offsets'].map((title) => ({ title }))
      console.log(
        `${tableLines(
          columns.map(({ title }) => ({ title, align: 'left' })),
          table,
        ).join('\n')}\n${compared} start offsets compared in ${table.length} resets.`,
      )
    })

    const scenarios: readonly (readonly [string, Scenario])[] = [
      ['earliest', { kind: 'earliest' }],
      ['latest', { kind: 'latest' }],
      ['to time +25 s', { kind: 'toDatetime', time: T0 + 25_000 }],
      ['to time +1 d', { kind: 'toDatetime', time: T0 + 86_400_000 }],
      ['by duration', { kind: 'byDuration', ms: Date.now() - T0 - 30_500, iso: 'PT1H' }],
    ]
    const scopes: readonly (readonly [string, Scope])[] = [
      ['group', { kind: 'group' }],
      ['topic', { kind: 'topic', topic }],
      ['partition', { kind: 'partition', topic, partition: 1 }],
      ['parts', { kind: 'parts', topics: [other], partitions: [{ topic, partition: 0 }] }],
    ]
    it.each(
      scenarios.flatMap(([name, scenario]) =>
        scopes.map(([part, scope]) => ({ name, part, scenario, scope })),
      ),
    )('$name, scope $part: every start offset equal', async ({ name, part, scenario, scope }) => {
      const [ours, theirs] = ['share-ours', 'share-theirs']
      for (const group of [ours, theirs]) await stand(group, { [topic]: [40, 5, -1], [other]: [7] })
      const made = await plan(ours, scenario, scope)
      const outcome = await real.cluster.apply(made, never())
      expect(outcome.done).toHaveLength(made.rows.length)
      const line = equivalentCommand({ ...made, group: { ...made.group, id: theirs } }, ['there:1']) ?? ''
      const [command, , , ...words] = line.split(' ')
      expect(command).toBe('kafka-share-groups.sh')
      const ran = await oracle.tool('share-groups', words)
      expect(ran, ran.stderr).toMatchObject({ status: 0 })
      const [mine, his] = [await told(ours), await told(theirs)]
      expect(Object.keys(mine).length).toBeGreaterThan(3)
      expect(mine).toEqual(his)
      compared += Object.keys(mine).length
      table.push(['share', name, part, `${Object.keys(mine).length} of ${Object.keys(his).length}`])
    })

    it('deleting the offsets of a topic, and the group', async () => {
      const [ours, theirs] = ['share-del-ours', 'share-del-theirs']
      for (const group of [ours, theirs]) await stand(group, { [topic]: [40, 25, 0], [other]: [7] })
      const all = [0, 1, 2].map((partition) => ({ topic, partition }))
      expect((await real.cluster.deleteOffsets(ours, all, never())).done).toHaveLength(3)
      await oracle.tool('share-groups', ['--delete-offsets', '--group', theirs, '--topic', topic])
      expect(await told(ours)).toEqual({ [`${other}-0`]: '7 33' })
      expect(await told(ours)).toEqual(await told(theirs))
      await real.cluster.deleteGroup(ours, never())
      await oracle.tool('share-groups', ['--delete', '--group', theirs])
      const { stdout } = await oracle.tool('share-groups', ['--list'])
      expect(stdout.split('\n').filter((name) => name.startsWith('share-del'))).toEqual([])
    })
  })

  it('a reset is read from by a share consumer, though the start offset had not moved; undo brings it back', async () => {
    const group = 'share-reset'
    await stand(group, { [topic]: [70, 50, 0] })
    await reads(group, 40)
    const before = await told(group)
    await real.cluster.refresh({ kind: 'groups' }, never())
    const { result: made, requests: planning } = await real.counted(() => plan(group, { kind: 'earliest' }))
    expect(made.rows.every((row) => row.moves)).toBe(true)
    // 30 + 10 that were delivered, and what lies before them down to where the logs begin.
    expect(made.summary).toMatchObject({ replayed: 140n, skipped: 0n })
    expect(made.rows.map(({ lagBefore, lagAfter }) => [lagBefore, lagAfter])).toEqual([
      [0, 100],
      [0, 40],
      [0, 0],
    ])
    const { result: outcome, requests } = await real.counted(() => real.cluster.apply(made, never()))
    expect(outcome.record).toMatchObject({ state: 'verified', group: { id: group, type: 'share' } })
    expect(requests).toBeLessThanOrEqual(8)
    expect(planning + requests).toBeLessThanOrEqual(14)
    expect(await told(group)).toEqual({
      [`${topic}-0`]: '0 100',
      [`${topic}-1`]: '20 40',
      [`${topic}-2`]: '0 0',
    })
    await reads(group, 140)
    const undo = await real.cluster.planUndo(outcome.record.id, never())
    expect(undo.warnings.map(english).join('\n')).toMatch(/forgets the state of all records/)
    expect((await real.cluster.apply(undo, never())).record.state).toBe('verified')
    const starts = (rows: Record<string, string>): string[] =>
      Object.entries(rows).map(([name, row]) => `${name} ${row.split(' ')[0]}`)
    expect(starts(await told(group))).toEqual(starts(before))
  })

  it('to the same start offset delivers again what was delivered', async () => {
    const group = 'share-again'
    await stand(group, { [other]: [30] })
    await reads(group, 10, [other])
    // What members acknowledge as they leave reaches the broker's state some moments later.
    const made = await eventually(20_000, async () => {
      const planned = await plan(group, { kind: 'toOffset', offset: 30n })
      return planned.rows[0]?.lagBefore === 0 ? planned : undefined
    })
    // The other partition came with the subscription and has not begun.
    expect(made.rows.map(({ flags }) => flags[0])).toEqual(['sameStart', 'clampedToEnd'])
    expect(made.summary).toMatchObject({ moved: 2, unchanged: 0, replayed: 10n })
    await real.cluster.apply(made, never())
    await reads(group, 10, [other])
  })

  it('is refused where somebody read since the plan, also where the start offset stands still', async () => {
    const group = 'share-stale'
    await stand(group, { [other]: [35] })
    const made = await plan(group, { kind: 'earliest' })
    await reads(group, 5, [other])
    const error = await rejectionOf(real.cluster.apply(made, never()))
    expect(error).toMatchObject({ code: 'stale', text: { id: 'clusters.stale.share' } })
    // All are delivered, and nothing was changed.
    expect((await told(group))[`${other}-0`]).toMatch(/ 0$/)
    expect((await real.changes.list('c1', group)).map(({ state }) => state)).toEqual(['failed'])
  })

  it('is refused where another tool moved it since the plan', async () => {
    const group = 'share-moved'
    await stand(group, { [other]: [35] })
    const made = await plan(group, { kind: 'earliest' })
    await stand(group, { [other]: [20] })
    expect(await rejectionOf(real.cluster.apply(made, never()))).toMatchObject({ code: 'stale' })
    expect(await told(group)).toEqual({ [`${other}-0`]: '20 20' })
  })

  describe('in use', () => {
    const group = 'share-live'
    let member: LiveMember
    beforeAll(async () => {
      await stand(group, { [topic]: [1, 21, 0] })
      member = await oracle.consumer({ group, topics: [topic], protocol: 'share', clientId: 'worker' })
      await eventually(20_000, async () => {
        const told = await raw.describeGroups([{ id: group, type: 'share' }], never())
        return valueOf(told.get(group)).members.length > 0 ? true : undefined
      })
    })
    afterAll(() => member.stop())

    it('nothing is moved or deleted, and it is said who is in it', async () => {
      const made = await plan(group, { kind: 'latest' })
      expect(made.refusal === null ? '' : english(made.refusal)).toMatch(/worker on /)
      expect(await rejectionOf(real.cluster.apply(made, never()))).toMatchObject({ code: 'groupActive' })
      const all = [0, 1, 2].map((partition) => ({ topic, partition }))
      expect(await rejectionOf(real.cluster.deleteOffsets(group, all, never()))).toMatchObject({
        code: 'groupType',
      })
      expect(await rejectionOf(real.cluster.deleteGroup(group, never()))).toMatchObject({
        code: 'groupActive',
      })
    })

    it('the broker refuses as well', async () => {
      const ref = { id: group, type: 'share' } as const
      const rows = [{ topic, partition: 0, commit: { offset: 5n, leaderEpoch: -1, metadata: '' } }]
      const refused = { code: 'groupActive', kafka: 68, maybeSent: false }
      expect(await rejectionOf(raw.commit(ref, rows, never()))).toMatchObject(refused)
      expect(await rejectionOf(raw.deleteOffsets(ref, rows, never()))).toMatchObject(refused)
    })

    it('waiting tells who is still in it, and for how long', async () => {
      const said: string[] = []
      const ended = new AbortController()
      const waiting = real.cluster.waitUntilEmpty(
        group,
        (still) => {
          said.push(english(still))
          ended.abort()
        },
        ended.signal,
      )
      expect(await rejectionOf(waiting)).toMatchObject({ code: 'cancelled' })
      expect(said.join()).toMatch(/worker on .* up to 45 s/)
    })
  })

  it('offsets of a topic: only as a whole, and undo brings them back', async () => {
    const group = 'share-forget'
    await stand(group, { [topic]: [40, 25, 0], [other]: [7] })
    const before = await told(group)
    const part = await rejectionOf(real.cluster.deleteOffsets(group, [{ topic, partition: 1 }], never()))
    expect(english(part.text)).toMatch(/whole topics/)
    const all = [0, 1, 2].map((partition) => ({ topic, partition }))
    const { record } = await real.cluster.deleteOffsets(group, all, never())
    expect(record.state).toBe('verified')
    const undo = await real.cluster.planUndo(record.id, never())
    expect((await real.cluster.apply(undo, never())).done).toHaveLength(3)
    expect(await told(group)).toEqual(before)
  })

  it('a deleted group comes back as a share group with its start offsets', async () => {
    const group = 'share-gone'
    await stand(group, { [topic]: [40, 25, -1], [other]: [7] })
    const before = await told(group)
    const { record } = await real.cluster.deleteGroup(group, never())
    expect(record).toMatchObject({ state: 'verified', kind: 'deleteGroup' })
    const undo = await real.cluster.planUndo(record.id, never())
    expect(undo.group).toMatchObject({ state: 'Dead', type: 'share' })
    expect((await real.cluster.apply(undo, never())).record.state).toBe('verified')
    expect(await told(group)).toEqual(before)
    const { groups } = await raw.listGroups(never())
    expect(groups.find(({ id }) => id === group)).toMatchObject({ type: 'share', state: 'Empty' })
  })

  it('several groups of more than one type are deleted together, and each comes back as what it was', async () => {
    await stand('share-bulk', { [topic]: [40, 25, 0] })
    await oracle.commit('share-bulk-classic', [{ topic, partition: 0, offset: 7 }])
    const before = await told('share-bulk')
    const names = ['share-bulk', 'share-bulk-classic']
    const results = await real.cluster.deleteGroups(names, () => undefined, never())
    expect(results.map(({ kind }) => kind)).toEqual(['deleted', 'deleted'])
    const { groups: left } = await raw.listGroups(never())
    expect(left.filter(({ id }) => names.includes(id))).toEqual([])
    for (const name of names) {
      const undo = await real.cluster.planUndo(real.cluster.undoable(name)?.id ?? '', never())
      expect((await real.cluster.apply(undo, never())).record.state).toBe('verified')
    }
    expect(await told('share-bulk')).toEqual(before)
    const { groups } = await raw.listGroups(never())
    expect(names.map((name) => groups.find(({ id }) => id === name)?.type)).toEqual(['share', 'classic'])
  })

  it('partitions that the group did not have are set, and undo makes it forget them again', async () => {
    const group = 'share-new'
    await stand(group, { [topic]: [40] })
    const scope: Scope = { kind: 'parts', topics: [topic, other], partitions: [] }
    const made = await plan(group, { kind: 'latest' }, scope)
    expect(made.warnings.map(english).join('\n')).toMatch(/share-other-0.* had no start offset/)
    const { record } = await real.cluster.apply(made, never())
    expect(Object.keys(await told(group))).toHaveLength(5)
    const undo = await real.cluster.planUndo(record.id, never())
    expect((await real.cluster.apply(undo, never())).record.state).toBe('verified')
    // Kafka forgets whole topics only: of the other, the partitions go back to not begun.
    expect(await told(group)).toEqual({
      [`${topic}-0`]: '40 60',
      [`${topic}-1`]: '- -',
      [`${topic}-2`]: '- -',
    })
  })

  it('is seen with start offset, end and the lag that the broker tells', async () => {
    const group = 'share-seen'
    await stand(group, { [topic]: [90, 60, -1] })
    await reads(group, 10)
    await real.cluster.refresh({ kind: 'group', group }, never())
    const seen = real.cluster.snapshot.groups?.get(group)
    expect(seen).toMatchObject({ type: 'share', state: 'Empty', error: null, members: [] })
    const rows = (seen?.partitions ?? []).map((p) => [
      `${p.topic}-${p.partition}`,
      `${p.commit?.offset === -1n ? '-' : p.commit?.offset} ${p.lag.lag ?? '-'}`,
    ])
    expect(Object.fromEntries(rows)).toEqual(await told(group))
    expect(seen?.partitions?.map(({ start, end }) => `${start} ${end}`)).toEqual(['0 100', '20 60', '0 0'])
  })

  it('a record left as sent by a crash is settled by its start offsets', async () => {
    const group = 'share-crash'
    await stand(group, { [other]: [9] })
    const at = Date.now() - 120_000
    const commit = (offset: bigint) => ({ offset, leaderEpoch: -1, metadata: '' })
    const row = { topic: other, partition: 0, topicId: null, error: null }
    const again = new RealCluster((await sharedBroker(currentKafka)).bootstrap, join(folder.path, 'crash'))
    await again.changes.create({
      id: `${at}-crash`,
      at,
      kind: 'reset',
      undoes: null,
      state: 'sent',
      cluster: { id: 'c1', name: 'test' },
      group: { id: group, type: 'share' },
      rows: [{ ...row, before: commit(3n), after: commit(9n) }],
    })
    await again.cluster.connect(never())
    expect((await again.changes.get(`${at}-crash`))?.state).toBe('verified')
    await again.end()
  })

  it.each<readonly [string, 'request' | 'response', readonly string[]]>([
    ['the request is lost', 'request', ['3']],
    ['the answer is cut off', 'response', ['0']],
  ])('%s: reading back tells what was stored', async (name, part, wanted) => {
    const group = `share-${part}-cut`
    await stand(group, { [other]: [3] })
    const { nodes } = await sharedBroker(currentKafka)
    const proxy = await startProxy(nodes[0] ?? expect.unreachable('there is no node'))
    const cut = new RealCluster(proxy.bootstrap, join(folder.path, name))
    try {
      await cut.cluster.connect(never())
      const scope: Scope = { kind: 'group' }
      const wish = { group, scenario: { kind: 'earliest' }, scope, purpose: 'reset' } as const
      const made = await cut.cluster.plan(wish, never())
      let cuts = 0
      const judge = ({ api }: { readonly api: string }): Verdict => {
        if (api !== 'AlterShareGroupOffsets') return 'pass'
        cuts += 1
        return 'cut'
      }
      if (part === 'request') proxy.judgeRequests(judge)
      else proxy.judgeResponses(judge)
      const outcome = await cut.cluster.apply(made, never())
      expect(outcome.record.state).toBe(part === 'request' ? 'failed' : 'verified')
      expect(outcome.unsettled).toEqual([])
      expect(cuts).toBe(1)
      expect(Object.values(await told(group)).map((row) => row.split(' ')[0])).toEqual(wanted)
    } finally {
      await cut.end()
      await proxy.stop()
    }
  })

  it('a bookmark is kept and gone back to', async () => {
    const group = 'share-bookmark'
    await stand(group, { [topic]: [40, 25, 0] })
    const kept = await real.cluster.bookmark(group, 'before', never())
    await real.reset(group, { kind: 'latest' })
    const back = await real.cluster.planUndo(kept.id, never())
    await real.cluster.apply(back, never())
    const starts = valueOf((await raw.committed([{ id: group, type: 'share' }], never())).get(group))
    expect([0, 1, 2].map((partition) => starts.get(topic, partition)?.offset)).toEqual([40n, 25n, 0n])
  })
})
