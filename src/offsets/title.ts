import { assertNever } from '../model/assert'
import type { Text } from '../model/text'
import { partitionKey } from '../model/topics'
import type { Plan } from './plan-types'
import { partsText, targetText } from './scenario-text'
import { say } from './texts'
import { printable } from './width'

/** What the plan does, as a headline without full stop: `Reset audit on demo to the earliest offset`. */
export function planTitle(plan: Plan): Text {
  const group = printable(plan.group.id)
  const cluster = printable(plan.cluster.name)
  const { purpose } = plan
  if (purpose.kind === 'undo' && purpose.bookmark !== undefined)
    return say('offsets.title.bookmark', group, cluster, printable(purpose.bookmark), {
      time: purpose.changeAt,
    })
  if (purpose.kind === 'undo') {
    const id = bringsBackDeleted(plan) ? 'offsets.title.undoDelete' : 'offsets.title.undo'
    return say(id, group, cluster, { time: purpose.changeAt })
  }
  const target = targetText(purpose.scenario, plan.madeAt)
  if (createsGroup(plan)) return say('offsets.title.create', group, cluster, target)
  const { scope } = purpose
  switch (scope.kind) {
    case 'group':
      return say('offsets.title.group', group, cluster, target)
    case 'topic':
      return say('offsets.title.topic', group, cluster, target, scope.topic)
    case 'partition':
      return say(
        'offsets.title.partition',
        group,
        cluster,
        target,
        partitionKey(scope.topic, scope.partition),
      )
    case 'parts':
      return say('offsets.title.parts', group, cluster, target, partsText(scope))
    default:
      return assertNever(scope)
  }
}

/** An undo for a group that is not there brings the group itself back. */
export function bringsBackDeleted(plan: Plan): boolean {
  const { purpose, group } = plan
  return purpose.kind === 'undo' && purpose.bookmark === undefined && group.state === 'Dead'
}

/** A reset of a group that is not there makes it, as Kafka's own command does without asking. */
export function createsGroup(plan: Plan): boolean {
  return plan.purpose.kind !== 'undo' && plan.group.state === 'Dead'
}
