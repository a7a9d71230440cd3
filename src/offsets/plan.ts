import type { Text } from '../model/text'
import type { GroupFacts, PartitionFacts } from './facts'
import { kindWarnings } from './kinds'
import type { Plan, PlanPurpose, PlanRow, PlanSummary, RowFlag } from './plan-types'
import { emptyRefusal, groupRefusal } from './refusal'
import { planRow, plainCommit, readableOffset } from './rows'
import type { Scenario } from './scenario'
import { shareWarnings } from './share'
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
  const share = facts.group.type === 'share'
  const rows = facts.partitions.map((partition) => moveRow(partition, purpose.scenario, share))
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
    warnings: share
      ? shareWarnings(facts.group.id, rows)
      : [...kindWarnings(facts), ...planWarnings(facts.group, rows, purpose.scenario)],
  }
}

function nothingToDo(facts: GroupFacts, { scenario, scope }: MovePurpose, summary: PlanSummary): Text | null {
  if (summary.partitions === 0 && scenario.kind === 'copyFrom')
    return say('offsets.refusal.noCommits', scenario.group)
  return emptyRefusal(facts.group, summary, scope.kind === 'group')
}

function moveRow(facts: PartitionFacts, scenario: Scenario, share: boolean): PlanRow {
  const target = targetOf(facts, scenario)
  const before = readableOffset(facts.committed)
  const flags: RowFlag[] = target.flag === null ? [] : [target.flag]
  if (before === null) flags.push(share ? 'notStarted' : 'noCommit')
  if (target.offset === null)
    return planRow(facts, { after: facts.committed, moves: false, flags, wanted: target.wanted })
  // A share group forgets what was delivered above the offset, so that being there already is no reason to leave it.
  if (target.offset === before && share) flags.push('sameStart')
  else if (target.offset === before) {
    flags.push('unchanged')
    return planRow(facts, { after: facts.committed, moves: false, flags, wanted: target.wanted })
  }
  return planRow(facts, { after: plainCommit(target.offset), moves: true, flags, wanted: target.wanted })
}
