import { text } from '../../texts'
import { report, rule } from '../kit/rule'
import { isLiteral } from '../kit/settings'
import { hasLiteralPassword, isJaasKey } from './jaas'

const hint = /pass|jaas|user[.-]?info/i
/** Kafka's, schema registries' and, for what a reader leaves as it is, frameworks' names. */
const passwordKey =
  /(?:^|\.)(?:sasl\.password|ssl\.(?:key|keystore|truststore)\.password|ssl\.(?:key|key-store|trust-store)-password|jaas\.options\.password|basic\.auth\.user\.info)$/

/** Configuration providers (KIP-297, KIP-421) read a secret when the client starts. */
export const plaintextCredentials = rule({
  id: 'plaintext-credentials',
  severity: 'warning',
  stage: 'beside',
  roles: null,
  keys: null,
  check: ({ block }) =>
    block.entries
      .filter((entry) => {
        if (!hint.test(entry.key) || entry.value === null || entry.value === '') return false
        if (isJaasKey(entry.key)) return hasLiteralPassword(entry.value)
        return passwordKey.test(entry.key) && isLiteral(entry)
      })
      .map((entry) => report(entry, text('lint.plaintext-credentials', entry.key))),
})
