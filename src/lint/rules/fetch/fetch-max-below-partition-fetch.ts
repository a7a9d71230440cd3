import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, consumers, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const MAX = 'fetch.max.bytes'
const PARTITION = 'max.partition.fetch.bytes'

/** The limit of the whole fetch ends it before a partition's own does. */
export const fetchMaxBelowPartitionFetch = rule({
  id: 'fetch-max-below-partition-fetch',
  severity: 'info',
  roles: consumers,
  keys: [MAX, PARTITION],
  check(context) {
    const pair = pairOf(context, MAX, PARTITION)
    if (pair === null || pair.first.value >= pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text(
      'lint.fetch-max-below-partition-fetch',
      shown(context, first),
      shown(context, second),
    )
    return alsoAt(
      context,
      report(anchor, message, [toHave(context, MAX, first.entry, anchor, second.value)]),
      second.entry,
    )
  },
})
