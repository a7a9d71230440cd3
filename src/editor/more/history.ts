import * as vscode from 'vscode'
import type { Changes, RecordChange } from '../../clusters/changes'
import type { Cluster } from '../../clusters/cluster'
import { CommandId } from '../../ids'
import type { ChangeRecord } from '../../model/change'
import type { Commits } from '../../model/commits'
import { laglineError } from '../../model/errors'
import type { Event } from '../../model/emitter'
import { textsOf } from '../../model/text'
import { askChoice } from '../ask/quick-input'
import { changeOfUri, changeUriParts, isChangeNode } from '../history/change-node'
import type { Engine } from '../parts'
import { moreTexts } from '../texts/more'
import { treeItem } from '../tree/item'
import { tellerOf } from '../words'
import { changeRow, type ChangeRights } from './change-row'
import type { MorePorts } from './index'

const text = textsOf(moreTexts)

/** The changes of the past: their rows, their texts, and what can be done with one. */
export class History {
  readonly onDidChange: Event<RecordChange>
  private readonly ports: MorePorts
  private readonly changes: Changes
  private readonly engine: Engine
  private records = new Map<string, ChangeRecord>()

  constructor(ports: MorePorts, changes: Changes, engine: Engine) {
    this.ports = ports
    this.changes = changes
    this.engine = engine
    this.onDidChange = changes.onDidChange
  }

  /** Ids of all changes, newest first. Rejects with `storage`. */
  async list(): Promise<readonly string[]> {
    const records = await this.changes.all()
    this.records = new Map(records.map((record) => [record.id, record]))
    return records.map(({ id }) => id)
  }

  /** Reads what other windows wrote since. */
  reload(): Promise<void> {
    return this.changes.reload()
  }

  item(id: string): vscode.TreeItem {
    const record = this.records.get(id)
    if (record === undefined) return { id, label: '' }
    const node = { kind: 'change', id } as const
    const made = treeItem(id, changeRow(record, this.rightsOf(record), this.ports.parts.words))
    made.tooltip = changeRow(record, this.rightsOf(record), this.ports.parts.words).tooltip.join('\n')
    made.command = { command: CommandId.changeShow, title: vscode.l10n.t('Show'), arguments: [node] }
    return made
  }

  async show(given: unknown): Promise<void> {
    const record = await this.record(given, vscode.l10n.t('Show Change'))
    const title = vscode.l10n.t('Change of {0}', record.group.id)
    const uri = vscode.Uri.from(changeUriParts(record.id, title))
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false })
  }

  async undo(given: unknown): Promise<void> {
    const title = vscode.l10n.t('Undo Change')
    const record = await this.record(given, title, (each) => this.rightsOf(each).undoable)
    await this.ports.flow.undo(await this.clusterOf(record, title), record.id)
  }

  private clusterOf({ cluster: { id, name } }: ChangeRecord, title: string): Promise<Cluster> {
    if (this.ports.parts.registry.get(id) === null)
      throw laglineError('invalidInput', text('changes.otherCluster', name))
    return this.ports.targets.connected({ kind: 'cluster', cluster: id }, title)
  }

  /** @param selected what is selected in the view beside the row that was clicked. */
  async undoSeveral(given: unknown, selected: unknown): Promise<void> {
    const ids = Array.isArray(selected) ? selected.filter(isChangeNode).map(({ id }) => id) : []
    if (ids.length < 2) return this.undo(given)
    const records = (await Promise.all(ids.map((id) => this.changes.get(id)))).filter((each) => each !== null)
    const [first] = records
    if (first === undefined) return
    const other = records.find(({ cluster }) => cluster.id !== first.cluster.id)
    if (other !== undefined)
      throw laglineError('invalidInput', text('changes.oneCluster', first.cluster.name, other.cluster.name))
    const twice = records.find(
      ({ group }, at) => records.findIndex((each) => each.group.id === group.id) < at,
    )
    if (twice !== undefined) throw laglineError('invalidInput', text('changes.twice', twice.group.id))
    const cluster = await this.clusterOf(first, vscode.l10n.t('Undo Changes'))
    await this.ports.several.undo(
      cluster,
      records.map(({ id }) => id),
    )
  }

  async copy(given: unknown): Promise<void> {
    const record = await this.record(given, vscode.l10n.t('Copy Change'))
    await vscode.env.clipboard.writeText(await this.textOf(record))
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Change copied'), 4000)
  }

  /** @param selected what is selected in the view beside the row that was clicked. */
  async exportTo(given: unknown, selected: unknown): Promise<void> {
    const many = Array.isArray(selected) ? selected.filter(isChangeNode) : []
    if (many.length < 2) return this.save([await this.record(given, vscode.l10n.t('Export Change'))])
    const records = await Promise.all(many.map(({ id }) => this.changes.get(id)))
    await this.save(records.filter((record) => record !== null))
  }

  async exportAll(): Promise<void> {
    const records = await this.changes.all()
    if (records.length === 0) throw laglineError('invalidInput', text('changes.none'))
    await this.save(records)
  }

  async textAt(uri: vscode.Uri): Promise<string> {
    const record = await this.recordAt(uri)
    return record === null ? tellerOf(this.ports.parts.words, moreTexts)('changes.gone') : this.textOf(record)
  }

  async lensesAt(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
    const record = await this.recordAt(uri)
    if (record === null) return []
    const lens = (title: string, command: CommandId): vscode.CodeLens =>
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
        title,
        command,
        arguments: [{ kind: 'change', id: record.id }],
      })
    return [
      ...(this.rightsOf(record).undoable ? [lens(vscode.l10n.t('Undo…'), CommandId.changeUndo)] : []),
      lens(vscode.l10n.t('Compare with Now'), CommandId.changesRefresh),
      lens(vscode.l10n.t('Copy'), CommandId.changeCopy),
      lens(vscode.l10n.t('Export…'), CommandId.changeExport),
    ]
  }

  private rightsOf(record: ChangeRecord): ChangeRights {
    const cluster = this.ports.parts.registry.get(record.cluster.id)
    const undone = this.isUndone(record)
    return {
      undone,
      undoable: cluster !== null && !cluster.settings.readOnly && this.changes.canUndo(record),
      state: this.engine.changeState(record, undone),
    }
  }

  private isUndone(record: ChangeRecord): boolean {
    return this.changes
      .known(record.cluster.id, record.group.id)
      .some((other) => other.undoes === record.id && other.state === 'verified')
  }

  private async recordAt(uri: vscode.Uri): Promise<ChangeRecord | null> {
    const id = changeOfUri(uri)
    return id === null ? null : this.changes.get(id)
  }

  /** The change of a row or a lens, else one that is picked. */
  private async record(
    given: unknown,
    title: string,
    fits: (record: ChangeRecord) => boolean = () => true,
  ): Promise<ChangeRecord> {
    if (isChangeNode(given)) {
      const known = await this.changes.get(given.id)
      if (known !== null) return known
    }
    const { words } = this.ports.parts
    const records = (await this.changes.all()).filter(fits)
    if (records.length === 0) throw laglineError('invalidInput', text('changes.none'))
    return askChoice({
      title,
      placeholder: vscode.l10n.t('Which change?'),
      choices: records.map((record) => {
        const row = changeRow(record, this.rightsOf(record), words)
        return { label: row.label, description: row.description ?? '', value: record }
      }),
    })
  }

  private async textOf(record: ChangeRecord): Promise<string> {
    const { words } = this.ports.parts
    const context = { undone: this.isUndone(record), now: await this.commitsNow(record) }
    return this.engine.changeDocument(record, context, words.say, words.format)
  }

  /** Only where somebody has connected: looking at the past does not open a connection. */
  private async commitsNow({ cluster: { id }, group }: ChangeRecord): Promise<Commits | null> {
    const { registry, log } = this.ports.parts
    const cluster = registry.get(id)
    if (cluster === null || cluster.state.kind !== 'connected') return null
    try {
      return await cluster.commits(group, new AbortController().signal)
    } catch (error) {
      log.warn(`the offsets of ${group.id} could not be read to compare: ${String(error)}`)
      return null
    }
  }

  private async save(records: readonly ChangeRecord[]): Promise<void> {
    const [first] = records
    if (first === undefined) return
    const only = records.length === 1 ? first : null
    const name = only === null ? 'lagline-changes.json' : `lagline-change-${only.id}.json`
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri
    const uri = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Export Changes'),
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
      filters: {
        [vscode.l10n.t('Change records')]: ['json'],
        ...(only === null
          ? {}
          : { [vscode.l10n.t('Offsets before, for kafka-consumer-groups --from-file')]: ['csv'] }),
      },
    })
    if (uri === undefined) return
    const { serializeRecord, changeCsv } = this.engine
    const content =
      only !== null && uri.path.endsWith('.csv')
        ? changeCsv(only)
        : only !== null
          ? serializeRecord(only)
          : `[\n${records.map((record) => serializeRecord(record).trimEnd()).join(',\n')}\n]\n`
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content))
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Exported to {0}', uri.path), 4000)
  }
}
