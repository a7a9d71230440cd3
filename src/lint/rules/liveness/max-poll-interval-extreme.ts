import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { isClassic } from './classic'

const INTERVAL = 'max.poll.interval.ms'
/** ms */
const SHORT = 10_000
const LONG = 3_600_000
const USUAL = 300_000

/** The interval is how long a rebalance may wait for a member, and how long a stuck one keeps its partitions (KIP-62). */
export const maxPollIntervalExtreme = rule({
  id: 'max-poll-interval-extreme',
  severity: 'info',
  roles: consumers,
  keys: [INTERVAL],
  check(context) {
    const interval = writtenNumber(context, INTERVAL)
    if (interval === null || !isClassic(context)) return null
    const { value, entry } = interval
    if (value >= SHORT && value <= LONG) return null
    const message =
      value < SHORT
        ? text('lint.max-poll-interval-extreme.below', INTERVAL, value, SHORT)
        : text('lint.max-poll-interval-extreme.above', INTERVAL, value, LONG)
    return report(entry, message, [toSet(context, entry, USUAL)])
  },
})
