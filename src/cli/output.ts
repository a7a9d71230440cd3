import { createLineIndex, type Finding, type LineIndex, type Severity } from '../lint/index'
import type { Say } from '../model/text'
import type { Source } from './sources'

/** One finding as it is printed. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Row {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly rule: string
  readonly severity: Severity
  readonly key: string | null
  readonly message: string
}

/** A finding and the file it is in. */
export interface Reported {
  readonly source: Source
  readonly finding: Finding
}

export function rowsOf(reported: readonly Reported[], say: Say): Row[] {
  const indexes = new Map<Source, LineIndex>()
  return reported.map(({ source, finding }) => {
    const lines = indexes.get(source) ?? createLineIndex(source.text)
    indexes.set(source, lines)
    const start = lines.positionAt(finding.range.start)
    const end = lines.positionAt(finding.range.end)
    return {
      file: source.name,
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      rule: finding.rule,
      severity: finding.severity,
      key: finding.key,
      message: say(finding.message),
    }
  })
}

/** The line that holds an offset, without its end. */
export function lineAt(text: string, offset: number): string {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const line = text.slice(offset === 0 ? 0 : before)
  const end = line.search(/[\r\n]/)
  return end < 0 ? line : line.slice(0, end)
}

/** By file, place and rule, as the names and numbers compare. */
export function sortReported(reported: readonly Reported[]): Reported[] {
  return [...reported].sort(
    (a, b) =>
      compare(a.source.name, b.source.name) ||
      a.finding.range.start - b.finding.range.start ||
      compare(a.finding.rule, b.finding.rule),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function asJson(rows: readonly Row[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`
}

/** `file:line:col severity rule message`, one finding per line. */
export function asText(rows: readonly Row[]): string {
  return rows
    .map(
      ({ file, line, column, severity, rule, message }) =>
        `${file}:${line}:${column} ${severity} ${rule} ${oneLine(message)}\n`,
    )
    .join('')
}

/** Values are quoted in messages as written, and a value may hold a line end. */
function oneLine(message: string): string {
  return message.replace(/[\r\n]+/g, ' ')
}
