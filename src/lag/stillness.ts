import { median } from './trend'
import { ABSENT, type SampleSeries } from './window'

/** How long the newest committed offset of a partition has been standing still, as far as the samples show. */
export interface Stillness {
  /** ms between the first and the last sample with that offset: a lower bound. */
  readonly ms: number
  readonly samples: number
  readonly committed: bigint
  /** The smallest lag seen while it stood; NaN where one was unknown. */
  readonly leastLag: number
  /** Its own end moved meanwhile. */
  readonly endMoved: boolean
}

/** Null where the newest committed offset is unknown. */
export function stillnessOf(series: SampleSeries, times: Float64Array): Stillness | null {
  const newest = times.length - 1
  const committed = series.committed[newest] ?? ABSENT
  if (committed === ABSENT) return null
  let first = newest
  let leastLag = Infinity
  let endMoved = false
  for (let at = newest; at >= 0 && series.committed[at] === committed; at -= 1) {
    first = at
    const lag = series.lag[at] ?? NaN
    leastLag = Number.isNaN(lag) || Number.isNaN(leastLag) ? NaN : Math.min(leastLag, lag)
    if (series.end[at] !== ABSENT && series.end[at] !== series.end[newest]) endMoved = true
  }
  return {
    ms: (times[newest] ?? 0) - (times[first] ?? 0),
    samples: newest - first + 1,
    committed,
    leastLag,
    endMoved,
  }
}

/** The committed offset changed at a sample later than `since`, epoch ms. */
export function movedSince(series: SampleSeries, times: Float64Array, since: number): boolean {
  return changeTimes(series, times).some((time) => time > since)
}

/** Times of the samples at which the committed offset was another than at the sample before, epoch ms. */
export function changeTimes(series: SampleSeries, times: Float64Array): number[] {
  const changes: number[] = []
  for (let at = 1; at < times.length; at += 1) {
    const before = series.committed[at - 1] ?? ABSENT
    const after = series.committed[at] ?? ABSENT
    if (before !== ABSENT && after !== ABSENT && before !== after) changes.push(times[at] ?? 0)
  }
  return changes
}

/** Median time between commits as seen by polling, ms, over all partitions; NaN where too few were seen. */
export function commitInterval(all: readonly SampleSeries[], times: Float64Array): number {
  const gaps: number[] = []
  for (const series of all) {
    const changes = changeTimes(series, times)
    for (let at = 1; at < changes.length; at += 1) gaps.push((changes[at] ?? 0) - (changes[at - 1] ?? 0))
  }
  return median(gaps)
}
