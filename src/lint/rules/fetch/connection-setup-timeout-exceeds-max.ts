import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, clients, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const SETUP = 'socket.connection.setup.timeout.ms'
const MAX = 'socket.connection.setup.timeout.max.ms'

/** KIP-601: the timeout doubles from try to try up to its maximum. */
export const connectionSetupTimeoutExceedsMax = rule({
  id: 'connection-setup-timeout-exceeds-max',
  severity: 'info',
  roles: clients,
  keys: [SETUP, MAX],
  check(context) {
    const pair = pairOf(context, SETUP, MAX)
    if (pair === null || pair.first.value <= pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text(
      'lint.connection-setup-timeout-exceeds-max',
      shown(context, first),
      shown(context, second),
    )
    return alsoAt(
      context,
      report(anchor, message, [toHave(context, MAX, second.entry, anchor, first.value)]),
      second.entry,
    )
  },
})
