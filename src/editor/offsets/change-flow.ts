import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { ChangeOutcome } from '../../clusters/types'
import { CommandId } from '../../ids'
import { assertNever } from '../../model/assert'
import { isCancelled, toLaglineError, type ErrorCode } from '../../model/errors'
import { partitionKey } from '../../model/topics'
import type { Plan } from '../../offsets/plan-types'
import type { Parts } from '../parts'
import { askText } from '../ask/quick-input'
import { withCancel } from '../ask/progress'
import type { PlanDocuments } from './plan-documents'
import { resultDocument, resultOf } from './result'
import type { MakePlan } from './wishes'

/** Errors after which the same wish, planned anew, may well succeed. */
const WORTH_PLANNING_AGAIN: readonly ErrorCode[] = ['stale', 'groupActive', 'outOfRange', 'noLeader']

/** The way of every change of offsets: plan, confirm or review, apply, say what became of it, undo. */
export class ChangeFlow {
  private readonly parts: Parts
  private readonly documents: PlanDocuments

  constructor(parts: Parts, documents: PlanDocuments) {
    this.parts = parts
    this.documents = documents
  }

  /** Works a plan out and leads on from it. `make` is called again where the person wants a new one. */
  async begin(cluster: Cluster, make: MakePlan): Promise<void> {
    const plan = await withCancel(vscode.l10n.t('Working out what would change…'), make)
    if (plan.refusal === null) return this.confirm(cluster, plan, make, true)
    const again = vscode.l10n.t('Try Again')
    const review = vscode.l10n.t('Review Plan')
    const { canWait } = await this.parts.engine()
    const wait = vscode.l10n.t('Wait until Empty')
    const waits = canWait(plan.group) && !cluster.settings.readOnly ? [wait] : []
    const said = this.parts.words.say(plan.refusal)
    const picked = await vscode.window.showWarningMessage(said, ...waits, again, review)
    if (picked === wait) await this.waitUntilEmpty(cluster, plan.group.id)
    if (picked === again || picked === wait) return this.begin(cluster, make)
    if (picked === review) await this.documents.show([plan])
  }

  /** Asks, naming the object and the numbers, then applies. `review`: the plan can be looked at first. */
  async confirm(cluster: Cluster, plan: Plan, make: MakePlan, review: boolean): Promise<void> {
    const { say } = this.parts.words
    const { confirmation, createsGroup } = await this.parts.engine()
    const { question, details } = confirmation(plan)
    const go = createsGroup(plan) ? vscode.l10n.t('Create Group') : verbOf(plan)
    const look = vscode.l10n.t('Review Plan')
    const picked = await vscode.window.showWarningMessage(
      say(question),
      { modal: true, detail: details.map(say).join('\n') },
      ...(review ? [go, look] : [go]),
    )
    if (picked === look) await this.documents.show([plan])
    if (picked !== go) return
    if (createsGroup(plan)) await askCreate(plan.group.id)
    await this.askNameOfGroup(cluster, plan.group.id)
    await this.apply(cluster, plan, make)
  }

  /** On a production cluster the group's name is typed before anything is sent. Rejects with `cancelled`. */
  async askNameOfGroup(cluster: Cluster, group: string): Promise<void> {
    if (!cluster.settings.production) return
    await askText({
      title: vscode.l10n.t('{0} is a production cluster', cluster.settings.name),
      prompt: vscode.l10n.t('Type {0} to go on.', group),
      problem: (typed) =>
        typed.trim() === group.trim() ? null : vscode.l10n.t('This is not the name of the group yet.'),
    })
  }

  /** Where several groups are changed at once, the cluster's name is typed instead. Rejects with `cancelled`. */
  async askNameOfCluster({ settings: { name, production } }: Cluster): Promise<void> {
    if (!production) return
    await askText({
      title: vscode.l10n.t('{0} is a production cluster', name),
      prompt: vscode.l10n.t('Type {0} to go on.', name),
      problem: (typed) =>
        typed.trim() === name.trim() ? null : vscode.l10n.t('This is not the name of the cluster yet.'),
    })
  }

  /** Says what became of a change: a message with Undo and Show. Never a success message for half of it. */
  async tell(cluster: Cluster, outcome: ChangeOutcome, undo: () => Promise<void>): Promise<void> {
    const { words, log } = this.parts
    const { verdict, sentence } = resultOf(outcome, words)
    log.info(`change ${outcome.record.id}: ${verdict}, ${outcome.done.length} rows done`)
    const canUndo = outcome.record.kind !== 'undo' && outcome.done.length > 0
    const undoTitle =
      verdict === 'done' ? vscode.l10n.t('Undo') : vscode.l10n.t('Undo the {0}', outcome.done.length)
    const show = vscode.l10n.t('Show')
    const buttons = [...(canUndo ? [undoTitle] : []), show]
    const message =
      verdict === 'done'
        ? vscode.window.showInformationMessage(sentence, ...buttons)
        : verdict === 'partial'
          ? vscode.window.showWarningMessage(sentence, ...buttons)
          : vscode.window.showErrorMessage(sentence, ...buttons)
    const picked = await message
    if (picked === show) await this.showResult(cluster, outcome)
    else if (picked === undoTitle) await undo()
  }

  private async showResult(cluster: Cluster, outcome: ChangeOutcome): Promise<void> {
    const { tableLines } = await this.parts.engine()
    const text = resultDocument(outcome, this.parts.words, tableLines)
    await this.documents.showResult(cluster, outcome.record.group.id, text)
  }

  /** Brings back what a change replaced: the same way, with the record as the plan. */
  async undo(cluster: Cluster, changeId: string): Promise<void> {
    await this.begin(cluster, (signal) => cluster.planUndo(changeId, signal))
  }

  /** Shows who is still in a group until nobody is. Rejects with `cancelled`. */
  async waitUntilEmpty(cluster: Cluster, group: string): Promise<void> {
    await withCancel(vscode.l10n.t('Waiting until {0} is Empty', group), (signal, say) =>
      cluster.waitUntilEmpty(group, (still) => say(this.parts.words.say(still)), signal),
    )
  }

  /** Some seconds later: consumers that are no members may have written over what was set. */
  private async lookAgain(cluster: Cluster, outcome: ChangeOutcome): Promise<void> {
    const { id } = outcome.record.group
    try {
      const moved = await cluster.movedAfter(outcome, new AbortController().signal)
      const [first] = moved
      if (first === undefined) return
      this.parts.log.warn(`change ${outcome.record.id}: ${moved.length} rows were moved again`)
      await vscode.window.showWarningMessage(
        vscode.l10n.t(
          '{0} was moved again right after the change ({1}, {2} in all), although nobody is in the group. A consumer that uses assign() commits without being a member; stop it, then try again.',
          id,
          partitionKey(first.topic, first.partition),
          this.parts.words.format.number(moved.length),
        ),
      )
    } catch (error) {
      this.parts.log.info(`it could not be seen whether the change of ${id} still holds: ${String(error)}`)
    }
  }

  private async apply(cluster: Cluster, plan: Plan, make: MakePlan): Promise<void> {
    const { words, log } = this.parts
    const title =
      plan.purpose.kind === 'undo'
        ? vscode.l10n.t('Bringing back the offsets of {0}…', plan.group.id)
        : vscode.l10n.t('Moving the offsets of {0}…', plan.group.id)
    let outcome: ChangeOutcome
    try {
      outcome = await withCancel(title, (signal) => cluster.apply(plan, signal))
    } catch (error) {
      const known = toLaglineError(error)
      if (isCancelled(error) || !WORTH_PLANNING_AGAIN.includes(known.code)) throw error
      log.warn(`change of ${plan.group.id} was not made: ${known.message}`)
      const again = vscode.l10n.t('Plan Again')
      const showLog = vscode.l10n.t('Show Log')
      const wait = vscode.l10n.t('Wait until Empty')
      const waits = known.code === 'groupActive' ? [wait] : []
      const picked = await vscode.window.showErrorMessage(words.say(known.text), ...waits, again, showLog)
      if (picked === again) await this.begin(cluster, make)
      else if (picked === wait) {
        await this.waitUntilEmpty(cluster, plan.group.id)
        // The plan as it was agreed to: where the group has moved on meanwhile, it is refused as out of date.
        await this.apply(cluster, plan, make)
      } else if (picked === showLog) await vscode.commands.executeCommand(CommandId.logShow)
      return
    }
    this.documents.markApplied(plan, resultOf(outcome, words).sentence)
    void this.lookAgain(cluster, outcome)
    await this.tell(cluster, outcome, () => this.undo(cluster, outcome.record.id))
  }
}

/** What the button that does it says. */
function verbOf({ purpose }: Plan): string {
  switch (purpose.kind) {
    case 'reset':
      return vscode.l10n.t('Reset Offsets')
    case 'seek':
      return vscode.l10n.t('Move Offset')
    case 'undo':
      return purpose.bookmark === undefined ? vscode.l10n.t('Undo Change') : vscode.l10n.t('Go Back')
    default:
      return assertNever(purpose)
  }
}

/** A group that is not there is made only by somebody who knows it: the name may have been misspelt. */
export async function askCreate(group: string): Promise<void> {
  await askText({
    title: vscode.l10n.t('There is no group {0} yet', group),
    prompt: vscode.l10n.t('Type {0} to go on.', 'create'),
    problem: (typed) =>
      typed.trim() === 'create'
        ? null
        : vscode.l10n.t('Type {0} to create it, or leave with Escape.', 'create'),
  })
}
