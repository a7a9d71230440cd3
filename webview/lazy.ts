/** Work that can wait until the page has nothing better to do, a little at a time. */

/** Longest wait, in ms: less than the time between two polls. */
const AT_LATEST_MS = 1_000
/** ms of an idle period that are left over. */
const SPARE_MS = 2

/** Values by key, the newest of each, that are applied in idle time. */
export class Lazy<K, V> {
  readonly #apply: (key: K, value: V) => void
  readonly #waiting = new Map<K, V>()
  #handle: number | null = null

  constructor(apply: (key: K, value: V) => void) {
    this.#apply = apply
  }

  /** Applies it some time soon, unless a newer value comes first. */
  soon(key: K, value: V): void {
    this.#waiting.set(key, value)
    this.#handle ??= requestIdleCallback((idle) => this.#run(idle), { timeout: AT_LATEST_MS })
  }

  /** Applies it now; what waited for this key is out of date. */
  now(key: K, value: V): void {
    this.#waiting.delete(key)
    this.#apply(key, value)
  }

  /** Applies now what waits for this key, if anything does. */
  hurry(key: K): void {
    const value = this.#waiting.get(key)
    if (value !== undefined) this.now(key, value)
  }

  drop(key: K): void {
    this.#waiting.delete(key)
  }

  dispose(): void {
    if (this.#handle !== null) cancelIdleCallback(this.#handle)
    this.#waiting.clear()
  }

  #run(idle: IdleDeadline): void {
    this.#handle = null
    for (const [key, value] of this.#waiting) {
      if (!idle.didTimeout && idle.timeRemaining() < SPARE_MS) break
      this.now(key, value)
    }
    if (this.#waiting.size > 0)
      this.#handle = requestIdleCallback((next) => this.#run(next), { timeout: AT_LATEST_MS })
  }
}
