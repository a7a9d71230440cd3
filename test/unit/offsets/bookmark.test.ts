import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bookmark } from '../../../src/model/bookmark'
import { parseBookmark, serializeBookmark } from '../../../src/offsets/bookmark'
import { confirmation } from '../../../src/offsets/confirmation'
import { equivalentCommand } from '../../../src/offsets/command'
import { planTitle } from '../../../src/offsets/title'
import { bookmarkPlan } from '../../../src/offsets/undo'
import { commit, english, facts, group, groupFacts, NOW, say } from './support'

const bookmark: Bookmark = {
  id: `${NOW}-abc`,
  at: NOW - 3_600_000,
  tool: 'lagline 0.1.0',
  by: 'kim',
  name: 'before 2.4',
  cluster: { id: 'c1', name: 'demo' },
  group: { id: 'audit', type: 'classic' },
  rows: [
    { topic: 'orders', partition: 0, topicId: 'orders-id', commit: commit(2n ** 60n, 3, 'x') },
    { topic: 'orders', partition: 1, topicId: null, commit: commit(70) },
  ],
}

describe('the file of a bookmark', () => {
  it('has the form that is written down', () => {
    expect(JSON.parse(serializeBookmark(bookmark))).toEqual({
      ...bookmark,
      form: 1,
      rows: [
        {
          topic: 'orders',
          topicId: 'orders-id',
          partition: 0,
          commit: { offset: '1152921504606846976', leaderEpoch: 3, metadata: 'x' },
        },
        {
          topic: 'orders',
          topicId: null,
          partition: 1,
          commit: { offset: '70', leaderEpoch: -1, metadata: '' },
        },
      ],
    })
  })

  it('gives back what was written, whatever it is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.bigInt({ min: -1n, max: 2n ** 63n - 1n }),
        (name, offset) => {
          const rows = [{ topic: 'orders', partition: 0, topicId: null, commit: { ...commit(0), offset } }]
          const { by: _by, ...nobody } = bookmark
          const one: Bookmark = { ...nobody, name, rows }
          expect(parseBookmark(serializeBookmark(one))).toEqual({ ok: true, value: one })
        },
      ),
    )
  })

  it('cut off anywhere, it is damaged and not another bookmark', () => {
    const whole = serializeBookmark(bookmark).trimEnd()
    for (let length = 0; length < whole.length; length += 1)
      expect(parseBookmark(whole.slice(0, length)).ok).toBe(false)
  })

  it.each([
    ['a form of later', { form: 2 }],
    ['no name', { name: null }],
    ['rows that are none', { rows: {} }],
    ['a row without a commit', { rows: [{ topic: 'orders', partition: 0, topicId: null }] }],
    [
      'a partition twice',
      {
        rows: Array(2).fill({
          topic: 'a',
          partition: 0,
          topicId: null,
          commit: { offset: '1', leaderEpoch: -1, metadata: '' },
        }),
      },
    ],
  ])('%s is damaged', (_name, damage) => {
    const file = { ...(JSON.parse(serializeBookmark(bookmark)) as object), ...damage }
    expect(parseBookmark(JSON.stringify(file)).ok).toBe(false)
  })
})

describe('going back to a bookmark', () => {
  const now = groupFacts([facts(0, 90, 0, 100), facts(1, commit(70), 0, 100)])

  it('restores each commit as it was and never clamps', () => {
    const plan = bookmarkPlan(bookmark, now, NOW)
    expect(plan.refusal).toBeNull()
    expect(plan.rows.map(({ after, moves }) => [after, moves])).toEqual([
      [commit(2n ** 60n, 3, 'x'), true],
      [commit(70), false],
    ])
    expect(plan.rows[0]?.flags).toEqual(['outsideLog'])
    expect(plan.warnings.map(english)).toEqual([
      expect.stringMatching(/^orders-0 would stand outside the log/),
    ])
    expect(equivalentCommand(plan, ['localhost:9092'])).toBeNull()
  })

  it('says so in its title and question, by the bookmark’s name', () => {
    const plan = bookmarkPlan({ ...bookmark, name: 'before\n2.4' }, now, NOW)
    expect(say(planTitle(plan))).toMatch(
      /^Take audit on demo back to the bookmark “before\\u\{a\}2\.4” of Jan 31/,
    )
    const { question, details } = confirmation(plan)
    expect(say(question)).toBe('Take audit back to the bookmark “before\\u{a}2.4”?')
    expect(details.map(say).slice(-2)).toEqual([
      'Offset, leader epoch and metadata come back as they were.',
      'A snapshot is kept: Undo brings the old offsets back.',
    ])
  })

  it('leaves alone what is committed elsewhere now, and says so', () => {
    const leftOut = [{ topic: 'payments', partition: 2 }]
    const plan = bookmarkPlan(bookmark, { ...now, leftOut }, NOW)
    expect(plan.warnings.map(english)).toContain(
      'Not in the bookmark, so these stay as they are: payments-2.',
    )
  })

  it('brings back a group that is gone', () => {
    const gone = groupFacts([facts(0, null, 0, 100), facts(1, null, 0, 100)], {
      group: group({ state: 'Dead' }),
    })
    const plan = bookmarkPlan(bookmark, gone, NOW)
    expect(plan.summary.moved).toBe(2)
    expect(plan.warnings.map(english).join()).toMatch(/does not exist any more/)
  })

  it('has nothing to do where everything stands as it did', () => {
    const [first] = bookmark.rows
    const same = groupFacts([facts(0, first?.commit ?? null, 0, 100), facts(1, 70, 0, 100)])
    expect(english(bookmarkPlan(bookmark, same, NOW).refusal)).toMatch(/already there/)
  })
})
