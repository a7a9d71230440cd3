import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { isLocal } from '../kit/hosts'
import { clients, report, rule } from '../kit/rule'
import { PROTOCOL, protocolOf, SERVERS, serverThat } from './protocol'

/** PLAIN sends the password itself; SCRAM what it can be guessed from. */
export const saslOverPlaintext = rule({
  id: 'sasl-over-plaintext',
  severity: 'warning',
  roles: clients,
  keys: [PROTOCOL, SERVERS],
  check(context) {
    const entry = context.explicit(PROTOCOL)
    if (entry === null || protocolOf(context) !== 'SASL_PLAINTEXT') return null
    const host = serverThat(context, (one) => !isLocal(one))
    if (host === null) return null
    const small = entry.value === entry.value?.toLowerCase()
    return report(entry, text('lint.sasl-over-plaintext', host), [
      toSet(context, entry, small ? 'sasl_ssl' : 'SASL_SSL'),
    ])
  },
})
