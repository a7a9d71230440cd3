import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { alsoAt, consumers, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const WAIT = 'fetch.max.wait.ms'
const TIMEOUT = 'request.timeout.ms'

/** The broker holds a fetch up to `fetch.max.wait.ms`; the consumers before 2.0 refused such a pair, as kafka-python does. */
export const fetchWaitExceedsRequestTimeout = rule({
  id: 'fetch-wait-exceeds-request-timeout',
  severity: 'warning',
  stage: 'conflict',
  roles: consumers,
  keys: [WAIT, TIMEOUT],
  check(context) {
    const pair = pairOf(context, WAIT, TIMEOUT)
    if (pair === null || pair.first.value < pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text(
      'lint.fetch-wait-exceeds-request-timeout',
      shown(context, first),
      shown(context, second),
    )
    const usual = Number(context.defaultOf(WAIT) ?? 0)
    const fixes =
      first.entry !== null && usual > 0 && usual < second.value ? [toSet(context, first.entry, usual)] : []
    return alsoAt(
      context,
      report(anchor, message, fixes, refusing.has(context.block.dialect) ? 'error' : 'warning'),
      second.entry,
    )
  },
})

/** Clients that do not start with such a pair. */
const refusing: ReadonlySet<string> = new Set(['kafka-python'])
