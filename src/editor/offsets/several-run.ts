import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { ChangeOutcome } from '../../clusters/types'
import { toLaglineError } from '../../model/errors'
import { withCancel } from '../ask/progress'
import type { Parts } from '../parts'
import { offsetsUiTexts } from '../texts/offsets-ui'
import { tellerOf } from '../words'
import type { PlanDocuments } from './plan-documents'
import { resultDocument, resultOf } from './result'

/** The change of one group among several. */
export interface Job {
  readonly group: string
  /** Rejects where nothing was changed. */
  readonly run: (signal: AbortSignal) => Promise<ChangeOutcome>
}

/** What can be done once it is known what became of several changes. */
export interface WaysOn {
  /** Begins anew with the groups that failed or were not tried. */
  readonly again: (groups: readonly string[]) => Promise<void>
  /** Brings back what these changes replaced. */
  readonly undo: (changes: readonly string[]) => Promise<void>
}

/** What became of several changes: the first that fails ends the run. */
interface Run {
  readonly outcomes: readonly ChangeOutcome[]
  /** The one that was refused as a whole, and why; null = none was. */
  readonly failed: { readonly group: string; readonly reason: string } | null
  readonly notTried: readonly string[]
}

/** Changes several groups one by one and says which are done, failed and not tried. */
export class SeveralRun {
  private readonly parts: Parts
  private readonly documents: PlanDocuments

  constructor(parts: Parts, documents: PlanDocuments) {
    this.parts = parts
    this.documents = documents
  }

  /** @param title what a notification says while it runs. */
  async carryOut(cluster: Cluster, title: string, jobs: readonly Job[], ways: WaysOn): Promise<void> {
    const run = await withCancel(title, (signal, say) => this.runAll(jobs, say, signal))
    await this.tell(cluster, run, ways)
  }

  private async runAll(jobs: readonly Job[], say: (at: string) => void, signal: AbortSignal): Promise<Run> {
    const outcomes: ChangeOutcome[] = []
    const from = (at: number): string[] => jobs.slice(at).map(({ group }) => group)
    for (const [at, { group, run }] of jobs.entries()) {
      if (signal.aborted) return { outcomes, failed: null, notTried: from(at) }
      say(vscode.l10n.t('{0} of {1}', at + 1, jobs.length))
      try {
        const outcome = await run(signal)
        outcomes.push(outcome)
        if (resultOf(outcome, this.parts.words).verdict !== 'done')
          return { outcomes, failed: null, notTried: from(at + 1) }
      } catch (error) {
        const reason = this.parts.words.say(toLaglineError(error).text)
        this.parts.log.warn(`change of ${group} was not made: ${reason}`)
        return { outcomes, failed: { group, reason }, notTried: from(at + 1) }
      }
    }
    return { outcomes, failed: null, notTried: [] }
  }

  private async tell(cluster: Cluster, run: Run, { again, undo }: WaysOn): Promise<void> {
    const { words, log } = this.parts
    const { outcomes, failed, notTried } = run
    const whole = failed === null && notTried.length === 0 && this.doneOf(run) === outcomes.length
    const sentence = this.sentenceOf(run, whole)
    log.info(sentence)
    const undoTitle = vscode.l10n.t('Undo')
    const show = vscode.l10n.t('Show')
    const rest = vscode.l10n.t('Try the Rest')
    const undoable = outcomes.filter((each) => each.record.kind !== 'undo' && each.done.length > 0)
    const left = [...(failed === null ? [] : [failed.group]), ...notTried]
    const buttons = [...(undoable.length > 0 ? [undoTitle] : []), ...(left.length > 0 ? [rest] : []), show]
    const picked = whole
      ? await vscode.window.showInformationMessage(sentence, ...buttons)
      : await vscode.window.showWarningMessage(sentence, ...buttons)
    if (picked === undoTitle) await undo(undoable.map(({ record }) => record.id))
    if (picked === rest) await again(left)
    if (picked !== show) return
    const { tableLines } = await this.parts.engine()
    const t = tellerOf(words, offsetsUiTexts)
    const text = [
      `${sentence}\n`,
      ...outcomes.map((outcome) => resultDocument(outcome, words, tableLines)),
      ...(failed === null ? [] : [`${t('several.notDone', failed.group, failed.reason)}\n`]),
      ...notTried.map((group) => `${t('several.notTried', group)}\n`),
    ].join('\n')
    const title = vscode.l10n.t('{0} groups', outcomes.length + left.length)
    await this.documents.showResult(cluster, title, text)
  }

  private doneOf({ outcomes }: Run): number {
    return outcomes.filter((outcome) => resultOf(outcome, this.parts.words).verdict === 'done').length
  }

  private sentenceOf(run: Run, whole: boolean): string {
    const { words } = this.parts
    const t = tellerOf(words, offsetsUiTexts)
    const { outcomes, failed, notTried } = run
    const done = this.doneOf(run)
    if (whole) return t('several.done', done)
    const half = outcomes.find((outcome) => resultOf(outcome, words).verdict !== 'done')
    const notDone = outcomes.length - done + (failed === null ? 0 : 1)
    const counts = t('several.counts', done, notDone, notTried.length)
    if (failed !== null) return t('several.failed', counts, failed.group, failed.reason)
    return half === undefined ? counts : t('several.half', counts, resultOf(half, words).sentence)
  }
}
