import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { bothShown, BROKER_RF, MIN_ISR, replicasOf, TOPIC_RF } from './replicas'

const REPLICATED = 3

/** `acks=all` then waits for the leader alone when the others are behind. */
export const minInsyncReplicasOne = rule({
  id: 'min-insync-replicas-one',
  severity: 'warning',
  roles: ['broker', 'topic'],
  keys: [MIN_ISR, BROKER_RF, ...TOPIC_RF],
  check(context) {
    const replicas = replicasOf(context)
    if (replicas === null || replicas.factor.value < REPLICATED || replicas.least.value !== 1) return null
    // What a topic does not say the broker does.
    if (context.block.role === 'topic' && replicas.least.entry === null) return null
    return report(replicas.anchor, text('lint.min-insync-replicas-one', ...bothShown(context, replicas)), [
      toHave(context, MIN_ISR, replicas.least.entry, replicas.anchor, 2),
    ])
  },
})
