import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { Plan } from '../../offsets/plan-types'
import { withCancel } from '../ask/progress'
import type { Parts } from '../parts'
import { askCreate, type ChangeFlow } from './change-flow'
import type { PlanDocuments } from './plan-documents'
import { resultOf } from './result'
import { SeveralRun } from './several-run'
import { remaker, type MakePlan } from './wishes'

/** Several groups: all are planned first, then changed one by one. Never told as if it were one change. */
export class SeveralFlow {
  private readonly parts: Parts
  private readonly documents: PlanDocuments
  private readonly one: ChangeFlow
  readonly runs: SeveralRun

  /** @param one what is done where only one group is left */
  constructor(parts: Parts, documents: PlanDocuments, one: ChangeFlow) {
    this.parts = parts
    this.documents = documents
    this.one = one
    this.runs = new SeveralRun(parts, documents)
  }

  async begin(cluster: Cluster, makes: readonly MakePlan[]): Promise<void> {
    const [only] = makes
    if (makes.length === 1 && only !== undefined) return this.one.begin(cluster, only)
    const plans = await planAll(makes)
    const { applicable } = await this.parts.engine()
    if (applicable(plans).length === 0) return this.documents.show(plans)
    await this.confirm(cluster, plans, true)
  }

  /** Brings back what several changes replaced: planned, confirmed in numbers and told as every other change. */
  async undo(cluster: Cluster, changes: readonly string[]): Promise<void> {
    await this.begin(
      cluster,
      changes.map((id) => (signal) => cluster.planUndo(id, signal)),
    )
  }

  /** `review`: the plans can be looked at first. */
  async confirm(cluster: Cluster, plans: readonly Plan[], review: boolean): Promise<void> {
    const { say } = this.parts.words
    const { applicable, severalConfirmation, createsGroup } = await this.parts.engine()
    const { question, details } = severalConfirmation(plans)
    const going = applicable(plans)
    const undoes = going[0]?.purpose.kind === 'undo'
    const go = undoes ? vscode.l10n.t('Undo Change') : vscode.l10n.t('Reset Offsets')
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
    await this.one.askNameOfCluster(cluster)
    const title = undoes
      ? vscode.l10n.t('Bringing back the offsets of {0} groups…', going.length)
      : vscode.l10n.t('Moving the offsets of {0} groups…', going.length)
    const jobs = going.map((plan) => ({
      group: plan.group.id,
      run: async (signal: AbortSignal) => {
        const outcome = await cluster.apply(plan, signal)
        this.documents.markApplied(plan, resultOf(outcome, this.parts.words).sentence)
        return outcome
      },
    }))
    await this.runs.carryOut(cluster, title, jobs, {
      again: (groups) => this.begin(cluster, remakers(cluster, going, groups)),
      undo: (changes) => this.undo(cluster, changes),
    })
  }
}

function remakers(cluster: Cluster, plans: readonly Plan[], groups: readonly string[]): MakePlan[] {
  return plans.filter(({ group }) => groups.includes(group.id)).map((plan) => remaker(cluster, plan))
}

/** One after the other, so that a broker is not asked for everything at once. */
export async function planAll(makes: readonly MakePlan[]): Promise<Plan[]> {
  return withCancel(vscode.l10n.t('Working out what would change…'), async (signal) => {
    const plans: Plan[] = []
    for (const make of makes) plans.push(await make(signal))
    return plans
  })
}
