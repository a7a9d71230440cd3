import type { Log } from '../../../src/model/ports'

/** A log that can be looked at. */
export class MemoryLog implements Log {
  readonly lines: string[] = []

  debug(message: string): void {
    this.lines.push(`debug ${message}`)
  }

  info(message: string): void {
    this.lines.push(`info ${message}`)
  }

  warn(message: string): void {
    this.lines.push(`warn ${message}`)
  }

  error(message: string, cause?: unknown): void {
    this.lines.push(cause instanceof Error ? `error ${message}: ${cause.message}` : `error ${message}`)
  }
}
