import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const TIMEOUT = 'request.timeout.ms'
/** ms; five minutes of `max.poll.interval.ms` and five seconds more, while joining a group was such a request. */
const LEGACY = 305_000

/** KIP-266 gave joining a timeout of its own; tutorials from before go on being copied. */
export const legacyRequestTimeout = rule({
  id: 'legacy-request-timeout',
  severity: 'info',
  roles: consumers,
  keys: [TIMEOUT],
  check(context) {
    const timeout = writtenNumber(context, TIMEOUT)
    if (timeout?.value !== LEGACY) return null
    return report(timeout.entry, text('lint.legacy-request-timeout', LEGACY), [
      toDelete(context, timeout.entry),
    ])
  },
})
