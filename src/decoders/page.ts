import { isLaglineError } from '../model/errors'
import type { LogEntry, LogSource } from '../model/records'
import type { TopicPartition } from '../model/topics'
import { LogCursor } from './cursor'
import { isTimeUp } from './time-up'

/** A stretch of one log. */
export interface RecordPage extends TopicPartition {
  /** First offset it covers. */
  readonly from: bigint
  /** The offset after the last one it covers. */
  readonly next: bigint
  readonly entries: readonly LogEntry[]
  /** Log start offset; null = not known. */
  readonly start: bigint | null
  /** High watermark. */
  readonly end: bigint
  /** Last stable offset. */
  readonly stable: bigint
  /** True: the time was up before all was read. */
  readonly late: boolean
}

/** So many fetches at most for one page: a log of nothing but markers and gaps has an end too. */
const mostFetches = 25

/** A log that has been compacted holds few of its offsets: how much wider each further look back is, and how many. */
const widening = 8n
const mostLooksBack = 4

/** Reads pages of one log. Every call rejects with a `LaglineError`. */
export class LogPages {
  private readonly source: LogSource
  private readonly at: TopicPartition

  constructor(source: LogSource, at: TopicPartition) {
    this.source = source
    this.at = at
  }

  /** At most `count` records from `from` on; where the log begins later, or ends before, from there. */
  async forward(from: bigint, count: number, signal: AbortSignal): Promise<RecordPage> {
    return this.inside(from, signal, (first) => this.read(first, null, count, signal))
  }

  /** The last `count` records before `before`, as far back as the log goes. */
  async backward(before: bigint, count: number, signal: AbortSignal): Promise<RecordPage> {
    let width = BigInt(count)
    let known: RecordPage | null = null
    for (let looks = 1; ; looks++, width *= widening) {
      const from = before > width ? before - width : 0n
      try {
        const page = await this.inside(from, signal, (first) => this.read(first, before, Infinity, signal))
        const whole = page.next >= before || page.next >= page.end
        const enough = recordsIn(page.entries) >= count || looks === mostLooksBack
        // A wider look that was cut short lacks the records that are nearest.
        if (page.late && known !== null) return { ...known, late: true }
        if (!whole || enough || page.from > from || from === 0n) return lastOf(page, count)
        known = page
      } catch (error) {
        if (known === null || !isTimeUp(signal)) throw error
        return { ...known, late: true }
      }
    }
  }

  /** Reads from an offset, or from where the log begins or ends where that is outside. */
  private async inside(
    from: bigint,
    signal: AbortSignal,
    read: (from: bigint) => Promise<RecordPage>,
  ): Promise<RecordPage> {
    try {
      return await read(from)
    } catch (error) {
      if (!isLaglineError(error) || error.code !== 'outOfRange') throw error
      const start = await this.source.endOf(this.at, 'earliest', signal)
      if (from < start) return read(start)
      return read(await this.source.endOf(this.at, 'latest', signal))
    }
  }

  private async read(
    from: bigint,
    until: bigint | null,
    count: number,
    signal: AbortSignal,
  ): Promise<RecordPage> {
    const cursor = new LogCursor(this.source, this.at, from)
    const entries: LogEntry[] = []
    let late = false
    for (let fetches = 0; fetches < mostFetches; fetches++) {
      const stop = { records: count - recordsIn(entries), before: until }
      let more: readonly LogEntry[]
      try {
        more = await cursor.more(stop, signal)
      } catch (error) {
        if (fetches === 0 || !isTimeUp(signal)) throw error
        late = true
        break
      }
      entries.push(...more)
      if (more.length === 0 || recordsIn(entries) >= count || (until !== null && cursor.next >= until)) break
    }
    const cut = cutAt(entries, until, count)
    const reached = cut.length === entries.length ? cursor.next : endOf(cut.at(-1), from)
    const next = until !== null && reached > until ? until : reached
    const { start, end, stable } = cursor
    return { ...this.at, from, next, entries: cut, start, end, stable, late }
  }
}

export function recordsIn(entries: readonly LogEntry[]): number {
  return entries.reduce((sum, { kind }) => (kind === 'record' || kind === 'unreadable' ? sum + 1 : sum), 0)
}

/** The entries before `until`, up to the last of `count` records; a gap may be cut in two. */
function cutAt(entries: readonly LogEntry[], until: bigint | null, count: number): LogEntry[] {
  const cut: LogEntry[] = []
  let records = 0
  for (const entry of entries) {
    if (until !== null && startOf(entry) >= until) break
    if (records === count) break
    if (until !== null && entry.kind === 'gap' && entry.to >= until) cut.push({ ...entry, to: until - 1n })
    else cut.push(entry)
    records += recordsIn([entry])
  }
  return cut
}

/** The end of a page, with its last `count` records and what stands between them. */
function lastOf(page: RecordPage, count: number): RecordPage {
  const over = recordsIn(page.entries) - count
  if (over <= 0) return page
  let left = over
  const first = page.entries.findIndex((entry) => {
    if (left === 0) return true
    left -= recordsIn([entry])
    return false
  })
  const entries = page.entries.slice(first)
  const [head] = entries
  return head === undefined ? page : { ...page, entries, from: startOf(head) }
}

export function startOf(entry: LogEntry): bigint {
  return entry.kind === 'record' || entry.kind === 'marker' ? entry.offset : entry.from
}

function endOf(entry: LogEntry | undefined, from: bigint): bigint {
  if (entry === undefined) return from
  return (entry.kind === 'record' || entry.kind === 'marker' ? entry.offset : entry.to) + 1n
}
