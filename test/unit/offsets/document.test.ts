import { describe, expect, it } from 'vitest'
import { planDocument } from '../../../src/offsets/document'
import { displayWidth, printable } from '../../../src/offsets/width'
import { commit, facts, format, group, leastTime, member, planOf, say } from './support'

const rows = [
  facts(0, 8_035, 0, 8_035),
  facts(3, 200, 1_200, 9_100),
  facts(4, null, 5, 12),
  facts(5, 0, 0, 12),
  { ...facts(6, 7, 0, 0), start: null, end: null, error: 5 },
]

describe('the plan as a text', () => {
  it('is a headline, the consequences, warnings and one aligned row per partition', () => {
    const plan = planOf({ kind: 'earliest' }, rows, { leftOut: [{ topic: 'orders', partition: 9 }] })
    expect(planDocument(plan, say, format)).toMatchInlineSnapshot(`
      "Reset audit on demo to the earliest offset    made Jan 31, 2026, 12:00:00 PM · valid until the group moves
      Skips 0 offsets, replays 8,035. 5 partitions: 3 move, 1 unchanged, 1 cannot be moved now.

      • orders-4 had nothing committed: until now its consumers start where auto.offset.reset says.

      Left out, because the group has committed nothing there: orders-9.

      topic   partition  committed    new  change  lag now  lag after  note
      orders          0      8,035      0  -8,035        0      8,035
      orders          3        200  1,200  +1,000    7,900      7,900  1,000 offsets deleted unread: the log begins at 1,200
      orders          4       none      5          unknown          7  nothing was committed
      orders          5          0      0       0       12         12  unchanged
      orders          6          7      7       0  unknown    unknown  not moved: no leader now
      "
    `)
  })

  it('says first why it cannot be applied', () => {
    const about = { group: group({ state: 'Stable', members: [member('c1')] }) }
    const text = planDocument(planOf({ kind: 'latest' }, rows, about), say, format)
    expect(text).toContain('\n! audit is in use, so its offsets cannot be moved: c1 on 10.0.0.7 is in it.')
  })

  it('tells what was clamped and why', () => {
    const text = planDocument(planOf({ kind: 'toOffset', offset: 9_000n }, rows), say, format)
    expect(text).toContain('9,000 is beyond the log, which ends at 8,035')
    expect(text).toContain('1,000 offsets deleted unread: the log begins at 1,200')
  })

  it('stays aligned under wide headings', () => {
    const korean = (text: Parameters<typeof say>[0]): string =>
      text.id === 'offsets.column.topic' ? '토픽이름이깁니다' : say(text)
    const lines = planDocument(planOf({ kind: 'earliest' }, rows), korean, format).split('\n')
    const table = lines.slice(lines.findIndex((line) => line.startsWith('토픽')))
    const ends = table
      .filter((line) => line !== '')
      .map((line) => displayWidth(/^\S+ +\S+/.exec(line)?.[0] ?? ''))
    expect(new Set(ends).size).toBe(1)
  })

  it('keeps a group id on one line', () => {
    const plan = planOf({ kind: 'earliest' }, rows, { group: group({ id: 'a\nb\u202ec' }) })
    expect(planDocument(plan, say, format).split('\n')[0]).toMatch(/^Reset a\\u\{a\}b\\u\{202e\}c on demo/)
  })

  it('grows linearly with the partitions', () => {
    const time = (count: number): number => {
      const all = Array.from({ length: count }, (_, at) => facts(at, at, 0, 100_000))
      const plan = planOf({ kind: 'earliest' }, all)
      expect(planDocument(plan, say, format).split('\n').length).toBeGreaterThan(count)
      return leastTime(() => planDocument(plan, say, format))
    }
    // Ten times the rows; with anything quadratic it would be a hundred times the work.
    expect(time(20_000)).toBeLessThan(Math.max(time(2_000), 3) * 10 * 4)
  })
})

describe('widths', () => {
  it.each([
    ['orders', 6],
    ['주문', 4],
    ['日本語', 6],
    ['ｱ', 1],
    ['Ａ', 2],
    ['e\u0301', 1],
    ['👍', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  it('shows what cannot be seen', () => {
    expect(printable('a\tb\u2028c')).toBe('a\\u{9}b\\u{2028}c')
    expect(printable('주문 orders')).toBe('주문 orders')
  })

  it('shows a negative commit as it is', () => {
    const text = planDocument(planOf({ kind: 'latest' }, [facts(0, commit(-2), 0, 9)]), say, format)
    expect(text).toContain('committed -2, which Kafka reads as nothing committed')
  })
})
