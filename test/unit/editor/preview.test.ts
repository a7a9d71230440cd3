import { describe, expect, it } from 'vitest'
import { previewOf, previewPhrase } from '../../../src/editor/offsets/preview'
import { english, seen, seenShare } from './support'

const partitions = [seen(0, 40n, 0n, 100n), seen(1, 70n, 10n, 80n)]

describe('what a choice would do now', () => {
  const phrase = (...args: Parameters<typeof previewOf>) => previewPhrase(previewOf(...args), english)

  it('counts what is read again and what is skipped', () => {
    expect(phrase({ kind: 'earliest' }, partitions)).toBe('replays 100')
    expect(phrase({ kind: 'latest' }, partitions)).toBe('skips 70')
    expect(phrase({ kind: 'toOffset', offset: 50n }, partitions)).toBe('replays 20, skips 10')
    expect(phrase({ kind: 'earliest' }, [seen(0, 5n, 5n, 9n)])).toBe('nothing moves')
  })

  it('keeps an offset inside each log and says how often', () => {
    expect(phrase({ kind: 'toOffset', offset: 90n }, partitions)).toBe(
      'skips 60; 1 partition stops at the end of its log',
    )
    expect(phrase({ kind: 'toOffset', offset: 0n }, [seen(0, 50n, 10n, 80n)])).toBe(
      'replays 40; 1 partition stops at the end of its log',
    )
    expect(phrase({ kind: 'toOffset', offset: 900n }, partitions)).toBe(
      'skips 70; 2 partitions stop at the end of their logs',
    )
  })

  it('counts a shift from where each partition stands', () => {
    const shift = (by: bigint) => phrase({ kind: 'shiftBy', by }, partitions)
    expect(shift(-10n)).toBe('replays 20')
    expect(shift(-65n)).toBe('replays 100; 2 partitions stop at the end of their logs')
    expect(shift(20n)).toBe('skips 30; 1 partition stops at the end of its log')
    expect(phrase({ kind: 'shiftBy', by: 1n }, [seen(0, -2n, 0n, 9n)])).toBeNull()
  })

  it('does not count what is deleted as read again', () => {
    expect(previewOf({ kind: 'earliest' }, [seen(0, 5n, 50n, 80n)])).toEqual({
      replayed: 0n,
      skipped: 0n,
      clamped: 0,
    })
  })

  it('leaves out what has no commit, as a reset does', () => {
    expect(phrase({ kind: 'latest' }, [...partitions, seen(2, null, 0n, 500n)])).toBe('skips 70')
  })

  it('counts of a share group what was delivered by the lag that the broker tells', () => {
    const share = [seenShare(0, 40n, 25n, 100n), seenShare(1, 10n, 0n, 10n)]
    expect(phrase({ kind: 'earliest' }, share)).toBe('replays 85')
    expect(phrase({ kind: 'latest' }, share)).toBe('skips 25')
    expect(phrase({ kind: 'toOffset', offset: 50n }, share)).toBeNull()
    expect(phrase({ kind: 'latest' }, [...share, seenShare(2, 1n, null, 9n)])).toBeNull()
  })

  it('says nothing where it does not know', () => {
    expect(phrase({ kind: 'earliest' }, null)).toBeNull()
    expect(phrase({ kind: 'earliest' }, [])).toBeNull()
    expect(phrase({ kind: 'earliest' }, [seen(0, 5n, null, null)])).toBeNull()
    expect(phrase({ kind: 'toDatetime', time: 0 }, partitions)).toBeNull()
  })
})
