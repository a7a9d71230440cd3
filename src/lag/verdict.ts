import { isInactive, type GroupState, type GroupType, type Member } from '../model/groups'
import type { Text } from '../model/text'
import { PartitionMap } from '../model/topics'
import type { TotalLag, VerdictKind } from './lag-types'
import { commitInterval, movedSince, stillnessOf, type Stillness } from './stillness'
import { durationText, say } from './texts'
import { median, trendOf, type Trend } from './trend'
import { seriesName, type LagWindow, type SampleSeries } from './window'

export interface Verdict {
  readonly kind: VerdictKind
  /** Why, with the numbers it rests on. */
  readonly evidence: Text
}

/** What a verdict is made from. */
export interface VerdictInput {
  readonly type: GroupType
  readonly state: GroupState
  /** Null = not described. */
  readonly members: readonly Member[] | null
  /** As last read; null = offsets not read. */
  readonly lag: TotalLag | null
  readonly window: LagWindow
  /** Since when it was seen Empty, epoch ms. */
  readonly emptySince: number | null
  /** When its offsets were last set by hand, epoch ms; null = never, as far as was seen. */
  readonly resetAt: number | null
  /** Epoch ms. */
  readonly now: number
}

/** Consumers commit every 5 s unless told otherwise (auto.commit.interval.ms): less than four of these tell nothing. */
const MIN_SPAN_MS = 20_000
/** Two samples are one step, which may be any. */
const MIN_SAMPLES = 3
/** A group that commits more seldom than every few seconds is late only after this many of its own intervals. */
const LATE_INTERVALS = 3
/** Judged by what happened lately: growth an hour ago that has ended is history. */
const TREND_MS = 5 * 60_000
/** A saw-tooth of commits has about half of its pairs rising; steady growth nearly all, also with one dip. */
const CLEARLY = 0.75
/** Growth by less than this, in offsets, is one batch coming in. */
const MIN_GROWTH = 10
/** … and by less than this share of the lag is drift nobody has to act on. */
const MIN_GROWTH_SHARE = 0.02
/** After a gap this many times the usual step (a laptop slept, the network was away) old samples tell nothing. */
const GAP_FACTOR = 5
/** Samples looked at; at the fastest beat more than `TREND_MS`. */
const LOOK_BACK = 200

/** How a group does, from what was sampled; never more certain than the samples. */
export function verdictOf(input: VerdictInput): Verdict {
  if (input.lag === null || input.window.length === 0) return verdict('unknown', say('lag.unknown.notSeen'))
  const seen = recent(input.window)
  if (input.type === 'share') return shareVerdict(input, input.lag, seen)
  if (isInactive(input.state) && !commitsWithoutMembers(seen, input.resetAt))
    return inactiveVerdict(input, input.lag)
  return activeVerdict(input, input.lag, seen)
}

function verdict(kind: VerdictKind, evidence: Text): Verdict {
  return { kind, evidence }
}

/**
 * Only by how many wait: start offsets stand still while records above them are delivered, so they tell nothing of who
 * is stuck.
 */
function shareVerdict(input: VerdictInput, lag: TotalLag, seen: Recent): Verdict {
  const partly = lag.lag === 0 && lag.atLeast && isInactive(input.state)
  if (partly || (lag.partitions > 0 && lag.lag === null)) return verdict('unknown', say('lag.unknown.share'))
  if (isInactive(input.state)) return inactiveVerdict(input, lag)
  if (lag.partitions === 0 || lag.lag === null) return verdict('unknown', say('lag.unknown.share.new'))
  if (lag.lag === 0 && !lag.atLeast) return verdict('keepingUp', say('lag.keeping.none'))
  return watchedLongEnough(seen)
    ? (fallingVerdict(seen) ?? keepingVerdict(seen, lag.lag))
    : verdict('unknown', say('lag.unknown.tooShort', durationText(seen.span)))
}

function watchedLongEnough(seen: Recent): boolean {
  return seen.times.length >= MIN_SAMPLES && seen.span >= MIN_SPAN_MS
}

/** The samples since the last gap, none older than `TREND_MS`. */
interface Recent {
  readonly times: Float64Array
  readonly series: readonly SampleSeries[]
  /** Between first and last sample, ms. */
  readonly span: number
}

function recent(window: LagWindow): Recent {
  const all = window.timesCopy(LOOK_BACK)
  const newest = all[all.length - 1] ?? 0
  const usual = median(Array.from(all.subarray(1), (time, at) => time - (all[at] ?? 0)))
  let first = all.length - 1
  while (first > 0) {
    const time = all[first - 1] ?? 0
    if (newest - time > TREND_MS || (all[first] ?? 0) - time > usual * GAP_FACTOR) break
    first -= 1
  }
  const count = all.length - first
  return {
    times: all.subarray(first),
    series: window.seriesCopy(count),
    span: newest - (all[first] ?? newest),
  }
}

/** Consumers that `assign()` their partitions are never members: the group is Empty and yet somebody commits. */
function commitsWithoutMembers({ times, series }: Recent, resetAt: number | null): boolean {
  const since = (times[times.length - 1] ?? 0) - MIN_SPAN_MS
  // What was set by hand before that, and taken back, is nobody who reads.
  const from = resetAt === null ? 0 : times.findIndex((time) => time > resetAt)
  if (from < 0) return false
  return series.some((one) => {
    const still = stillnessOf(one, times)
    const moves = still !== null && movedSince(one, times, since)
    // One jump is a reset; a reader commits again and again.
    return moves && new Set(one.committed.slice(from)).size >= MIN_SAMPLES
  })
}

function inactiveVerdict(input: VerdictInput, lag: TotalLag): Verdict {
  if (lag.partitions === 0) return verdict('idle', say('lag.idle.noCommits'))
  if (lag.lag === null) return verdict('unknown', say('lag.unknown.notReadable'))
  if (lag.lag === 0)
    return lag.atLeast
      ? verdict('unknown', say('lag.unknown.notReadable'))
      : verdict('idle', say('lag.idle.nothing'))
  if (input.emptySince === null || input.now <= input.emptySince)
    return verdict('stopped', say('lag.stopped', lag.lag))
  return verdict('stopped', say('lag.stopped.since', lag.lag, durationText(input.now - input.emptySince)))
}

function activeVerdict(input: VerdictInput, lag: TotalLag, seen: Recent): Verdict {
  if (lag.partitions === 0 || lag.lag === null)
    return verdict('unknown', say(lag.partitions === 0 ? 'lag.unknown.noOffsets' : 'lag.unknown.notReadable'))
  if (lag.lag === 0 && !lag.atLeast) return verdict('keepingUp', say('lag.keeping.none'))
  if (!watchedLongEnough(seen))
    return verdict('unknown', say('lag.unknown.tooShort', durationText(seen.span)))
  return (
    stuckVerdict(seen, input.members) ??
    fallingVerdict(seen) ??
    stillVerdict(seen, lag.lag) ??
    keepingVerdict(seen, lag.lag)
  )
}

function stuckVerdict(seen: Recent, members: readonly Member[] | null): Verdict | null {
  const assigned = new PartitionMap<true>()
  for (const member of members ?? [])
    for (const { topic, partition } of member.assignment) assigned.set(topic, partition, true)
  const late = commitInterval(seen.series, seen.times) * LATE_INTERVALS
  const patience = Number.isNaN(late) ? MIN_SPAN_MS : Math.max(MIN_SPAN_MS, late)
  const now = seen.times[seen.times.length - 1] ?? 0
  const stuck = seen.series.flatMap((series) => {
    if (!assigned.has(series.topic, series.partition)) return []
    const still = stillnessOf(series, seen.times)
    if (still === null || still.samples < MIN_SAMPLES || still.ms < patience || !(still.leastLag > 0))
      return []
    const others = seen.series.some(
      (other) => other !== series && movedSince(other, seen.times, now - still.ms),
    )
    return others || still.endMoved ? [{ series, still }] : []
  })
  const [worst] = stuck.sort((a, b) => b.still.leastLag - a.still.leastLag)
  return worst === undefined ? null : verdict('stuck', stuckEvidence(worst, stuck.length - 1))
}

function stuckEvidence(
  { series, still }: { readonly series: SampleSeries; readonly still: Stillness },
  others: number,
): Text {
  const waiting = series.lag[series.lag.length - 1] ?? 0
  const args = [seriesName(series), still.committed, durationText(still.ms), still.samples, waiting] as const
  return others === 0 ? say('lag.stuck.one', ...args) : say('lag.stuck.many', ...args, others)
}

function fallingVerdict(seen: Recent): Verdict | null {
  const total = trendOf(seen.times, totals(seen))
  if (total !== null && grows(total)) return verdict('fallingBehind', growthEvidence(total, null))
  // The group is as late as its slowest partition, also while others catch up.
  let worst: { readonly trend: Trend; readonly series: SampleSeries } | null = null
  for (const series of seen.series) {
    if (spread(series.lag) < MIN_GROWTH) continue
    const trend = trendOf(seen.times, series.lag)
    if (trend !== null && grows(trend) && (worst === null || trend.slope > worst.trend.slope))
      worst = { trend, series }
  }
  return worst === null
    ? null
    : verdict('fallingBehind', growthEvidence(worst.trend, seriesName(worst.series)))
}

/** Largest minus smallest known value: a cheap look before the costly one. */
function spread(values: Float64Array): number {
  let least = Infinity
  let most = -Infinity
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return most - least
}

function grows(trend: Trend): boolean {
  const growth = trend.last - trend.first
  return (
    trend.slope > 0 &&
    trend.to - trend.from >= MIN_SPAN_MS &&
    trend.rising >= CLEARLY &&
    growth >= MIN_GROWTH &&
    growth >= trend.first * MIN_GROWTH_SHARE
  )
}

function growthEvidence(trend: Trend, name: string | null): Text {
  const args = [trend.first, trend.last].map(Math.round)
  const rate = Math.round(trend.slope * 60_000)
  const span = durationText(trend.to - trend.from)
  const [first = 0, last = 0] = args
  return name === null
    ? say('lag.falling.total', first, last, span, rate)
    : say('lag.falling.partition', first, last, span, rate, name)
}

/** Neither commits nor ends move: a hung consumer, or only transaction markers are left; polling cannot tell which. */
function stillVerdict(seen: Recent, lag: number): Verdict | null {
  const moves = seen.series.some((series) => {
    const still = stillnessOf(series, seen.times)
    return still === null ? false : still.ms < seen.span || still.endMoved
  })
  return moves ? null : verdict('unknown', say('lag.unknown.still', lag, durationText(seen.span)))
}

function keepingVerdict(seen: Recent, lag: number): Verdict {
  const trend = trendOf(seen.times, totals(seen))
  if (trend !== null && trend.slope < 0 && trend.falling >= CLEARLY && trend.first - trend.last >= MIN_GROWTH)
    return verdict(
      'keepingUp',
      say('lag.keeping.catchingUp', lag, durationText(seen.span), Math.round(-trend.slope * 60_000)),
    )
  return verdict('keepingUp', say('lag.keeping.steady', lag, durationText(seen.span)))
}

/** Sum over partitions at each sample; unknown where a partition is unknown that is known at other samples. */
function totals(seen: Recent): Float64Array {
  const sums = new Float64Array(seen.times.length)
  for (const series of seen.series) {
    if (series.lag.every((lag) => Number.isNaN(lag))) continue
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (series.lag[at] ?? NaN)
  }
  return sums
}
