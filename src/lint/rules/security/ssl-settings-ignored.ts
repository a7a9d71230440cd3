import type { RuleContext } from '../../rule'
import type { Entry } from '../../document'
import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { PROTOCOL, uselessFor } from './protocol'

/** On brokers the protocol is the listener's; a client has one. */
export const sslSettingsIgnored = rule({
  id: 'ssl-settings-ignored',
  severity: 'info',
  tag: 'unnecessary',
  roles: clients,
  keys: null,
  check(context) {
    const entry = firstStore(context)
    const protocol = entry === null ? null : uselessFor(context, 'SSL')
    if (entry === null || protocol === null) return null
    const secure = protocol.startsWith('SASL') ? 'SASL_SSL' : 'SSL'
    return report(entry, text('lint.ssl-settings-ignored', entry.key, protocol), [
      toHave(context, PROTOCOL, context.explicit(PROTOCOL), entry, secure),
    ])
  },
})

function firstStore({ block }: RuleContext): Entry | null {
  return (
    block.entries.find(({ key }) => key.startsWith('ssl.truststore.') || key.startsWith('ssl.keystore.')) ??
    null
  )
}
