import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { elementsOf, written } from '../kit/settings'

const ENABLED = 'ssl.enabled.protocols'
const weak = /^(?:TLSv1(?:\.[01])?|SSLv[23])$/i

/** RFC 8996 and RFC 7568 forbid them; Kafka enables none of them by default since 2.6 (KIP-573). */
export const weakTlsProtocol = rule({
  id: 'weak-tls-protocol',
  severity: 'warning',
  roles: [...clients, 'broker'],
  keys: [ENABLED, 'ssl.protocol'],
  checkKey(context, key, entry) {
    const all = elementsOf(written(context, key)?.text ?? '')
    const broken = all.find((one) => weak.test(one))
    if (broken === undefined) return null
    const strong = all.filter((one) => !weak.test(one))
    const instead = key === ENABLED ? strong.join(',') || 'TLSv1.2,TLSv1.3' : 'TLSv1.3'
    return report(entry, text('lint.weak-tls-protocol', key, broken), [toSet(context, entry, instead)])
  },
})
