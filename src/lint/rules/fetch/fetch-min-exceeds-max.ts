import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, consumers, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const MIN = 'fetch.min.bytes'
const MAX = 'fetch.max.bytes'

/** The broker answers when the minimum is there or the time is over; here it never is there. */
export const fetchMinExceedsMax = rule({
  id: 'fetch-min-exceeds-max',
  severity: 'warning',
  stage: 'conflict',
  roles: consumers,
  keys: [MIN, MAX],
  check(context) {
    const pair = pairOf(context, MIN, MAX)
    if (pair === null || pair.first.value <= pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text('lint.fetch-min-exceeds-max', shown(context, first), shown(context, second))
    const lower = first.entry === null ? null : toHave(context, MIN, first.entry, anchor, second.value)
    return alsoAt(context, report(anchor, message, [lower]), second.entry)
  },
})
