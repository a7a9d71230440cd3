/** What a screen reader is told without being asked: seldom, and only what is new. */
import type { Timers } from './host'

/** A chart that is read out at every sample drowns everything else. */
export const QUIET_MS = 30_000

export class Announcer {
  readonly #speak: (text: string) => void
  readonly #timers: Timers
  #spoken = ''
  #waiting = ''
  #timer: number | null = null

  /** @param speak puts the text into a live region. */
  constructor(speak: (text: string) => void, timers: Timers) {
    this.#speak = speak
    this.#timers = timers
  }

  /** Something the reader must know now: a change of status, the failure of a request. */
  now(text: string): void {
    if (text === '') return
    this.#spoken = text
    this.#speak(text)
  }

  /** How things are: the first at once, then the latest one every half a minute, if it differs. */
  update(text: string): void {
    this.#waiting = text
    if (this.#timer !== null) return
    if (text !== this.#spoken) this.now(text)
    this.#timer = this.#timers.set(() => {
      this.#timer = null
      if (this.#waiting !== this.#spoken) this.update(this.#waiting)
    }, QUIET_MS)
  }

  dispose(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer)
    this.#timer = null
  }
}
