import type { FetchedLog, LogEntry, LogSource } from '../model/records'
import type { TopicPartition } from '../model/topics'
import { readEntries } from './entries'
import { unreadable } from './unreadable'

/** Of the first fetch, and of those after it, bytes. One batch always comes whole, whatever its size. */
const firstFetch = 256 * 1024
const furtherFetch = 1024 * 1024

/** How far somebody wants to read: so many records, and nothing from an offset on. What comes in one batch may be more. */
export interface Stop {
  readonly records: number
  readonly before: bigint | null
}

/**
 * Goes through one log from an offset on: up to the last stable offset with the fate of each transaction, and on to
 * the high watermark without.
 */
export class LogCursor {
  /** The next offset to read. */
  next: bigint
  start: bigint | null = null
  end = 0n
  stable = 0n
  private readonly source: LogSource
  private readonly at: TopicPartition
  private isolation: 'committed' | 'all' = 'committed'
  private maxBytes = firstFetch

  constructor(source: LogSource, at: TopicPartition, from: bigint) {
    this.source = source
    this.at = at
    this.next = from
  }

  /**
   * What the next fetch brings; nothing where the log has no more.
   * @throws LaglineError
   */
  async more(stop: Stop, signal: AbortSignal): Promise<LogEntry[]> {
    const entries = this.entriesOf(await this.fetch(signal), stop)
    if (entries.length > 0) return entries
    if (this.isolation === 'all' || this.next >= this.end) return []
    // Nothing more is stable: what follows belongs to transactions that are still open, or waits behind one.
    this.isolation = 'all'
    return this.entriesOf(await this.fetch(signal), stop)
  }

  private async fetch(signal: AbortSignal): Promise<FetchedLog> {
    const limits = { maxBytes: this.maxBytes, isolation: this.isolation }
    const fetched = await this.source.fetch({ ...this.at, offset: this.next }, limits, signal)
    this.maxBytes = furtherFetch
    this.start = fetched.start
    this.end = fetched.end
    // Asked for everything, a broker calls the high watermark stable.
    if (this.isolation === 'committed') this.stable = fetched.stable
    return fetched
  }

  private entriesOf({ bytes, aborted }: FetchedLog, stop: Stop): LogEntry[] {
    const transactions = this.isolation === 'committed' ? { aborted } : 'undecided'
    const entries: LogEntry[] = []
    let batches = 0
    let records = 0
    for (const { last, entries: found } of readEntries(bytes, transactions)) {
      batches += 1
      for (const entry of found) {
        const from = entry.kind === 'unreadable' ? entry.from : entry.offset
        const to = entry.kind === 'unreadable' ? entry.to : entry.offset
        if (to < this.next) continue
        this.gapUpTo(from, entries)
        entries.push(entry)
        if (entry.kind !== 'marker') records += 1
        this.next = to + 1n
      }
      this.gapUpTo(last + 1n, entries)
      if (records >= stop.records || (stop.before !== null && this.next >= stop.before)) break
    }
    if (batches === 0 && bytes.length > 0) throw unreadable('error.unreadable.batch')
    return entries
  }

  private gapUpTo(offset: bigint, entries: LogEntry[]): void {
    if (offset <= this.next) return
    const last = entries.at(-1)
    if (last?.kind === 'gap') entries[entries.length - 1] = { ...last, to: offset - 1n }
    else entries.push({ kind: 'gap', from: this.next, to: offset - 1n })
    this.next = offset
  }
}
