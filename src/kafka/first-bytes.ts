/** What the first bytes from the other side look like. */
export type Greeting = 'kafka' | 'http' | 'tls' | 'other'

/** The first answer of a broker lists its requests: a few hundred bytes to some kilobytes. */
const largestFirstAnswer = 1 << 20

/**
 * Judges the first bytes that arrive on a new connection; null while they are too few. A Kafka answer begins with its
 * length (int32), which for text or a TLS alert would be hundreds of megabytes, and the client would wait for them.
 */
export function greetingOf(bytes: Uint8Array): Greeting | null {
  if (bytes.length < 4) return null
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, 4)
  if (start.toString('latin1') === 'HTTP') return 'http'
  // A TLS record: alert (21) or handshake (22), then version 3.x.
  if ((start[0] === 21 || start[0] === 22) && start[1] === 3) return 'tls'
  const length = start.readInt32BE(0)
  return length >= 4 && length <= largestFirstAnswer ? 'kafka' : 'other'
}
