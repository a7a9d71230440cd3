/** The way to the host: requests that always end, and the state that outlives the page. */
import { pageState } from '../src/shared/chart-guard'
import type { PageMessage, PageRequest, PageState } from '../src/shared/chart-protocol'

interface VsCodeApi {
  postMessage(message: PageMessage): void
  getState(): unknown
  setState(state: PageState): void
}
declare function acquireVsCodeApi(): VsCodeApi

/** After this the page says that the host is silent. A host's own deadlines (15 s) end before it. */
export const ANSWER_WITHIN_MS = 20_000

export interface Timers {
  set(run: () => void, ms: number): number
  clear(timer: number): void
}

export const windowTimers: Timers = {
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (timer) => window.clearTimeout(timer),
}

/** Numbers requests and pairs them with their replies. */
export class Requests {
  readonly #post: (message: PageMessage) => void
  readonly #timers: Timers
  readonly #open = new Map<number, (error: string | null) => void>()
  #last = 0

  constructor(post: (message: PageMessage) => void, timers: Timers) {
    this.#post = post
    this.#timers = timers
  }

  /**
   * @param noAnswer the sentence to end with when no reply comes in time.
   * @returns null when it was done, else a sentence that says why not. Never rejects.
   */
  send(body: PageRequest, noAnswer: string): Promise<string | null> {
    const request = ++this.#last
    return new Promise((resolve) => {
      const timer = this.#timers.set(() => end(noAnswer), ANSWER_WITHIN_MS)
      const end = (error: string | null) => {
        this.#timers.clear(timer)
        this.#open.delete(request)
        resolve(error)
      }
      this.#open.set(request, end)
      this.#post({ type: 'request', request, body })
    })
  }

  /** A reply to a request that is unknown, or was given up, is dropped. */
  reply(request: number, error: string | null): void {
    this.#open.get(request)?.(error)
  }
}

export interface Host {
  readonly requests: Requests
  ready(): void
  /** Null = nothing was saved that can be read. */
  load(): PageState | null
  save(state: PageState): void
}

/** Takes the one handle that VS Code gives out; nobody else sees it. */
export function connectHost(): Host {
  const api = acquireVsCodeApi()
  return {
    requests: new Requests((message) => api.postMessage(message), windowTimers),
    ready: () => api.postMessage({ type: 'ready' }),
    load: () => pageState(api.getState()),
    save: (state) => api.setState(state),
  }
}
