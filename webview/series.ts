/**
 * Which partitions get a line. Many lines cost time and cannot be told apart, so the worst ones are drawn and the rest
 * is summed in one line; the table has them all.
 */
import { newestKnown, type History } from './history'

/** Lines of single partitions at most. */
export const DRAWN = 20
/** Key of the summed line; no partition is called so, as their keys end in "-" and digits. */
export const OTHERS = 'others'

/** A newcomer must be worse than the least of the drawn ones by this much, or lines would swap at every sample. */
const STAY = 1.1

export interface Line {
  /** `seriesKey`, or OTHERS. */
  readonly key: string
  /** Which colour and dash; null for the summed line, which has its own. */
  readonly slot: number | null
  /** Lag beside the history's times; NaN = unknown then. */
  readonly lags: readonly number[]
}

export interface Selection {
  /** Worst first, the summed line last where there is one. */
  readonly lines: readonly Line[]
  /** Partitions in the summed line. */
  readonly others: number
  /** Key to slot of the drawn partitions. */
  readonly slots: Readonly<Record<string, number>>
}

/**
 * The worst partitions by their newest known lag, and the sum of the rest.
 * @param slots those of the selection before (or saved): who has one keeps it and its colour while it stays.
 */
export function select(history: History, slots: Readonly<Record<string, number>>): Selection {
  const ranked = history.keys
    .map((key, index) => ({ key, index, lag: newestKnown(history.lags[index] ?? []) }))
    .map((each) => ({ ...each, score: slots[each.key] === undefined ? each.lag : each.lag * STAY }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const drawn = ranked.slice(0, DRAWN).sort((a, b) => b.lag - a.lag || a.index - b.index)
  const rest = ranked.slice(DRAWN).map(({ index }) => history.lags[index] ?? [])
  const given = assignSlots(
    slots,
    drawn.map(({ key }) => key),
  )
  const lines: Line[] = drawn.map(({ key, index }) => ({
    key,
    slot: given[key] ?? 0,
    lags: history.lags[index] ?? [],
  }))
  if (rest.length > 0) lines.push({ key: OTHERS, slot: null, lags: sumLags(rest, history.times.length) })
  return { lines, others: rest.length, slots: given }
}

/** Who had a slot keeps it; the others get the lowest free ones, in order. */
export function assignSlots(
  before: Readonly<Record<string, number>>,
  keys: readonly string[],
): Readonly<Record<string, number>> {
  const slots: Record<string, number> = {}
  const taken = new Set<number>()
  for (const key of keys) {
    const slot = before[key]
    if (slot === undefined || slot >= DRAWN || taken.has(slot)) continue
    slots[key] = slot
    taken.add(slot)
  }
  let free = 0
  for (const key of keys) {
    if (slots[key] !== undefined) continue
    while (taken.has(free)) free++
    slots[key] = free
    taken.add(free)
  }
  return slots
}

/**
 * The sum of what is known at each sample, hence "at least"; NaN where nothing is. One partition without leader must
 * not take away the line of all the others.
 */
export function sumLags(series: readonly (readonly number[])[], length: number): number[] {
  const sums = new Array<number>(length).fill(NaN)
  for (const lags of series)
    for (let i = 0; i < length; i++) {
      const lag = lags[i]
      if (lag === undefined || Number.isNaN(lag)) continue
      const sum = sums[i]
      sums[i] = sum === undefined || Number.isNaN(sum) ? lag : sum + lag
    }
  return sums
}
