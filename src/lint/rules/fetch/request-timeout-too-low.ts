import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const TIMEOUT = 'request.timeout.ms'
/** ms; the clients' default and the brokers' `replica.lag.time.max.ms`. */
const LOW = 30_000

/** A producer that waits less than the brokers do for a slow replica sends records again (Kafka's documentation). */
export const requestTimeoutTooLow = rule({
  id: 'request-timeout-too-low',
  severity: 'info',
  roles: clients,
  keys: [TIMEOUT],
  check(context) {
    const timeout = writtenNumber(context, TIMEOUT)
    if (timeout === null || timeout.value >= LOW) return null
    return report(timeout.entry, text('lint.request-timeout-too-low', TIMEOUT, timeout.value, LOW), [
      toSet(context, timeout.entry, LOW),
    ])
  },
})
