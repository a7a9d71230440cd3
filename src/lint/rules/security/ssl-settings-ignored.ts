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
  lines: isStore,
  check(context) {
    const protocol = uselessFor(context, 'SSL')
    const entry = protocol === null ? undefined : context.block.entries.find(({ key }) => isStore(key))
    if (entry === undefined || protocol === null) return null
    const secure = protocol.startsWith('SASL') ? 'SASL_SSL' : 'SSL'
    return report(entry, text('lint.ssl-settings-ignored', entry.key, protocol), [
      toHave(context, PROTOCOL, context.explicit(PROTOCOL), entry, secure),
    ])
  },
})

function isStore(key: string): boolean {
  return key.startsWith('ssl.truststore.') || key.startsWith('ssl.keystore.')
}
