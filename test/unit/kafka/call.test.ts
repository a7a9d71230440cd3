import { describe, expect, it } from 'vitest'
import { Call, CallOver } from '../../../src/kafka/call'
import type { Clock, Disposable } from '../../../src/model/ports'

/** A clock that stands still until it is moved. */
class HandClock implements Clock {
  private time = 1_000
  private readonly timers = new Set<{ at: number; callback: () => void }>()

  now(): number {
    return this.time
  }

  after(ms: number, callback: () => void): Disposable {
    const timer = { at: this.time + ms, callback }
    this.timers.add(timer)
    return { dispose: () => void this.timers.delete(timer) }
  }

  forward(ms: number): void {
    this.time += ms
    for (const timer of [...this.timers])
      if (timer.at <= this.time && this.timers.delete(timer)) timer.callback()
  }

  get waiting(): number {
    return this.timers.size
  }
}

const nothing = new Promise<never>(() => undefined)
const why = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof CallOver ? error.end : error),
  )

describe('a call', () => {
  it('ends at its deadline and takes along all that waits', async () => {
    const clock = new HandClock()
    const call = new Call(500, new AbortController().signal, clock)
    const waiting = [
      call.race(nothing),
      call.sleep(400),
      call.sleep(9_000),
      call.within(9_000, (inner) => inner.race(nothing)),
    ]
    clock.forward(400)
    expect(call.remaining).toBe(100)
    await waiting[1]
    clock.forward(100)
    expect(await Promise.all(waiting.map(why))).toEqual(['timedOut', 'done', 'timedOut', 'timedOut'])
    expect(call.ended).toBe('timedOut')
    expect(call.remaining).toBe(0)
    expect(await why(call.race(nothing))).toBe('timedOut')
    call.dispose()
    expect(clock.waiting).toBe(0)
  })

  it('ends when its signal is aborted, also before it began', async () => {
    const clock = new HandClock()
    const abort = new AbortController()
    const call = new Call(500, abort.signal, clock)
    const waiting = why(call.race(nothing))
    abort.abort()
    expect(await waiting).toBe('cancelled')
    const late = new Call(500, AbortSignal.abort(), clock)
    expect(late.ended).toBe('cancelled')
    for (const each of [call, late]) each.dispose()
    expect(clock.waiting).toBe(0)
  })

  it('passes on what work brings, and a failure that comes too late ends nothing', async () => {
    const clock = new HandClock()
    const call = new Call(500, new AbortController().signal, clock)
    expect(await call.race(Promise.resolve(7))).toBe(7)
    await expect(call.race(Promise.reject(new Error('no')))).rejects.toThrow('no')
    let fail = (_error: Error): void => undefined
    const late = call.race(new Promise((_resolve, reject) => (fail = reject)))
    call.end('cancelled')
    expect(await why(late)).toBe('cancelled')
    fail(new Error('nobody hears this'))
    call.dispose()
  })

  it('may have parts with less time, whose end is not its own', async () => {
    const clock = new HandClock()
    const call = new Call(500, new AbortController().signal, clock)
    const part = why(
      call.within(100, (inner) => {
        inner.wrote = true
        return inner.race(nothing)
      }),
    )
    clock.forward(100)
    expect(await part).toBe('timedOut')
    expect(call.ended).toBeNull()
    expect(call.wrote).toBe(true)
    call.dispose()
    expect(clock.waiting).toBe(0)
  })
})
