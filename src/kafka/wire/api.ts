import { Reader, WireError } from './reader'
import { Writer } from './writer'

/** One request of Kafka's protocol and its answer. */
export interface Api<Request, Response extends Answer> {
  /** As Kafka names it. */
  readonly name: string
  /** Its number in the protocol. */
  readonly key: number
  /** The versions spoken here, the preferred one first. */
  readonly versions: readonly number[]
  /** The Kafka release that first had the lowest of `versions`. */
  readonly since: string
  /** What follows the client id in the request: the header's tagged fields where the version is flexible, the body. */
  encode(version: number, body: Request): Uint8Array
  /**
   * Reads what follows the correlation id in the answer.
   * @throws WireError where the bytes are not such an answer
   */
  decode(version: number, bytes: Uint8Array): Response
}

/** What every answer may hold. */
export interface Answer {
  /** How long the broker asks us to wait before the next request (KIP-219), ms. */
  readonly throttleTimeMs?: number
}

/** What one file of this folder says about its request. */
interface Description<Request, Response extends Answer> {
  readonly name: string
  readonly key: number
  readonly versions: readonly number[]
  readonly since: string
  /** First version with compact types and tagged fields; null where none is. */
  readonly flexibleFrom: number | null
  write(to: Writer, version: number, body: Request): void
  read(from: Reader, version: number): Response
}

/** Makes an `Api` of its description: adds what all requests and answers have in common. */
export function api<Request, Response extends Answer>(
  description: Description<Request, Response>,
): Api<Request, Response> {
  const { name, key, versions, since, flexibleFrom } = description
  const flexible = (version: number): boolean => flexibleFrom !== null && version >= flexibleFrom
  return {
    name,
    key,
    versions,
    since,
    encode(version, body) {
      const writer = new Writer(flexible(version))
      writer.tags()
      description.write(writer, version, body)
      return writer.tags().done()
    },
    decode(version, bytes) {
      const reader = new Reader(bytes, flexible(version))
      reader.tags()
      const response = description.read(reader, version)
      reader.tags()
      if (reader.left > 0)
        throw new WireError(`${name} version ${version}: ${reader.left} bytes left after the answer`)
      return response
    },
  }
}
