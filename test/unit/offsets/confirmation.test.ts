import { describe, expect, it } from 'vitest'
import { confirmation } from '../../../src/offsets/confirmation'
import type { Plan } from '../../../src/offsets/plan-types'
import { english, facts, group, planOf } from './support'

function words(plan: Plan): { readonly question: string | null; readonly details: (string | null)[] } {
  const { question, details } = confirmation(plan)
  return { question: english(question), details: details.map(english) }
}

describe('what a person is asked', () => {
  it('names group and target, the skipped number first, clamped and left-out partitions by name', () => {
    const plan = planOf(
      { kind: 'toOffset', offset: 5_000n },
      [
        facts(0, 1_000, 0, 9_000),
        facts(1, 8_000, 0, 9_000),
        facts(2, 100, 0, 4_000),
        facts(3, 9_000, 6_000, 9_000),
      ],
      { leftOut: [{ topic: 'orders', partition: 7 }] },
    )
    expect(words(plan)).toEqual({
      question: 'Reset offsets of audit to offset 5,000?',
      details: [
        'Skips 7,900 offsets: the group will not read them.',
        'Replays 6,000 offsets.',
        '4 partitions of 1 topic: 4 move, 2 clamped.',
        'orders-3 stops at 6,000, where its log begins now.',
        'orders-2 stops at 4,000, where its log ends now.',
        'Left out, because the group has committed nothing there: orders-7.',
        'orders-3 will stand within 1 % of where the log begins. If records are deleted before the group starts, it goes where auto.offset.reset says.',
        'A snapshot is kept: Undo brings the old offsets back.',
      ],
    })
  })

  it('counts where several are clamped', () => {
    const plan = planOf({ kind: 'toOffset', offset: 50n }, [facts(0, 1, 0, 10), facts(1, 1, 0, 20)])
    expect(words(plan).details).toContain('2 partitions stop where their logs end now.')
  })

  it('tells of times without records and of partitions that stay', () => {
    const blocked = { ...facts(1, 1, 0, 0), start: null, end: null, error: 5 }
    const plan = planOf({ kind: 'toDatetime', time: Date.UTC(2026, 0, 1) }, [
      facts(0, 1, 0, 10, { atTime: null }),
      blocked,
    ])
    expect(words(plan)).toMatchObject({ question: 'Reset offsets of audit to Jan 1, 2026, 12:00:00 AM?' })
    expect(words(plan).details).toContain(
      'orders-0 has no record at or after that time and goes to its end, 10.',
    )
    expect(words(plan).details).toContain('Cannot be moved now: orders-1.')
    expect(words(plan).details[0]).toBe('Skips 9 offsets: the group will not read them.')
  })

  it('asks about parts by their names, and about a group that is to be made', () => {
    const scope = {
      kind: 'parts',
      topics: ['orders'],
      partitions: [{ topic: 'payments', partition: 3 }],
    } as const
    const shift = planOf({ kind: 'shiftBy', by: -5n }, [facts(0, 9, 0, 10)], {}, scope)
    expect(words(shift).question).toBe(
      'Reset offsets of audit, only orders, payments-3, to 5 offsets before where it stands?',
    )
    const copy = planOf({ kind: 'copyFrom', group: 'blue' }, [facts(0, null, 0, 10, { given: 4n })], {
      group: group({ id: 'green', state: 'Dead' }),
    })
    expect(words(copy).question).toBe('Create the group green with its offsets set to where blue stands?')
    expect(words(copy).details.at(-1)).toBe('A record is kept: Undo removes these offsets again.')
  })

  it('says of what a file or another group does not name that it stays', () => {
    const plan = planOf({ kind: 'copyFrom', group: 'blue' }, [facts(0, 1, 0, 10, { given: 4n })], {
      leftOut: [{ topic: 'orders', partition: 7 }],
    })
    expect(words(plan).details).toContain(
      'Left where it stands, because no offset is named for it: orders-7.',
    )
  })

  it('asks about one partition by its name', () => {
    const plan = planOf(
      { kind: 'latest' },
      [facts(4, 1, 0, 10)],
      {},
      { kind: 'partition', topic: 'orders', partition: 4 },
    )
    expect(words(plan).question).toBe('Move audit on orders-4 to the latest offset?')
  })
})
