import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const BACKOFF = 'reconnect.backoff.ms'
const MAX = 'reconnect.backoff.max.ms'

/** `CommonClientConfigs.postProcessReconnectBackoffConfigs` takes the pause for its maximum too. */
export const reconnectBackoffNotExponential = rule({
  id: 'reconnect-backoff-not-exponential',
  severity: 'info',
  javaOnly: true,
  roles: clients,
  keys: [BACKOFF],
  check(context) {
    const backoff = writtenNumber(context, BACKOFF)
    if (backoff === null || context.explicit(MAX) !== null) return null
    const { entry, value } = backoff
    const usual = Number(context.defaultOf(MAX) ?? 0)
    return report(entry, text('lint.reconnect-backoff-not-exponential', value), [
      toHave(context, MAX, null, entry, Math.max(usual, value)),
    ])
  },
})
