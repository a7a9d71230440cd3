import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeRecord, ChangeRow } from '../../../src/model/change'
import { sameCommit, type Commit } from '../../../src/model/commits'
import { confirmation } from '../../../src/offsets/confirmation'
import { equivalentCommand } from '../../../src/offsets/command'
import type { GroupFacts } from '../../../src/offsets/facts'
import { undoPlan } from '../../../src/offsets/undo'
import { commit, english, facts, group, groupFacts, NOW, planOf } from './support'

function change(rows: readonly ChangeRow[], about: Partial<ChangeRecord> = {}): ChangeRecord {
  return {
    id: 'r1',
    at: NOW - 60_000,
    tool: 'lagline 0.1.0',
    kind: 'reset',
    undoes: null,
    state: 'verified',
    cluster: { id: 'c1', name: 'demo' },
    group: { id: 'audit', type: 'classic' },
    rows,
    ...about,
  }
}

function row(partition: number, before: Commit | null, after: Commit | null): ChangeRow {
  return { topic: 'orders', partition, topicId: 'orders-id', before, after, error: null }
}

describe('undo', () => {
  it('brings back offset, leader epoch and metadata, and removes what was not there', () => {
    const before = commit(500, 4, 'checkpoint')
    const record = change([row(0, before, commit(0)), row(1, null, commit(0))])
    const plan = undoPlan(record, groupFacts([facts(0, 0, 0, 900), facts(1, 0, 0, 900)]), NOW)
    expect(plan.rows.map(({ after, moves, flags }) => ({ after, moves, flags }))).toEqual([
      { after: before, moves: true, flags: [] },
      { after: null, moves: true, flags: [] },
    ])
    expect(plan.purpose).toEqual({ kind: 'undo', changeId: 'r1', changeAt: NOW - 60_000 })
    expect(plan.refusal).toBeNull()
    expect(plan.warnings).toEqual([])
    expect(equivalentCommand(plan, ['a:9092'])).toBeNull()
    expect(confirmation(plan).details.map(english)).toContain(
      'Committed offsets of orders-1 are removed again: there were none before.',
    )
  })

  it('never clamps: what is outside the log now comes back, marked', () => {
    const record = change([row(0, commit(5), commit(50)), row(1, commit(500), commit(50))])
    const plan = undoPlan(record, groupFacts([facts(0, 50, 20, 100), facts(1, 50, 20, 100)]), NOW)
    expect(plan.rows.map((one) => [one.after?.offset, one.flags])).toEqual([
      [5n, ['outsideLog']],
      [500n, ['outsideLog']],
    ])
    expect(plan.warnings.map(english).join()).toMatch(/orders-0, orders-1 would stand outside the log/)
  })

  it('marks a topic that was deleted and created again', () => {
    const plan = undoPlan(
      change([row(0, commit(5), commit(9))]),
      groupFacts([facts(0, 9, 0, 10, { topicId: 'another' })]),
      NOW,
    )
    expect(plan.rows[0]?.flags).toEqual(['topicReplaced'])
    expect(plan.warnings.map(english).join()).toMatch(/deleted and created again/)
  })

  it('leaves out what was refused then, and refuses when nothing was stored', () => {
    const refused = { ...row(1, commit(5), commit(9)), error: { id: 'kafka.29', args: [] } }
    const plan = undoPlan(
      change([row(0, commit(5), commit(9)), refused]),
      groupFacts([facts(0, 9, 0, 10)]),
      NOW,
    )
    expect(plan.rows.map((one) => one.partition)).toEqual([0])
    const none = undoPlan(change([refused]), groupFacts([]), NOW)
    expect(english(none.refusal)).toMatch(/stored nothing/)
  })

  it('says by how much the group has moved on since', () => {
    const record = change([
      row(0, commit(5), commit(9)),
      row(1, commit(5), commit(9)),
      row(2, commit(5), commit(9)),
    ])
    const now = groupFacts([facts(0, 30, 0, 99), facts(1, 40, 0, 99), facts(2, 9, 0, 99)])
    expect(undoPlan(record, now, NOW).warnings.map(english)).toEqual([
      'The group has moved on since that change: orders-0 stood at 9 then and stands at 30 now, and 1 more have moved.',
    ])
  })

  it('a row that is back already is not moved', () => {
    const plan = undoPlan(change([row(0, commit(5), commit(9))]), groupFacts([facts(0, 5, 0, 10)]), NOW)
    expect(plan.rows[0]).toMatchObject({ moves: false, flags: ['unchanged'] })
    expect(english(plan.refusal)).toMatch(/already there/)
  })

  it('brings a deleted group back', () => {
    const record = change([row(0, commit(5, 1, 'm'), null)], { kind: 'deleteGroup' })
    const dead = group({ state: 'Dead', protocolType: '' })
    const plan = undoPlan(record, groupFacts([facts(0, null, 0, 10)], { group: dead }), NOW)
    expect(plan.refusal).toBeNull()
    expect(plan.rows[0]).toMatchObject({ after: commit(5, 1, 'm'), moves: true, flags: ['noCommit'] })
    expect(plan.warnings.map(english)).toEqual([
      'The group does not exist any more; it comes back with these offsets only.',
    ])
    expect(english(confirmation(plan).question)).toBe('Bring back the offsets of audit?')
  })

  it('needs no leader, but a partition', () => {
    const record = change([row(0, commit(5), commit(9)), row(1, commit(5), commit(9))])
    const away = { ...facts(0, 9, 0, 0), start: null, end: null, error: 5 }
    const gone = { ...facts(1, 9, 0, 0), start: null, end: null, error: 3 }
    const plan = undoPlan(record, groupFacts([away, gone]), NOW)
    expect(plan.rows.map((one) => one.moves)).toEqual([true, false])
  })

  const someCommit = fc.option(
    fc.record({
      offset: fc.bigInt({ min: -2n, max: 200n }),
      leaderEpoch: fc.integer({ min: -1, max: 9 }),
      metadata: fc.string({ maxLength: 3 }),
    }),
  )
  it('after any reset, every offset stands exactly as before', () => {
    fc.assert(
      fc.property(
        fc.array(someCommit, { maxLength: 8 }),
        fc.bigInt({ min: 0n, max: 200n }),
        (commits, offset) => {
          const at = (all: readonly (Commit | null)[]): GroupFacts =>
            groupFacts(all.map((one, partition) => facts(partition, one, 10, 150)))
          const reset = planOf({ kind: 'toOffset', offset }, at(commits).partitions)
          const stored = commits.map((one, partition) => {
            const planned = reset.rows[partition]
            return planned?.moves === true ? planned.after : one
          })
          const rows = reset.rows
            .filter((one) => one.moves)
            .map((one) => row(one.partition, one.before, one.after))
          const undo = undoPlan(change(rows), at(stored), NOW)
          const back = stored.map((one, partition) => {
            const planned = undo.rows.find((restored) => restored.partition === partition && restored.moves)
            return planned === undefined ? one : planned.after
          })
          expect(back.every((one, partition) => sameCommit(one, commits[partition] ?? null))).toBe(true)
          expect(undo.warnings.filter((text) => text.id.startsWith('offsets.warning.movedOn'))).toEqual([])
        },
      ),
    )
  })
})
