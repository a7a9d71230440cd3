import { assertNever } from '../model/assert'
import type { LogEntry, LogRecord } from '../model/records'
import type { Say, Text } from '../model/text'
import { headLines, type Looked } from './heading'
import type { SchemaReader } from './schemas'
import { say as text } from './texts'
import { decode, type Decoding } from './values'

/** How keys, and values and headers, are to be read. */
export interface DecodeAs {
  readonly key: Decoding
  readonly value: Decoding
}

/** A look into a log, as a text. */
export interface RecordsDocument {
  /** Ends in a line feed. */
  readonly text: string
  /** Where each record begins, by line from 0. */
  readonly records: readonly { readonly line: number; readonly offset: bigint }[]
}

/** Longer ones are cut, in characters: what a person reads, not what a disk holds. */
const longestValue = 16_384

/**
 * Records as a text that can be searched, copied and read aloud: a headline, where the log stands, then a section for
 * each record, in the order of the log.
 * @throws LaglineError with code `cancelled`
 */
export async function recordsDocument(
  looked: Looked,
  as: DecodeAs,
  schemas: SchemaReader | null,
  say: Say,
  signal: AbortSignal,
): Promise<RecordsDocument> {
  const lines = headLines(looked, say)
  const records: { line: number; offset: bigint }[] = []
  const writer = new EntryWriter(looked, as, schemas, say, signal)
  let before = 0
  for (const entry of looked.page.entries) {
    const own = await writer.lines(entry)
    // Markers and gaps that follow each other stand together; a record has room round it.
    if (own.length !== 1 || before !== 1) lines.push('')
    if (entry.kind === 'record') records.push({ line: lines.length, offset: entry.offset })
    lines.push(...own)
    before = own.length
  }
  return { text: `${lines.join('\n')}\n`, records }
}

class EntryWriter {
  private readonly looked: Looked
  private readonly as: DecodeAs
  private readonly schemas: SchemaReader | null
  private readonly say: Say
  private readonly signal: AbortSignal

  constructor(looked: Looked, as: DecodeAs, schemas: SchemaReader | null, say: Say, signal: AbortSignal) {
    this.looked = looked
    this.as = as
    this.schemas = schemas
    this.say = say
    this.signal = signal
  }

  async lines(entry: LogEntry): Promise<string[]> {
    switch (entry.kind) {
      case 'record':
        return this.record(entry)
      case 'marker':
        return [this.say(text(`records.marker.${entry.marker}`, entry.offset))]
      case 'gap':
        return entry.from === entry.to
          ? [this.say(text('records.gap.one', entry.from))]
          : [this.say(text('records.gap', entry.from, entry.to))]
      case 'unreadable':
        return entry.from === entry.to
          ? [this.say(text('records.unreadable.one', entry.from, entry.reason))]
          : [this.say(text('records.unreadable', entry.from, entry.to, entry.reason))]
      default:
        return assertNever(entry)
    }
  }

  private async record(record: LogRecord): Promise<string[]> {
    const { group, page } = this.looked
    const isNext = group !== null && group.committed === record.offset
    const partition = String(page.partition)
    const head = isNext
      ? text('records.record.next', record.offset, partition, group.id)
      : text('records.record', record.offset, partition)
    const lines = [this.say(head), ...field(this.say(text('records.field.time')), this.time(record))]
    if (record.transaction !== 'none')
      lines.push(
        ...field(
          this.say(text('records.field.transaction')),
          this.say(text(`records.transaction.${record.transaction}`)),
        ),
      )
    lines.push(
      ...(await this.value(text('records.field.key'), record.key, this.as.key, text('records.null'))),
    )
    for (const { key, value } of record.headers)
      lines.push(
        ...(await this.value(text('records.field.header', key), value, 'auto', text('records.null'))),
      )
    const empty = record.key === null ? text('records.null') : text('records.tombstone')
    lines.push(...(await this.value(text('records.field.value'), record.value, this.as.value, empty)))
    return lines
  }

  private time({ timestamp, timestampType }: LogRecord): string {
    if (timestamp === null) return this.say(text('records.time.none.record'))
    const local = { time: timestamp }
    const exact = isoTime(timestamp)
    return this.say(
      timestampType === 'append'
        ? text('records.time.append', local, exact)
        : text('records.time', local, exact),
    )
  }

  private async value(name: Text, bytes: Uint8Array | null, as: Decoding, none: Text): Promise<string[]> {
    if (bytes === null) return field(this.say(name), this.say(none))
    if (bytes.length === 0) return field(this.say(name), this.say(text('records.empty')))
    const { format, text: whole, note } = await decode(bytes, as, this.schemas, this.signal)
    const title = this.say(text('records.field', name, format))
    const shown = whole.length > longestValue ? whole.slice(0, longestValue) : whole
    const lines = field(title, shown)
    if (shown.length < whole.length)
      lines.push(`    ${this.say(text('records.cut', shown.length, whole.length))}`)
    if (note !== null) lines.push(`    (${this.say(note)})`)
    return lines
  }
}

/** `key (text): order-17`, or the lines below it where there are several. */
function field(title: string, value: string): string[] {
  const lines = value.split(/\r\n|[\n\r\u2028\u2029]/)
  return lines.length === 1
    ? [`  ${title}: ${value}`]
    : [`  ${title}:`, ...lines.map((line) => `    ${line}`)]
}

/** A producer may write any number as a time, also one that no calendar has. */
function isoTime(ms: number): string {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString()
}
