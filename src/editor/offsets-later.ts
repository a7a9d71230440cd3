import * as vscode from 'vscode'
import { PLAN_SCHEME } from '../ids'
import { Disposables } from '../model/disposables'
import type { Disposable } from '../model/ports'
import type { Commands } from './commands'
import { isOffsetsFile } from './csv-look'
import { once } from './once'
import type { OffsetsPart } from './offsets'

/**
 * Stands in for the part that moves offsets until somebody wants it: its commands, the tab of a plan from before a
 * restart, or a CSV file of offsets. Made last: the commands that nobody else has taken are that part's.
 */
export class OffsetsLater implements Disposable {
  private readonly owned = new Disposables()
  private readonly waiting = this.owned.add(new Disposables())
  /** Loads the part where that has not happened yet. */
  readonly part: () => Promise<OffsetsPart>

  /** @param file loads the part's file and gives what makes the part. */
  constructor(commands: Commands, file: () => Promise<() => OffsetsPart>) {
    this.part = once(async () => {
      const make = await file()
      // Its own commands take the place of these.
      this.waiting.dispose()
      return this.owned.add(make())
    })
    const { workspace } = vscode
    this.waiting.add(
      commands.registerRest(async (id, args) => {
        await this.part()
        await vscode.commands.executeCommand(id, ...args)
      }),
    )
    this.waiting.add(
      workspace.registerTextDocumentContentProvider(PLAN_SCHEME, {
        provideTextDocumentContent: async (uri) => (await this.part()).contentOf(uri),
      }),
    )
    this.waiting.add(workspace.onDidOpenTextDocument((document) => this.look(document)))
    workspace.textDocuments.forEach((document) => this.look(document))
  }

  dispose(): void {
    this.owned.dispose()
  }

  private look(document: vscode.TextDocument): void {
    if (isOffsetsFile(document.uri.path, () => document.getText())) void this.part()
  }
}
