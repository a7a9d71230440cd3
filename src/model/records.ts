import type { Text } from './text'

/** Where in the log of one partition. */
export interface LogPlace {
  readonly topic: string
  readonly partition: number
  readonly offset: bigint
}

/**
 * How much to fetch, and what of it. `committed`: up to the last stable offset, with the transactions that were
 * aborted in it; `all`: up to the high watermark, and nothing is told about transactions.
 */
export interface FetchLimits {
  /** The first batch comes whole, whatever its size (KIP-74). */
  readonly maxBytes: number
  /** Of each log, bytes, where several are read at once; absent = `maxBytes`. What does not fit comes as nothing. */
  readonly eachAtMost?: number
  readonly isolation: 'committed' | 'all'
}

/** Bytes of a log as the leader keeps them, from the batch that holds the offset asked for. */
export interface FetchedLog {
  /** Log start offset; null where the broker is too old to tell. */
  readonly start: bigint | null
  /** High watermark. */
  readonly end: bigint
  /** Last stable offset: the first of a transaction that is still open, else the high watermark. */
  readonly stable: bigint
  readonly aborted: readonly AbortedTransaction[]
  /** Record batches; the last one may be cut off. Empty where the log has nothing from there on. */
  readonly bytes: Uint8Array
}

/** What a producer wrote from `first` on, up to its next abort marker, is not for consumers that read committed. */
export interface AbortedTransaction {
  readonly producerId: bigint
  readonly first: bigint
}

export interface RecordHeader {
  readonly key: string
  readonly value: Uint8Array | null
}

/**
 * What became of the transaction a record belongs to. `open`: not decided yet, or after a transaction that is not, so
 * that consumers that read committed do not get it yet.
 */
export type TransactionFate = 'none' | 'committed' | 'aborted' | 'open'

export interface LogRecord {
  readonly kind: 'record'
  readonly offset: bigint
  /** Epoch ms; null where the record's format has none. */
  readonly timestamp: number | null
  /** Set by the producer, or by the broker when it appended the record. */
  readonly timestampType: 'create' | 'append'
  readonly key: Uint8Array | null
  /** Null = a tombstone. */
  readonly value: Uint8Array | null
  readonly headers: readonly RecordHeader[]
  readonly transaction: TransactionFate
}

/** A control record: it ends a transaction, or is the brokers' own. Consumers skip it. */
export interface LogMarker {
  readonly kind: 'marker'
  readonly offset: bigint
  readonly timestamp: number | null
  readonly marker: 'commit' | 'abort' | 'other'
  readonly producerId: bigint
}

/** Offsets that no record has any more: compaction took them. Both ends are included. */
export interface LogGap {
  readonly kind: 'gap'
  readonly from: bigint
  readonly to: bigint
}

/** Offsets whose records cannot be read, and why. Both ends are included. */
export interface UnreadableBatch {
  readonly kind: 'unreadable'
  readonly from: bigint
  readonly to: bigint
  readonly reason: Text
}

/** What stands in a log, in the order of its offsets. */
export type LogEntry = LogRecord | LogMarker | LogGap | UnreadableBatch

/** What reading a log needs of a cluster. Every call rejects with a `LaglineError`. */
export interface LogSource {
  /** One request. Rejects with `outOfRange` where the log does not reach there. */
  fetch(place: LogPlace, limits: FetchLimits, signal: AbortSignal): Promise<FetchedLog>
  /** Where the log begins or ends now; one request. */
  endOf(
    place: Pick<LogPlace, 'topic' | 'partition'>,
    at: 'earliest' | 'latest',
    signal: AbortSignal,
  ): Promise<bigint>
}
