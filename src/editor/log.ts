import * as vscode from 'vscode'
import type { Disposable, Log } from '../model/ports'
import { redact } from './redact'

/** The output channel "Lagline". Everything written to it has its secrets redacted here, at the port. */
export class EditorLog implements Log, Disposable {
  private readonly channel = vscode.window.createOutputChannel('Lagline', { log: true })
  private readonly secrets = new Set<string>()

  /** From now on this value never stands in the log. */
  hide(secret: string): void {
    this.secrets.add(secret)
  }

  debug(message: string): void {
    this.channel.debug(redact(message, this.secrets))
  }

  info(message: string): void {
    this.channel.info(redact(message, this.secrets))
  }

  warn(message: string): void {
    this.channel.warn(redact(message, this.secrets))
  }

  error(message: string, cause?: unknown): void {
    const detail = cause === undefined ? '' : `\n${describe(cause)}`
    this.channel.error(redact(message + detail, this.secrets))
  }

  show(): void {
    this.channel.show(true)
  }

  dispose(): void {
    this.channel.dispose()
  }
}

/** An error with its stack and the chain of its causes. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const own = cause.stack ?? `${cause.name}: ${cause.message}`
  return cause.cause === undefined ? own : `${own}\ncaused by ${describe(cause.cause)}`
}
