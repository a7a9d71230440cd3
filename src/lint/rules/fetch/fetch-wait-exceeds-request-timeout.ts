import type { Text } from '../../../model/text'
import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { alsoAt, consumers, report, rule } from '../kit/rule'
import { pairOf, shown, type Pair } from '../kit/settings'

const WAIT = 'fetch.max.wait.ms'
const TIMEOUT = 'request.timeout.ms'
/** librdkafka's own, and how many ms it wants between the two. */
const NATIVE_TIMEOUT = 'socket.timeout.ms'
const NATIVE_MARGIN = 1000

/**
 * The broker holds a fetch up to `fetch.max.wait.ms`; the consumers before 2.0 refused such a pair, as kafka-python does.
 * librdkafka gives the fetch itself that much more time, and warns of the requests behind it (`rd_kafka_conf_warn`).
 */
export const fetchWaitExceedsRequestTimeout = rule({
  id: 'fetch-wait-exceeds-request-timeout',
  severity: 'warning',
  stage: 'conflict',
  roles: consumers,
  keys: [WAIT, TIMEOUT, NATIVE_TIMEOUT],
  check(context) {
    const native = context.block.dialect === 'librdkafka'
    const pair = pairOf(context, WAIT, native ? NATIVE_TIMEOUT : TIMEOUT)
    const margin = native ? NATIVE_MARGIN : 0
    if (pair === null || !isTooLong(pair, margin)) return null
    const { first, second, anchor } = pair
    const message = messageOf(context, pair, margin)
    const usual = Number(context.defaultOf(WAIT) ?? 0)
    const fixes =
      first.entry !== null && usual > 0 && usual < second.value - margin
        ? [toSet(context, first.entry, usual)]
        : []
    return alsoAt(
      context,
      report(anchor, message, fixes, refusing.has(context.block.dialect) ? 'error' : 'warning'),
      second.entry,
    )
  },
})

/** Clients that do not start with such a pair. */
const refusing: ReadonlySet<string> = new Set(['kafka-python'])

function isTooLong({ first, second }: Pair, margin: number): boolean {
  return margin === 0 ? first.value >= second.value : first.value + margin > second.value
}

function messageOf(context: RuleContext, { first, second }: Pair, margin: number): Text {
  const id = 'lint.fetch-wait-exceeds-request-timeout'
  return margin === 0
    ? text(id, shown(context, first), shown(context, second))
    : text(`${id}.native`, shown(context, first), margin, shown(context, second))
}
