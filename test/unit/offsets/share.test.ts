import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeRecord, ChangeRow } from '../../../src/model/change'
import type { Commit } from '../../../src/model/commits'
import { changeDocument } from '../../../src/offsets/change-document'
import { confirmation } from '../../../src/offsets/confirmation'
import { planDocument } from '../../../src/offsets/document'
import type { PartitionFacts } from '../../../src/offsets/facts'
import type { Plan } from '../../../src/offsets/plan-types'
import type { Scenario } from '../../../src/offsets/scenario'
import { shareConsequence } from '../../../src/offsets/share'
import { undoPlan } from '../../../src/offsets/undo'
import { sayWith } from '../../../src/model/text'
import { changesTexts } from '../../../src/model/texts/changes'
import { offsetsTexts } from '../../../src/model/texts/offsets'
import { commit, english, facts, format, group, groupFacts, NOW, planOf, say } from './support'

const share = group({ type: 'share', protocolType: 'share', epoch: 4 })

function start(offset: number, lag: number | null): Commit {
  return { ...commit(offset), shareLag: lag === null ? null : BigInt(lag) }
}

function shared(scenario: Scenario, partitions: readonly PartitionFacts[]): Plan {
  return planOf(scenario, partitions, { group: share })
}

describe('a reset of a share group', () => {
  it('sends every partition, and counts what was delivered by the lag that the broker tells', () => {
    const plan = shared({ kind: 'earliest' }, [
      facts(0, start(40, 5), 0, 100),
      facts(1, start(0, 0), 0, 60),
      facts(2, start(-1, null), 0, 9),
    ])
    expect(plan.refusal).toBeNull()
    expect(plan.rows.map(({ moves, flags }) => [moves, flags])).toEqual([
      [true, []],
      [true, ['sameStart']],
      [true, ['notStarted']],
    ])
    // 40 below and 55 above the start offset; all 60; nothing of what had not begun.
    expect(plan.summary).toMatchObject({ moved: 3, unchanged: 0, replayed: 155n, skipped: 0n })
    expect(plan.rows.map(({ lagBefore, lagAfter }) => [lagBefore, lagAfter])).toEqual([
      [5, 100],
      [0, 60],
      [null, 9],
    ])
    expect(plan.rows[1]?.after).toEqual({ offset: 0n, leaderEpoch: -1, metadata: '' })
  })

  it('says what it means before it is agreed to, the skipped number first', () => {
    const plan = shared({ kind: 'toOffset', offset: 50n }, [facts(0, start(40, 30), 0, 100)])
    const { question, details } = confirmation(plan)
    expect(english(question)).toBe('Reset offsets of audit to offset 50?')
    expect(details.map(english)).toEqual([
      'Skips at most 10 offsets: the group will not get them.',
      'Delivers at most 30 offsets again.',
      '1 partition of 1 topic: 1 moves.',
      'A share group is moved by its start offsets: Kafka then forgets the state of all records above them.',
      'Delivery counts begin at 0 again; what was acknowledged, rejected or in delivery may be delivered again.',
      'A snapshot is kept: Undo brings the old start offsets back, but not the state of the records above them.',
    ])
  })

  it('names what the broker does not tell, and what had not begun', () => {
    const words = shared({ kind: 'latest' }, [
      facts(0, start(40, null), 0, 100),
      facts(1, null, 0, 9),
    ]).warnings.map(english)
    expect(words[2]).toMatch(/^The broker does not tell how much was delivered to audit/)
    expect(words[3]).toMatch(/^orders-1 had no start offset/)
  })

  it('warns of nothing that is about committed offsets', () => {
    const near = shared({ kind: 'toOffset', offset: 1_500n }, [facts(0, start(500, 9), 1_000, 101_000)])
    expect(near.warnings.map(({ id }) => id)).toEqual([
      'offsets.warning.share',
      'offsets.warning.share.again',
    ])
    expect(planOf({ kind: 'latest' }, [], { group: share }).refusal).toMatchObject({
      id: 'offsets.refusal.noStarts',
    })
  })

  it('shifts from the start offset, and leaves what has none', () => {
    const plan = shared({ kind: 'shiftBy', by: -10n }, [
      facts(0, start(40, 0), 0, 100),
      facts(1, start(-1, null), 0, 9),
    ])
    expect(plan.rows.map((row) => [row.moves, row.after?.offset])).toEqual([
      [true, 30n],
      [false, -1n],
    ])
    expect(planDocument(plan, say, format)).toContain('not moved: no offset to count from')
  })

  it('is a document in Kafka’s words', () => {
    const text = planDocument(
      shared({ kind: 'latest' }, [facts(0, start(-1, null), 0, 7), facts(1, start(90, 3), 0, 70)]),
      say,
      format,
    )
    expect(text).toContain('Skips at most 0 offsets, delivers at most 0 again. 2 partitions: 2 move.')
    expect(text).toMatch(/topic +partition +start offset +new/)
    expect(text).toMatch(/orders +0 +not begun +7 .*it had no start offset/)
    expect(text).toMatch(/orders +1 +90 +70 .*it started 20 beyond the end of the log/)
  })
})

describe('what a move does to the readers of a share-partition', () => {
  const offset = fc.bigInt({ min: 0n, max: 1_000n })

  it('is never less than what can happen, and never more than the log', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), offset, offset, (delivered, a, b) => {
        const end = BigInt(delivered.length)
        const [before, after] = [a % (end + 1n), b % (end + 1n)]
        const given = (at: bigint): boolean => at < before || delivered[Number(at)] === true
        let [lag, again, never] = [0n, 0n, 0n]
        for (let at = 0n; at < end; at += 1n) {
          if (!given(at)) lag += 1n
          if (given(at) && at >= after) again += 1n
          if (!given(at) && at < after) never += 1n
        }
        for (const told of [lag, null]) {
          const { replayed, skipped } = shareConsequence(told, before, after, end)
          expect(replayed >= again && skipped >= never).toBe(true)
          expect(replayed <= end && skipped <= end).toBe(true)
        }
        // Back, or to the same place, it is exact.
        if (after <= before)
          expect(shareConsequence(lag, before, after, end)).toEqual({ replayed: again, skipped: 0n })
      }),
    )
  })

  it('without an end, only the way between is known', () => {
    expect(shareConsequence(null, 5n, 2n, null)).toEqual({ replayed: 3n, skipped: 0n })
  })
})

describe('an undo of a share group', () => {
  const row = (
    partition: number,
    before: Commit | null,
    after: Commit | null,
    topic = 'orders',
  ): ChangeRow => ({
    topic,
    partition,
    topicId: null,
    before,
    after,
    error: null,
  })
  const record = (rows: readonly ChangeRow[]): ChangeRecord => ({
    id: 'r1',
    at: NOW - 60_000,
    tool: 'lagline 0.1.0',
    kind: 'reset',
    undoes: null,
    state: 'verified',
    cluster: { id: 'c1', name: 'demo' },
    group: { id: 'audit', type: 'share' },
    rows,
  })

  it('brings start offsets back, also that nothing had begun, and says what it cannot bring back', () => {
    const plan = undoPlan(
      record([row(0, commit(40), commit(0)), row(1, commit(-1), commit(9))]),
      groupFacts([facts(0, start(0, 60), 0, 100), facts(1, start(9, 0), 0, 9)], { group: share }),
      NOW,
    )
    expect(plan.rows.map(({ after, moves }) => [after?.offset, moves])).toEqual([
      [40n, true],
      [-1n, true],
    ])
    const said = confirmation(plan).details.map(english).join('\n')
    expect(said).toMatch(/forgets the state of all records above them/)
    expect(said).toMatch(/Which records above them were delivered does not come back/)
    expect(planDocument(plan, say, format)).toMatch(/orders +1 +9 +not begun/)
  })

  it('forgets a topic where nothing of it stays, and else only where the partition begins', () => {
    const rows = [row(0, null, commit(9)), row(0, null, commit(9), 'payments')]
    const now = [facts(0, start(9, 0), 0, 9), facts(0, start(9, 0), 0, 9, { topic: 'payments' })]
    const leftOut = [{ topic: 'payments', partition: 1 }]
    const plan = undoPlan(record(rows), groupFacts(now, { group: share, leftOut }), NOW)
    expect(plan.rows.map(({ topic, after }) => [topic, after?.offset ?? null])).toEqual([
      ['orders', null],
      ['payments', -1n],
    ])
    expect(confirmation(plan).details.map(english)).toContain(
      'The group forgets orders-0 again: it had no start offset there.',
    )
  })

  it('tells where the group stands since, also where nothing has begun', () => {
    const plan = undoPlan(
      record([row(0, commit(40), commit(0))]),
      groupFacts([facts(0, start(-1, null), 0, 100)], { group: share }),
      NOW,
    )
    expect(plan.warnings.map(english).join()).toMatch(/orders-0 stood at 0 then and stands at not begun now/)
  })

  it('is told in the list of changes', () => {
    const told = sayWith({ ...offsetsTexts, ...changesTexts }, format)
    const context = { undone: false, now: null }
    const text = changeDocument(record([row(0, commit(-1), commit(5))]), context, told, format)
    expect(text).toMatch(/orders +0 +not begun +none +5/)
  })
})
