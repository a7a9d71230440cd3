/** Timers that run when the test says so. */
import type { Timers } from '../../../webview/host'

export class HandTimers implements Timers {
  readonly #due = new Map<number, { readonly run: () => void; readonly at: number }>()
  #now = 0
  #last = 0

  set(run: () => void, ms: number): number {
    this.#due.set(++this.#last, { run, at: this.#now + ms })
    return this.#last
  }

  clear(timer: number): void {
    this.#due.delete(timer)
  }

  get waiting(): number {
    return this.#due.size
  }

  pass(ms: number): void {
    this.#now += ms
    for (const [timer, { run, at }] of [...this.#due]) if (at <= this.#now && this.#due.delete(timer)) run()
  }
}
