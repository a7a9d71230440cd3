import { describe, expect, it } from 'vitest'
import { planDocument } from '../../../src/offsets/document'
import { viewRows, WHOLE_PLAN, type PlanView } from '../../../src/offsets/plan-view'
import { plansDocument, severalConfirmation } from '../../../src/offsets/several'
import { english, facts, format, group, member, planOf, say } from './support'

const plan = planOf({ kind: 'toOffset', offset: 50n }, [
  facts(0, 90, 0, 100),
  facts(1, 50, 0, 100),
  facts(2, 10, 0, 100, { topic: 'Payments' }),
  facts(3, 20, 0, 900, { topic: 'Payments' }),
])
const numbers = (view: Partial<PlanView>): number[] =>
  viewRows(plan.rows, { ...WHOLE_PLAN, ...view }).map((row) => row.partition)

describe('which rows of a plan are shown', () => {
  it('sorts by what happens, those with the same in their usual order', () => {
    expect(numbers({ sort: 'replayed' })).toEqual([0, 2, 3, 1])
    expect(numbers({ sort: 'skipped' })).toEqual([2, 3, 0, 1])
    expect(numbers({ sort: 'lagAfter' })).toEqual([3, 2, 0, 1])
    expect(numbers({ sort: 'partition' })).toEqual([0, 1, 2, 3])
  })

  it('filters by topic, in any case, and by what moves', () => {
    expect(numbers({ topic: 'PAY' })).toEqual([2, 3])
    expect(numbers({ onlyMoved: true })).toEqual([0, 2, 3])
    expect(numbers({ onlyMoved: true, topic: 'orders' })).toEqual([0])
    expect(numbers({ topic: 'nothing' })).toEqual([])
  })

  it('is said in the document, with the numbers of the whole plan left as they are', () => {
    const whole = planDocument(plan, say, format)
    const text = planDocument(plan, say, format, { sort: 'skipped', onlyMoved: true, topic: 'pay' })
    expect(text.split('\n')[1]).toBe(whole.split('\n')[1])
    expect(text).toContain(
      'Shown: 2 of 4 rows (only those that move, topics with “pay”, most skipped first). All of them are applied.',
    )
    expect(text).not.toMatch(/^orders/m)
    expect(whole).not.toContain('Shown:')
  })

  it('has the time of the record where the broker told it', () => {
    const found = facts(0, 90, 0, 100, { atTime: 5n, recordTime: Date.UTC(2026, 0, 2, 3, 4, 5) })
    const timed = planOf({ kind: 'toDatetime', time: 1 }, [found, facts(1, 90, 0, 100, { atTime: null })])
    const lines = planDocument(timed, say, format).split('\n')
    expect(lines.find((line) => line.startsWith('topic'))).toMatch(/lag after {2}record of +note/)
    expect(lines.find((line) => / 90 +5 /.test(line))).toMatch(/Jan 2, 2026, 3:04:05 AM$/)
  })
})

describe('several groups', () => {
  const busy = planOf({ kind: 'earliest' }, [facts(0, 5, 0, 9)], {
    group: group({ id: 'busy', state: 'Stable', members: [member('c1')] }),
  })
  const blue = planOf({ kind: 'earliest' }, [facts(0, 5, 0, 9)], { group: group({ id: 'blue' }) })

  it('stand one after the other in one document, and one alone as ever', () => {
    const text = plansDocument([plan, busy, blue], say, format)
    expect(text).toMatch(/^Changes of 3 groups, of which 2 can be applied\nThe groups are changed one after/)
    expect([...text.matchAll(/^Reset (\w+) on demo/gm)].map(([, id]) => id)).toEqual([
      'audit',
      'busy',
      'blue',
    ])
    expect(plansDocument([plan], say, format)).toBe(planDocument(plan, say, format))
  })

  it('are asked about with the consequences of each, and never as one change', () => {
    const { question, details } = severalConfirmation([plan, busy, blue])
    expect(english(question)).toBe('Reset offsets of 2 groups to offset 50?')
    expect(details.map(english)).toEqual([
      'audit: Skips 70 offsets, replays 40. 4 partitions: 3 move, 1 unchanged.',
      'blue: Skips 0 offsets, replays 5. 1 partition: 1 moves.',
      'Left alone, because they cannot be changed now: busy.',
      'The groups are changed one after the other, each by itself: where one fails, those before it stay changed.',
      'A snapshot is kept: Undo brings the old offsets back.',
    ])
  })

  it('are counted where they are too many to be told', () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      planOf({ kind: 'earliest' }, [facts(0, 5, 0, 9)], { group: group({ id: `g${at}` }) }),
    )
    expect(severalConfirmation(many).details.map(english)).toContain(
      '12 more groups, which together skip 0 offsets and replay 60.',
    )
  })
})
