import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartitionFacts } from '../../../src/offsets/facts'
import type { PlanRow, RowFlag } from '../../../src/offsets/plan-types'
import type { Scenario } from '../../../src/offsets/scenario'
import { planTitle } from '../../../src/offsets/title'
import { commit, english, facts, group, member, planOf } from './support'

const toOffset = (offset: number): Scenario => ({ kind: 'toOffset', offset: BigInt(offset) })
const toTime: Scenario = { kind: 'toDatetime', time: 1_000 }
const earliest: Scenario = { kind: 'earliest' }
const latest: Scenario = { kind: 'latest' }
const current: Scenario = { kind: 'current' }
const anHourAgo: Scenario = { kind: 'byDuration', ms: 3_600_000, iso: 'PT1H' }
const fromFile: Scenario = { kind: 'fromFile', file: 'a.csv', rows: [] }
const copyFrom: Scenario = { kind: 'copyFrom', group: 'blue' }
const shiftBy = (by: number | bigint): Scenario => ({ kind: 'shiftBy', by: BigInt(by) })

function onlyRow(scenario: Scenario, partition: PartitionFacts): PlanRow {
  const [row] = planOf(scenario, [partition]).rows
  if (row === undefined) throw new Error('the plan has no row')
  return row
}

describe('where each scenario goes, as ConsumerGroupCommand', () => {
  const cases: readonly (readonly [string, Scenario, PartitionFacts, number, readonly RowFlag[]])[] = [
    ['earliest is the log start', earliest, facts(0, 50, 10, 100), 10, []],
    ['earliest of a log from 0', earliest, facts(0, 50, 0, 100), 0, []],
    ['latest is the high watermark', latest, facts(0, 50, 10, 100), 100, []],
    ['an offset inside the log stays', toOffset(60), facts(0, 50, 10, 100), 60, []],
    ['the end itself is allowed', toOffset(100), facts(0, 50, 10, 100), 100, []],
    ['the start itself is allowed', toOffset(10), facts(0, 50, 10, 100), 10, []],
    ['beyond the end goes to the end', toOffset(101), facts(0, 50, 10, 100), 100, ['clampedToEnd']],
    ['below the start goes to the start', toOffset(9), facts(0, 50, 10, 100), 10, ['clampedToStart']],
    ['any offset in an empty log at 0 goes to 0', toOffset(5), facts(0, 3, 0, 0), 0, ['clampedToEnd']],
    ['an emptied log has one place', toOffset(5), facts(0, 3, 40, 40), 40, ['clampedToStart']],
    ['a time with a record', toTime, facts(0, 50, 10, 100, { atTime: 70n }), 70, []],
    ['a time past the last record', toTime, facts(0, 50, 10, 100, { atTime: null }), 100, ['pastEnd']],
    ['a time in an empty log', toTime, facts(0, 5, 0, 0, { atTime: null }), 0, ['pastEnd']],
    ['a first commit', earliest, facts(0, null, 10, 100), 10, ['noCommit']],
    ['a negative commit reads as none', latest, facts(0, -2, 10, 100), 100, ['noCommit']],
    ['a commit below the log', earliest, facts(0, 3, 10, 100), 10, []],
    ['a commit beyond the end', latest, facts(0, 500, 10, 100), 100, []],
    ['current is where it stands', current, facts(0, null, 10, 100), 100, ['noCommit']],
    ['shift back', shiftBy(-20), facts(0, 50, 10, 100), 30, []],
    ['shift on', shiftBy(50), facts(0, 50, 10, 100), 100, []],
    ['shift beyond the end', shiftBy(51), facts(0, 50, 10, 100), 100, ['clampedToEnd']],
    ['shift below the start', shiftBy(-41), facts(0, 50, 10, 100), 10, ['clampedToStart']],
    ['shift from beyond the end', shiftBy(-450), facts(0, 500, 10, 100), 50, []],
    ['shift beyond 64 bits', shiftBy(2n ** 63n - 1n), facts(0, 50, 10, 100), 100, ['clampedToEnd']],
    ['a duration with a record', anHourAgo, facts(0, 50, 10, 100, { atTime: 70n }), 70, []],
    ['a duration past the last record', anHourAgo, facts(0, 50, 10, 100, { atTime: null }), 100, ['pastEnd']],
    ['a line of a file', fromFile, facts(0, 50, 10, 100, { given: 60n }), 60, []],
    ['a line beyond the end', fromFile, facts(0, 50, 10, 100, { given: 600n }), 100, ['clampedToEnd']],
    ['a copy', copyFrom, facts(0, null, 10, 100, { given: 60n }), 60, ['noCommit']],
    ['a copy below the start', copyFrom, facts(0, 50, 10, 100, { given: 6n }), 10, ['clampedToStart']],
  ]
  it.each(cases)('%s', (_name, scenario, partition, offset, flags) => {
    const row = onlyRow(scenario, partition)
    expect(row.after).toEqual(commit(offset))
    expect(row.flags).toEqual(flags)
    expect(row.moves).toBe(true)
  })

  it('commits neither metadata nor leader epoch, as the command line does', () => {
    expect(onlyRow(latest, facts(0, commit(5, 7, 'note'), 0, 9)).after).toEqual(commit(9, -1, ''))
  })

  it('leaves a row that is there already as it is, with its metadata', () => {
    const there = commit(9, 7, 'note')
    const row = onlyRow(latest, facts(0, there, 0, 9))
    expect(row).toMatchObject({ moves: false, flags: ['unchanged'], before: there, after: there })
  })

  it('names the offset that was wanted where it was clamped', () => {
    expect(onlyRow(toOffset(101), facts(0, 5, 0, 9)).wanted).toBe(101n)
    expect(onlyRow(latest, facts(0, 5, 0, 9)).wanted).toBeNull()
  })
})

describe('rows at which the command line would stop its whole run', () => {
  it.each([
    ['a shift without a commit', shiftBy(5), facts(1, null, 0, 9), ['noBase', 'noCommit']],
    ['a shift from a negative commit', shiftBy(5), facts(1, -2, 0, 9), ['noBase', 'noCommit']],
    ['"current" of a negative commit', current, facts(1, -2, 0, 9), ['noBase', 'noCommit']],
    ['a copy of nothing', copyFrom, facts(1, 4, 0, 9, { given: null }), ['noSource']],
  ] as const)('%s: stays, and the others move', (_name, scenario, partition, flags) => {
    const plan = planOf(scenario, [facts(0, 2, 0, 9, { given: 5n }), partition])
    expect(plan.rows[1]).toMatchObject({ moves: false, flags, after: partition.committed })
    expect(plan.summary.blocked).toBe(1)
    expect(plan.refusal === null).toBe(scenario.kind !== 'current')
  })

  it('"current" leaves a commit outside its log where it stands, as the command line does', () => {
    expect(onlyRow(current, facts(0, 500, 10, 100))).toMatchObject({ moves: false, flags: ['unchanged'] })
  })

  it('a copy of a group that has committed nothing is refused', () => {
    expect(english(planOf(copyFrom, []).refusal)).toMatch(/^blue has committed no offsets/)
  })
})

describe('a group that is not there', () => {
  it('is made only by a plan that says so', () => {
    const about = { group: group({ id: 'green', state: 'Dead', protocolType: '' }) }
    const plan = planOf(copyFrom, [facts(0, null, 0, 9, { given: 5n })], about)
    expect(plan.refusal).toBeNull()
    expect(english(planTitle(plan))).toBe('Create green on demo with its offsets set to where blue stands')
    expect(plan.warnings.map(english)).toEqual([
      'There is no group green yet: applying this plan creates it.',
    ])
  })
})

describe('the record at the new offset', () => {
  it('is told with its time where the broker told it', () => {
    const found = facts(0, 50, 10, 100, { atTime: 70n, recordTime: 1_234 })
    expect(onlyRow(toTime, found).recordTime).toBe(1_234)
    expect(onlyRow(latest, found).recordTime).toBeNull()
  })
})

describe('partitions that cannot be moved', () => {
  it.each([
    ['no leader', 5, 'noLeader'],
    ['a leader that moved', 6, 'noLeader'],
    ['no such partition', 3, 'unknown'],
    ['not authorized', 29, 'unknown'],
  ] as const)('%s: stands in the plan, is not sent', (_name, error, flag) => {
    const blocked = { ...facts(1, 5, 0, 0), start: null, end: null, error }
    const plan = planOf(earliest, [facts(0, 5, 0, 9), blocked])
    expect(plan.rows[1]).toMatchObject({
      moves: false,
      flags: [flag],
      error,
      before: commit(5),
      after: commit(5),
    })
    expect(plan.rows[1]).toMatchObject({ lagBefore: null, lagAfter: null })
    expect(plan.summary).toMatchObject({ partitions: 2, moved: 1, blocked: 1 })
    expect(plan.refusal).toBeNull()
  })

  it('refuses when none can be moved', () => {
    const plan = planOf(earliest, [{ ...facts(0, 5, 0, 0), start: null, end: null, error: 5 }])
    expect(english(plan.refusal)).toMatch(/^None of the partitions can be moved now/)
  })
})

describe('refusals', () => {
  const rows = [facts(0, 5, 0, 9)]
  it.each([
    ['one member', { members: [member('c1')], state: 'Stable' }, /c1 on 10\.0\.0\.7 is in it/],
    [
      'two members',
      { members: [member('c1'), member('c2', '10.0.0.9')], state: 'Stable' },
      /c1 on 10\.0\.0\.7, c2 on 10\.0\.0\.9 are in it/,
    ],
    [
      'eight members',
      { members: Array.from({ length: 8 }, (_, i) => member(`c${i}`)), state: 'Stable' },
      /c4 on 10\.0\.0\.7 and 3 more are in it/,
    ],
    [
      'a static member',
      { members: [member('c1', '10.0.0.7', 'i-1')], state: 'Stable' },
      /instance i-1.*45 s/,
    ],
    ['no members but rebalancing', { state: 'PreparingRebalance' }, /is PreparingRebalance/],
    ['a share group', { type: 'share' }, /kafka-share-groups\.sh/],
    ['a streams group', { type: 'streams' }, /kafka-streams-groups\.sh/],
    ['a Connect worker group', { protocolType: 'connect' }, /protocol “connect”/],
  ] as const)('%s', (_name, about, reason) => {
    expect(english(planOf(earliest, rows, { group: group(about) }).refusal)).toMatch(reason)
  })

  it('lets a group pass that only ever had offsets committed', () => {
    expect(planOf(earliest, rows, { group: group({ protocolType: '' }) }).refusal).toBeNull()
  })

  it('refuses where nothing would change, and where nothing was committed', () => {
    expect(english(planOf(latest, [facts(0, 9, 0, 9)]).refusal)).toMatch(/already there/)
    expect(english(planOf(latest, []).refusal)).toMatch(/has committed no offsets/)
    expect(english(planOf(latest, [], {}, { kind: 'topic', topic: 'x' }).refusal)).toMatch(/no partition/)
  })
})

describe('warnings', () => {
  it('knows the names of Connect sinks and Streams applications', () => {
    const sink = planOf(earliest, [facts(0, 5, 0, 9)], { group: group({ id: 'connect-files' }) })
    expect(sink.warnings.map(english).join()).toMatch(/Kafka Connect sink/)
    const streams = planOf(earliest, [facts(0, 5, 0, 9, { topic: 'audit-counts-repartition' })])
    expect(streams.warnings.map(english).join()).toMatch(/Kafka Streams application/)
  })

  it('warns of a target that retention may overtake, but not of "earliest"', () => {
    const near = [facts(0, 500, 1_000, 101_000)]
    expect(planOf(toOffset(1_500), near).warnings.map(english).join()).toMatch(/within 1 %/)
    expect(planOf(earliest, near).warnings).toEqual([])
    expect(planOf(toOffset(3_000), near).warnings).toEqual([])
    expect(planOf(toOffset(10), [facts(0, 500, 0, 100_000)]).warnings).toEqual([])
  })
})

describe('numbers', () => {
  it('counts offsets inside the log only', () => {
    const plan = planOf(earliest, [facts(0, 50, 10, 100), facts(1, 500, 10, 100), facts(2, 3, 10, 100)])
    expect(plan.summary).toEqual({
      partitions: 3,
      topics: 1,
      moved: 3,
      unchanged: 0,
      clamped: 0,
      blocked: 0,
      replayed: 40n + 90n,
      skipped: 0n,
    })
    expect(planOf(latest, [facts(0, 50, 10, 100), facts(1, 3, 10, 100)]).summary.skipped).toBe(50n + 90n)
  })

  it('tells lag before and after by the one rule', () => {
    expect(onlyRow(earliest, facts(0, 3, 10, 100))).toMatchObject({ lagBefore: 90, lagAfter: 90 })
    expect(onlyRow(latest, facts(0, 500, 10, 100))).toMatchObject({ lagBefore: 0, lagAfter: 0 })
    expect(onlyRow(latest, facts(0, null, 10, 100))).toMatchObject({ lagBefore: null, lagAfter: 0 })
  })
})

describe('whatever the cluster says', () => {
  const partition = fc
    .record({
      start: fc.bigInt({ min: 0n, max: 2n ** 62n }),
      length: fc.bigInt({ min: 0n, max: 2n ** 40n }),
      committed: fc.option(fc.bigInt({ min: -3n, max: 2n ** 63n - 1n })),
      at: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    })
    .map(({ start, length, committed, at }): PartitionFacts => {
      const found = at === null ? null : start + BigInt(Math.floor(at * Number(length)))
      return {
        ...facts(0, null, 0, 0),
        start,
        end: start + length,
        committed: committed === null ? null : commit(committed),
        atTime: found,
      }
    })
  const scenario: fc.Arbitrary<Scenario> = fc.oneof(
    fc.constant(earliest),
    fc.constant(latest),
    fc.constant(toTime),
    fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map((offset): Scenario => ({ kind: 'toOffset', offset })),
  )

  it('a moved row stands inside its log, and says where it does not stand as wanted', () => {
    fc.assert(
      fc.property(partition, scenario, (one, where) => {
        const row = onlyRow(where, one)
        const after = row.after?.offset ?? -1n
        expect(row.moves || row.flags.includes('unchanged')).toBe(true)
        expect(after >= (one.start ?? 0n) && after <= (one.end ?? 0n)).toBe(true)
        if (where.kind === 'toOffset')
          expect(after !== where.offset).toBe(row.flags.some((flag) => flag.startsWith('clamped')))
      }),
    )
  })

  it('every row is moved, unchanged or blocked, and the summary adds up', () => {
    fc.assert(
      fc.property(fc.array(partition, { maxLength: 20 }), scenario, (all, where) => {
        const numbered = all.map((one, at) => ({
          ...one,
          partition: at,
          ...(at % 7 === 3 ? { start: null, end: null, error: 5 } : {}),
        }))
        const { summary, rows } = planOf(where, numbered)
        expect(summary.moved + summary.unchanged + summary.blocked).toBe(rows.length)
        expect(summary.blocked).toBe(numbered.filter((one) => one.error !== 0).length)
        expect(summary.replayed >= 0n && summary.skipped >= 0n).toBe(true)
      }),
    )
  })
})

describe('size', () => {
  it('works out 50,000 partitions', () => {
    const all = Array.from({ length: 50_000 }, (_, at) => ({
      ...facts(at % 100, at, 0, 100_000),
      topic: `topic-${Math.floor(at / 100)}`,
    }))
    const plan = planOf(toOffset(70_000), all)
    expect(plan.summary).toMatchObject({ partitions: 50_000, topics: 500, moved: 50_000 })
  })
})
