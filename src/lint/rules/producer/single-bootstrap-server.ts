import { text } from '../../texts'
import { hostsOf, isLocal } from '../kit/hosts'
import { clients, report, rule } from '../kit/rule'
import { elementsOf, written } from '../kit/settings'

const SERVERS = 'bootstrap.servers'

/** Any one of the addresses is enough to find the others, but one must be there. */
export const singleBootstrapServer = rule({
  id: 'single-bootstrap-server',
  severity: 'hint',
  preset: 'strict',
  roles: clients,
  keys: [SERVERS],
  check(context) {
    const servers = written(context, SERVERS)
    const [address, ...rest] = elementsOf(servers?.text ?? '')
    if (servers === null || address === undefined || rest.length > 0) return null
    if (hostsOf(address).some(isLocal)) return null
    return report(servers.entry, text('lint.single-bootstrap-server', address))
  },
})
