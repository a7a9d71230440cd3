import { hasPlaceholder } from '../../placeholder'

const JAAS = 'sasl.jaas.config'
const LISTENER_JAAS = `.${JAAS}`
const passwordForm = /\bpassword\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s;"']+))/
const moduleForm = /^\s*([\w.$]+)\s/

/** Also that of one listener of a broker, `listener.name.x.plain.sasl.jaas.config`. */
export function isJaasKey(key: string): boolean {
  return key.endsWith(JAAS) && (key.length === JAAS.length || key.endsWith(LISTENER_JAAS))
}

/** Whether a password stands in it, and not only where to find one. */
export function hasLiteralPassword(value: string): boolean {
  const match = passwordForm.exec(value)
  const password = match?.[1] ?? match?.[2] ?? match?.[3] ?? ''
  return password !== '' && !hasPlaceholder(password)
}

/** Simple name of the login module; null where it cannot be told. */
export function moduleOf(value: string): string | null {
  const name = moduleForm.exec(value)?.[1]
  return name === undefined ? null : name.slice(name.lastIndexOf('.') + 1)
}
