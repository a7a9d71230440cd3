import { errorText, isCancelled, laglineError } from '../model/errors'
import type { Clock, Disposable } from '../model/ports'
import type { SchemaReader } from './schemas'

/** Why a signal was aborted where nobody cancelled. */
const timeIsUp = Symbol('time is up')

/** A signal that is aborted when somebody cancels, and also when the time is up. */
export class TimeLimit implements Disposable {
  readonly signal: AbortSignal
  private readonly timer: Disposable

  /** @param ms how long; at least 0. @param given the person's own. */
  constructor(ms: number, clock: Clock, given: AbortSignal) {
    const limit = new AbortController()
    this.timer = clock.after(ms, () => limit.abort(timeIsUp))
    if (ms <= 0) limit.abort(timeIsUp)
    this.signal = AbortSignal.any([given, limit.signal])
  }

  dispose(): void {
    this.timer.dispose()
  }
}

/** True where it was aborted because the time is up, and nobody had cancelled before. */
export function isTimeUp(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason === timeIsUp
}

/** A registry that is asked no longer than `signal` lasts; what needs no asking is read after that too. */
export function inTime(schemas: SchemaReader, signal: AbortSignal): SchemaReader {
  return {
    read: async (bytes) => {
      try {
        return await schemas.read(bytes, signal)
      } catch (error) {
        if (!isCancelled(error) || !isTimeUp(signal)) throw error
        throw laglineError('registry', errorText('error.registry.noTime'), { cause: error })
      }
    },
  }
}
