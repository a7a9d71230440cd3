import { isLaglineError } from '../model/errors'
import type {
  AbortedTransaction,
  LogEntry,
  LogMarker,
  LogRecord,
  RecordHeader,
  TransactionFate,
  UnreadableBatch,
} from '../model/records'
import { readBatches, type Batch } from './batches'
import { Bytes } from './bytes'
import { decompress } from './codecs'
import { unreadable } from './unreadable'

/** One batch, read as far as it can be. */
export interface ReadBatch {
  readonly last: bigint
  /** Sorted; gaps are not in it. */
  readonly entries: readonly Exclude<LogEntry, { kind: 'gap' }>[]
}

/** How the fate of transactions is known: by those that were aborted, or not at all yet. */
export type Transactions = { readonly aborted: readonly AbortedTransaction[] } | 'undecided'

/**
 * The batches of fetched bytes with their records, one by one. A batch that cannot be read is an entry that says so; the rest
 * stands.
 * @throws LaglineError with code `unreadable` where there is something else than batches
 */
export function* readEntries(bytes: Uint8Array, transactions: Transactions): Generator<ReadBatch, void> {
  const fates = new Fates(transactions)
  for (const batch of readBatches(bytes)) {
    const fate = fates.of(batch)
    const entries = readable(batch, () =>
      batch.magic === 2 ? recordsOf(batch, fate) : messagesOf(batch, batch.magic),
    )
    yield { last: batch.last, entries }
  }
}

/** Follows the producers whose transactions were aborted (as the Java client's `CompletedFetch` does). */
class Fates {
  private readonly ahead: AbortedTransaction[]
  private readonly aborting = new Set<bigint>()
  private readonly decided: boolean

  constructor(transactions: Transactions) {
    this.decided = transactions !== 'undecided'
    const aborted = transactions === 'undecided' ? [] : transactions.aborted
    this.ahead = [...aborted].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
  }

  of(batch: Batch): TransactionFate {
    for (let next = this.ahead[0]; next !== undefined && next.first <= batch.last; next = this.ahead[0]) {
      this.aborting.add(next.producerId)
      this.ahead.shift()
    }
    if (!batch.transactional) return 'none'
    if (!this.decided) return 'open'
    const aborted = this.aborting.has(batch.producerId)
    // A marker ends it: what this producer writes next is another transaction.
    if (batch.control) this.aborting.delete(batch.producerId)
    return aborted ? 'aborted' : 'committed'
  }
}

function readable(batch: Batch, read: () => (LogRecord | LogMarker)[]): ReadBatch['entries'] {
  try {
    if (!batch.whole) throw unreadable('error.unreadable.checksum')
    return read()
  } catch (error) {
    if (!isLaglineError(error)) throw error
    const entry: UnreadableBatch = {
      kind: 'unreadable',
      from: batch.base,
      to: batch.last,
      reason: error.text,
    }
    return [entry]
  }
}

function recordsOf(batch: Batch, fate: TransactionFate): (LogRecord | LogMarker)[] {
  const from = new Bytes(decompress(batch.codec, batch.payload))
  const found: (LogRecord | LogMarker)[] = []
  let before = batch.base - 1n
  for (let left = batch.count; left > 0; left--) {
    const length = from.length()
    const record = recordOf(batch, new Bytes(from.take(Math.max(0, length))), fate)
    // Offsets only grow, and inside their batch: anything else would show records where they are not.
    if (record.offset <= before || record.offset > batch.last) throw unreadable('error.unreadable.batch')
    before = record.offset
    found.push(record)
  }
  return found
}

function recordOf(batch: Batch, from: Bytes, transaction: TransactionFate): LogRecord | LogMarker {
  from.int8() // attributes, none in use
  const timestampDelta = from.varint()
  const offset = batch.base + from.varint()
  const key = nullable(from)
  const value = nullable(from)
  const headers: RecordHeader[] = []
  for (let left = from.length(); left > 0; left--)
    headers.push({ key: textOf(from.take(Math.max(0, from.length()))), value: nullable(from) })
  const timestamp =
    batch.timestampType === 'append' ? batch.maxTimestamp : batch.baseTimestamp + timestampDelta
  if (batch.control) return markerOf(offset, timestamp, key, batch.producerId)
  const { timestampType } = batch
  return {
    kind: 'record',
    offset,
    timestamp: moment(timestamp),
    timestampType,
    key,
    value,
    headers,
    transaction,
  }
}

/** `org.apache.kafka.common.record.ControlRecordType`. */
function markerOf(offset: bigint, timestamp: bigint, key: Uint8Array | null, producerId: bigint): LogMarker {
  const from = new Bytes(key ?? new Uint8Array(0))
  from.int16() // version
  const type = from.int16()
  const marker = type === 0 ? 'abort' : type === 1 ? 'commit' : 'other'
  return { kind: 'marker', offset, timestamp: moment(timestamp), marker, producerId }
}

/** A message, or those it holds compressed: their offsets count from 0 (magic 1) or are their own (magic 0). */
function messagesOf(batch: Batch, magic: 0 | 1): LogRecord[] {
  const from = new Bytes(batch.payload)
  const key = nullable32(from)
  const value = nullable32(from)
  if (batch.codec === 0) return [messageOf(batch, batch.base, batch.timestampType, key, value)]
  const inner = [...readBatches(decompress(batch.codec, value ?? new Uint8Array(0)))]
  const lastInner = inner.at(-1)?.base ?? 0n
  return inner.map((message) => {
    if (message.codec !== 0 || message.magic !== magic) throw unreadable('error.unreadable.batch')
    const offset = magic === 1 ? batch.base - lastInner + message.base : message.base
    const body = new Bytes(message.payload)
    const stamped = batch.timestampType === 'append' ? batch : message
    return messageOf(stamped, offset, batch.timestampType, nullable32(body), nullable32(body))
  })
}

function messageOf(
  { baseTimestamp }: Batch,
  offset: bigint,
  timestampType: 'create' | 'append',
  key: Uint8Array | null,
  value: Uint8Array | null,
): LogRecord {
  const timestamp = moment(baseTimestamp)
  return { kind: 'record', offset, timestamp, timestampType, key, value, headers: [], transaction: 'none' }
}

function nullable(from: Bytes): Uint8Array | null {
  const length = from.length()
  return length < 0 ? null : from.take(length)
}

function nullable32(from: Bytes): Uint8Array | null {
  const length = from.int32()
  return length < 0 ? null : from.take(length)
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

function moment(timestamp: bigint): number | null {
  return timestamp < 0n ? null : Number(timestamp)
}
