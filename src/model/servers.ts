/** What librdkafka and kafka-python take where an address has no port; Java's clients refuse it. */
const USUAL_PORT = 9092
const loopback = /^(?:127(?:\.\d{1,3}){3}|::1)$/

/**
 * An address of a broker in one form, `host:port`, so that two can be compared: without a scheme, in small letters,
 * this machine always as `localhost`, an IPv6 address in brackets. Null where it is no address.
 */
export function serverKey(written: string): string | null {
  const bare = written.trim().replace(/^[a-z][\w+.-]*:\/\//i, '')
  const parts = /^(?:\[([\da-f:.]+(?:%[\w.-]+)?)\]|([^\s:/@,[\]]+))(?::(\d{1,5}))?$/i.exec(bare)
  const host = (parts?.[1] ?? parts?.[2])?.toLowerCase()
  const port = parts?.[3] === undefined ? USUAL_PORT : Number(parts[3])
  if (host === undefined || port < 1 || port > 65_535) return null
  if (loopback.test(host)) return `localhost:${port}`
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
