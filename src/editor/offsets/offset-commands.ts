import * as vscode from 'vscode'
import { CommandId } from '../../ids'
import { Disposables } from '../../model/disposables'
import { errorText, laglineError } from '../../model/errors'
import { isInactive } from '../../model/groups'
import type { Disposable } from '../../model/ports'
import { textsOf } from '../../model/text'
import type { TopicPartition } from '../../model/topics'
import type { Scope } from '../../offsets/scenario'
import { askChoice, askText, BACK } from '../ask/quick-input'
import { withCancel } from '../ask/progress'
import { selectedGroups, selectedNames, selectedParts } from '../ask/selected'
import type { GroupTarget, Targets } from '../ask/targets'
import type { Parts } from '../parts'
import { askTexts } from '../texts/ask'
import type { TreeNode } from '../tree/nodes'
import { isTreeNode } from '../tree/nodes'
import { copyable, movable } from '../tree/rows/group-row'
import { ChangeFlow } from './change-flow'
import { PlanDocuments } from './plan-documents'
import { CsvFiles } from './csv-files'
import { PlanCommands } from './plan-commands'
import { SeveralFlow } from './several-flow'
import { planner, Wishes } from './wishes'

/** The commands that move, delete and bring back offsets. */
export class OffsetCommands implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly targets: Targets
  readonly documents: PlanDocuments
  private readonly files: CsvFiles
  private readonly wishes: Wishes
  readonly flow: ChangeFlow
  readonly several: SeveralFlow

  constructor(parts: Parts, targets: Targets) {
    this.parts = parts
    this.targets = targets
    const documents = this.owned.add(new PlanDocuments(parts))
    this.documents = documents
    this.files = this.owned.add(new CsvFiles(parts))
    const wishes = new Wishes(parts, targets, this.files)
    const flow = new ChangeFlow(parts, documents)
    const several = new SeveralFlow(parts, documents, flow)
    this.owned.add(new PlanCommands(parts, targets, { documents, wishes, flow, several }))
    this.wishes = wishes
    this.flow = flow
    this.several = several
    const { commands } = parts
    this.owned.add(commands.register(CommandId.groupReset, (node) => this.reset(node)))
    this.owned.add(commands.register(CommandId.partitionSeek, (node) => this.seek(node)))
    this.owned.add(commands.register(CommandId.groupUndo, (node) => this.undo(node)))
    this.owned.add(commands.register(CommandId.groupDelete, (node) => this.delete(node)))
    this.owned.add(commands.register(CommandId.groupCopyId, (node, selected) => this.copyId(node, selected)))
    this.owned.add(
      commands.register(CommandId.groupResetParts, (node, selected) => this.resetParts(node, selected)),
    )
    this.owned.add(commands.register(CommandId.groupClone, (node) => this.clone(node)))
    this.owned.add(
      commands.register(CommandId.groupsReset, (node, selected) => this.resetSeveral(node, selected)),
    )
    this.owned.add(commands.register(CommandId.csvApply, (uri) => this.applyCsv(uri)))
  }

  dispose(): void {
    this.owned.dispose()
  }

  /** The text of a plan's tab. */
  contentOf(uri: vscode.Uri): string {
    return this.documents.provideTextDocumentContent(uri)
  }

  private async reset(node: TreeNode | undefined): Promise<void> {
    const target = await this.targets.group(node, vscode.l10n.t('Reset Offsets'), movable)
    const scope: Scope =
      isTreeNode(node) && node.kind === 'groupTopic'
        ? { kind: 'topic', topic: node.topic }
        : { kind: 'group' }
    const scenario = await this.wishes.ask(target, scope)
    await this.flow.begin(target.cluster, planner(target, scenario, scope))
  }

  /** Topics and partitions of one group: those selected, else picked from a list. */
  private async resetParts(node: TreeNode | undefined, selected: unknown): Promise<void> {
    const title = vscode.l10n.t('Reset Topics or Partitions')
    const chosen = selectedParts(selected)
    const target = await this.targets.group(node, title, movable)
    const scope: Scope =
      chosen === null
        ? await this.targets.parts(target, title)
        : { kind: 'parts', topics: chosen.topics, partitions: chosen.partitions }
    const scenario = await this.wishes.ask(target, scope)
    await this.flow.begin(target.cluster, planner(target, scenario, scope))
  }

  /** The groups that are selected, else picked from a list. */
  private async resetSeveral(node: TreeNode | undefined, selected: unknown): Promise<void> {
    const title = vscode.l10n.t('Reset Several Groups')
    const { registry } = this.parts
    const chosen = selectedGroups(selected, (id) => registry.get(id)?.settings.name ?? id)
    const { cluster, groups } =
      chosen === null
        ? await this.targets.groups(node, title, movable)
        : { cluster: await this.targets.connected(node, title), groups: chosen.groups }
    const scenario = await this.wishes.askForSeveral(cluster, groups)
    await this.several.begin(
      cluster,
      groups.map((group) => planner({ cluster, group }, scenario, { kind: 'group' })),
    )
  }

  /** A group of another name that begins where this one stands. */
  private async clone(node: TreeNode | undefined): Promise<void> {
    const title = vscode.l10n.t('Copy Offsets to New Group')
    const { cluster, group } = await this.targets.group(node, title, copyable)
    const name = await askText({
      title,
      prompt: vscode.l10n.t('The name of the new group, which begins where {0} stands.', group),
      problem: (typed) =>
        typed.trim() === ''
          ? vscode.l10n.t('Enter a name.')
          : typed.trim() === group
            ? vscode.l10n.t('This is the group itself. Enter another name.')
            : null,
    })
    if (name === BACK) return
    const scenario = { kind: 'copyFrom', group } as const
    const target = { cluster, group: name }
    await this.flow.begin(cluster, planner(target, scenario, { kind: 'group' }, { creates: true }))
  }

  /** The offsets of a file that is open, or picked. Lines with a group go there, others where the person says. */
  private async applyCsv(given: unknown): Promise<void> {
    const title = vscode.l10n.t('Apply Offsets from CSV')
    const uri = given instanceof vscode.Uri ? given : await this.files.ask()
    const { file, rows } = await this.files.read(uri)
    const named = [...new Set(rows.flatMap(({ group }) => (group === null ? [] : [group])))]
    if (named.length === 0) {
      const target = await this.targets.group(undefined, title, movable)
      const scenario = { kind: 'fromFile', file, rows } as const
      return this.flow.begin(target.cluster, planner(target, scenario, { kind: 'group' }))
    }
    const cluster = await this.targets.connected(undefined, title)
    const makes = named.map((group) => {
      const scenario = { kind: 'fromFile', file, rows: rows.filter((row) => row.group === group) } as const
      return planner({ cluster, group }, scenario, { kind: 'group' }, { creates: true })
    })
    await this.several.begin(cluster, makes)
  }

  /** Moves a partition of a group to an offset, the way every change goes: plan, confirmation, result, undo. */
  async seekTo({ topic, partition, ...target }: GroupTarget & TopicPartition, offset: bigint): Promise<void> {
    const scope: Scope = { kind: 'partition', topic, partition }
    await this.flow.begin(
      target.cluster,
      planner(target, { kind: 'toOffset', offset }, scope, { purpose: 'seek' }),
    )
  }

  private async seek(node: TreeNode | undefined): Promise<void> {
    const { topic, partition, ...target } = await this.targets.partition(node, vscode.l10n.t('Seek'))
    const scope: Scope = { kind: 'partition', topic, partition }
    const scenario = await this.wishes.ask(target, scope)
    await this.flow.begin(target.cluster, planner(target, scenario, scope, { purpose: 'seek' }))
  }

  private async undo(node: TreeNode | undefined): Promise<void> {
    const title = vscode.l10n.t('Undo Last Offset Change')
    const { cluster, group } =
      isTreeNode(node) && 'group' in node
        ? await this.targets.group(node, title)
        : await this.askUndoable(title)
    const record = cluster.undoable(group)
    if (record === null)
      throw laglineError('invalidInput', textsOf(askTexts)('ask.nothingToUndo', cluster.settings.name))
    await this.flow.undo(cluster, record.id)
  }

  /** Also groups that are gone: deleting one can be undone. */
  private async askUndoable(title: string): Promise<GroupTarget> {
    const cluster = await this.targets.connected(undefined, title)
    const changes = await this.parts.changes()
    const records = await changes.list(cluster.settings.id)
    const groups = [...new Set(records.map((record) => record.group.id))].flatMap((group) => {
      const record = cluster.undoable(group)
      return record === null ? [] : [record]
    })
    if (groups.length === 0)
      throw laglineError('invalidInput', textsOf(askTexts)('ask.nothingToUndo', cluster.settings.name))
    const group = await askChoice({
      title,
      placeholder: vscode.l10n.t('The change of which group?'),
      choices: groups.map((record) => ({
        label: record.group.id,
        description: this.parts.words.format.time(record.at),
        value: record.group.id,
      })),
    })
    return { cluster, group }
  }

  private async delete(node: TreeNode | undefined): Promise<void> {
    const title = vscode.l10n.t('Delete Group')
    const { cluster, group } = await this.targets.group(node, title, ({ state }) => isInactive(state))
    const { name, readOnly } = cluster.settings
    if (readOnly) throw laglineError('readOnly', errorText('error.readOnly', name))
    const seen = cluster.snapshot.groups?.get(group)
    const share = seen?.type === 'share'
    const commits = (seen?.partitions ?? []).filter(({ commit }) => commit !== null)
    const count = this.parts.words.format.number(commits.length)
    const picked = await vscode.window.showWarningMessage(
      vscode.l10n.t('Delete the group {0}?', group),
      {
        modal: true,
        detail: [
          ...(share
            ? shareDeletion(count)
            : [
                commits.length === 1
                  ? vscode.l10n.t('Its committed offset of 1 partition is deleted with it.')
                  : vscode.l10n.t('Its committed offsets of {0} partitions are deleted with it.', count),
                vscode.l10n.t(
                  'A consumer that comes back under this name starts where its auto.offset.reset says.',
                ),
                vscode.l10n.t('A snapshot is kept: Undo brings the group back with these offsets.'),
              ]),
        ].join('\n'),
      },
      title,
    )
    if (picked !== title) return
    await this.flow.askNameOfGroup(cluster, group)
    const outcome = await withCancel(vscode.l10n.t('Deleting the group {0}…', group), (signal) =>
      cluster.deleteGroup(group, signal),
    )
    await this.flow.tell(cluster, outcome, () => this.flow.undo(cluster, outcome.record.id))
  }

  /** Of several groups each in a line of its own. */
  private async copyId(node: TreeNode | undefined, selected: unknown): Promise<void> {
    const several = selectedNames(selected)
    const names =
      several.length > 0 ? several : [(await this.targets.group(node, vscode.l10n.t('Copy Group Id'))).group]
    await vscode.env.clipboard.writeText(names.join('\n'))
  }
}

/** What deleting a share group takes with it, and what cannot be brought back. */
function shareDeletion(partitions: string): string[] {
  return [
    vscode.l10n.t(
      'Its start offsets are deleted with it (partitions: {0}), and the state of the records above them.',
      partitions,
    ),
    vscode.l10n.t(
      'Consumers that come back under this name begin where share.auto.offset.reset says; what was delivered may be delivered again.',
    ),
    vscode.l10n.t(
      'A snapshot is kept: Undo brings the group back with these start offsets, but not the state of the records.',
    ),
  ]
}
