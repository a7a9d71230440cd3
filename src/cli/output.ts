import { createLineIndex, type Finding, type Severity } from '../lint/index'
import type { Say } from '../model/text'

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

/** @param text what was linted, for the places. */
export function rowsOf(file: string, text: string, findings: readonly Finding[], say: Say): Row[] {
  if (findings.length === 0) return []
  const lines = createLineIndex(text)
  return findings.map((finding) => {
    const start = lines.positionAt(finding.range.start)
    const end = lines.positionAt(finding.range.end)
    return {
      file,
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

/** By file, line and column, as the names and numbers compare. */
export function sortRows(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
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
