import type { ChangeKind, ChangeRecord, ChangeRow, ChangeState } from '../model/change'
import type { Text, TextArg } from '../model/text'
import { bigint, nullable, object, oneOf, readCommit, string, writeCommit } from './json'
import { FORM, parseKept, readKeptRows, readOrigin, type KeptPlace, type Parsed } from './kept-file'

const KINDS: readonly ChangeKind[] = ['reset', 'seek', 'deleteGroup', 'deleteOffsets', 'undo']
const STATES: readonly ChangeState[] = ['planned', 'sent', 'verified', 'failed']

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
export function parseRecord(text: string): Parsed<ChangeRecord> {
  return parseKept(text, readRecord)
}

function readRecord(file: Record<string, unknown>): ChangeRecord {
  const kind = oneOf(KINDS, file['kind'], 'kind')
  const undoes = file['undoes'] === undefined ? null : string(file['undoes'], 'undoes')
  if ((kind === 'undo') !== (undoes !== null)) throw new Error('undoes does not fit kind')
  const rows = readKeptRows(file['rows'], readRow)
  return { ...readOrigin(file), kind, undoes, state: oneOf(STATES, file['state'], 'state'), rows }
}

function readRow(row: Record<string, unknown>, place: KeptPlace, at: string): ChangeRow {
  return {
    ...place,
    before: nullable(row['before'], (value) => readCommit(value, `${at}.before`)),
    after: nullable(row['after'], (value) => readCommit(value, `${at}.after`)),
    error: nullable(row['error'], (value) => readText(value, `${at}.error`)),
  }
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
