/** The time axis: which part of the samples is shown, and round moments to label. */
import type { RangeName } from '../src/shared/chart-protocol'
import type { PageFormat } from './format'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const spans: Readonly<Record<RangeName, number>> = {
  '5m': 5 * MINUTE,
  '15m': 15 * MINUTE,
  '1h': HOUR,
  all: Infinity,
}
const steps: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  DAY,
]

/** Epoch ms. */
export interface TimeSpan {
  readonly min: number
  readonly max: number
}

/**
 * What a range shows: up to the newest sample, back to the range's length or the oldest sample. Never shorter than a
 * minute, so that the first samples do not jump over the whole width.
 */
export function shownSpan(times: readonly number[], range: RangeName): TimeSpan {
  const max = times.at(-1) ?? 0
  const oldest = times[0] ?? max
  return { min: Math.min(Math.max(oldest, max - spans[range]), max - MINUTE), max }
}

/**
 * Round moments inside a span, at most `most` of them.
 * @param offset ms to add to UTC for the reader's local time, so that hours are round for the reader.
 */
export function timeTicks({ min, max }: TimeSpan, most: number, offset: number): number[] {
  const wanted = (max - min) / Math.max(1, most)
  const step = steps.find((each) => each >= wanted) ?? Math.ceil(wanted / DAY) * DAY
  const ticks: number[] = []
  for (let at = Math.ceil((min + offset) / step) * step - offset; at <= max; at += step) ticks.push(at)
  return ticks
}

/** What stands at a tick: seconds only where the ticks are that close, the day where a new one begins. */
export function tickLabel(ticks: readonly number[], index: number, format: PageFormat): string {
  const at = ticks[index]
  if (at === undefined) return ''
  const step = (ticks[1] ?? at + MINUTE) - (ticks[0] ?? at)
  const before = ticks[index - 1]
  if (before !== undefined && format.day(before) !== format.day(at)) return format.day(at)
  return step < MINUTE ? format.time(at) : format.minute(at)
}

/**
 * The longest pause in ms that a line bridges. A panel that was hidden was not sampled: there the line breaks, as a
 * straight one would tell of lag nobody measured.
 */
export function longestBridge(times: readonly number[]): number {
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time))
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
  return Math.max(4 * usual, 10 * SECOND)
}
