import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import { CommandId, ContextKey, PLAN_SCHEME } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { Plan } from '../../offsets/plan-types'
import type { Parts } from '../parts'
import { offsetsUiTexts } from '../texts/offsets-ui'
import { tellerOf } from '../words'
import { planUriParts, readPlanUri, type PlanAddress } from './plan-uri'

/** A text that is shown in a tab. `plan` null: a result, which nothing can be done with. */
interface Shown {
  readonly text: string
  readonly plan: Plan | null
  /** How it was applied, once it was. */
  readonly applied: string | null
}

/** Plans and results as read-only documents, with what can be done with a plan on the line above it. */
export class PlanDocuments
  implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, Disposable
{
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly shown = new Map<string, Shown>()
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
    this.updateKeys()
  }

  /** Opens a plan in a tab of its own, or, with `uri`, in place of the one that stands there. */
  async show(plan: Plan, uri?: vscode.Uri): Promise<void> {
    const { words, newId } = this.parts
    const { planDocument } = await this.parts.engine()
    const text = planDocument(plan, words.say, words.format)
    const target =
      uri ??
      this.uriOf(
        { id: newId(), cluster: plan.cluster.id, group: plan.group.id },
        vscode.l10n.t('Plan for {0}', plan.group.id),
      )
    this.put(target, { text, plan, applied: null })
    await this.open(target)
  }

  /** Opens a text that tells what became of a change. */
  async showResult(cluster: Cluster, group: string, text: string): Promise<void> {
    const address = { id: this.parts.newId(), cluster: cluster.settings.id, group }
    const uri = this.uriOf(address, vscode.l10n.t('Result for {0}', group))
    this.put(uri, { text, plan: null, applied: null })
    await this.open(uri)
  }

  /** The plan was carried out, as `sentence` tells: it cannot be applied again. */
  markApplied(plan: Plan, sentence: string): void {
    for (const [key, shown] of this.shown)
      if (shown.plan === plan) this.shown.set(key, { ...shown, applied: sentence })
    this.lensesChanged.fire()
    this.updateKeys()
  }

  /** The plan of a tab; null where it is gone, or is a result. */
  planAt(uri: vscode.Uri): Plan | null {
    return this.shown.get(uri.toString())?.plan ?? null
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
    const { plan, applied } = shown
    if (plan === null) return []
    const again = lens(vscode.l10n.t('Change…'), CommandId.planChange)
    const copy =
      plan.purpose.kind === 'undo' ? [] : [lens(vscode.l10n.t('Copy as Command'), CommandId.planCopyCommand)]
    if (applied !== null) return [said(vscode.l10n.t('Applied. {0}', applied)), again]
    if (plan.refusal !== null) return [said(vscode.l10n.t('Cannot be applied now')), again, ...copy]
    return [lens(vscode.l10n.t('Apply'), CommandId.planApply), again, ...copy]
  }

  dispose(): void {
    this.owned.dispose()
    this.shown.clear()
  }

  private uriOf(address: PlanAddress, title: string): vscode.Uri {
    return vscode.Uri.from(planUriParts(address, title))
  }

  private put(uri: vscode.Uri, shown: Shown): void {
    this.shown.set(uri.toString(), shown)
    this.changed.fire(uri)
    this.lensesChanged.fire()
  }

  private async open(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document, { preview: false })
    this.updateKeys()
  }

  /** A document is also closed when only its language changes, or while a tab still shows it. */
  private forget(uri: vscode.Uri): void {
    if (readPlanUri(uri) === null) return
    const key = uri.toString()
    const open = vscode.window.tabGroups.all.some(({ tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
    )
    if (!open) this.shown.delete(key)
  }

  private updateKeys(): void {
    const uri = vscode.window.activeTextEditor?.document.uri
    const shown = uri === undefined ? undefined : this.shown.get(uri.toString())
    const plan = shown?.plan ?? null
    this.parts.context.set(
      ContextKey.planIsOpen,
      uri?.scheme === PLAN_SCHEME && (shown === undefined || plan !== null),
    )
    this.parts.context.set(
      ContextKey.planIsApplicable,
      plan !== null && plan.refusal === null && shown?.applied === null,
    )
  }
}
