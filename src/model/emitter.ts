import type { Disposable } from './ports'

/** Something that happens. Calling it subscribes. */
export type Event<T> = (listener: (value: T) => void) => Disposable

/** A list of listeners. One that throws does not keep the others from hearing. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>()
  private readonly onListenerError: (error: unknown) => void

  constructor(onListenerError: (error: unknown) => void = () => undefined) {
    this.onListenerError = onListenerError
  }

  readonly event: Event<T> = (listener) => {
    const own = (value: T): void => listener(value)
    this.listeners.add(own)
    return { dispose: () => void this.listeners.delete(own) }
  }

  fire(value: T): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(value)
      } catch (error) {
        this.onListenerError(error)
      }
    }
  }

  dispose(): void {
    this.listeners.clear()
  }
}
