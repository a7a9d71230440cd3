import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const FETCH = 'replica.fetch.max.bytes'
const MESSAGE = 'message.max.bytes'

/** No longer a standstill since KIP-74, but slow. */
export const replicaFetchBelowMessageMax = rule({
  id: 'replica-fetch-below-message-max',
  severity: 'hint',
  preset: 'strict',
  roles: ['broker'],
  keys: [FETCH, MESSAGE],
  check(context) {
    const pair = pairOf(context, FETCH, MESSAGE)
    if (pair === null || pair.first.value >= pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text(
      'lint.replica-fetch-below-message-max',
      shown(context, first),
      shown(context, second),
    )
    return alsoAt(
      context,
      report(anchor, message, [toHave(context, FETCH, first.entry, anchor, second.value)]),
      second.entry,
    )
  },
})
