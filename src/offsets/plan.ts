import type { Text } from '../model/text'
import type { GroupFacts, PartitionFacts } from './facts'
import { kindWarnings } from './kinds'
import type { Plan, PlanPurpose, PlanRow, PlanSummary, RowFlag } from './plan-types'
import { emptyRefusal, groupRefusal } from './refusal'
import { planRow, plainCommit, readableOffset } from './rows'
import type { Scenario } from './scenario'
import { summarize } from './summary'
import { targetOf } from './target'
import { say } from './texts'
import { planWarnings } from './warnings'

/** A reset or a seek; an undo is made by `undoPlan`. */
export type MovePurpose = Exclude<PlanPurpose, { kind: 'undo' }>

export interface PlanInput {
  readonly cluster: Plan['cluster']
  readonly facts: GroupFacts
  readonly purpose: MovePurpose
  /** Epoch ms. */
  readonly now: number
}

/**
 * Works out a reset or a seek from what the cluster said: one row per partition, in the facts' order. Never throws: a
 * group that must not be touched gives a plan with a refusal, a partition that cannot be moved a row that stays.
 */
export function makePlan({ cluster, facts, purpose, now }: PlanInput): Plan {
  const rows = facts.partitions.map((partition) => moveRow(partition, purpose.scenario))
  const summary = summarize(rows)
  return {
    cluster,
    group: facts.group,
    purpose,
    madeAt: now,
    rows,
    leftOut: facts.leftOut,
    summary,
    refusal: groupRefusal(facts.group) ?? nothingToDo(facts, purpose, summary),
    warnings: [...kindWarnings(facts), ...planWarnings(facts.group, rows, purpose.scenario)],
  }
}

function nothingToDo(facts: GroupFacts, { scenario, scope }: MovePurpose, summary: PlanSummary): Text | null {
  if (summary.partitions === 0 && scenario.kind === 'copyFrom')
    return say('offsets.refusal.noCommits', scenario.group)
  return emptyRefusal(facts.group.id, summary, scope.kind === 'group')
}

function moveRow(facts: PartitionFacts, scenario: Scenario): PlanRow {
  const target = targetOf(facts, scenario)
  const before = readableOffset(facts.committed)
  const flags: RowFlag[] = target.flag === null ? [] : [target.flag]
  if (before === null) flags.push('noCommit')
  if (target.offset === null)
    return planRow(facts, { after: facts.committed, moves: false, flags, wanted: target.wanted })
  if (target.offset === before) {
    flags.push('unchanged')
    return planRow(facts, { after: facts.committed, moves: false, flags, wanted: target.wanted })
  }
  return planRow(facts, { after: plainCommit(target.offset), moves: true, flags, wanted: target.wanted })
}
