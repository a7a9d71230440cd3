import * as vscode from 'vscode'
import { CHANGE_SCHEME, CommandId, ViewId } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { More } from '../more'
import type { Parts } from '../parts'
import type { ChangeNode } from './change-node'

/**
 * The view "Changes" and the texts of single changes. What they show is worked out in a file that is loaded when the
 * view is opened for the first time.
 */
export class ChangesView
  implements
    vscode.TreeDataProvider<ChangeNode>,
    vscode.TextDocumentContentProvider,
    vscode.CodeLensProvider,
    Disposable
{
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly more: () => Promise<More>
  private readonly nodes = new Map<string, ChangeNode>()
  private readonly rowsChanged = this.owned.add(new vscode.EventEmitter<void>())
  private readonly textChanged = this.owned.add(new vscode.EventEmitter<vscode.Uri>())
  private readonly view: vscode.TreeView<ChangeNode>
  private following: Disposable | null = null
  readonly onDidChangeTreeData = this.rowsChanged.event
  readonly onDidChange = this.textChanged.event
  readonly onDidChangeCodeLenses = this.rowsChanged.event

  constructor(parts: Parts, more: () => Promise<More>) {
    this.parts = parts
    this.more = more
    const { commands, registry } = parts
    this.view = this.owned.add(
      vscode.window.createTreeView(ViewId.changes, { treeDataProvider: this, canSelectMany: true }),
    )
    this.owned.add(this.view.onDidChangeVisibility(({ visible }) => visible && this.refresh()))
    this.owned.add(registry.onDidChangeList(() => this.following !== null && this.rowsChanged.fire()))
    this.owned.add(vscode.workspace.registerTextDocumentContentProvider(CHANGE_SCHEME, this))
    this.owned.add(vscode.languages.registerCodeLensProvider({ scheme: CHANGE_SCHEME }, this))
    this.owned.add(commands.register(CommandId.changesRefresh, () => this.refresh()))
    this.owned.add(commands.register(CommandId.changeShow, async (node) => (await more()).history.show(node)))
    this.owned.add(commands.register(CommandId.changeUndo, async (node) => (await more()).history.undo(node)))
    this.owned.add(
      commands.register(CommandId.changesUndo, async (node, all) =>
        (await more()).history.undoSeveral(node, all),
      ),
    )
    this.owned.add(commands.register(CommandId.changeCopy, async (node) => (await more()).history.copy(node)))
    this.owned.add(
      commands.register(CommandId.changeExport, async (node, all) =>
        (await more()).history.exportTo(node, all),
      ),
    )
    this.owned.add(commands.register(CommandId.changesExport, async () => (await more()).history.exportAll()))
  }

  getTreeItem(node: ChangeNode): vscode.TreeItem | Promise<vscode.TreeItem> {
    return this.more().then(({ history }) => history.item(node.id))
  }

  /** Never rejects: where the records cannot be read, the view says so. */
  async getChildren(node?: ChangeNode): Promise<ChangeNode[]> {
    if (node !== undefined) return []
    try {
      const { history } = await this.more()
      this.following ??= this.owned.add(history.onDidChange(() => this.changed()))
      const ids = await history.list()
      this.view.message = ''
      const known = ids.map((id): ChangeNode => this.nodes.get(id) ?? { kind: 'change', id })
      this.nodes.clear()
      for (const each of known) this.nodes.set(each.id, each)
      return known
    } catch (error) {
      this.parts.log.error('the list of changes could not be read', error)
      this.view.message = vscode.l10n.t('The records of changes could not be read. See the log for details.')
      return []
    }
  }

  getParent(): null {
    return null
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return (await this.more()).history.textAt(uri)
  }

  async provideCodeLenses({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    return (await this.more()).history.lensesAt(uri)
  }

  dispose(): void {
    this.owned.dispose()
  }

  /** Reads again what other windows of the editor wrote. */
  private async refresh(): Promise<void> {
    if (this.following !== null) await (await this.more()).history.reload()
    this.changed()
  }

  private changed(): void {
    this.rowsChanged.fire()
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.scheme === CHANGE_SCHEME) this.textChanged.fire(uri)
  }
}
