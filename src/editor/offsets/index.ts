import type * as vscode from 'vscode'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { Targets } from '../ask/targets'
import { createMore, type More, type MorePorts } from '../more'
import { once } from '../once'
import type { Parts } from '../parts'
import { PeekCommands } from '../peek/peek-commands'
import { OffsetCommands } from './offset-commands'

export { moreTexts as texts } from '../texts/more'

/**
 * What moves offsets and looks into logs, the list of changes and what few people use often: one file
 * (`dist/offsets.js`) that is loaded when somebody first wants some of it.
 */
export class OffsetsPart implements Disposable {
  private readonly owned = new Disposables()
  private readonly commands: OffsetCommands
  /** What needs the records on disk as well. */
  readonly more: () => Promise<More>

  constructor(
    parts: Parts,
    targets: Targets,
    ports: Omit<MorePorts, 'parts' | 'targets' | 'flow' | 'several' | 'documents'>,
  ) {
    const commands = this.owned.add(new OffsetCommands(parts, targets))
    this.commands = commands
    this.owned.add(new PeekCommands(parts, targets, commands))
    const { flow, several, documents } = commands
    this.more = once(() => createMore({ ...ports, parts, targets, flow, several, documents }))
  }

  /** The text of a plan's tab. */
  contentOf(uri: vscode.Uri): string {
    return this.commands.contentOf(uri)
  }

  dispose(): void {
    this.owned.dispose()
  }
}
