import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { ChangeOutcome } from '../../clusters/types'
import { toLaglineError } from '../../model/errors'
import type { Plan } from '../../offsets/plan-types'
import { withCancel } from '../ask/progress'
import type { Parts } from '../parts'
import { offsetsUiTexts } from '../texts/offsets-ui'
import { tellerOf } from '../words'
import { askCreate, askNameOfCluster } from './change-flow'
import type { PlanDocuments } from './plan-documents'
import { resultDocument, resultOf } from './result'
import { remaker, type MakePlan } from './wishes'

/** What became of several changes: the first that fails ends the run. */
interface Run {
  readonly outcomes: readonly ChangeOutcome[]
  /** The one that was refused as a whole, and why; null = none was. */
  readonly failed: { readonly plan: Plan; readonly reason: string } | null
  readonly notTried: readonly Plan[]
}

/** Several groups: all are planned first, then changed one by one. Never told as if it were one change. */
export class SeveralFlow {
  private readonly parts: Parts
  private readonly documents: PlanDocuments

  constructor(parts: Parts, documents: PlanDocuments) {
    this.parts = parts
    this.documents = documents
  }

  async begin(cluster: Cluster, makes: readonly MakePlan[]): Promise<void> {
    const plans = await planAll(makes)
    const { applicable } = await this.parts.engine()
    if (applicable(plans).length === 0) return this.documents.show(plans)
    await this.confirm(cluster, plans, true)
  }

  /** `review`: the plans can be looked at first. */
  async confirm(cluster: Cluster, plans: readonly Plan[], review: boolean): Promise<void> {
    const { say } = this.parts.words
    const { applicable, severalConfirmation, createsGroup } = await this.parts.engine()
    const { question, details } = severalConfirmation(plans)
    const going = applicable(plans)
    const go =
      going[0]?.purpose.kind === 'undo' ? vscode.l10n.t('Undo Change') : vscode.l10n.t('Reset Offsets')
    const look = vscode.l10n.t('Review Plan')
    const picked = await vscode.window.showWarningMessage(
      say(question),
      { modal: true, detail: details.map(say).join('\n') },
      ...(review ? [go, look] : [go]),
    )
    if (picked === look) await this.documents.show(plans)
    if (picked !== go) return
    const created = going.filter(createsGroup).map(({ group }) => group.id)
    if (created.length > 0) await askCreate(created.join(', '))
    await askNameOfCluster(cluster)
    const run = await this.apply(cluster, going)
    await this.tell(cluster, run)
  }

  private async apply(cluster: Cluster, plans: readonly Plan[]): Promise<Run> {
    const title = vscode.l10n.t('Moving the offsets of {0} groups…', plans.length)
    const outcomes: ChangeOutcome[] = []
    return withCancel(title, async (signal) => {
      for (const [at, plan] of plans.entries()) {
        const notTried = plans.slice(at + 1)
        if (signal.aborted) return { outcomes, failed: null, notTried: plans.slice(at) }
        try {
          const outcome = await cluster.apply(plan, signal)
          outcomes.push(outcome)
          const { verdict, sentence } = resultOf(outcome, this.parts.words)
          this.documents.markApplied(plan, sentence)
          if (verdict !== 'done') return { outcomes, failed: null, notTried }
        } catch (error) {
          const reason = this.parts.words.say(toLaglineError(error).text)
          this.parts.log.warn(`change of ${plan.group.id} was not made: ${reason}`)
          return { outcomes, failed: { plan, reason }, notTried }
        }
      }
      return { outcomes, failed: null, notTried: [] }
    })
  }

  private async tell(cluster: Cluster, run: Run): Promise<void> {
    const { words } = this.parts
    const t = tellerOf(words, offsetsUiTexts)
    const { outcomes, failed, notTried } = run
    const done = outcomes.filter((outcome) => resultOf(outcome, words).verdict === 'done').length
    const notDone = outcomes.length - done + (failed === null ? 0 : 1)
    const whole = notDone === 0 && notTried.length === 0
    const counts = t('several.counts', done, notDone, notTried.length)
    const sentence = whole
      ? t('several.done', done)
      : failed === null
        ? counts
        : t('several.failed', counts, failed.plan.group.id, failed.reason)
    const undo = vscode.l10n.t('Undo')
    const show = vscode.l10n.t('Show')
    const rest = vscode.l10n.t('Try the Rest')
    const undoable = outcomes.filter((each) => each.record.kind !== 'undo' && each.done.length > 0)
    const buttons = [...(undoable.length > 0 ? [undo] : []), ...(whole ? [] : [rest]), show]
    const picked = whole
      ? await vscode.window.showInformationMessage(sentence, ...buttons)
      : await vscode.window.showWarningMessage(sentence, ...buttons)
    if (picked === show) await this.showRun(cluster, run, sentence)
    if (picked === undo)
      await this.begin(
        cluster,
        undoable.map(
          ({ record }) =>
            (signal) =>
              cluster.planUndo(record.id, signal),
        ),
      )
    if (picked === rest) {
      const again = [...(failed === null ? [] : [failed.plan]), ...notTried]
      await this.begin(
        cluster,
        again.map((plan) => remaker(cluster, plan)),
      )
    }
  }

  private async showRun(cluster: Cluster, run: Run, sentence: string): Promise<void> {
    const { tableLines } = await this.parts.engine()
    const { words } = this.parts
    const t = tellerOf(words, offsetsUiTexts)
    const text = [
      `${sentence}\n`,
      ...run.outcomes.map((outcome) => resultDocument(outcome, words, tableLines)),
      ...(run.failed === null
        ? []
        : [`${t('several.notDone', run.failed.plan.group.id, run.failed.reason)}\n`]),
      ...run.notTried.map(({ group }) => `${t('several.notTried', group.id)}\n`),
    ].join('\n')
    await this.documents.showResult(cluster, run.outcomes[0]?.record.group.id ?? '', text)
  }
}

/** One after the other, so that a broker is not asked for everything at once. */
export async function planAll(makes: readonly MakePlan[]): Promise<Plan[]> {
  return withCancel(vscode.l10n.t('Working out what would change…'), async (signal) => {
    const plans: Plan[] = []
    for (const make of makes) plans.push(await make(signal))
    return plans
  })
}
