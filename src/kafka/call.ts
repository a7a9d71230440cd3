import { cancelled, errorText, laglineError, type LaglineError } from '../model/errors'
import type { Clock, Disposable } from '../model/ports'

/** Why a call is over before its work is done. */
export type CallEnd = 'cancelled' | 'timedOut'

/** What `Call.race` rejects with. Never leaves this room: whoever waits on a broker turns it into words. */
export class CallOver extends Error {
  override readonly name = 'CallOver'
  readonly end: CallEnd

  constructor(end: CallEnd) {
    super(`the call is over: ${end}`)
    this.end = end
  }
}

/**
 * One call of the client, with all its requests and retries: ends at its deadline or when somebody aborts it, and
 * takes along whatever waits in it. To be disposed when its work is done.
 */
export class Call implements Disposable {
  /** Of the whole call, ms. */
  readonly ms: number
  /** True once a request that changes something has left: the broker may have acted on it. */
  wrote = false
  private readonly clock: Clock
  private readonly endsAt: number
  private readonly waiting = new Set<() => void>()
  private readonly ends: Disposable[] = []
  private over: CallEnd | null = null

  /** @param ms from now, for the call and all its retries */
  constructor(ms: number, signal: AbortSignal, clock: Clock) {
    this.ms = ms
    this.clock = clock
    this.endsAt = clock.now() + ms
    const abort = (): void => this.end('cancelled')
    signal.addEventListener('abort', abort)
    this.ends.push({ dispose: () => signal.removeEventListener('abort', abort) })
    this.ends.push(clock.after(ms, () => this.end('timedOut')))
    if (signal.aborted) abort()
  }

  get ended(): CallEnd | null {
    return this.over
  }

  /** Until the deadline, ms; 0 when the call is over. */
  get remaining(): number {
    return this.over === null ? Math.max(0, this.endsAt - this.clock.now()) : 0
  }

  end(why: CallEnd): void {
    if (this.over !== null) return
    this.over = why
    for (const stop of [...this.waiting]) stop()
  }

  /** Waits for work, but no longer than the call lasts. @throws CallOver */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => {
        this.waiting.delete(stop)
        reject(new CallOver(this.over ?? 'cancelled'))
      }
      // Attached also when it is too late: a rejection that nobody waits for must not end the process.
      work.then(
        (value) => {
          this.waiting.delete(stop)
          resolve(value)
        },
        (error: unknown) => {
          this.waiting.delete(stop)
          reject(error instanceof Error ? error : new Error(String(error)))
        },
      )
      if (this.over === null) this.waiting.add(stop)
      else stop()
    })
  }

  /** @throws CallOver where the call ends first */
  async sleep(ms: number): Promise<void> {
    let timer: Disposable | undefined
    try {
      await this.race(new Promise<void>((resolve) => (timer = this.clock.after(ms, resolve))))
    } finally {
      timer?.dispose()
    }
  }

  /** Work within this call that may take no longer than `ms`; it ends with this call at the latest. */
  async within<T>(ms: number, work: (inner: Call) => Promise<T>): Promise<T> {
    const inner = new Call(Math.min(ms, this.remaining), new AbortController().signal, this.clock)
    const stop = (): void => inner.end(this.over ?? 'cancelled')
    this.waiting.add(stop)
    if (this.over !== null) stop()
    try {
      return await work(inner)
    } finally {
      this.waiting.delete(stop)
      if (inner.wrote) this.wrote = true
      inner.dispose()
    }
  }

  dispose(): void {
    for (const item of this.ends.splice(0)) item.dispose()
    this.end('cancelled')
  }
}

/** What a call that is over is called outside; `who` did not answer. */
export function callError(end: CallEnd, who: string, ms: number, maybeSent = false): LaglineError {
  if (end === 'timedOut')
    return laglineError('timedOut', errorText('error.timedOut', who, ms / 1000), { maybeSent })
  return maybeSent ? laglineError('cancelled', errorText('error.cancelled'), { maybeSent }) : cancelled()
}
