import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const MAX = 'group.max.session.timeout.ms'
const MIN = 'group.min.session.timeout.ms'

/** A range whose end is before its start holds no session timeout at all. */
export const brokerSessionRangeInverted = rule({
  id: 'broker-session-range-inverted',
  severity: 'error',
  stage: 'conflict',
  roles: ['broker'],
  keys: [MAX, MIN],
  check(context) {
    const pair = pairOf(context, MAX, MIN)
    if (pair === null || pair.first.value >= pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text('lint.broker-session-range-inverted', shown(context, first), shown(context, second))
    const swap = toHave(context, MAX, first.entry, anchor, second.value)
    const lower = toHave(context, MIN, second.entry, anchor, first.value)
    if (first.entry === null || second.entry === null)
      return report(anchor, message, [first.entry === null ? lower : swap])
    // Both are written: what each says belongs to the other.
    return report(anchor, message, [{ ...swap, edits: [...swap.edits, ...lower.edits] }])
  },
})
