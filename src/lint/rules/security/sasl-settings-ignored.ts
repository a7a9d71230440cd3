import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { PROTOCOL, uselessFor } from './protocol'

const keys = ['sasl.mechanism', 'sasl.mechanisms', 'sasl.jaas.config']

/** `ChannelBuilders` logs in only for a protocol with SASL in it. */
export const saslSettingsIgnored = rule({
  id: 'sasl-settings-ignored',
  severity: 'warning',
  tag: 'unnecessary',
  roles: clients,
  keys,
  check(context) {
    const entry = keys.map((key) => context.explicit(key)).find((found) => found !== null) ?? null
    const protocol = entry === null ? null : uselessFor(context, 'SASL')
    if (entry === null || protocol === null) return null
    return report(entry, text('lint.sasl-settings-ignored', entry.key, protocol), [
      toHave(context, PROTOCOL, context.explicit(PROTOCOL), entry, 'SASL_SSL'),
    ])
  },
})
