import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { bothShown, BROKER_RF, MIN_ISR, replicasOf, TOPIC_RF } from './replicas'

/** `ReplicaManager` answers NOT_ENOUGH_REPLICAS to every write of `acks=all`. */
export const minInsyncReplicasExceedsReplicationFactor = rule({
  id: 'min-insync-replicas-exceeds-replication-factor',
  severity: 'error',
  stage: 'conflict',
  roles: ['broker', 'topic'],
  keys: [MIN_ISR, BROKER_RF, ...TOPIC_RF],
  check(context) {
    const replicas = replicasOf(context)
    if (replicas === null || replicas.least.value <= replicas.factor.value) return null
    const { factor, least, anchor } = replicas
    return report(
      anchor,
      text('lint.min-insync-replicas-exceeds-replication-factor', ...bothShown(context, replicas)),
      [toHave(context, MIN_ISR, least.entry, anchor, Math.max(1, factor.value - 1))],
    )
  },
})
