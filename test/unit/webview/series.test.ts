import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { WINDOW_SAMPLES } from '../../../src/shared/chart-protocol'
import { firstFrom, History, nearest, newestKnown, seriesKey } from '../../../webview/history'
import { assignSlots, DRAWN, OTHERS, select, sumLags } from '../../../webview/series'

/** One sample of each partition of "orders". */
function historyOf(...lags: readonly (readonly number[])[]): History {
  const history = new History()
  const times = Float64Array.from({ length: lags[0]?.length ?? 0 }, (_, i) => 1_000 * (i + 1))
  history.set(
    times,
    lags.map((lag, partition) => ({ topic: 'orders', partition, lag: Float64Array.from(lag) })),
  )
  return history
}
const keysOf = (history: History, slots = {}) => select(history, slots).lines.map(({ key }) => key)
const numbered = (n: number) => Array.from({ length: n }, (_, i) => i)

describe('history', () => {
  it('names partitions as Kafka does', () => {
    expect(seriesKey('orders.eu', 12)).toBe('orders.eu-12')
  })

  it('appends a sample to every partition', () => {
    const history = historyOf([1, 2], [3, 4])
    expect(history.append(3_000, Float64Array.of(5, NaN))).toBe(true)
    expect(history.times).toEqual([1_000, 2_000, 3_000])
    expect(history.lags).toEqual([
      [1, 2, 5],
      [3, 4, NaN],
    ])
  })

  it('takes neither a sample of other partitions nor one that is not newer', () => {
    const history = historyOf([1, 2])
    expect(history.append(3_000, Float64Array.of(1, 2))).toBe(false)
    expect(history.append(2_000, Float64Array.of(1))).toBe(false)
    expect(history.times).toEqual([1_000, 2_000])
  })

  it('keeps the newest samples of a window that is too long, and drops the oldest afterwards', () => {
    const history = historyOf(numbered(WINDOW_SAMPLES + 5))
    expect(history.lags[0]?.[0]).toBe(5)
    history.append(1e9, Float64Array.of(7))
    expect(history.times).toHaveLength(WINDOW_SAMPLES)
    expect(history.lags[0]).toHaveLength(WINDOW_SAMPLES)
    expect(history.lags[0]?.[0]).toBe(6)
    expect(history.lags[0]?.at(-1)).toBe(7)
  })

  it('knows the newest lag that is known', () => {
    expect(newestKnown([1, 2, NaN])).toBe(2)
    expect(newestKnown([NaN, NaN])).toBe(-1)
    expect(newestKnown([])).toBe(-1)
  })

  it('finds moments', () => {
    const times = [10, 20, 30]
    expect([5, 10, 11, 30, 31].map((at) => firstFrom(times, at))).toEqual([0, 0, 1, 2, 3])
    expect([0, 14, 15, 16, 99].map((at) => nearest(times, at))).toEqual([0, 0, 0, 1, 2])
    expect(nearest([], 5)).toBe(-1)
  })
})

describe('selection', () => {
  it('draws all of a few partitions, worst first, and no summed line', () => {
    expect(keysOf(historyOf([1], [3], [2]))).toEqual(['orders-1', 'orders-2', 'orders-0'])
  })

  it('draws the twenty worst of many and sums the rest', () => {
    const { lines, others } = select(historyOf(...numbered(200).map((lag) => [lag, lag])), {})
    expect(lines.slice(0, DRAWN).map(({ key }) => key)).toEqual(
      numbered(DRAWN).map((i) => `orders-${199 - i}`),
    )
    const sum = (179 * 180) / 2
    expect(lines.at(-1)).toEqual({ key: OTHERS, slot: null, lags: [sum, sum] })
    expect(lines).toHaveLength(DRAWN + 1)
    expect(others).toBe(180)
  })

  it('ranks by the newest lag that is known, the never known last', () => {
    expect(keysOf(historyOf([9, NaN], [1, 5], [NaN, NaN], [1, 6]))).toEqual([
      'orders-0',
      'orders-3',
      'orders-1',
      'orders-2',
    ])
  })

  it('lets a line stay until a newcomer is clearly worse', () => {
    const many = (last: number) => historyOf(...numbered(DRAWN).map(() => [1_000]), [last])
    const first = select(many(10), {})
    expect(first.slots['orders-20']).toBeUndefined()
    expect(select(many(1_050), first.slots).slots).toEqual(first.slots)
    expect(select(many(1_200), first.slots).slots['orders-20']).toBeDefined()
  })

  it('has at most one line per slot, whatever was saved', () => {
    const lag = fc.oneof(fc.nat(1_000), fc.constant(NaN))
    const slots = fc.dictionary(
      fc.nat(60).map((p) => `orders-${p}`),
      fc.nat(40),
    )
    fc.assert(
      fc.property(fc.array(lag, { maxLength: 60 }), slots, (lags, saved) => {
        const { lines, others } = select(historyOf(...lags.map((each) => [each])), saved)
        const drawn = lines.filter(({ key }) => key !== OTHERS)
        expect(drawn.length + others).toBe(lags.length)
        expect(new Set(drawn.map(({ slot }) => slot)).size).toBe(drawn.length)
        for (const { slot } of drawn) expect(slot).toBeLessThan(DRAWN)
      }),
    )
  })
})

describe('slots', () => {
  it('go to newcomers from the lowest free one', () => {
    expect(assignSlots({}, ['a', 'b'])).toEqual({ a: 0, b: 1 })
    expect(assignSlots({ a: 0, b: 1, c: 2 }, ['d', 'c', 'b'])).toEqual({ b: 1, c: 2, d: 0 })
  })

  it('ignore a slot that does not exist or is taken twice', () => {
    expect(assignSlots({ a: 99, b: 4, c: 4 }, ['a', 'b', 'c'])).toEqual({ b: 4, a: 0, c: 1 })
  })
})

it('sums what is known and is unknown where nothing is', () => {
  expect(
    sumLags(
      [
        [1, NaN, NaN],
        [2, 3, NaN],
      ],
      3,
    ),
  ).toEqual([3, 3, NaN])
})
