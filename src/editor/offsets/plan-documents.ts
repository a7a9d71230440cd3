import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import { CommandId, ContextKey, PLAN_SCHEME } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { Plan } from '../../offsets/plan-types'
import type { PlanView } from '../../offsets/plan-view'
import type { Parts } from '../parts'
import { isInTab } from '../tabs'
import { offsetsUiTexts } from '../texts/offsets-ui'
import { tellerOf } from '../words'
import { planUriParts, readPlanUri, type PlanAddress } from './plan-uri'
import { stalenessOf, type Staleness } from './stale'

/** A text that is shown in a tab. No plans: a result, which nothing can be done with. */
interface Shown {
  readonly text: string
  readonly plans: readonly Plan[]
  /** Undefined: everything, in its usual order. */
  readonly view: PlanView | undefined
  /** How it was applied, once it was. */
  readonly applied: string | null
  readonly stale: Staleness | null
}

const FRESH = { view: undefined, applied: null, stale: null } as const

/** Plans and results as read-only documents, with what can be done with a plan on the line above it. */
export class PlanDocuments
  implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, Disposable
{
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly shown = new Map<string, Shown>()
  /** The groups of the plan in front are read now and then, so that it can tell when it is out of date. */
  private watching: { readonly key: string; readonly watches: Disposables } | null = null
  private readonly changed = this.owned.add(new vscode.EventEmitter<vscode.Uri>())
  private readonly lensesChanged = this.owned.add(new vscode.EventEmitter<void>())
  readonly onDidChange = this.changed.event
  readonly onDidChangeCodeLenses = this.lensesChanged.event

  constructor(parts: Parts) {
    this.parts = parts
    this.owned.add(vscode.workspace.registerTextDocumentContentProvider(PLAN_SCHEME, this))
    this.owned.add(vscode.languages.registerCodeLensProvider({ scheme: PLAN_SCHEME }, this))
    this.owned.add(vscode.window.onDidChangeActiveTextEditor(() => this.updateKeys()))
    this.owned.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)))
    this.owned.add(
      parts.registry.onDidChange(({ cluster, event }) => {
        if (event.kind === 'group' || event.kind === 'groups') this.compare(cluster)
      }),
    )
    this.updateKeys()
  }

  /** Opens plans in a tab of their own, or, with `uri`, in place of what stands there. At least one plan. */
  async show(plans: readonly Plan[], uri?: vscode.Uri): Promise<void> {
    const [first] = plans
    if (first === undefined) return
    const title =
      plans.length === 1
        ? vscode.l10n.t('Plan for {0}', first.group.id)
        : vscode.l10n.t('Plan for {0} groups', plans.length)
    const address = { id: this.parts.newId(), cluster: first.cluster.id, group: first.group.id }
    const target = uri ?? this.uriOf(address, title)
    this.put(target, { ...FRESH, plans, text: await this.textOf(plans) })
    await this.open(target)
  }

  /** Shows the plans of a tab in another order, or not all of their rows. */
  async look(uri: vscode.Uri, view: PlanView): Promise<void> {
    const shown = this.shown.get(uri.toString())
    if (shown === undefined) return
    this.put(uri, { ...shown, view, text: await this.textOf(shown.plans, view) })
  }

  /** Puts plans with more known of them in place of those of a tab, unless something else stands there by now. */
  async complete(uri: vscode.Uri, plans: readonly Plan[], by: readonly Plan[]): Promise<void> {
    const before = this.shown.get(uri.toString())
    if (before?.plans !== plans) return
    const text = await this.textOf(by, before.view)
    const shown = this.shown.get(uri.toString())
    if (shown?.plans === plans) this.put(uri, { ...shown, plans: by, text })
  }

  /** Opens a text that tells what became of a change. */
  async showResult(cluster: Cluster, group: string, text: string): Promise<void> {
    const address = { id: this.parts.newId(), cluster: cluster.settings.id, group }
    const uri = this.uriOf(address, vscode.l10n.t('Result for {0}', group))
    this.put(uri, { ...FRESH, text, plans: [] })
    await this.open(uri)
  }

  /** The plan was carried out, as `sentence` tells: it cannot be applied again. */
  markApplied(plan: Plan, sentence: string): void {
    // The same plan may have got the times of its records meanwhile.
    const same = (each: Plan): boolean => each.group.id === plan.group.id && each.madeAt === plan.madeAt
    for (const [key, shown] of this.shown)
      if (shown.plans.some(same)) this.shown.set(key, { ...shown, applied: sentence })
    this.lensesChanged.fire()
    this.updateKeys()
  }

  /** The plans of a tab; empty where they are gone, or it is a result. */
  plansAt(uri: vscode.Uri): readonly Plan[] {
    return this.shown.get(uri.toString())?.plans ?? []
  }

  viewAt(uri: vscode.Uri): PlanView | undefined {
    return this.shown.get(uri.toString())?.view
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.shown.get(uri.toString())?.text ?? tellerOf(this.parts.words, offsetsUiTexts)('plan.gone')
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const top = new vscode.Range(0, 0, 0, 0)
    const lens = (title: string, command: CommandId): vscode.CodeLens =>
      new vscode.CodeLens(top, { title, command, arguments: [document.uri] })
    const said = (title: string): vscode.CodeLens => new vscode.CodeLens(top, { title, command: '' })
    const shown = this.shown.get(document.uri.toString())
    if (shown === undefined) return [lens(vscode.l10n.t('Make a New Plan…'), CommandId.planChange)]
    const { plans, applied, stale } = shown
    if (plans.length === 0) return []
    const again = lens(vscode.l10n.t('Change…'), CommandId.planChange)
    if (applied !== null) return [said(vscode.l10n.t('Applied. {0}', applied)), again]
    const copy = plans.some(({ purpose }) => purpose.kind !== 'undo')
      ? [lens(vscode.l10n.t('Copy as Command'), CommandId.planCopyCommand)]
      : []
    const times = plans.some((plan) => plan.timed === undefined && hasRecords(plan))
      ? [lens(vscode.l10n.t('Show Record Times'), CommandId.planRecordTimes)]
      : []
    const more = [again, ...copy, lens(vscode.l10n.t('Export CSV…'), CommandId.planExportCsv), ...times]
    const refresh = lens(vscode.l10n.t('Refresh'), CommandId.planRefresh)
    if (stale !== null)
      return [said(tellerOf(this.parts.words, offsetsUiTexts)(`plan.stale.${stale}`)), refresh, ...more]
    if (!canApply(plans)) return [said(vscode.l10n.t('Cannot be applied now')), refresh, ...more]
    return [lens(vscode.l10n.t('Apply'), CommandId.planApply), ...more]
  }

  dispose(): void {
    this.watching?.watches.dispose()
    this.owned.dispose()
    this.shown.clear()
  }

  private async textOf(plans: readonly Plan[], view?: PlanView): Promise<string> {
    const { words } = this.parts
    const { plansDocument } = await this.parts.engine()
    return plansDocument(plans, words.say, words.format, view)
  }

  private uriOf(address: PlanAddress, title: string): vscode.Uri {
    return vscode.Uri.from(planUriParts(address, title))
  }

  private put(uri: vscode.Uri, shown: Shown): void {
    this.shown.set(uri.toString(), shown)
    this.changed.fire(uri)
    this.lensesChanged.fire()
    this.updateKeys()
  }

  private async open(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document, { preview: false })
    this.updateKeys()
  }

  /** Compares the plans of a cluster with what was seen since they were made. */
  private compare(cluster: string): void {
    const groups = this.parts.registry.get(cluster)?.snapshot.groups
    if (groups === undefined || groups === null) return
    for (const [key, shown] of this.shown) {
      if (shown.applied !== null || shown.plans[0]?.cluster.id !== cluster) continue
      const found = shown.plans.map((plan) => stalenessOf(plan, groups.get(plan.group.id)))
      const stale = found.find((each) => each !== null) ?? null
      if (stale === shown.stale) continue
      this.shown.set(key, { ...shown, stale })
      this.lensesChanged.fire()
      this.updateKeys()
    }
  }

  private forget(uri: vscode.Uri): void {
    if (readPlanUri(uri) !== null && !isInTab(uri)) this.shown.delete(uri.toString())
  }

  private updateKeys(): void {
    const uri = vscode.window.activeTextEditor?.document.uri
    const shown = uri === undefined ? undefined : this.shown.get(uri.toString())
    const plans = shown?.plans ?? []
    this.watch(uri?.toString() ?? '', shown?.applied === null ? plans : [])
    this.parts.context.set(
      ContextKey.planIsOpen,
      uri?.scheme === PLAN_SCHEME && (shown === undefined || plans.length > 0),
    )
    this.parts.context.set(
      ContextKey.planIsApplicable,
      canApply(plans) && shown?.applied === null && shown.stale === null,
    )
  }

  private watch(uri: string, plans: readonly Plan[]): void {
    const key = plans.length === 0 ? '' : uri
    if (key === (this.watching?.key ?? '')) return
    this.watching?.watches.dispose()
    this.watching = null
    if (key === '') return
    const watches = new Disposables()
    for (const plan of plans) {
      const cluster = this.parts.registry.get(plan.cluster.id)
      if (cluster !== null) watches.add(cluster.watch({ kind: 'group', group: plan.group.id }, 'tree'))
    }
    this.watching = { key, watches }
  }
}

/** True where a row moves to a record whose time is not known. */
function hasRecords({ rows }: Plan): boolean {
  return rows.some(({ moves, recordTime, after }) => moves && recordTime === null && after !== null)
}

function canApply(plans: readonly Plan[]): boolean {
  return plans.some(({ refusal }) => refusal === null)
}
