import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** How clients call it, without case and separators, and the value that switches the check off. */
const switches: readonly (readonly [name: string, off: string, on: string])[] = [
  ['enablesslcertificateverification', 'false', 'true'],
  ['rejectunauthorized', 'false', 'true'],
  ['sslcheckhostname', 'false', 'true'],
  ['insecureskipverify', 'true', 'false'],
]

/** librdkafka, kafkajs, kafka-python and Go's TLS each have a switch for it. */
export const tlsVerificationDisabled = rule({
  id: 'tls-verification-disabled',
  severity: 'warning',
  roles: null,
  lines: (key) => switchOf(key) !== undefined,
  checkLine(context, entry) {
    const { key, value } = entry
    const [, off = '', on = ''] = switchOf(key) ?? []
    if (value?.toLowerCase() !== off) return null
    return report(entry, text('lint.tls-verification-disabled', key, value), [toSet(context, entry, on)])
  },
})

function switchOf(key: string): (typeof switches)[number] | undefined {
  const name = key.replace(/[._-]/g, '').toLowerCase()
  return switches.find(([known]) => name.endsWith(known))
}
