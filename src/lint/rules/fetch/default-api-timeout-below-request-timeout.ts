import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { alsoAt, report, rule } from '../kit/rule'
import { numberOf, shown, writtenNumber } from '../kit/settings'

const API = 'default.api.timeout.ms'
const REQUEST = 'request.timeout.ms'

/** `KafkaAdminClient.configureDefaultApiTimeoutMs` throws; the consumer's calls just end early (KIP-266). */
export const defaultApiTimeoutBelowRequestTimeout = rule({
  id: 'default-api-timeout-below-request-timeout',
  severity: 'warning',
  stage: 'conflict',
  roles: ['consumer', 'admin', 'client', 'streams'],
  keys: [API],
  check(context) {
    const api = writtenNumber(context, API)
    const request = numberOf(context, REQUEST)
    if (api === null || request === null || api.value >= request.value) return null
    const admin = context.block.role === 'admin'
    const id = 'lint.default-api-timeout-below-request-timeout'
    const message = text(admin ? `${id}.admin` : id, shown(context, api), shown(context, request))
    return alsoAt(
      context,
      report(api.entry, message, [toSet(context, api.entry, request.value)], admin ? 'error' : 'warning'),
      request.entry,
    )
  },
})
