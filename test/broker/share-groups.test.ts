import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '../../src/offsets/scenario'
import type { LiveMember } from '../support/kafka/oracle'
import { startProxy, type Verdict } from '../support/kafka/proxy'
import { sharedBroker } from '../support/kafka/shared'
import { currentKafka } from '../support/kafka/versions'
import { eventually, never, rejectionOf, valueOf } from './client'
import { english, RealCluster } from './cluster'
import { onShareGroups } from './on-share-groups'

describe(`share groups on Kafka ${currentKafka}`, () => {
  const at = onShareGroups('share')
  const { topic, other } = at

  it('a reset is read from by a share consumer, though the start offset had not moved; undo brings it back', async () => {
    const group = 'share-reset'
    await at.stand(group, { [topic]: [70, 50, 0] })
    await at.reads(group, 40)
    const before = await at.told(group)
    await at.real.cluster.refresh({ kind: 'groups' }, never())
    const { result: made, requests: planning } = await at.real.counted(() =>
      at.plan(group, { kind: 'earliest' }),
    )
    expect(made.rows.every((row) => row.moves)).toBe(true)
    // 30 + 10 that were delivered, and what lies before them down to where the logs begin.
    expect(made.summary).toMatchObject({ replayed: 140n, skipped: 0n })
    expect(made.rows.map(({ lagBefore, lagAfter }) => [lagBefore, lagAfter])).toEqual([
      [0, 100],
      [0, 40],
      [0, 0],
    ])
    const { result: outcome, requests } = await at.real.counted(() => at.real.cluster.apply(made, never()))
    expect(outcome.record).toMatchObject({ state: 'verified', group: { id: group, type: 'share' } })
    expect(requests).toBeLessThanOrEqual(8)
    expect(planning + requests).toBeLessThanOrEqual(14)
    expect(await at.told(group)).toEqual({
      [`${topic}-0`]: '0 100',
      [`${topic}-1`]: '20 40',
      [`${topic}-2`]: '0 0',
    })
    await at.reads(group, 140)
    const undo = await at.real.cluster.planUndo(outcome.record.id, never())
    expect(undo.warnings.map(english).join('\n')).toMatch(/forgets the state of all records/)
    expect((await at.real.cluster.apply(undo, never())).record.state).toBe('verified')
    const starts = (rows: Record<string, string>): string[] =>
      Object.entries(rows).map(([name, row]) => `${name} ${row.split(' ')[0]}`)
    expect(starts(await at.told(group))).toEqual(starts(before))
  })

  it('to the same start offset delivers again what was delivered', async () => {
    const group = 'share-again'
    await at.stand(group, { [other]: [30] })
    await at.reads(group, 10, [other])
    const made = await at.plan(group, { kind: 'toOffset', offset: 30n })
    // The other partition came with the subscription and has not begun.
    expect(made.rows.map(({ flags }) => flags[0])).toEqual(['sameStart', 'clampedToEnd'])
    expect(made.summary).toMatchObject({ moved: 2, unchanged: 0, replayed: 10n })
    await at.real.cluster.apply(made, never())
    await at.reads(group, 10, [other])
  })

  it('is refused where somebody read since the plan, also where the start offset stands still', async () => {
    const group = 'share-stale'
    await at.stand(group, { [other]: [35] })
    const made = await at.plan(group, { kind: 'earliest' })
    await at.reads(group, 5, [other])
    const error = await rejectionOf(at.real.cluster.apply(made, never()))
    expect(error).toMatchObject({ code: 'stale', text: { id: 'clusters.stale.share' } })
    // All are delivered, and nothing was changed.
    expect((await at.told(group))[`${other}-0`]).toMatch(/ 0$/)
    expect((await at.real.changes.list('c1', group)).map(({ state }) => state)).toEqual(['failed'])
  })

  it('is refused where another tool moved it since the plan', async () => {
    const group = 'share-moved'
    await at.stand(group, { [other]: [35] })
    const made = await at.plan(group, { kind: 'earliest' })
    await at.stand(group, { [other]: [20] })
    expect(await rejectionOf(at.real.cluster.apply(made, never()))).toMatchObject({ code: 'stale' })
    expect(await at.told(group)).toEqual({ [`${other}-0`]: '20 20' })
  })

  describe('in use', () => {
    const group = 'share-live'
    let member: LiveMember
    beforeAll(async () => {
      await at.stand(group, { [topic]: [1, 21, 0] })
      member = await at.oracle.consumer({ group, topics: [topic], protocol: 'share', clientId: 'worker' })
      await eventually(20_000, async () => {
        const told = await at.raw.describeGroups([{ id: group, type: 'share' }], never())
        return valueOf(told.get(group)).members.length > 0 ? true : undefined
      })
    })
    afterAll(() => member.stop())

    it('nothing is moved or deleted, and it is said who is in it', async () => {
      const made = await at.plan(group, { kind: 'latest' })
      expect(made.refusal === null ? '' : english(made.refusal)).toMatch(/worker on /)
      expect(await rejectionOf(at.real.cluster.apply(made, never()))).toMatchObject({ code: 'groupActive' })
      const all = [0, 1, 2].map((partition) => ({ topic, partition }))
      expect(await rejectionOf(at.real.cluster.deleteOffsets(group, all, never()))).toMatchObject({
        code: 'groupType',
      })
      expect(await rejectionOf(at.real.cluster.deleteGroup(group, never()))).toMatchObject({
        code: 'groupActive',
      })
    })

    it('the broker refuses as well', async () => {
      const ref = { id: group, type: 'share' } as const
      const rows = [{ topic, partition: 0, commit: { offset: 5n, leaderEpoch: -1, metadata: '' } }]
      const refused = { code: 'groupActive', kafka: 68, maybeSent: false }
      expect(await rejectionOf(at.raw.commit(ref, rows, never()))).toMatchObject(refused)
      expect(await rejectionOf(at.raw.deleteOffsets(ref, rows, never()))).toMatchObject(refused)
    })

    it('waiting tells who is still in it, and for how long', async () => {
      const said: string[] = []
      const ended = new AbortController()
      const waiting = at.real.cluster.waitUntilEmpty(
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
    await at.stand(group, { [topic]: [40, 25, 0], [other]: [7] })
    const before = await at.told(group)
    const part = await rejectionOf(at.real.cluster.deleteOffsets(group, [{ topic, partition: 1 }], never()))
    expect(english(part.text)).toMatch(/whole topics/)
    const all = [0, 1, 2].map((partition) => ({ topic, partition }))
    const { record } = await at.real.cluster.deleteOffsets(group, all, never())
    expect(record.state).toBe('verified')
    const undo = await at.real.cluster.planUndo(record.id, never())
    expect((await at.real.cluster.apply(undo, never())).done).toHaveLength(3)
    expect(await at.told(group)).toEqual(before)
  })

  it('a deleted group comes back as a share group with its start offsets', async () => {
    const group = 'share-gone'
    await at.stand(group, { [topic]: [40, 25, -1], [other]: [7] })
    const before = await at.told(group)
    const { record } = await at.real.cluster.deleteGroup(group, never())
    expect(record).toMatchObject({ state: 'verified', kind: 'deleteGroup' })
    const undo = await at.real.cluster.planUndo(record.id, never())
    expect(undo.group).toMatchObject({ state: 'Dead', type: 'share' })
    expect((await at.real.cluster.apply(undo, never())).record.state).toBe('verified')
    expect(await at.told(group)).toEqual(before)
    const { groups } = await at.raw.listGroups(never())
    expect(groups.find(({ id }) => id === group)).toMatchObject({ type: 'share', state: 'Empty' })
  })

  it('several groups of more than one type are deleted together, and each comes back as what it was', async () => {
    await at.stand('share-bulk', { [topic]: [40, 25, 0] })
    await at.oracle.commit('share-bulk-classic', [{ topic, partition: 0, offset: 7 }])
    const before = await at.told('share-bulk')
    const names = ['share-bulk', 'share-bulk-classic']
    const results = await at.real.cluster.deleteGroups(names, () => undefined, never())
    expect(results.map(({ kind }) => kind)).toEqual(['deleted', 'deleted'])
    const { groups: left } = await at.raw.listGroups(never())
    expect(left.filter(({ id }) => names.includes(id))).toEqual([])
    for (const name of names) {
      const undo = await at.real.cluster.planUndo(at.real.cluster.undoable(name)?.id ?? '', never())
      expect((await at.real.cluster.apply(undo, never())).record.state).toBe('verified')
    }
    expect(await at.told('share-bulk')).toEqual(before)
    const { groups } = await at.raw.listGroups(never())
    expect(names.map((name) => groups.find(({ id }) => id === name)?.type)).toEqual(['share', 'classic'])
  })

  it('partitions that the group did not have are set, and undo makes it forget them again', async () => {
    const group = 'share-new'
    await at.stand(group, { [topic]: [40] })
    const scope: Scope = { kind: 'parts', topics: [topic, other], partitions: [] }
    const made = await at.plan(group, { kind: 'latest' }, scope)
    expect(made.warnings.map(english).join('\n')).toMatch(/share-other-0.* had no start offset/)
    const { record } = await at.real.cluster.apply(made, never())
    expect(Object.keys(await at.told(group))).toHaveLength(5)
    const undo = await at.real.cluster.planUndo(record.id, never())
    expect((await at.real.cluster.apply(undo, never())).record.state).toBe('verified')
    // Kafka forgets whole topics only: of the other, the partitions go back to not begun.
    expect(await at.told(group)).toEqual({
      [`${topic}-0`]: '40 60',
      [`${topic}-1`]: '- -',
      [`${topic}-2`]: '- -',
    })
  })

  it('is seen with start offset, end and the lag that the broker tells', async () => {
    const group = 'share-seen'
    await at.stand(group, { [topic]: [90, 60, -1] })
    await at.reads(group, 10)
    await at.real.cluster.refresh({ kind: 'group', group }, never())
    const seen = at.real.cluster.snapshot.groups?.get(group)
    expect(seen).toMatchObject({ type: 'share', state: 'Empty', error: null, members: [] })
    const rows = (seen?.partitions ?? []).map((p) => [
      `${p.topic}-${p.partition}`,
      `${p.commit?.offset === -1n ? '-' : p.commit?.offset} ${p.lag.lag ?? '-'}`,
    ])
    expect(Object.fromEntries(rows)).toEqual(await at.told(group))
    expect(seen?.partitions?.map(({ start, end }) => `${start} ${end}`)).toEqual(['0 100', '20 60', '0 0'])
  })

  it('a record left as sent by a crash is settled by its start offsets', async () => {
    const group = 'share-crash'
    await at.stand(group, { [other]: [9] })
    const time = Date.now() - 120_000
    const commit = (offset: bigint) => ({ offset, leaderEpoch: -1, metadata: '' })
    const row = { topic: other, partition: 0, topicId: null, error: null }
    const again = new RealCluster((await sharedBroker(currentKafka)).bootstrap, join(at.folder, 'crash'))
    await again.changes.create({
      id: `${time}-crash`,
      at: time,
      kind: 'reset',
      undoes: null,
      state: 'sent',
      cluster: { id: 'c1', name: 'test' },
      group: { id: group, type: 'share' },
      rows: [{ ...row, before: commit(3n), after: commit(9n) }],
    })
    await again.cluster.connect(never())
    expect((await again.changes.get(`${time}-crash`))?.state).toBe('verified')
    await again.end()
  })

  it.each<readonly [string, 'request' | 'response', readonly string[]]>([
    ['the request is lost', 'request', ['3']],
    ['the answer is cut off', 'response', ['0']],
  ])('%s: reading back tells what was stored', async (name, part, wanted) => {
    const group = `share-${part}-cut`
    await at.stand(group, { [other]: [3] })
    const { nodes } = await sharedBroker(currentKafka)
    const proxy = await startProxy(nodes[0] ?? expect.unreachable('there is no node'))
    const cut = new RealCluster(proxy.bootstrap, join(at.folder, name))
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
      expect(Object.values(await at.told(group)).map((row) => row.split(' ')[0])).toEqual(wanted)
    } finally {
      await cut.end()
      await proxy.stop()
    }
  })

  it('a bookmark is kept and gone back to', async () => {
    const group = 'share-bookmark'
    await at.stand(group, { [topic]: [40, 25, 0] })
    const kept = await at.real.cluster.bookmark(group, 'before', never())
    await at.real.reset(group, { kind: 'latest' })
    const back = await at.real.cluster.planUndo(kept.id, never())
    await at.real.cluster.apply(back, never())
    const starts = valueOf((await at.raw.committed([{ id: group, type: 'share' }], never())).get(group))
    expect([0, 1, 2].map((partition) => starts.get(topic, partition)?.offset)).toEqual([40n, 25n, 0n])
  })
})
