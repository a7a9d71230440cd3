import type { Clock } from '../model/ports'

/** The machine's clock. A pending call does not keep the extension host from ending. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    timer.unref()
    return { dispose: () => clearTimeout(timer) }
  },
}
