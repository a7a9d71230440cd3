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
const hint = /verif|unauthorized|host[._-]?name/i

/** librdkafka, kafkajs, kafka-python and Go's TLS each have a switch for it. */
export const tlsVerificationDisabled = rule({
  id: 'tls-verification-disabled',
  severity: 'warning',
  roles: null,
  keys: null,
  check: (context) =>
    context.block.entries
      .filter(({ key }) => hint.test(key))
      .flatMap((entry) => {
        const name = entry.key.replace(/[._-]/g, '').toLowerCase()
        const found = switches.find(([known]) => name.endsWith(known))
        if (found === undefined || entry.value?.toLowerCase() !== found[1]) return []
        return [
          report(entry, text('lint.tls-verification-disabled', entry.key, entry.value), [
            toSet(context, entry, found[2]),
          ]),
        ]
      }),
})
