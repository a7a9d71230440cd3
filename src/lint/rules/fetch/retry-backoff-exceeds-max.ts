import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, clients, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const BACKOFF = 'retry.backoff.ms'
const MAX = 'retry.backoff.max.ms'

/** Since KIP-580 the pause grows up to its maximum; a pause above it stays as it is, with a warning in the log. */
export const retryBackoffExceedsMax = rule({
  id: 'retry-backoff-exceeds-max',
  severity: 'info',
  since: 3007,
  roles: clients,
  keys: [BACKOFF, MAX],
  check(context) {
    const pair = pairOf(context, BACKOFF, MAX)
    if (pair === null || pair.first.value <= pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text('lint.retry-backoff-exceeds-max', shown(context, first), shown(context, second))
    return alsoAt(
      context,
      report(anchor, message, [toHave(context, MAX, second.entry, anchor, first.value)]),
      second.entry,
    )
  },
})
