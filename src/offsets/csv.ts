import { parse, type CsvError } from 'csv-parse/sync'
import type { Text } from '../model/text'
import { PartitionMap } from '../model/topics'
import { MAX_OFFSET } from './inputs'
import type { Plan } from './plan-types'
import type { OffsetRow } from './scenario'
import { say } from './texts'

/** A line of a file of offsets. `group` null: the file has the form without groups. */
export interface CsvRow extends OffsetRow {
  readonly group: string | null
  /** From 1; the last one where a quoted field holds line breaks. */
  readonly line: number
}

/** What is wrong with a line; such a file is not applied. */
export interface CsvProblem {
  readonly line: number
  readonly text: Text
}

export interface CsvOffsets {
  readonly rows: readonly CsvRow[]
  readonly problems: readonly CsvProblem[]
}

interface Parsed {
  readonly record: readonly string[]
  readonly line: number
}

/**
 * Reads what `kafka-consumer-groups.sh --export` writes: `topic,partition,offset`, or `group,topic,partition,offset`
 * where there are several groups; no header, quotes doubled inside quotes. As there, the first line tells which form it
 * is (ConsumerGroupCommand, CsvUtils). Stricter than there: nothing negative, nothing twice, no other columns. Never
 * throws.
 */
export function parseOffsetsCsv(text: string): CsvOffsets {
  const problems: CsvProblem[] = []
  const rows: CsvRow[] = []
  const seen = new Map<string | null, PartitionMap<number>>()
  const { records, broken } = split(text)
  const columns = records[0]?.record.length === 4 ? 4 : 3
  for (const { record, line } of records) {
    const read = readRecord(record, columns)
    if (!('topic' in read)) {
      problems.push({ line, text: read })
      continue
    }
    const ofGroup = seen.get(read.group) ?? new PartitionMap<number>()
    seen.set(read.group, ofGroup)
    const before = ofGroup.get(read.topic, read.partition)
    if (before === undefined) {
      ofGroup.set(read.topic, read.partition, line)
      rows.push({ ...read, line })
    } else
      problems.push({
        line,
        text: say('offsets.csv.twice', read.topic, String(read.partition), String(before)),
      })
  }
  if (broken !== null) problems.push(broken)
  if (rows.length === 0 && problems.length === 0) problems.push({ line: 1, text: say('offsets.csv.empty') })
  return { rows, problems }
}

/** Records up to the first one whose quotes are wrong: what comes after it cannot be told apart. */
function split(text: string): { readonly records: readonly Parsed[]; readonly broken: CsvProblem | null } {
  const records: Parsed[] = []
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record, { lines }) => {
        records.push({ record, line: lines })
        return null
      },
    })
  } catch (error) {
    const { lines } = error as CsvError & { readonly lines?: unknown }
    const line = typeof lines === 'number' ? lines : (records.at(-1)?.line ?? 0) + 1
    return { records, broken: { line, text: say('offsets.csv.quotes') } }
  }
  return { records, broken: null }
}

function readRecord(record: readonly string[], columns: 3 | 4): Omit<CsvRow, 'line'> | Text {
  if (record.length === 1 && /^Warn(ing)?\b/i.test(record[0] ?? '')) return say('offsets.csv.toolWarning')
  if (record.length !== columns)
    return say('offsets.csv.columns', String(record.length), columns === 4 ? FOUR : THREE)
  const [offset = '', partition = '', topic = '', group = null] = [...record].reverse()
  if (/^\s*partition\s*$/i.test(partition)) return say('offsets.csv.header')
  if (group === '') return say('offsets.csv.noGroup')
  // TopicCommand's own rule (org.apache.kafka.common.internals.Topic).
  if (!/^[\w.-]{1,249}$/.test(topic) || topic === '.' || topic === '..')
    return say('offsets.csv.topic', topic)
  if (!/^\s*\d{1,10}\s*$/.test(partition) || Number(partition) > 2 ** 31 - 1)
    return say('offsets.csv.partition', partition)
  if (/^\s*-\d+\s*$/.test(offset)) return say('offsets.csv.negative', offset)
  if (!/^\s*\d{1,40}\s*$/.test(offset)) return say('offsets.csv.offset', offset)
  const value = BigInt(offset.trim())
  if (value > MAX_OFFSET) return say('offsets.csv.tooLarge', offset)
  return { group, topic, partition: Number(partition), offset: value }
}

const THREE = 'topic,partition,offset'
const FOUR = 'group,topic,partition,offset'

/**
 * The new offsets of plans as `kafka-consumer-groups.sh --export` prints them, to be read by `--from-file`: one plan
 * without its group, several with theirs. Rows that cannot be moved are left out.
 */
export function offsetsCsv(plans: readonly Plan[]): string {
  const lines = plans.flatMap(({ group, rows }) =>
    rows.flatMap((row) => {
      if (row.after === null || (!row.moves && !row.flags.includes('unchanged'))) return []
      const fields = [row.topic, String(row.partition), row.after.offset.toString()]
      return [(plans.length === 1 ? fields : [group.id, ...fields]).map(quoted).join(',')]
    }),
  )
  return lines.map((line) => `${line}\n`).join('')
}

/** In quotes where a reader could take it for something else. */
function quoted(field: string): string {
  return /^[\w.-]+$/.test(field) ? field : `"${field.replaceAll('"', '""')}"`
}
