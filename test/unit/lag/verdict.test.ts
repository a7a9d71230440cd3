import { describe, expect, it } from 'vitest'
import type { GroupState, GroupType, Member } from '../../../src/model/groups'
import { englishFormat, sayWith } from '../../../src/model/text'
import { lagTexts } from '../../../src/model/texts/lag'
import { PartitionMap } from '../../../src/model/topics'
import { partitionLag, shareLag as shareLagOf, totalLag } from '../../../src/lag/lag'
import { durationText } from '../../../src/lag/texts'
import { verdictOf } from '../../../src/lag/verdict'
import { LagWindow, type Sample } from '../../../src/lag/window'

const say = sayWith(lagTexts, englishFormat('UTC'))
const START = Date.UTC(2026, 0, 31, 12)

/** One partition over time: committed offset and end at sample number `at`; null = not known then. */
interface Trace {
  committed(at: number): number | null
  end(at: number): number
}

interface Scene {
  readonly partitions: readonly Trace[]
  readonly count: number
  /** ms between samples. */
  readonly step?: number
  /** Extra ms before sample number `at`. */
  readonly gap?: { readonly at: number; readonly ms: number }
  readonly state?: GroupState
  readonly type?: GroupType
  readonly emptySince?: number | null
  /** Number of the sample before which the offsets were last set by hand. */
  readonly reset?: number
}

function judge(scene: Scene): { readonly kind: string; readonly words: string } {
  const { partitions, count, step = 10_000, gap } = scene
  const window = new LagWindow()
  let now = START
  let lags = partitions.map(() => partitionLag(null, null, null))
  for (let at = 0; at < count; at += 1) {
    now = START + at * step + (gap !== undefined && at >= gap.at ? gap.ms : 0)
    const samples = new PartitionMap<Sample>()
    lags = partitions.map((trace, partition) => {
      const committed = trace.committed(at)
      const end = BigInt(trace.end(at))
      const commit = committed === null ? null : { offset: BigInt(committed), leaderEpoch: -1, metadata: '' }
      const lag = partitionLag(commit, 0n, end)
      samples.set('orders', partition, { lag: lag.lag, committed: commit?.offset ?? null, end })
      return lag
    })
    window.push(now, samples)
  }
  const state = scene.state ?? 'Stable'
  const holder: Member = {
    memberId: 'm',
    instanceId: null,
    clientId: 'c',
    host: 'h',
    assignment: partitions.map((_, partition) => ({ topic: 'orders', partition })),
  }
  const verdict = verdictOf({
    type: scene.type ?? 'classic',
    state,
    members: state === 'Empty' ? [] : [holder],
    lag: count === 0 ? null : totalLag(lags),
    window,
    emptySince: scene.emptySince ?? null,
    resetAt: scene.reset === undefined ? null : START + scene.reset * step - 1,
    now,
  })
  return { kind: verdict.kind, words: say(verdict.evidence) }
}

/** Reads `rate` a sample, `behind` records late. */
const reader = (rate: number, behind = 5): Trace => ({
  committed: (at) => Math.max(0, at * rate - behind) + 1_000,
  end: (at) => at * rate + 1_000,
})
const still = (committed: number, end: (at: number) => number): Trace => ({ committed: () => committed, end })

describe('nobody in the group', () => {
  it('with lag: stopped, for how long and how much', () => {
    const scene = { partitions: [still(10, () => 60)], count: 1, state: 'Empty' } as const
    expect(judge(scene)).toEqual({ kind: 'stopped', words: 'Nobody is in it, and 50 wait.' })
    expect(judge({ ...scene, emptySince: START - 3 * 3_600_000 - 60_000 })).toEqual({
      kind: 'stopped',
      words: 'Empty for at least 3 h 1 min, and 50 wait.',
    })
  })

  it('without lag: idle; never committed: idle', () => {
    expect(judge({ partitions: [still(60, () => 60)], count: 1, state: 'Empty' }).kind).toBe('idle')
    expect(judge({ partitions: [], count: 1, state: 'Empty' }).kind).toBe('idle')
  })

  it('but somebody commits (assign() without a group): judged as running', () => {
    expect(judge({ partitions: [reader(100, 5)], count: 12, state: 'Empty' }).kind).toBe('keepingUp')
  })

  it('one jump is a reset, not a reader', () => {
    const reset: Trace = { committed: (at) => (at < 5 ? 10 : 0), end: () => 60 }
    expect(judge({ partitions: [reset], count: 7, state: 'Empty' }).kind).toBe('stopped')
  })
})

describe('nobody in the group, and somebody sets its offsets by hand again and again', () => {
  const tried: Trace = { committed: (at) => [10, 60, 10, 30, 10][at % 5] ?? 0, end: () => 90 }

  it('is still nobody who reads', () => {
    expect(judge({ partitions: [tried], count: 7, step: 4_000, state: 'Empty', reset: 6 }).kind).toBe(
      'stopped',
    )
  })

  it('does not hide a reader that begins after it', () => {
    const scene = { partitions: [reader(100, 5)], count: 12, state: 'Empty' } as const
    expect(judge({ ...scene, reset: 5 }).kind).toBe('keepingUp')
  })
})

describe('too little seen', () => {
  it('is said, not guessed', () => {
    expect(judge({ partitions: [reader(100)], count: 0 })).toEqual({
      kind: 'unknown',
      words: 'Not read yet.',
    })
    expect(judge({ partitions: [reader(100)], count: 2 }).kind).toBe('unknown')
    expect(judge({ partitions: [reader(100)], count: 8, step: 2_000 })).toEqual({
      kind: 'unknown',
      words: 'Seen for 14 s so far: too short to tell.',
    })
  })

  it('after a sleep, what was before it does not count', () => {
    const scene: Scene = { partitions: [reader(100)], count: 14, gap: { at: 12, ms: 3_600_000 } }
    expect(judge(scene).kind).toBe('unknown')
    expect(judge({ ...scene, count: 15 }).kind).toBe('keepingUp')
  })

  it('but no lag at all needs no history', () => {
    expect(judge({ partitions: [still(60, () => 60)], count: 1 }).kind).toBe('keepingUp')
  })
})

describe('share groups', () => {
  const share = { type: 'share' } as const

  it('are judged by how many wait, never by where they start', () => {
    const behind: Trace = { committed: () => 100, end: (at) => 200 + at * 90 }
    expect(judge({ partitions: [behind], count: 8, ...share }).kind).toBe('fallingBehind')
    expect(judge({ partitions: [reader(100, 0), still(812, () => 852)], count: 8, ...share }).kind).toBe(
      'keepingUp',
    )
    expect(judge({ partitions: [still(60, () => 60)], count: 1, ...share }).kind).toBe('keepingUp')
  })

  it('that nobody is in are stopped, or idle', () => {
    const empty = { ...share, state: 'Empty', count: 6 } as const
    expect(judge({ partitions: [still(10, () => 60)], ...empty }).kind).toBe('stopped')
    expect(judge({ partitions: [still(60, () => 60)], ...empty }).kind).toBe('idle')
    // Start offsets that move by themselves tell of no reader.
    expect(judge({ partitions: [reader(100)], ...empty }).kind).toBe('stopped')
  })

  it('whose lag the broker does not tell are not judged', () => {
    const untold: Trace = { committed: () => null, end: () => 60 }
    const words = /broker does not tell/
    const judged = judge({ partitions: [untold], count: 8, ...share })
    expect(judged.kind).toBe('unknown')
    expect(judged.words).toMatch(words)
    for (const partitions of [[untold], [untold, still(60, () => 60)]])
      expect(judge({ partitions, count: 8, ...share, state: 'Empty' }).words).toMatch(words)
    expect(judge({ partitions: [], count: 1, ...share }).words).toMatch(/not begun to read/)
    expect(judge({ partitions: [still(0, () => 9)], count: 2, ...share }).words).toMatch(/too short/)
  })

  it('have the lag that the broker tells', () => {
    const start = (offset: bigint, shareLag: bigint | null) =>
      shareLagOf({ offset, leaderEpoch: -1, metadata: '', shareLag }, 100n)
    expect(start(40n, 25n)).toEqual({ lag: 25, lost: 0n, beyondEnd: 0n, unknown: null })
    expect(start(40n, null)).toEqual({ lag: null, lost: 0n, beyondEnd: 0n, unknown: 'notTold' })
    expect(start(-1n, null)).toEqual({ lag: null, lost: 0n, beyondEnd: 0n, unknown: 'notCommitted' })
    expect(start(120n, 0n)).toEqual({ lag: 0, lost: 0n, beyondEnd: 20n, unknown: null })
  })
})

describe('stuck', () => {
  it('a partition that stands still while others move', () => {
    const words = judge({ partitions: [reader(100, 0), still(812, () => 852)], count: 4 })
    expect(words).toEqual({
      kind: 'stuck',
      words:
        'orders-1 stands at 812 for 30 s over 4 samples, with 40 waiting, while the group’s other partitions or its own end move.',
    })
  })

  it('a partition whose own end moves on', () => {
    expect(judge({ partitions: [still(812, (at) => 900 + at)], count: 4 }).kind).toBe('stuck')
  })

  it('names the worst and counts the others', () => {
    const scene = { partitions: [reader(100), still(10, () => 20), still(10, () => 500)], count: 4 }
    expect(judge(scene).words).toMatch(/^orders-2 and 1 more stand still: orders-2 at 10 .* with 490 waiting/)
  })

  it('not before 20 s, and not before three of the group’s own commit intervals', () => {
    expect(judge({ partitions: [reader(100), still(10, () => 20)], count: 10, step: 2_000 }).kind).toBe(
      'unknown',
    )
    expect(judge({ partitions: [reader(100), still(10, () => 20)], count: 11, step: 2_000 }).kind).toBe(
      'stuck',
    )
    const minutely: Trace = { committed: (at) => Math.floor(at / 6) * 60, end: (at) => at * 10 + 10 }
    const late: Trace = { committed: (at) => Math.floor((at + 3) / 6) * 60, end: (at) => at * 10 + 70 }
    expect(judge({ partitions: [minutely, late], count: 24 }).kind).not.toBe('stuck')
  })

  it('not a partition that is at its end', () => {
    expect(judge({ partitions: [reader(100), still(20, () => 20)], count: 9 }).kind).toBe('keepingUp')
  })

  it('nothing moves at all: said as it is, a hang and transaction markers look the same', () => {
    expect(judge({ partitions: [still(10, () => 11)], count: 9 })).toMatchObject({ kind: 'unknown' })
  })
})

describe('falling behind', () => {
  const growing: Trace = { committed: (at) => 1_000 + at * 50, end: (at) => 1_100 + at * 100 }

  it('steady growth, with its rate', () => {
    expect(judge({ partitions: [growing], count: 7 })).toEqual({
      kind: 'fallingBehind',
      words: 'Lag grew from 100 to 400 in 1 min, about 300 a minute.',
    })
  })

  it('growth with a dip, which Burrow calls OK', () => {
    const dip: Trace = {
      committed: (at) => 1_000 + at * 50 + (at === 5 ? 120 : 0),
      end: (at) => 1_100 + at * 100,
    }
    expect(judge({ partitions: [dip], count: 12 }).kind).toBe('fallingBehind')
  })

  it('one partition, while the others catch up', () => {
    const catching: Trace = { committed: (at) => 1_000 + at * 300, end: (at) => 10_000 + at * 100 }
    expect(judge({ partitions: [catching, growing], count: 10 })).toMatchObject({ kind: 'fallingBehind' })
    expect(judge({ partitions: [catching, growing], count: 10 }).words).toMatch(/^Lag of orders-1 grew/)
  })

  it('not a tiny lag that wobbles, which Burrow warns of', () => {
    const tiny: Trace = { committed: (at) => at * 10, end: (at) => at * 10 + 1 + (at % 3) }
    expect(judge({ partitions: [tiny], count: 20 }).kind).toBe('keepingUp')
  })

  it('not a constant lag', () => {
    expect(judge({ partitions: [reader(100, 700)], count: 20 }).kind).toBe('keepingUp')
  })

  it('not the saw-tooth of commits seen at odd moments', () => {
    for (const period of [2, 3, 4, 5, 7]) {
      const saw: Trace = {
        committed: (at) => Math.floor(at / period) * period * 100,
        end: (at) => at * 100 + 3,
      }
      for (let count = 3 * period; count < 40; count += 1)
        expect([period, count, judge({ partitions: [saw], count, step: 2_000 }).kind]).not.toContain(
          'fallingBehind',
        )
    }
  })

  it('growth that ended is history', () => {
    const ended: Trace = {
      committed: (at) => (at < 60 ? at * 50 : 3_000 + (at - 60) * 100),
      end: (at) => at * 100,
    }
    expect(judge({ partitions: [ended], count: 140 }).kind).toBe('keepingUp')
  })
})

describe('keeping up', () => {
  it('says so with the lag and how long it was watched', () => {
    expect(judge({ partitions: [reader(100, 12)], count: 13 })).toEqual({
      kind: 'keepingUp',
      words: 'Lag 12, not growing over 2 min.',
    })
  })

  it('says how fast it catches up', () => {
    const catching: Trace = { committed: (at) => 1_000 + at * 300, end: (at) => 10_000 + at * 100 }
    expect(judge({ partitions: [catching], count: 10 })).toEqual({
      kind: 'keepingUp',
      words: 'Lag 7,200, falling by about 1,200 a minute over 1 min 30 s.',
    })
  })
})

describe('a span in words', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [250_000, '4 min 10 s'],
    [700_000, '11 min'],
    [3_600_000, '1 h'],
    [11_000_000, '3 h 3 min'],
    [200_000_000, '2 d 7 h'],
  ])('%i ms', (ms, words) => {
    expect(say(durationText(ms))).toBe(words)
  })
})
