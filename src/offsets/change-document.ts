import type { ChangeRecord, ChangeRow } from '../model/change'
import { sameCommit, type Commit, type Commits } from '../model/commits'
import { textsOf, type Say, type Text, type ValueFormat } from '../model/text'
import { changesTexts } from '../model/texts/changes'
import { readableOffset } from './rows'
import { tableLines, type Column } from './table'
import { partitionCount } from './texts'
import { printable } from './width'

const text = textsOf(changesTexts)

/** How far a change came, in words: `read back and equal`, `3 of 4 stored`, `undone`. */
export function changeState(record: ChangeRecord, undone: boolean): Text {
  if (undone) return text('change.state.undone')
  if (record.state !== 'failed') return text(`change.state.${record.state}`)
  const stored = record.rows.filter((row) => row.error === null).length
  return stored === 0
    ? text('change.state.failed.none')
    : text('change.state.failed.some', stored, record.rows.length)
}

/** Rows that a change stored and that stand elsewhere now: than where it put them, or, undone, than before it. */
export function movedSince(record: ChangeRecord, now: Commits, undone = false): readonly ChangeRow[] {
  return record.rows.filter((row) => row.error === null && !sameCommit(nowOf(row, now), leftAt(row, undone)))
}

function leftAt(row: ChangeRow, undone: boolean): Commit | null {
  return undone ? row.before : row.after
}

/** What else is known of a change when it is told. */
export interface ChangeContext {
  readonly undone: boolean
  /** The group's commits as they are now; null where its cluster is not connected. */
  readonly now: Commits | null
}

/** A change of the past as a text: who, when, where, what, and one aligned line per partition. Ends in a line feed. */
export function changeDocument(
  record: ChangeRecord,
  context: ChangeContext,
  say: Say,
  format: ValueFormat,
): string {
  const { now, undone } = context
  const cluster = printable(record.cluster.name)
  const kind = text(`change.kind.${record.kind}`)
  const who = record.by === undefined ? text('change.byNobody') : text('change.by', printable(record.by))
  const line = [who, changeState(record, undone), partitionCount(record.rows.length)]
  const lines = [
    say(text('change.title', kind, printable(record.group.id), cluster, { time: record.at })),
    say([...line, text('change.tool', record.tool)].reduce((sum, part) => text('change.line', sum, part))),
    say(nowText(record, context, cluster)),
  ]
  if (record.rows.length > 0)
    lines.push(
      '',
      ...tableLines(columns(say, now !== null), record.rows.map(cellsOf(record, context, say, format))),
    )
  return `${lines.join('\n')}\n`
}

function nowText(record: ChangeRecord, { now, undone }: ChangeContext, cluster: string): Text {
  if (now === null) return text('change.now.unknown', cluster)
  const moved = movedSince(record, now, undone).length
  if (moved === 0) return text(undone ? 'change.now.back' : 'change.now.same')
  return moved === 1 ? text('change.now.moved.one') : text('change.now.moved.many', moved)
}

function columns(say: Say, withNow: boolean): Column[] {
  const right = (id: keyof typeof changesTexts): Column => ({ title: say(text(id)), align: 'right' })
  return [
    { title: say(text('change.column.topic')), align: 'left' },
    right('change.column.partition'),
    right('change.column.before'),
    right('change.column.epoch'),
    right('change.column.after'),
    ...(withNow ? [right('change.column.now')] : []),
    { title: say(text('change.column.note')), align: 'left' },
  ]
}

function cellsOf(
  record: ChangeRecord,
  { now, undone }: ChangeContext,
  say: Say,
  format: ValueFormat,
): (row: ChangeRow) => string[] {
  const none = say(text('change.none'))
  const share = record.group.type === 'share'
  const offset = (commit: Commit | null): string => {
    if (commit === null) return none
    return share && commit.offset < 0n ? say(text('change.notStarted')) : format.number(commit.offset)
  }
  return (row) => {
    const epoch = row.before === null || row.before.leaderEpoch < 0 ? none : String(row.before.leaderEpoch)
    const notes = [
      row.error,
      now === null || row.error !== null ? null : sinceNote(leftAt(row, undone), nowOf(row, now)),
      row.before === null || row.before.metadata === ''
        ? null
        : text('change.note.metadata', printable(row.before.metadata)),
    ].filter((note) => note !== null)
    const [first, ...rest] = notes
    const note =
      first === undefined ? null : rest.reduce((sum, next) => text('change.note.list', sum, next), first)
    return [
      row.topic,
      String(row.partition),
      offset(row.before),
      epoch,
      offset(row.after),
      ...(now === null ? [] : [offset(nowOf(row, now))]),
      note === null ? '' : say(note),
    ]
  }
}

/** What became of a commit since; null = it stands as it was left. */
function sinceNote(left: Commit | null, now: Commit | null): Text | null {
  if (sameCommit(left, now)) return null
  const from = readableOffset(left)
  const found = readableOffset(now)
  if (from === null || found === null || from === found) return text('change.note.changed')
  return found > from
    ? text('change.note.movedOn', found - from)
    : text('change.note.movedBack', from - found)
}

function nowOf(row: ChangeRow, now: Commits): Commit | null {
  return now.get(row.topic, row.partition) ?? null
}

/**
 * What stood before a change, in the form that `kafka-consumer-groups.sh --from-file` reads for one group
 * (`topic,partition,offset`, no header). Partitions that had no commit cannot be told there and are left out.
 */
export function changeCsv(record: ChangeRecord): string {
  return record.rows
    .flatMap(({ topic, partition, before }) => {
      const offset = readableOffset(before)
      return offset === null ? [] : [`${topic},${partition},${offset}\n`]
    })
    .join('')
}
