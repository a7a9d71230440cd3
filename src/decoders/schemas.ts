/** A value read by the schema that it was written with. */
export interface ReadBySchema {
  readonly kind: 'avro' | 'protobuf' | 'jsonSchema'
  readonly id: number
  /** Of the record or message; empty where it has none. */
  readonly name: string
  /** JSON, a line for each field. */
  readonly text: string
}

/** Reads what carries the id of a schema. */
export interface SchemaReader {
  /** @throws LaglineError with code `registry`, `unreadable` or `cancelled` */
  read(bytes: Uint8Array, signal: AbortSignal): Promise<ReadBySchema>
}

/** What stands before a value that was written with a schema: a zero byte, then the schema's id. */
export const schemaPrefix = 5

/** The id that bytes begin with as the serializers of Confluent's schema registry write it; null where they do not. */
export function schemaIdOf(bytes: Uint8Array): number | null {
  if (bytes.length < schemaPrefix || bytes[0] !== 0) return null
  return Buffer.from(bytes.buffer, bytes.byteOffset, schemaPrefix).readUInt32BE(1)
}
