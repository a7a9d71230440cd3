import { MAX_TRANSACTION } from '../../catalogue/defaults'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { liveNumber } from '../kit/cluster'
import { producers, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const TIMEOUT = 'transaction.timeout.ms'

/** The coordinator answers InitProducerId with INVALID_TRANSACTION_TIMEOUT. */
export const transactionTimeoutExceedsBrokerMax = rule({
  id: 'transaction-timeout-exceeds-broker-max',
  severity: 'warning',
  stage: 'conflict',
  roles: producers,
  keys: [TIMEOUT],
  check(context) {
    const timeout = writtenNumber(context, TIMEOUT)
    const live = liveNumber(context, 'transaction.max.timeout.ms')
    const max = live ?? MAX_TRANSACTION
    if (timeout === null || timeout.value <= max) return null
    const id = 'lint.transaction-timeout-exceeds-broker-max'
    const message = text(live === null ? id : `${id}.cluster`, TIMEOUT, timeout.value, max)
    const fixes = [toSet(context, timeout.entry, max)]
    const severity = live === null ? 'warning' : 'error'
    return { ...report(timeout.entry, message, fixes, severity), live: live !== null }
  },
})
