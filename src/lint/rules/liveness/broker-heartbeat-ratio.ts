import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const HEARTBEAT = 'group.consumer.heartbeat.interval.ms'
const SESSION = 'group.consumer.session.timeout.ms'

/** The same third as for members, on the broker, which holds both since KIP-848; `GroupCoordinatorConfig` refuses ≥. */
export const brokerHeartbeatRatio = rule({
  id: 'broker-heartbeat-ratio',
  severity: 'warning',
  roles: ['broker'],
  keys: [HEARTBEAT, SESSION],
  check(context) {
    const pair = pairOf(context, HEARTBEAT, SESSION)
    if (pair === null || 3 * pair.first.value <= pair.second.value) return null
    const { first, second, anchor } = pair
    const refused = first.value >= second.value
    const message = refused
      ? text('lint.broker-heartbeat-ratio.above', shown(context, first), shown(context, second))
      : text('lint.broker-heartbeat-ratio', shown(context, first), 3 * first.value, shown(context, second))
    const third = Math.floor(second.value / 3)
    const fixes = third > 0 ? [toHave(context, HEARTBEAT, first.entry, anchor, third)] : []
    return alsoAt(context, report(anchor, message, fixes, refused ? 'error' : 'warning'), second.entry)
  },
})
