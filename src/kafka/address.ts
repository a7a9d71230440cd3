import { errorText, laglineError } from '../model/errors'

/** Where a broker listens. */
export interface Address {
  /** Name or IP; an IPv6 address without brackets. */
  readonly host: string
  readonly port: number
}

/** As a person writes it, and the key by which connections are shared. */
export function addressText({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

/**
 * Reads one bootstrap server, `host:port` or `[IPv6]:port`.
 * @throws LaglineError with code `badAddress`
 */
export function parseAddress(text: string): Address {
  const trimmed = text.trim()
  const parts = /^(?:\[([0-9A-Fa-f:.]+(?:%[\w.-]+)?)\]|([^\s:/[\]@,]+)):(\d*)$/.exec(trimmed)
  const host = parts?.[1] ?? parts?.[2]
  if (host === undefined) {
    // A name alone is the commonest slip; what is missing there is the port.
    const noPort = /^[^\s:/[\]@,]+$/.test(trimmed) || /^[^\s:/[\]@,]+:[^\s:/,]*$/.test(trimmed)
    throw laglineError('badAddress', errorText(noPort ? 'error.badAddress.port' : 'error.badAddress', text))
  }
  const port = Number(parts?.[3])
  if (port < 1 || port > 65_535) throw laglineError('badAddress', errorText('error.badAddress.port', text))
  return { host, port }
}

/**
 * Reads all bootstrap servers; one named twice comes once.
 * @throws LaglineError with code `badAddress`, also where there is none
 */
export function parseAddresses(texts: readonly string[]): Address[] {
  if (texts.length === 0) throw laglineError('badAddress', errorText('error.badAddress.none'))
  const byText = new Map<string, Address>()
  for (const address of texts.map(parseAddress)) byText.set(addressText(address), address)
  return [...byText.values()]
}
