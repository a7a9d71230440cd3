/** What a host would send: made from a clock and a wave, so that every run draws the same. */
import { seriesKey } from '../../../webview/history'
import type {
  ChartMark,
  HostMessage,
  PageStrings,
  PanelHeader,
  PanelTarget,
  PartitionRow,
} from '../../../src/shared/chart-protocol'

export const target: PanelTarget = { cluster: 'c1', group: 'billing' }

/** 21 November 2026, 14:02:11 UTC; tests run in UTC. */
export const NOON = Date.UTC(2026, 10, 21, 14, 2, 11)

export const strings: PageStrings = {
  chartLabel: 'Lag per partition over time',
  tableLabel: 'Partitions',
  range: 'Range',
  ranges: ['Last 5 minutes', 'Last 15 minutes', 'Last hour', 'Everything kept'],
  pause: 'Pause',
  resume: 'Resume',
  retry: 'Try Again',
  showAll: 'Show All',
  others: '{0} others',
  topic: 'Topic',
  partition: 'Partition',
  committed: 'Committed',
  end: 'End',
  lag: 'Lag',
  member: 'Member',
  note: 'Note',
  unknown: 'unknown',
  none: 'none',
  sortAscending: 'Sort by {0}, smallest first',
  sortDescending: 'Sort by {0}, largest first',
  cursor: '{0} at {1}: lag {2}',
  hiddenSeries: '{0} hidden',
  drawn: '{0} drawn of {1} partitions',
  line: 'Line',
  drawLine: 'Draw {0}',
  reveal: 'Show {0} in the tree',
  cursorHint: 'Left and right arrows walk through the samples, up and down through the lines.',
  events: 'Events',
  noAnswer: 'Lagline did not answer within {0} seconds. Close this panel and open it again.',
}

export const init = (locale = 'en'): HostMessage => ({ type: 'init', target, locale, strings })

type Window = Extract<HostMessage, { type: 'window' }>
type Sample = Extract<HostMessage, { type: 'sample' }>

export interface Scene {
  readonly partitions: number
  readonly samples: number
  readonly topics?: readonly string[]
  readonly marks?: readonly ChartMark[]
  /** Lag of a partition at a sample; NaN = unknown. */
  readonly lag?: (partition: number, sample: number) => number
  /** ms between samples. */
  readonly every?: number
}

/** Partition 0 is the worst; each rises and falls in its own rhythm. */
export function waves(partition: number, sample: number): number {
  const base = 1_200 / (1 + partition * 0.35)
  const slow = Math.sin((sample + partition * 37) / (40 + partition * 3))
  const fast = Math.sin((sample * (partition + 3)) / 17)
  return Math.max(0, Math.round(base * (1.2 + 0.5 * slow + 0.08 * fast + sample / 900)))
}

export function windowMessage(scene: Scene): Window {
  const { partitions, samples, topics = ['orders'], marks = [], lag = waves, every = 2_000 } = scene
  const first = NOON - (samples - 1) * every
  const where = placed(partitions, topics)
  const series = where.map(({ topic, partition }, p) => ({
    topic,
    partition,
    lag: Float64Array.from({ length: samples }, (_, i) => lag(p, i)),
  }))
  const newest = series.map((each) => each.lag.at(-1) ?? NaN)
  return {
    type: 'window',
    times: Float64Array.from({ length: samples }, (_, i) => first + i * every),
    series,
    rows: rowsOf(where, newest),
    header: headerOf(newest),
    marks,
  }
}

/** The sample that follows a window of the same scene, `after` samples later. */
export function sampleMessage(scene: Scene, after: number, marks: readonly ChartMark[] = []): Sample {
  const { partitions, samples, topics = ['orders'], lag = waves, every = 2_000 } = scene
  const newest = Array.from({ length: partitions }, (_, p) => lag(p, samples - 1 + after))
  return {
    type: 'sample',
    time: NOON + after * every,
    lag: Float64Array.from(newest),
    rows: rowsOf(placed(partitions, topics), newest),
    header: headerOf(newest),
    marks,
  }
}

function placed(partitions: number, topics: readonly string[]) {
  return Array.from({ length: partitions }, (_, p) => ({
    topic: topics[p % topics.length] ?? 'orders',
    partition: Math.floor(p / topics.length),
  }))
}

function rowsOf(
  where: readonly { readonly topic: string; readonly partition: number }[],
  lags: readonly number[],
): PartitionRow[] {
  return where.map(({ topic, partition }, p) => {
    const lag = lags[p] ?? NaN
    const end = 48_210_000n + BigInt(p * 1_000)
    const known = !Number.isNaN(lag)
    return {
      topic,
      partition,
      committed: known ? String(end - BigInt(lag)) : null,
      start: '0',
      end: known ? String(end) : null,
      lag: known ? lag : null,
      member: p % 5 === 4 ? null : `consumer-${(p % 3) + 1} on 10.0.0.${(p % 3) + 7}`,
      note: known ? null : 'no leader',
    }
  })
}

function headerOf(lags: readonly number[]): PanelHeader {
  const lag = lags.filter((each) => !Number.isNaN(each)).reduce((sum, each) => sum + each, 0)
  return {
    group: 'billing',
    cluster: 'demo',
    state: 'Stable',
    lag,
    sentence: `Total lag ${lag.toLocaleString('en')}, rising 310 per minute; the worst partition is ${seriesKey('orders', 0)}.`,
  }
}
