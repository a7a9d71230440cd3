import type { Commit } from '../model/commits'
import type { Say, Text, ValueFormat } from '../model/text'
import { leftOutNote, rowNote } from './notes'
import type { Plan, PlanRow } from './plan-types'
import { viewRows, viewText, WHOLE_PLAN, type PlanView } from './plan-view'
import { rowsWithRecord } from './record-times'
import { readableOffset } from './rows'
import { startText } from './share'
import { summaryText } from './summary'
import { tableLines, type Column } from './table'
import { say as text } from './texts'
import { planTitle } from './title'

/**
 * The plan as a text that can be searched, copied and read aloud: headline, consequences, warnings, why it cannot be
 * applied, then one aligned line per partition. Ends in a line feed; the time it takes is linear in the rows.
 */
export function planDocument(plan: Plan, say: Say, format: ValueFormat, view: PlanView = WHOLE_PLAN): string {
  const words = (value: Text | string): string => (typeof value === 'string' ? value : say(value))
  const lines = [
    `${say(planTitle(plan))}    ${say(text('offsets.madeAt', { time: plan.madeAt }))}`,
    say(summaryText(plan)),
  ]
  if (plan.refusal !== null) lines.push('', `! ${say(plan.refusal)}`)
  if (plan.warnings.length > 0) lines.push('', ...plan.warnings.map((warning) => `• ${say(warning)}`))
  const leftOut = leftOutNote(plan)
  if (leftOut !== null) lines.push('', say(leftOut))
  if (plan.rows.length > 0) {
    const rows = viewRows(plan.rows, view)
    const timed = plan.timed !== undefined || plan.rows.some((row) => typeof row.recordTime === 'number')
    const share = plan.group.type === 'share'
    const cell = cellsOf(words, format, timed, share)
    const part = viewText(view, rows.length, plan.rows.length)
    const times = timesNote(plan)
    const notes = [part, times].filter((note) => note !== null).map(say)
    lines.push('', ...notes, ...tableLines(columns(say, timed, share), rows.map(cell)))
  }
  return `${lines.join('\n')}\n`
}

/** `timed`: with the time of the record at the new offset, where that of any is known. */
function columns(say: Say, timed: boolean, share: boolean): Column[] {
  const right = (id: Parameters<typeof text>[0]): Column => ({ title: say(text(id)), align: 'right' })
  const left = (id: Parameters<typeof text>[0]): Column => ({ title: say(text(id)), align: 'left' })
  return [
    left('offsets.column.topic'),
    right('offsets.column.partition'),
    right(share ? 'offsets.column.start' : 'offsets.column.committed'),
    right('offsets.column.new'),
    right('offsets.column.change'),
    right('offsets.column.lagNow'),
    right('offsets.column.lagAfter'),
    ...(timed ? [left('offsets.column.recordTime')] : []),
    left('offsets.column.note'),
  ]
}

function cellsOf(
  words: (value: Text | string) => string,
  format: ValueFormat,
  timed: boolean,
  share: boolean,
): (row: PlanRow) => string[] {
  const none = words(text('offsets.cell.none'))
  const unknown = words(text('offsets.cell.unknown'))
  const offset = (commit: Commit | null): string => {
    if (share) return words(startText(commit))
    return commit === null ? none : format.number(commit.offset)
  }
  const timeOf = ({ recordTime }: PlanRow): string => {
    if (recordTime === 'end') return words(text('offsets.cell.end'))
    return recordTime === null ? '' : format.time(recordTime)
  }
  return (row) => {
    const note = rowNote(row)
    const lag = (value: number | null): string => (value === null ? unknown : format.number(value))
    return [
      row.topic,
      String(row.partition),
      offset(row.before),
      offset(row.after),
      changeOf(row, format),
      lag(row.lagBefore),
      lag(row.lagAfter),
      ...(timed ? [timeOf(row)] : []),
      note === null ? '' : words(note),
    ]
  }
}

/** Says that not every row that moves has the time of its record; null = it has, or nobody asked. */
function timesNote(plan: Plan): Text | null {
  const all = rowsWithRecord(plan)
  return plan.timed === undefined || plan.timed >= all ? null : text('offsets.timed', plan.timed, all)
}

/** With its sign; empty where there is nothing to count from or to. */
function changeOf(row: PlanRow, format: ValueFormat): string {
  const before = readableOffset(row.before)
  const after = readableOffset(row.after)
  if (before === null || after === null) return ''
  const change = after - before
  return change > 0n ? `+${format.number(change)}` : format.number(change)
}
