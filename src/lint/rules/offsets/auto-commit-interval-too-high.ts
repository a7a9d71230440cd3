import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { wordOf, writtenNumber } from '../kit/settings'

const INTERVAL = 'auto.commit.interval.ms'
/** ms */
const HIGH = 60_000
const USUAL = 5000

/** What was read since the last commit is read again after a crash. */
export const autoCommitIntervalTooHigh = rule({
  id: 'auto-commit-interval-too-high',
  severity: 'warning',
  roles: consumers,
  keys: [INTERVAL],
  check(context) {
    const interval = writtenNumber(context, INTERVAL)
    if (interval === null || interval.value <= HIGH) return null
    if (wordOf(context, 'enable.auto.commit') !== 'true') return null
    return report(
      interval.entry,
      text('lint.auto-commit-interval-too-high', INTERVAL, interval.value, HIGH),
      [toSet(context, interval.entry, USUAL)],
    )
  },
})
