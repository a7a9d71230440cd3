import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartitionMap } from '../../../src/model/topics'
import { ABSENT, LagWindow, WINDOW_SAMPLES, type Sample } from '../../../src/lag/window'

function samples(rows: Readonly<Record<number, number | null>>): PartitionMap<Sample> {
  const map = new PartitionMap<Sample>()
  for (const [partition, lag] of Object.entries(rows))
    map.set('orders', Number(partition), {
      lag,
      committed: lag === null ? null : BigInt(1_000 - lag),
      end: lag === null ? null : 1_000n,
    })
  return map
}

describe('a window of samples', () => {
  it('keeps the newest of them, in order, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 600 }), (limit, pushes) => {
        const window = new LagWindow(limit)
        for (let at = 0; at < pushes; at += 1) window.push(at, samples({ 0: at % 1_000 }))
        const kept = Math.min(limit, pushes)
        const expected = Array.from({ length: kept }, (_, at) => pushes - kept + at)
        expect([...window.timesCopy()]).toEqual(expected)
        expect([...(window.seriesCopy()[0]?.lag ?? [])]).toEqual(expected.map((at) => at % 1_000))
      }),
    )
  })

  it('lines a partition seen late up with the times before it', () => {
    const window = new LagWindow()
    window.push(1, samples({ 0: 5 }))
    window.push(2, samples({ 0: 6, 1: 9 }))
    window.push(3, samples({ 1: 8 }))
    const [first, second] = window.seriesCopy()
    expect([...(first?.lag ?? [])]).toEqual([5, 6, NaN])
    expect([...(second?.lag ?? [])]).toEqual([NaN, 9, 8])
    expect([...(second?.committed ?? [])]).toEqual([ABSENT, 991n, 992n])
    expect([...(second?.end ?? [])]).toEqual([ABSENT, 1_000n, 1_000n])
  })

  it('leaves out partitions of which nothing is known any more', () => {
    const window = new LagWindow(3)
    window.push(1, samples({ 0: 5, 1: 5 }))
    for (let at = 2; at < 6; at += 1) window.push(at, samples({ 0: 5 }))
    expect(window.seriesCopy().map((series) => series.partition)).toEqual([0])
  })

  it('keeps an unknown lag unknown', () => {
    const window = new LagWindow()
    window.push(1, samples({ 0: 5 }))
    window.push(2, samples({ 0: null }))
    expect([...(window.seriesCopy()[0]?.lag ?? [])]).toEqual([5, NaN])
    expect(window.seriesCopy()[0]?.committed[1]).toBe(ABSENT)
  })

  it('gives the newest few, and copies', () => {
    const window = new LagWindow(4)
    for (let at = 0; at < 9; at += 1) window.push(at, samples({ 0: at }))
    expect([...window.timesCopy(2)]).toEqual([7, 8])
    const copy = window.seriesCopy(2)[0]
    copy?.lag.fill(0)
    expect([...(window.seriesCopy(2)[0]?.lag ?? [])]).toEqual([7, 8])
  })

  it('grows to a larger limit with what it has', () => {
    const window = new LagWindow(40)
    for (let at = 0; at < 100; at += 1) window.push(at, samples({ 0: at }))
    window.growTo(WINDOW_SAMPLES)
    for (let at = 100; at < 2_000; at += 1) window.push(at, samples({ 0: at % 1_000 }))
    expect(window.length).toBe(WINDOW_SAMPLES)
    const times = window.timesCopy()
    expect([times[0], times[times.length - 1]]).toEqual([200, 1_999])
    window.growTo(10)
    expect(window.length).toBe(WINDOW_SAMPLES)
  })
})
