import { text } from '../../texts'
import { report, rule } from '../kit/rule'
import { isLiteral } from '../kit/settings'
import { hasLiteralPassword, isJaasKey } from './jaas'

/** Kafka's, schema registries' and, for what a reader leaves as it is, frameworks' names. */
const passwordKey =
  /(?:^|\.)(?:sasl\.password|ssl\.(?:key|keystore|truststore)\.password|ssl\.(?:key|key-store|trust-store)-password|jaas\.options\.password|basic\.auth\.user\.info)$/

/** Configuration providers (KIP-297, KIP-421) read a secret when the client starts. */
export const plaintextCredentials = rule({
  id: 'plaintext-credentials',
  severity: 'warning',
  stage: 'beside',
  roles: null,
  lines: (key) => isJaasKey(key) || passwordKey.test(key),
  checkLine(_context, entry) {
    const { key, value } = entry
    if (value === null || value === '') return null
    const isSecret = isJaasKey(key) ? hasLiteralPassword(value) : isLiteral(entry)
    return isSecret && report(entry, text('lint.plaintext-credentials', key))
  },
})
