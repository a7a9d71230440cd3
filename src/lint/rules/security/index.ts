import type { Rule } from '../../rule'
import { hostnameVerificationDisabled } from './hostname-verification-disabled'
import { plaintextCredentials } from './plaintext-credentials'
import { plaintextRemote } from './plaintext-remote'
import { saslJaasMechanismMismatch } from './sasl-jaas-mechanism-mismatch'
import { saslJaasMissingSemicolon } from './sasl-jaas-missing-semicolon'
import { saslOverPlaintext } from './sasl-over-plaintext'
import { saslSettingsIgnored } from './sasl-settings-ignored'
import { sslSettingsIgnored } from './ssl-settings-ignored'
import { tlsVerificationDisabled } from './tls-verification-disabled'
import { weakTlsProtocol } from './weak-tls-protocol'

/** Security. */
export const securityRules: readonly Rule[] = [
  saslJaasMissingSemicolon,
  saslJaasMechanismMismatch,
  saslOverPlaintext,
  saslSettingsIgnored,
  sslSettingsIgnored,
  hostnameVerificationDisabled,
  tlsVerificationDisabled,
  weakTlsProtocol,
  plaintextRemote,
  plaintextCredentials,
]
