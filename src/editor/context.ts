import * as vscode from 'vscode'
import type { ContextKey } from '../ids'
import type { Disposable } from '../model/ports'

/** Context keys, set only when they change. */
export class ContextKeys implements Disposable {
  private readonly values = new Map<ContextKey, boolean>()

  set(key: ContextKey, value: boolean): void {
    if (this.values.get(key) === value) return
    this.values.set(key, value)
    void vscode.commands.executeCommand('setContext', key, value)
  }

  dispose(): void {
    for (const key of this.values.keys()) void vscode.commands.executeCommand('setContext', key, undefined)
    this.values.clear()
  }
}
