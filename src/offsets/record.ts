import type { ChangeKind, ChangeRecord, ChangeRow, ChangeState } from '../model/change'
import type { Text, TextArg } from '../model/text'
import {
  bigint,
  GROUP_TYPES,
  integer,
  nullable,
  object,
  oneOf,
  readCommit,
  string,
  writeCommit,
} from './json'

/** The form of the file. A reader that does not know a form leaves the file alone. */
const FORM = 1

const KINDS: readonly ChangeKind[] = ['reset', 'seek', 'deleteGroup', 'deleteOffsets', 'undo']
const STATES: readonly ChangeState[] = ['planned', 'sent', 'verified', 'failed']

/** A record, or why the text is none: a damaged file never becomes a wrong undo. */
export type ParsedRecord =
  { readonly ok: true; readonly value: ChangeRecord } | { readonly ok: false; readonly reason: string }

/** The text of a record's file: JSON, offsets as decimal strings. */
export function serializeRecord(record: ChangeRecord): string {
  const file = {
    form: FORM,
    id: record.id,
    at: record.at,
    tool: record.tool,
    ...(record.by === undefined ? {} : { by: record.by }),
    kind: record.kind,
    ...(record.undoes === null ? {} : { undoes: record.undoes }),
    state: record.state,
    cluster: { id: record.cluster.id, name: record.cluster.name },
    group: { id: record.group.id, type: record.group.type },
    rows: record.rows.map((row) => ({
      topic: row.topic,
      topicId: row.topicId,
      partition: row.partition,
      before: writeCommit(row.before),
      after: writeCommit(row.after),
      error: row.error === null ? null : writeText(row.error),
    })),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** Reads what `serializeRecord` wrote; everything is checked, nothing guessed. */
export function parseRecord(text: string): ParsedRecord {
  try {
    return { ok: true, value: readRecord(JSON.parse(text)) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

function readRecord(json: unknown): ChangeRecord {
  const file = object(json, 'the file')
  if (file['form'] !== FORM) throw new Error(`form is not ${FORM}`)
  const cluster = object(file['cluster'], 'cluster')
  const group = object(file['group'], 'group')
  const kind = oneOf(KINDS, file['kind'], 'kind')
  const undoes = file['undoes'] === undefined ? null : string(file['undoes'], 'undoes')
  if ((kind === 'undo') !== (undoes !== null)) throw new Error('undoes does not fit kind')
  const rows = readRows(file['rows'])
  return {
    id: string(file['id'], 'id'),
    at: integer(file['at'], 'at'),
    tool: string(file['tool'], 'tool'),
    ...(file['by'] === undefined ? {} : { by: string(file['by'], 'by') }),
    kind,
    undoes,
    state: oneOf(STATES, file['state'], 'state'),
    cluster: { id: string(cluster['id'], 'cluster.id'), name: string(cluster['name'], 'cluster.name') },
    group: { id: string(group['id'], 'group.id'), type: oneOf(GROUP_TYPES, group['type'], 'group.type') },
    rows,
  }
}

function readRows(json: unknown): ChangeRow[] {
  if (!Array.isArray(json)) throw new Error('rows is not a list')
  const seen = new Set<string>()
  return json.map((item: unknown, index) => {
    const at = `rows[${index}]`
    const row = object(item, at)
    const topic = string(row['topic'], `${at}.topic`)
    const partition = integer(row['partition'], `${at}.partition`)
    if (topic === '') throw new Error(`${at}.topic is empty`)
    // A blank cannot be in a topic's name, so no two partitions share a key.
    const key = `${topic} ${partition}`
    if (seen.has(key)) throw new Error(`${at} names ${topic}-${partition} a second time`)
    seen.add(key)
    return {
      topic,
      partition,
      topicId: nullable(row['topicId'], (value) => string(value, `${at}.topicId`)),
      before: nullable(row['before'], (value) => readCommit(value, `${at}.before`)),
      after: nullable(row['after'], (value) => readCommit(value, `${at}.after`)),
      error: nullable(row['error'], (value) => readText(value, `${at}.error`)),
    }
  })
}

/** A text keeps its id and arguments, so that it can still be told in the reader's language. */
function writeText(text: Text): object {
  return { id: text.id, args: text.args.map(writeArg) }
}

function writeArg(arg: TextArg): unknown {
  if (typeof arg === 'bigint') return { bigint: arg.toString() }
  if (typeof arg !== 'object' || 'time' in arg) return arg
  return writeText(arg)
}

function readText(json: unknown, at: string): Text {
  const text = object(json, at)
  const args = text['args']
  if (!Array.isArray(args)) throw new Error(`${at}.args is not a list`)
  return { id: string(text['id'], `${at}.id`), args: args.map((arg: unknown) => readArg(arg, `${at}.args`)) }
}

function readArg(json: unknown, at: string): TextArg {
  if (typeof json === 'string') return json
  if (typeof json === 'number') return json
  const arg = object(json, at)
  if ('bigint' in arg) return bigint(arg['bigint'], at)
  if ('time' in arg) {
    if (typeof arg['time'] !== 'number') throw new Error(`${at}.time is not a number`)
    return { time: arg['time'] }
  }
  return readText(arg, at)
}
