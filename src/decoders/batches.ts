import { Bytes } from './bytes'
import { crc32, crc32c } from './checksum'
import { unreadable } from './unreadable'

/** One batch of a log (magic 2), or one message (magic 0 and 1) that may hold further ones. */
export interface Batch {
  readonly magic: 0 | 1 | 2
  /** First offset it covers, also where compaction took the record; of a message its own, or its last one's. */
  readonly base: bigint
  readonly last: bigint
  /** Number of the codec: see `decompress`. */
  readonly codec: number
  readonly timestampType: 'create' | 'append'
  /** Epoch ms; -1 = none. */
  readonly baseTimestamp: bigint
  readonly maxTimestamp: bigint
  readonly transactional: boolean
  readonly control: boolean
  readonly producerId: bigint
  /** How many records it holds; of a message 1. */
  readonly count: number
  /** Magic 2: the records, compressed. Magic 0 and 1: key and value. */
  readonly payload: Uint8Array
  /** False: something changed its bytes since they were written. */
  readonly whole: boolean
}

/** Of the offset and the size, which stand before every batch. */
const prefix = 12

/** From the leader epoch up to the records. */
const header = 49

/**
 * The batches in the answer to a Fetch (`org.apache.kafka.common.record.DefaultRecordBatch` and `LegacyRecord`). The
 * broker cuts the last one off where its limit is: a batch that is not all there is left out. Read one by one, as far
 * as somebody wants them.
 * @throws LaglineError with code `unreadable` where there is something else than batches
 */
export function* readBatches(bytes: Uint8Array): Generator<Batch, void> {
  const from = new Bytes(bytes)
  while (from.left > prefix) {
    const offset = from.int64()
    const size = from.int32()
    if (size < 1 || offset < 0n) throw unreadable('error.unreadable.batch')
    if (size > from.left) break
    yield readBatch(offset, from.take(size))
  }
}

function readBatch(offset: bigint, bytes: Uint8Array): Batch {
  const magic = bytes[4]
  if (magic === 0 || magic === 1) return readMessage(offset, bytes, magic)
  if (magic !== 2) throw unreadable('error.unreadable.magic', magic ?? -1)
  if (bytes.length < header) throw unreadable('error.unreadable.batch')
  const from = new Bytes(bytes)
  from.int32() // leader epoch
  from.int8() // magic
  const crc = from.uint32()
  const whole = crc === crc32c(bytes.subarray(9))
  const attributes = from.int16()
  const lastDelta = from.int32()
  const baseTimestamp = from.int64()
  const maxTimestamp = from.int64()
  const producerId = from.int64()
  from.int16() // producer epoch
  from.int32() // sequence
  const count = from.int32()
  if (lastDelta < 0 || count < 0) throw unreadable('error.unreadable.batch')
  return {
    magic,
    base: offset,
    last: offset + BigInt(lastDelta),
    codec: attributes & 0x07,
    timestampType: attributes & 0x08 ? 'append' : 'create',
    baseTimestamp,
    maxTimestamp,
    transactional: (attributes & 0x10) !== 0,
    control: (attributes & 0x20) !== 0,
    producerId,
    count,
    payload: from.rest(),
    whole,
  }
}

function readMessage(offset: bigint, bytes: Uint8Array, magic: 0 | 1): Batch {
  const from = new Bytes(bytes)
  const crc = from.uint32()
  const whole = crc === crc32(bytes.subarray(4))
  from.int8() // magic
  const attributes = from.int8()
  const timestamp = magic === 1 ? from.int64() : -1n
  return {
    magic,
    base: offset,
    last: offset,
    codec: attributes & 0x07,
    timestampType: magic === 1 && attributes & 0x08 ? 'append' : 'create',
    baseTimestamp: timestamp,
    maxTimestamp: timestamp,
    transactional: false,
    control: false,
    producerId: -1n,
    count: 1,
    payload: from.rest(),
    whole,
  }
}
