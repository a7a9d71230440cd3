import { describe, expect, it } from 'vitest'
import type { ChangeRecord } from '../../../src/model/change'
import type { Commit } from '../../../src/model/commits'
import { sayWith } from '../../../src/model/text'
import { changesTexts } from '../../../src/model/texts/changes'
import { offsetsTexts } from '../../../src/model/texts/offsets'
import { PartitionMap } from '../../../src/model/topics'
import { changeCsv, changeDocument, changeState, movedSince } from '../../../src/offsets/change-document'
import { commit, format, NOW } from './support'

const say = sayWith({ ...changesTexts, ...offsetsTexts }, format)

const record: ChangeRecord = {
  id: `${NOW}-abc`,
  at: NOW,
  tool: 'lagline 0.1.0',
  by: 'kim',
  kind: 'reset',
  undoes: null,
  state: 'verified',
  cluster: { id: 'c1', name: 'demo' },
  group: { id: 'audit', type: 'classic' },
  rows: [
    row(0, commit(8_035, 3, 'checkpoint 7'), commit(0)),
    row(1, commit(20), commit(5)),
    row(2, null, commit(5)),
    row(3, commit(-1), commit(5)),
  ],
}

function row(partition: number, before: Commit | null, after: Commit | null): ChangeRecord['rows'][number] {
  return { topic: 'orders', partition, topicId: null, before, after, error: null }
}

function now(...commits: readonly (Commit | null)[]): PartitionMap<Commit> {
  const map = new PartitionMap<Commit>()
  for (const [partition, one] of commits.entries()) if (one !== null) map.set('orders', partition, one)
  return map
}

function lines(of: ChangeRecord, found: PartitionMap<Commit> | null): string[] {
  return changeDocument(of, { undone: false, now: found }, say, format).split('\n')
}

describe('a change of the past as a text', () => {
  it('says who, when, where and what, and what stands there now', () => {
    expect(lines(record, now(commit(0), commit(25), null, commit(5)))).toEqual([
      'Offsets reset: audit on demo, Jan 31, 2026, 12:00:00 PM',
      'by kim · read back and equal · 4 partitions · made with lagline 0.1.0',
      'The group has moved on since in 2 partitions.',
      '',
      'topic   partition  before  leader epoch  after   now  note',
      'orders          0   8,035             3      0     0  metadata before: “checkpoint 7”',
      'orders          1      20          none      5    25  moved on by 20',
      'orders          2    none          none      5  none  changed since',
      'orders          3      -1          none      5     5',
      '',
    ])
  })

  it('that was undone is compared with what stood before it', () => {
    const undone = (...found: readonly (Commit | null)[]): string[] =>
      changeDocument(record, { undone: true, now: now(...found) }, say, format).split('\n')
    const [first, second, third, fourth] = record.rows.map(({ before }) => before)
    expect(undone(first ?? null, second ?? null, third ?? null, fourth ?? null)[2]).toBe(
      'As it stands now: every partition is back where it was before this change.',
    )
    expect(undone(first ?? null, commit(30), null, fourth ?? null)[6]).toMatch(/ 20 .* 30 +moved on by 10$/)
  })

  it('compares with nothing where the cluster is not connected', () => {
    const [, , compared, , head] = lines(record, null)
    expect(compared).toBe('Connect to demo to compare it with what stands there now.')
    expect(head).toBe('topic   partition  before  leader epoch  after  note')
  })

  it('tells of each row why it was not stored, and does not compare it', () => {
    const error = { id: 'offsets.note.denied', args: [] }
    const failed: ChangeRecord = {
      ...record,
      state: 'failed',
      rows: [row(0, commit(9), commit(0)), { ...row(1, commit(20), commit(5)), error }],
    }
    expect(lines(failed, now(commit(4), commit(20))).slice(1, 7)).toEqual([
      'by kim · 1 of 2 stored · 2 partitions · made with lagline 0.1.0',
      'The group has moved on since in 1 partition.',
      '',
      'topic   partition  before  leader epoch  after  now  note',
      'orders          0       9          none      0    4  moved on by 4',
      'orders          1      20          none      5   20  not moved: not authorized to read its log',
    ])
  })

  it('does not let a name break its lines', () => {
    const odd = { ...record, by: 'kim\nroot', group: { id: 'a\r\nb', type: 'classic' as const } }
    expect(lines(odd, null)).toHaveLength(lines(record, null).length)
  })

  it.each([
    ['verified', 'read back and equal'],
    ['sent', 'sent, but the answer never came'],
    ['planned', 'prepared, nothing was sent'],
  ] as const)('says how far it came: %s', (state, words) => {
    expect(say(changeState({ ...record, state }, false))).toBe(words)
    expect(say(changeState({ ...record, state }, true))).toBe('undone')
  })

  it('that failed in all rows stored nothing', () => {
    const rows = record.rows.map((one) => ({ ...one, error: { id: 'x', args: [] } }))
    expect(say(changeState({ ...record, state: 'failed', rows }, false))).toBe('failed, nothing was stored')
  })
})

it('a group that stands where the change put it has not moved on', () => {
  const found = now(commit(0), commit(5), commit(5), commit(5))
  expect(movedSince(record, found)).toEqual([])
  expect(movedSince(record, now(commit(0, 1))).map(({ partition }) => partition)).toEqual([0, 1, 2, 3])
})

it('what stood before is written as the command line reads it, without what had no commit', () => {
  expect(changeCsv(record)).toBe('orders,0,8035\norders,1,20\n')
})
