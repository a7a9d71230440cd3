import type * as vscode from 'vscode'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { Targets } from '../ask/targets'
import type { Parts } from '../parts'
import { PeekCommands } from '../peek/peek-commands'
import { OffsetCommands } from './offset-commands'

/** What moves offsets and looks into logs: one file that is loaded when somebody first wants it. */
export class OffsetsPart implements Disposable {
  private readonly owned = new Disposables()
  private readonly commands: OffsetCommands

  constructor(parts: Parts, targets: Targets) {
    this.commands = this.owned.add(new OffsetCommands(parts, targets))
    this.owned.add(new PeekCommands(parts, targets, this.commands))
  }

  /** The text of a plan's tab. */
  contentOf(uri: vscode.Uri): string {
    return this.commands.contentOf(uri)
  }

  dispose(): void {
    this.owned.dispose()
  }
}
