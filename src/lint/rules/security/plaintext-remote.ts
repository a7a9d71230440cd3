import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { isPrivate } from '../kit/hosts'
import { clients, report, rule } from '../kit/rule'
import { PROTOCOL, protocolOf, SERVERS, serverThat } from './protocol'

/** Inside a private network many are content with it. */
export const plaintextRemote = rule({
  id: 'plaintext-remote',
  severity: 'hint',
  preset: 'strict',
  roles: clients,
  keys: [PROTOCOL, SERVERS],
  check(context) {
    const protocol = context.explicit(PROTOCOL)
    const entry = protocol ?? context.explicit(SERVERS)
    if (entry === null || protocolOf(context) !== 'PLAINTEXT') return null
    const host = serverThat(context, (one) => !isPrivate(one))
    if (host === null) return null
    return report(entry, text('lint.plaintext-remote', host), [
      toHave(context, PROTOCOL, protocol, entry, 'SSL'),
    ])
  },
})
