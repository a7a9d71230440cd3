/** What stands in the log in place of a secret. */
const HIDDEN = '[redacted]'

/** `name = value` and `"name": "value"` of settings that hold secrets, by Kafka's and by our names. */
const SECRET_SETTING =
  /((?:password|passphrase|secret|token|jaas\.config|api[._-]?key|private[._-]?key)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&]+)/gi
/** `user:password@` in an address. */
const USER_INFO = /(\/\/[^\s/:@]+:)[^\s/@]+@/g
const PEM_BLOCK = /-----BEGIN ([A-Z ]*KEY)-----[\s\S]*?(-----END \1-----|$)/g

/** The same line without what looks like a secret. `known`: secrets this process holds, whatever they look like. */
export function redact(line: string, known: Iterable<string> = []): string {
  let safe = line
    .replace(PEM_BLOCK, HIDDEN)
    .replace(SECRET_SETTING, `$1${HIDDEN}`)
    .replace(USER_INFO, `$1${HIDDEN}@`)
  for (const secret of known) if (secret.length > 3) safe = safe.replaceAll(secret, HIDDEN)
  return safe
}
