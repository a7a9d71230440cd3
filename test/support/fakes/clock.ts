import type { Clock, Disposable } from '../../../src/model/ports'

interface Timer {
  readonly at: number
  readonly callback: () => void
}

/** A clock that stands still until told to go on. */
export class FakeClock implements Clock {
  private time: number
  private readonly timers = new Set<Timer>()

  /** @param start epoch ms. */
  constructor(start = Date.UTC(2026, 0, 31, 12)) {
    this.time = start
  }

  now(): number {
    return this.time
  }

  after(ms: number, callback: () => void): Disposable {
    const timer = { at: this.time + Math.max(0, ms), callback }
    this.timers.add(timer)
    return { dispose: () => void this.timers.delete(timer) }
  }

  /** Timers that are set. */
  get pending(): number {
    return this.timers.size
  }

  /** Goes on by `ms`, calling back what is due in order; what the callbacks start is given time to finish. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms
    await settle()
    for (;;) {
      const next = [...this.timers].sort((a, b) => a.at - b.at).find((timer) => timer.at <= until)
      if (next === undefined) break
      this.timers.delete(next)
      this.time = Math.max(this.time, next.at)
      next.callback()
      await settle()
    }
    this.time = until
  }
}

/** Lets promises that wait for nothing but other promises come to an end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
