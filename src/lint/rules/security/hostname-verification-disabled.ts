import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'

const ALGORITHM = 'ssl.endpoint.identification.algorithm'

/** Empty in Java, `none` in librdkafka; on by default since 2.0 (KIP-294). */
export const hostnameVerificationDisabled = rule({
  id: 'hostname-verification-disabled',
  severity: 'warning',
  roles: [...clients, 'broker'],
  keys: [ALGORITHM],
  check(context) {
    const entry = context.explicit(ALGORITHM)
    const off = context.block.dialect === 'librdkafka' ? 'none' : ''
    if (entry?.value?.toLowerCase() !== off) return null
    return report(entry, text('lint.hostname-verification-disabled'), [toSet(context, entry, 'https')])
  },
})
