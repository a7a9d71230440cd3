import { X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { errorText } from '../model/errors'
import type { Text } from '../model/text'
import type { TlsFiles } from './http'

/** Codes of OpenSSL and Node for a certificate whose signer nobody here knows. */
const untrusted = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
])
/** A server that wants to know who we are says so by an alert, or just hangs up. */
const wantsCertificate =
  /^(ERR_SSL_\w*ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|CERTIFICATE_UNKNOWN)|ECONNRESET|EPIPE)$/

/** Why a registry's TLS failed; null where it is something else. */
export function tlsProblem(url: string, error: unknown): Text | null {
  const code = codeOf(error)
  if (untrusted.has(code)) return errorText('error.registry.untrusted', url, code)
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return errorText('error.registry.otherName', url)
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return errorText('error.registry.expired', url, code)
  return url.startsWith('https:') && wantsCertificate.test(code)
    ? errorText('error.registry.certificate', url, code)
    : null
}

/** Why certificates and keys cannot be used, before anybody is asked; null = they can. */
export function filesProblem({ ca, certificate: cert, key, passphrase }: TlsFiles): Text | null {
  try {
    // Node takes any text for an authority and trusts nobody then.
    if (ca !== undefined) new X509Certificate(ca)
  } catch (error) {
    return errorText('error.registry.badPem', 'ca', reasonOf(error))
  }
  if (cert === undefined || key === undefined) return null
  try {
    createSecureContext({ cert, key, ...(passphrase === undefined ? {} : { passphrase }) })
    return null
  } catch (error) {
    return /BAD_DECRYPT|PASSPHRASE|INTERRUPTED/.test(codeOf(error))
      ? errorText('error.registry.passphrase')
      : errorText('error.registry.badPem', 'certificate, key', reasonOf(error))
  }
}

/** Node's code, where it gives one. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
