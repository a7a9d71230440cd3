import { describe, expect, it } from 'vitest'
import { partitionLag, totalLag } from '../../../src/lag/lag'

const commit = (offset: number): { offset: bigint; leaderEpoch: number; metadata: string } => ({
  offset: BigInt(offset),
  leaderEpoch: -1,
  metadata: '',
})

describe('lag of a partition', () => {
  it.each([
    ['inside the log', 40, 10, 100, { lag: 60, lost: 0n, beyondEnd: 0n, unknown: null }],
    ['at the end', 100, 10, 100, { lag: 0, lost: 0n, beyondEnd: 0n, unknown: null }],
    [
      'below the log: what is deleted does not wait',
      4,
      10,
      100,
      { lag: 90, lost: 6n, beyondEnd: 0n, unknown: null },
    ],
    [
      'beyond the end is said, not called 0 alone',
      130,
      10,
      100,
      { lag: 0, lost: 0n, beyondEnd: 30n, unknown: null },
    ],
    ['an emptied log', 4, 10, 10, { lag: 0, lost: 6n, beyondEnd: 0n, unknown: null }],
    ['no end known', 4, null, null, { lag: null, lost: 0n, beyondEnd: 0n, unknown: 'noLeader' }],
    ['no start known', 4, null, 10, { lag: 6, lost: 0n, beyondEnd: 0n, unknown: null }],
    [
      'a negative commit reads as none',
      -2,
      0,
      10,
      { lag: null, lost: 0n, beyondEnd: 0n, unknown: 'notCommitted' },
    ],
    ['nothing committed', null, 0, 10, { lag: null, lost: 0n, beyondEnd: 0n, unknown: 'notCommitted' }],
  ] as const)('%s', (_name, committed, start, end, expected) => {
    const big = (value: number | null): bigint | null => (value === null ? null : BigInt(value))
    expect(partitionLag(committed === null ? null : commit(committed), big(start), big(end))).toEqual(
      expected,
    )
  })
})

describe('lag of a group', () => {
  it('adds what is known and says "at least" where something is not', () => {
    const known = partitionLag(commit(4), 10n, 100n)
    expect(totalLag([known, known])).toEqual({ lag: 180, atLeast: false, partitions: 2, lost: 12n })
    expect(totalLag([known, partitionLag(null, 0n, 5n)])).toMatchObject({
      lag: 90,
      atLeast: true,
      partitions: 2,
    })
    expect(totalLag([partitionLag(null, 0n, 5n)])).toMatchObject({ lag: null, atLeast: true })
    expect(totalLag([])).toEqual({ lag: null, atLeast: false, partitions: 0, lost: 0n })
  })
})
