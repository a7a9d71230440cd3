import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import { CommandId } from '../../ids'
import { Disposables } from '../../model/disposables'
import { laglineError } from '../../model/errors'
import { isInactive } from '../../model/groups'
import type { Disposable } from '../../model/ports'
import { textsOf } from '../../model/text'
import type { Plan } from '../../offsets/plan-types'
import type { Scenario, Scope } from '../../offsets/scenario'
import { askChoice } from '../ask/quick-input'
import { withCancel } from '../ask/progress'
import type { GroupTarget, Targets } from '../ask/targets'
import type { Parts } from '../parts'
import { askTexts } from '../texts/ask'
import type { TreeNode } from '../tree/nodes'
import { isTreeNode } from '../tree/nodes'
import { movable } from '../tree/rows/group-row'
import { ChangeFlow } from './change-flow'
import { PlanDocuments } from './plan-documents'
import { readPlanUri } from './plan-uri'
import { askScenario } from './scenario-pick'

const RESET_ORDER: readonly Scenario['kind'][] = ['earliest', 'latest', 'toOffset', 'toDatetime']
const SEEK_ORDER: readonly Scenario['kind'][] = ['toOffset', 'toDatetime', 'earliest', 'latest']

/** The commands that move, delete and bring back offsets, and those of a plan's tab. */
export class OffsetCommands implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly targets: Targets
  readonly documents: PlanDocuments
  readonly flow: ChangeFlow

  constructor(parts: Parts, targets: Targets) {
    this.parts = parts
    this.targets = targets
    this.documents = this.owned.add(new PlanDocuments(parts))
    this.flow = new ChangeFlow(parts, this.documents)
    const { commands } = parts
    this.owned.add(commands.register(CommandId.groupReset, (node) => this.reset(node)))
    this.owned.add(commands.register(CommandId.partitionSeek, (node) => this.seek(node)))
    this.owned.add(commands.register(CommandId.groupUndo, (node) => this.undo(node)))
    this.owned.add(commands.register(CommandId.groupDelete, (node) => this.delete(node)))
    this.owned.add(commands.register(CommandId.groupCopyId, (node) => this.copyId(node)))
    this.owned.add(commands.register(CommandId.planApply, (uri) => this.applyPlan(uri)))
    this.owned.add(commands.register(CommandId.planChange, (uri) => this.changePlan(uri)))
    this.owned.add(commands.register(CommandId.planCopyCommand, (uri) => this.copyCommand(uri)))
  }

  dispose(): void {
    this.owned.dispose()
  }

  private async reset(node: TreeNode | undefined): Promise<void> {
    const title = vscode.l10n.t('Reset Offsets')
    const target = await this.targets.group(node, title, movable)
    const scope: Scope = { kind: 'group' }
    const scenario = await this.askWhere(target, scope)
    await this.flow.begin(target.cluster, planner(target, scenario, scope, 'reset'))
  }

  private async seek(node: TreeNode | undefined): Promise<void> {
    const { topic, partition, ...target } = await this.targets.partition(node, vscode.l10n.t('Seek'))
    const scope: Scope = { kind: 'partition', topic, partition }
    const scenario = await this.askWhere(target, scope)
    await this.flow.begin(target.cluster, planner(target, scenario, scope, 'seek'))
  }

  private askWhere({ cluster, group }: GroupTarget, scope: Scope): Promise<Scenario> {
    const all = cluster.snapshot.groups?.get(group)?.partitions ?? null
    const partitions =
      scope.kind === 'partition'
        ? (all?.filter((p) => p.topic === scope.topic && p.partition === scope.partition) ?? null)
        : scope.kind === 'topic'
          ? (all?.filter((p) => p.topic === scope.topic) ?? null)
          : all
    const title =
      scope.kind === 'partition'
        ? vscode.l10n.t('Seek {0} in {1}', `${scope.topic}-${scope.partition}`, group)
        : vscode.l10n.t('Reset offsets of {0}', group)
    const order = scope.kind === 'partition' ? SEEK_ORDER : RESET_ORDER
    return askScenario({ title, partitions, order, now: () => this.parts.clock.now() }, this.parts)
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
    const commits = (cluster.snapshot.groups?.get(group)?.partitions ?? []).filter(
      ({ commit }) => commit !== null,
    )
    const picked = await vscode.window.showWarningMessage(
      vscode.l10n.t('Delete the group {0}?', group),
      {
        modal: true,
        detail: [
          commits.length === 1
            ? vscode.l10n.t('Its committed offset of 1 partition is deleted with it.')
            : vscode.l10n.t(
                'Its committed offsets of {0} partitions are deleted with it.',
                this.parts.words.format.number(commits.length),
              ),
          vscode.l10n.t(
            'A consumer that comes back under this name starts where its auto.offset.reset says.',
          ),
          vscode.l10n.t('A snapshot is kept: Undo brings the group back with these offsets.'),
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

  private async copyId(node: TreeNode | undefined): Promise<void> {
    const { group } = await this.targets.group(node, vscode.l10n.t('Copy Group Id'))
    await vscode.env.clipboard.writeText(group)
  }

  private async applyPlan(given: vscode.Uri | undefined): Promise<void> {
    const uri = planUri(given)
    const plan = uri === null ? null : this.documents.planAt(uri)
    if (uri === null || plan === null) return this.changePlan(given)
    const cluster = await this.connected(plan.cluster.id)
    if (plan.refusal !== null) return this.changePlan(uri)
    await this.flow.confirm(cluster, plan, remaker(cluster, plan), false)
  }

  /** Asks anew where to, and puts the new plan in place of the old one. */
  private async changePlan(given: vscode.Uri | undefined): Promise<void> {
    const uri = planUri(given)
    const address = uri === null ? null : readPlanUri(uri)
    if (uri === null || address === null) return
    const old = this.documents.planAt(uri)
    const cluster = await this.connected(address.cluster)
    const target = { cluster, group: address.group }
    const make = old?.purpose.kind === 'undo' ? remaker(cluster, old) : await this.askPlan(target, old)
    const plan = await withCancel(vscode.l10n.t('Working out what would change…'), make)
    await this.documents.show(plan, uri)
  }

  private async askPlan(
    target: GroupTarget,
    old: Plan | null,
  ): Promise<(signal: AbortSignal) => Promise<Plan>> {
    const purpose = old?.purpose
    const scope: Scope = purpose !== undefined && purpose.kind !== 'undo' ? purpose.scope : { kind: 'group' }
    const scenario = await this.askWhere(target, scope)
    return planner(target, scenario, scope, scope.kind === 'partition' ? 'seek' : 'reset')
  }

  private async copyCommand(given: vscode.Uri | undefined): Promise<void> {
    const uri = planUri(given)
    const plan = uri === null ? null : this.documents.planAt(uri)
    if (plan === null) return
    const cluster = this.parts.registry.get(plan.cluster.id)
    const { equivalentCommand } = await this.parts.engine()
    const command = equivalentCommand(plan, cluster?.settings.bootstrapServers ?? [])
    if (command === null) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Kafka’s own command cannot bring back metadata and leader epochs, so an undo has no command.',
        ),
      )
      return
    }
    await vscode.env.clipboard.writeText(command)
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Command copied'), 4000)
  }

  /** The cluster of a plan, connected again where it has to be. */
  private connected(id: string): Promise<Cluster> {
    return this.targets.connected({ kind: 'cluster', cluster: id }, vscode.l10n.t('Plan'))
  }
}

/** What makes a plan with what the cluster says at that moment. */
function planner(
  { cluster, group }: GroupTarget,
  scenario: Scenario,
  scope: Scope,
  purpose: 'reset' | 'seek',
): (signal: AbortSignal) => Promise<Plan> {
  return (signal) => cluster.plan({ group, scenario, scope, purpose }, signal)
}

/** The same wish as a plan that is old. */
function remaker(cluster: Cluster, { purpose, group }: Plan): (signal: AbortSignal) => Promise<Plan> {
  if (purpose.kind === 'undo') return (signal) => cluster.planUndo(purpose.changeId, signal)
  return planner({ cluster, group: group.id }, purpose.scenario, purpose.scope, purpose.kind)
}

/** The tab a command was called on; anybody can call a command with anything. */
function planUri(given: unknown): vscode.Uri | null {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri
  return uri === undefined || readPlanUri(uri) === null ? null : uri
}
