/** The samples the page has: one time axis and, beside it, the lag of every partition. */
import { WINDOW_SAMPLES, type LagSeries } from '../src/shared/chart-protocol'

/** A partition as Kafka writes it, "orders-3"; also the key of its line and row. */
export function seriesKey(topic: string, partition: number): string {
  return `${topic}-${partition}`
}

export class History {
  /** Epoch ms, ascending. */
  times: number[] = []
  /** Keys in the order of the last window. */
  keys: readonly string[] = []
  /** Lag per partition, beside `times`; NaN = unknown then. */
  lags: number[][] = []

  /** Begins anew with the window of the host. */
  set(times: Float64Array, series: readonly LagSeries[]): void {
    const from = Math.max(0, times.length - WINDOW_SAMPLES)
    this.times = Array.from(times.subarray(from))
    this.keys = series.map(({ topic, partition }) => seriesKey(topic, partition))
    this.lags = series.map(({ lag }) => Array.from(lag.subarray(from)))
  }

  /**
   * One more sample, in the order of the last window.
   * @returns false, and nothing has changed, when it does not fit that window or is not newer than the last.
   */
  append(time: number, lag: Float64Array): boolean {
    if (lag.length !== this.lags.length || time <= (this.times.at(-1) ?? -Infinity)) return false
    this.times.push(time)
    this.lags.forEach((values, i) => values.push(lag[i] ?? NaN))
    if (this.times.length > WINDOW_SAMPLES) {
      this.times.shift()
      for (const values of this.lags) values.shift()
    }
    return true
  }
}

/** The newest lag that is known; -1 = none is. */
export function newestKnown(lags: readonly number[]): number {
  for (let i = lags.length - 1; i >= 0; i--) {
    const lag = lags[i]
    if (lag !== undefined && !Number.isNaN(lag)) return lag
  }
  return -1
}

/** Index of the first time that is not before `at`; the length when all are. */
export function firstFrom(times: readonly number[], at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the time nearest to `at`; -1 when there is none. */
export function nearest(times: readonly number[], at: number): number {
  const after = firstFrom(times, at)
  const before = after - 1
  if (after >= times.length) return before
  if (before < 0) return after
  return at - (times[before] ?? at) <= (times[after] ?? at) - at ? before : after
}
