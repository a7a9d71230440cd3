import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { liveNumber } from '../kit/cluster'
import { clients, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const IDLE = 'connections.max.idle.ms'
/** ms by which the client should be earlier, as its default is before the broker's. */
const EARLIER = 60_000

/** Who closes first decides who is surprised. */
export const connectionsMaxIdleAboveBroker = rule({
  id: 'connections-max-idle-above-broker',
  severity: 'info',
  preset: 'cluster',
  roles: clients,
  keys: [IDLE],
  check(context) {
    const idle = writtenNumber(context, IDLE)
    const live = liveNumber(context, IDLE)
    if (idle === null || live === null || live < 0 || idle.value < live) return null
    const fixes = live > EARLIER ? [toSet(context, idle.entry, live - EARLIER)] : []
    return report(idle.entry, text('lint.connections-max-idle-above-broker', IDLE, idle.value, live), fixes)
  },
})
