import { describe, expect, it } from 'vitest'
import { looksLikeOffsets } from '../../../src/editor/csv-look'
import { stalenessOf } from '../../../src/editor/offsets/stale'
import type { GroupSnapshot } from '../../../src/clusters/types'
import { facts, group as described, member, NOW, planOf } from '../offsets/support'
import { group, seen, seenShare } from './support'

const plan = planOf({ kind: 'earliest' }, [facts(0, 5, 0, 9), facts(1, 0, 0, 9)])
const now = (about: Partial<GroupSnapshot>): GroupSnapshot =>
  group({ state: 'Empty', at: NOW + 1, partitions: [seen(0, 5n, 0n, 9n), seen(1, 0n, 0n, 9n)], ...about })

describe('a plan that is open', () => {
  it('is good as long as the group stands where it stood', () => {
    expect(stalenessOf(plan, now({}))).toBeNull()
    expect(stalenessOf(plan, now({ partitions: null }))).toBeNull()
    expect(stalenessOf(plan, undefined)).toBeNull()
  })

  it('is out of date when a partition has moved, one that is there already included', () => {
    expect(stalenessOf(plan, now({ partitions: [seen(0, 6n, 0n, 9n), seen(1, 0n, 0n, 9n)] }))).toBe('moved')
    expect(stalenessOf(plan, now({ partitions: [seen(0, 5n, 0n, 9n), seen(1, 1n, 0n, 9n)] }))).toBe('moved')
    expect(stalenessOf(plan, now({ partitions: [seen(0, 5n, 0n, 9n)] }))).toBe('moved')
  })

  it('of a share group is out of date when its lag falls, though it starts where it started', () => {
    const start = { offset: 5n, leaderEpoch: -1, metadata: '', shareLag: 4n }
    const queue = described({ type: 'share', protocolType: 'share' })
    const shared = planOf({ kind: 'earliest' }, [facts(0, start, 0, 9)], { group: queue })
    const staleness = (lag: bigint | null) =>
      stalenessOf(shared, now({ type: 'share', partitions: [seenShare(0, 5n, lag, 9n)] }))
    expect(staleness(4n)).toBeNull()
    // More came in, or a broker that does not tell: no reason.
    expect(staleness(6n)).toBeNull()
    expect(staleness(null)).toBeNull()
    expect(staleness(1n)).toBe('moved')
  })

  it('is not judged by what was seen before it was made', () => {
    expect(stalenessOf(plan, now({ at: NOW - 1, partitions: [seen(0, 6n, 0n, 9n)] }))).toBeNull()
  })

  it('is out of date when somebody comes, and a refused one when nobody is left', () => {
    expect(stalenessOf(plan, now({ state: 'Stable' }))).toBe('active')
    const busy = described({ state: 'Stable', members: [member('c1')] })
    const refused = planOf({ kind: 'earliest' }, [facts(0, 5, 0, 9)], { group: busy })
    expect(stalenessOf(refused, now({ state: 'Stable' }))).toBeNull()
    expect(stalenessOf(refused, now({}))).toBe('free')
  })
})

describe('a CSV file', () => {
  it.each([
    ['orders,0,5\n', true],
    ['"a, b",orders,0,5\r\n', true],
    ['\n\norders,0,-5\norders,x,5\n', true],
    ['topic,partition,offset\norders,0,5\n', true],
    ['name,age,town\nAnn,31,Ulm\nBob,44,Bonn\n', false],
    ['a,b,c\n1,2,3,4,5,6\n', false],
    ['', false],
    ['"', false],
    [',,,,,\n', false],
  ])('%j is one of offsets: %s', (text, is) => {
    expect(looksLikeOffsets(text)).toBe(is)
  })
})
