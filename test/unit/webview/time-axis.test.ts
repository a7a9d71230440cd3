import { describe, expect, it } from 'vitest'
import { pageFormat } from '../../../webview/format'
import { longestBridge, shownSpan, tickLabel, timeTicks } from '../../../webview/time-axis'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const at = (text: string) => Date.parse(text)

describe('what a range shows', () => {
  const times = [0, 30 * MINUTE, 40 * MINUTE]

  it('reaches back by its length', () => {
    expect(shownSpan(times, '5m')).toEqual({ min: 35 * MINUTE, max: 40 * MINUTE })
    expect(shownSpan(times, '15m')).toEqual({ min: 25 * MINUTE, max: 40 * MINUTE })
  })

  it('begins at the oldest sample where there are no older ones', () => {
    expect(shownSpan(times, '1h')).toEqual({ min: 0, max: 40 * MINUTE })
    expect(shownSpan(times, 'all')).toEqual({ min: 0, max: 40 * MINUTE })
  })

  it('is at least a minute', () => {
    expect(shownSpan([10 * MINUTE, 10 * MINUTE + 2 * SECOND], '5m')).toEqual({
      min: 9 * MINUTE + 2 * SECOND,
      max: 10 * MINUTE + 2 * SECOND,
    })
    expect(shownSpan([], 'all')).toEqual({ min: -MINUTE, max: 0 })
  })
})

describe('ticks', () => {
  it('stand at round moments and are not too many', () => {
    const span = { min: at('2026-11-21T13:52:11Z'), max: at('2026-11-21T14:02:11Z') }
    expect(timeTicks(span, 6, 0).map((tick) => new Date(tick).toISOString().slice(11, 16))).toEqual([
      '13:54',
      '13:56',
      '13:58',
      '14:00',
      '14:02',
    ])
    for (let most = 1; most < 30; most++)
      expect(timeTicks(span, most, 0).length).toBeLessThanOrEqual(most + 1)
  })

  it('are round for the reader, also where local time is off by half an hour', () => {
    const span = { min: at('2026-11-21T00:00:00Z'), max: at('2026-11-21T12:00:00Z') }
    const india = 5.5 * HOUR
    for (const tick of timeTicks(span, 5, india)) expect((tick + india) % (3 * HOUR)).toBe(0)
  })

  it('say seconds only where they stand close, and the day where a new one begins', () => {
    const format = pageFormat('en', 'UTC')
    const close = [at('2026-11-21T14:02:05Z'), at('2026-11-21T14:02:10Z')]
    expect(tickLabel(close, 0, format)).toBe('14:02:05')
    const wide = [at('2026-11-21T22:00:00Z'), at('2026-11-22T00:00:00Z'), at('2026-11-22T02:00:00Z')]
    expect(wide.map((_, i) => tickLabel(wide, i, format))).toEqual(['22:00', 'Nov 22', '02:00'])
    expect(tickLabel([], 0, format)).toBe('')
  })
})

describe('the longest pause a line bridges', () => {
  it('is a few polls, and never less than ten seconds', () => {
    expect(longestBridge([0, 2, 4, 6].map((s) => s * SECOND))).toBe(10 * SECOND)
    expect(longestBridge([0, 10, 20, 900, 910].map((s) => s * SECOND))).toBe(40 * SECOND)
    expect(longestBridge([])).toBe(10 * SECOND)
  })
})
