import type { Entry } from '../../document'
import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { alsoAt, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { exactlyOnce, GUARANTEE } from './exactly-once'

const INTERVAL = 'commit.interval.ms'
const TIMEOUT = 'transaction.timeout.ms'
/** ms; what Streams sets with exactly-once where nothing is written. */
const USUAL_INTERVAL = 100
const USUAL_TIMEOUT = 10_000

interface Found {
  readonly value: number
  readonly entry: Entry | null
}

/** `StreamsConfig.verifyEOSTransactionTimeoutCompatibility` throws IllegalArgumentException. */
export const streamsCommitIntervalExceedsTxnTimeout = rule({
  id: 'streams-commit-interval-exceeds-txn-timeout',
  severity: 'error',
  stage: 'conflict',
  roles: ['streams'],
  keys: [GUARANTEE],
  check(context) {
    if (exactlyOnce(context) === null) return null
    const producer = context.siblings.find(
      ({ block }) => block.parent === context.block && block.role === 'producer',
    )
    const interval = numberOr(context, INTERVAL, USUAL_INTERVAL)
    const timeout = numberOr(producer ?? context, TIMEOUT, USUAL_TIMEOUT)
    const anchor = interval?.entry ?? timeout?.entry ?? null
    if (interval === null || timeout === null || anchor === null || interval.value <= timeout.value)
      return null
    const fix =
      interval.entry === null
        ? toSet(context, anchor, interval.value)
        : toSet(context, interval.entry, Math.min(timeout.value, USUAL_INTERVAL))
    return alsoAt(
      context,
      report(
        anchor,
        text('lint.streams-commit-interval-exceeds-txn-timeout', interval.value, timeout.value),
        [fix],
      ),
      timeout.entry,
    )
  },
})

/** What is written, else what Streams sets; null where it cannot be told. */
function numberOr(context: RuleContext, key: string, usual: number): Found | null {
  return context.explicit(key) === null ? { value: usual, entry: null } : writtenNumber(context, key)
}
