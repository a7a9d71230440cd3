import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { bothShown, BROKER_RF, MIN_ISR, replicasOf, TOPIC_RF } from './replicas'

/** A rolling restart then stops all writes of `acks=all`. */
export const minInsyncReplicasEqualsReplicationFactor = rule({
  id: 'min-insync-replicas-equals-replication-factor',
  severity: 'warning',
  roles: ['broker', 'topic'],
  keys: [MIN_ISR, BROKER_RF, ...TOPIC_RF],
  check(context) {
    const replicas = replicasOf(context)
    if (replicas === null || replicas.least.value < 2 || replicas.least.value !== replicas.factor.value)
      return null
    return report(
      replicas.anchor,
      text('lint.min-insync-replicas-equals-replication-factor', ...bothShown(context, replicas)),
      [toHave(context, MIN_ISR, replicas.least.entry, replicas.anchor, replicas.factor.value - 1)],
    )
  },
})
