/** Robust trend of a series: commits come in steps and polls miss them, so least squares would see slopes in noise. */
export interface Trend {
  /** Median of the slopes between all pairs of points (Theil–Sen), offsets per ms. */
  readonly slope: number
  /** Share of pairs that rise, 0 to 1; a saw-tooth has about a half. */
  readonly rising: number
  /** Share of pairs that fall, 0 to 1. */
  readonly falling: number
  /** First and last time used, epoch ms. */
  readonly from: number
  readonly to: number
  /** Median of the first and of the last quarter of the points. */
  readonly first: number
  readonly last: number
}

/** More points add pairs by their square and tell nothing new. */
const MAX_POINTS = 40

/** Trend of the known values; null with fewer than two at different times. @param times epoch ms, ascending. */
export function trendOf(times: Float64Array, values: Float64Array): Trend | null {
  const points = thin(times, values)
  const slopes: number[] = []
  let rising = 0
  let falling = 0
  for (let a = 0; a < points.length; a += 1)
    for (let b = a + 1; b < points.length; b += 1) {
      const [t0, v0] = points[a] ?? [0, 0]
      const [t1, v1] = points[b] ?? [0, 0]
      if (t1 <= t0) continue
      slopes.push((v1 - v0) / (t1 - t0))
      if (v1 > v0) rising += 1
      else if (v1 < v0) falling += 1
    }
  if (slopes.length === 0) return null
  const quarter = Math.max(1, Math.floor(points.length / 4))
  const values0 = points.slice(0, quarter).map(([, value]) => value)
  const values1 = points.slice(-quarter).map(([, value]) => value)
  return {
    slope: median(slopes),
    rising: rising / slopes.length,
    falling: falling / slopes.length,
    from: points[0]?.[0] ?? 0,
    to: points[points.length - 1]?.[0] ?? 0,
    first: median(values0),
    last: median(values1),
  }
}

/** The median; of an even number of values the mean of the middle two. NaN of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return NaN
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

function thin(times: Float64Array, values: Float64Array): [number, number][] {
  const known: [number, number][] = []
  for (let at = 0; at < times.length; at += 1) {
    const value = values[at] ?? NaN
    if (!Number.isNaN(value)) known.push([times[at] ?? 0, value])
  }
  if (known.length <= MAX_POINTS) return known
  const step = (known.length - 1) / (MAX_POINTS - 1)
  return Array.from({ length: MAX_POINTS }, (_, at) => known[Math.round(at * step)] ?? [0, 0])
}
