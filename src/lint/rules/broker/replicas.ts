import type { Entry } from '../../document'
import type { RuleContext } from '../../rule'
import { numberOf, shown, writtenNumber, type NumberSetting } from '../kit/settings'
import type { Text } from '../../../model/text'

export const MIN_ISR = 'min.insync.replicas'
export const BROKER_RF = 'default.replication.factor'
/** A topic's own, as `KafkaTopic` of Strimzi and topic templates write it. */
export const TOPIC_RF = ['replicas', 'replication.factor'] as const

/** How many replicas topics of a block have, and how many must be in sync; one of the two is written. */
export interface Replicas {
  readonly factor: NumberSetting
  readonly least: NumberSetting
  readonly anchor: Entry
}

/** Null where either cannot be told, or the factor is the cluster's to say (-1). */
export function replicasOf(context: RuleContext): Replicas | null {
  const factor =
    context.block.role === 'topic'
      ? TOPIC_RF.map((key) => writtenNumber(context, key)).find((found) => found !== null)
      : numberOf(context, BROKER_RF)
  const least = numberOf(context, MIN_ISR)
  const anchor = least?.entry ?? factor?.entry ?? null
  if (factor === undefined || factor === null || least === null || anchor === null || factor.value < 1)
    return null
  return { factor, least, anchor }
}

export function bothShown(context: RuleContext, { factor, least }: Replicas): [Text, Text] {
  return [shown(context, least), shown(context, factor)]
}
