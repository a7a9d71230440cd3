import { text } from '../../texts'
import { topicSetting } from '../kit/cluster'
import { producers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'
import { ACKS } from './guarantees'

const REPLICATED = 3

/** `acks=all` waits for the replicas that are in sync, of which `min.insync.replicas` must be there. */
export const acksAllMinIsrOne = rule({
  id: 'acks-all-min-isr-one',
  severity: 'warning',
  preset: 'cluster',
  roles: producers,
  keys: [ACKS],
  check(context) {
    const acks = written(context, ACKS)
    if (acks?.text !== 'all' && acks?.text !== '-1') return null
    for (const [name, topic] of Object.entries(context.snapshot?.topics ?? {})) {
      const replicas = topic.replicationFactor ?? 0
      const least = topicSetting(context, topic, 'min.insync.replicas', 'min.insync.replicas')
      if (replicas >= REPLICATED && least === '1')
        return report(acks.entry, text('lint.acks-all-min-isr-one', name, replicas))
    }
    return null
  },
})
