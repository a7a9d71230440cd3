import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import { CommandId } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { Plan } from '../../offsets/plan-types'
import type { PlanSort, PlanView } from '../../offsets/plan-view'
import type { Scope } from '../../offsets/scenario'
import { withCancel } from '../ask/progress'
import { askChoice, askText, BACK } from '../ask/quick-input'
import type { Targets } from '../ask/targets'
import type { Parts } from '../parts'
import { offsetsUiTexts } from '../texts/offsets-ui'
import { tellerOf } from '../words'
import type { ChangeFlow } from './change-flow'
import type { PlanDocuments } from './plan-documents'
import { readPlanUri } from './plan-uri'
import { planAll, type SeveralFlow } from './several-flow'
import { planner, remaker, type Wishes } from './wishes'

/** The ways on from a plan. */
export interface Ways {
  readonly documents: PlanDocuments
  readonly wishes: Wishes
  readonly flow: ChangeFlow
  readonly several: SeveralFlow
}

const SORTS: readonly PlanSort[] = ['partition', 'replayed', 'skipped', 'lagAfter']
const WHOLE: PlanView = { sort: 'partition', onlyMoved: false, topic: '' }

/** The commands of a plan's tab. */
export class PlanCommands implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly targets: Targets
  private readonly ways: Ways

  constructor(parts: Parts, targets: Targets, ways: Ways) {
    this.parts = parts
    this.targets = targets
    this.ways = ways
    const { commands } = parts
    this.owned.add(commands.register(CommandId.planApply, (uri) => this.apply(uri)))
    this.owned.add(commands.register(CommandId.planChange, (uri) => this.change(uri)))
    this.owned.add(commands.register(CommandId.planRefresh, (uri) => this.refresh(uri)))
    this.owned.add(commands.register(CommandId.planCopyCommand, (uri) => this.copyCommand(uri)))
    this.owned.add(commands.register(CommandId.planExportCsv, (uri) => this.exportCsv(uri)))
    this.owned.add(commands.register(CommandId.planSort, (uri) => this.sort(uri)))
    this.owned.add(commands.register(CommandId.planFilter, (uri) => this.filter(uri)))
    this.owned.add(commands.register(CommandId.planRecordTimes, (uri) => this.recordTimes(uri)))
  }

  dispose(): void {
    this.owned.dispose()
  }

  private async apply(given: vscode.Uri | undefined): Promise<void> {
    const { uri, plans, first } = this.at(given)
    if (uri === null || first === null) return this.change(given)
    if (plans.every(({ refusal }) => refusal !== null)) return this.refresh(uri)
    const cluster = await this.connected(first.cluster.id)
    if (plans.length > 1) await this.ways.several.confirm(cluster, plans, false)
    else await this.ways.flow.confirm(cluster, first, remaker(cluster, first), false)
  }

  /** Asks anew where to, and puts the new plan in place of the old one. */
  private async change(given: vscode.Uri | undefined): Promise<void> {
    const { uri, plans, first } = this.at(given)
    const address = uri === null ? null : readPlanUri(uri)
    if (uri === null || address === null) return
    if (first?.purpose.kind === 'undo') return this.refresh(uri)
    const { wishes, documents } = this.ways
    const cluster = await this.connected(address.cluster)
    if (plans.length > 1) {
      const groups = plans.map(({ group }) => group.id)
      const wanted = await wishes.askForSeveral(cluster, groups)
      const makes = groups.map((group) => planner({ cluster, group }, wanted, { kind: 'group' }))
      return documents.show(await planAll(makes), uri)
    }
    const purpose = first?.purpose
    const scope: Scope = purpose?.scope ?? { kind: 'group' }
    const target = { cluster, group: address.group }
    const scenario = await wishes.ask(target, scope)
    const make = planner(target, scenario, scope, {
      purpose: scope.kind === 'partition' ? 'seek' : 'reset',
      creates: first?.group.state === 'Dead',
    })
    await documents.show(await planAll([make]), uri)
  }

  /** The same wish again, with what the cluster says now. */
  private async refresh(given: vscode.Uri | undefined): Promise<void> {
    const { uri, plans, first } = this.at(given)
    if (uri === null || first === null) return
    const cluster = await this.connected(first.cluster.id)
    const view = this.ways.documents.viewAt(uri)
    await this.ways.documents.show(await planAll(plans.map((plan) => remaker(cluster, plan))), uri)
    if (view !== undefined) await this.ways.documents.look(uri, view)
  }

  /** The times of the records that the rows move to, read on demand: a plan alone costs no look into the logs. */
  private async recordTimes(given: vscode.Uri | undefined): Promise<void> {
    const { uri, plans, first } = this.at(given)
    if (uri === null || first === null) return
    const { log } = await this.connected(first.cluster.id)
    const { MOST_TIMED, untimed, withRecordTimes } = await this.parts.engine()
    const { recordTimes } = await this.parts.decoders()
    const timed = await withCancel(vscode.l10n.t('Reading the times of the records…'), async (signal) => {
      const done: Plan[] = []
      let most = MOST_TIMED
      for (const plan of plans) {
        const places = untimed(plan, most)
        most -= places.length
        done.push(places.length === 0 ? plan : withRecordTimes(plan, await recordTimes(log, places, signal)))
      }
      return done
    })
    await this.ways.documents.complete(uri, plans, timed)
  }

  private async copyCommand(given: vscode.Uri | undefined): Promise<void> {
    const { plans, first } = this.at(given)
    if (first === null) return
    const cluster = this.parts.registry.get(first.cluster.id)
    const { equivalentCommand } = await this.parts.engine()
    const servers = cluster?.settings.bootstrapServers ?? []
    const lines = plans.map((plan) => equivalentCommand(plan, servers)).filter((line) => line !== null)
    if (lines.length === 0) {
      void vscode.window.showInformationMessage(
        first.group.type === 'share'
          ? vscode.l10n.t(
              'kafka-share-groups.sh can reset to the earliest or latest offset and to a time, but it has no option for this.',
            )
          : first.purpose.kind === 'undo'
            ? vscode.l10n.t(
                'Kafka’s own command cannot bring back metadata and leader epochs, so an undo has no command.',
              )
            : vscode.l10n.t(
                'Kafka’s own command would stop at every partition of this plan, so it has no command.',
              ),
      )
      return
    }
    await vscode.env.clipboard.writeText(lines.join('\n'))
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Command copied'), 4000)
  }

  /** Into a new document, to be saved where it is wanted. */
  private async exportCsv(given: vscode.Uri | undefined): Promise<void> {
    const { plans } = this.at(given)
    if (plans.length === 0) return
    const { offsetsCsv } = await this.parts.engine()
    const content = offsetsCsv(plans)
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ content, language: 'csv' }),
    )
  }

  private async sort(given: vscode.Uri | undefined): Promise<void> {
    const { uri, plans } = this.at(given)
    if (uri === null || plans.length === 0) return
    const t = tellerOf(this.parts.words, offsetsUiTexts)
    const sort = await askChoice({
      title: vscode.l10n.t('Sort Plan'),
      placeholder: vscode.l10n.t('Which rows first?'),
      choices: SORTS.map((value) => ({ label: t(`plan.sort.${value}`), value })),
    })
    await this.ways.documents.look(uri, { ...WHOLE, ...this.ways.documents.viewAt(uri), sort })
  }

  private async filter(given: vscode.Uri | undefined): Promise<void> {
    const { uri, plans } = this.at(given)
    if (uri === null || plans.length === 0) return
    const title = vscode.l10n.t('Filter Plan')
    const view = { ...WHOLE, ...this.ways.documents.viewAt(uri) }
    const kind = await askChoice({
      title,
      placeholder: vscode.l10n.t('Which rows are shown? All of them are applied.'),
      choices: [
        { label: vscode.l10n.t('All Rows'), value: 'all' as const },
        { label: vscode.l10n.t('Only Rows That Move'), value: 'moved' as const },
        { label: vscode.l10n.t('Topics Whose Name Contains…'), value: 'topic' as const },
      ],
    })
    if (kind !== 'topic')
      return this.ways.documents.look(uri, { ...view, topic: '', onlyMoved: kind === 'moved' })
    const topic = await askText({
      title,
      prompt: vscode.l10n.t('A part of the name of the topic.'),
      value: view.topic,
      problem: () => null,
    })
    if (topic !== BACK) await this.ways.documents.look(uri, { ...view, topic })
  }

  /** The tab a command was called on, with its plans. */
  private at(given: unknown): {
    readonly uri: vscode.Uri | null
    readonly plans: readonly Plan[]
    readonly first: Plan | null
  } {
    const uri = planUri(given)
    const plans = uri === null ? [] : this.ways.documents.plansAt(uri)
    return { uri, plans, first: plans[0] ?? null }
  }

  /** The cluster of a plan, connected again where it has to be. */
  private connected(id: string): Promise<Cluster> {
    return this.targets.connected({ kind: 'cluster', cluster: id }, vscode.l10n.t('Plan'))
  }
}

/** Anybody can call a command with anything. */
function planUri(given: unknown): vscode.Uri | null {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri
  return uri === undefined || readPlanUri(uri) === null ? null : uri
}
