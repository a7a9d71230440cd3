import { formatKafkaVersion, type KafkaVersion } from '../../catalogue/versions'
import { text } from '../../texts'
import { liveSetting } from '../kit/cluster'
import { toSet } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { elementsOf, written } from '../kit/settings'

const PROTOCOL = 'group.protocol'
const EARLY_ACCESS: KafkaVersion = 3007
const PRODUCTION: KafkaVersion = 4000

/** KIP-848: early access in 3.7, ready in 4.0, and to be switched off on a broker. */
export const groupProtocolUnsupported = rule({
  id: 'group-protocol-unsupported',
  severity: 'error',
  roles: consumers,
  keys: [PROTOCOL],
  check(context) {
    const protocol = written(context, PROTOCOL)
    if (protocol?.text.toLowerCase() !== 'consumer') return null
    const fixes = [toSet(context, protocol.entry, 'classic')]
    const live = liveSetting(context, 'group.coordinator.rebalance.protocols') ?? null
    if (live !== null && !elementsOf(live.toLowerCase()).includes('consumer'))
      return {
        ...report(protocol.entry, text('lint.group-protocol-unsupported.cluster', live), fixes, 'error'),
        live: true,
      }
    const { version } = context
    if (version >= PRODUCTION) return null
    const release = formatKafkaVersion(version)
    return version < EARLY_ACCESS
      ? report(protocol.entry, text('lint.group-protocol-unsupported.unknown', release), fixes, 'error')
      : report(protocol.entry, text('lint.group-protocol-unsupported.early', release), fixes, 'warning')
  },
})
