import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const TIMEOUT = 'request.timeout.ms'
/** What librdkafka waits for an answer; its `request.timeout.ms` is what a broker may take for a producer's records. */
const NATIVE = 'socket.timeout.ms'
/** ms; the clients' default and the brokers' `replica.lag.time.max.ms`. */
const LOW = 30_000

/** A producer that waits less than the brokers do for a slow replica sends records again (Kafka's documentation). */
export const requestTimeoutTooLow = rule({
  id: 'request-timeout-too-low',
  severity: 'info',
  roles: clients,
  keys: [TIMEOUT, NATIVE],
  check(context) {
    return keysOf(context).flatMap((key) => {
      const timeout = writtenNumber(context, key)
      if (timeout === null || timeout.value >= LOW) return []
      return [
        report(timeout.entry, text('lint.request-timeout-too-low', key, timeout.value, LOW), [
          toSet(context, timeout.entry, LOW),
        ]),
      ]
    })
  },
})

function keysOf({ block }: RuleContext): readonly string[] {
  if (block.dialect !== 'librdkafka') return [TIMEOUT]
  return block.role === 'consumer' ? [NATIVE] : [NATIVE, TIMEOUT]
}
