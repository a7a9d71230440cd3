/** The order of the table's rows: pure. */
import type { PageState, PartitionRow, SortColumn } from '../src/shared/chart-protocol'

export type Sort = PageState['sort']

/** A number is most interesting from its top, a name from its beginning. */
export function firstDirection(column: SortColumn): Sort['direction'] {
  return column === 'lag' || column === 'note' ? 'descending' : 'ascending'
}

/** The column clicked again turns round; another one begins in its own direction. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort.column !== column) return { column, direction: firstDirection(column) }
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}

/** A sorted copy. What is unknown comes last in both directions; equals stand by topic and partition. */
export function sortRows(rows: readonly PartitionRow[], { column, direction }: Sort): PartitionRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  const byColumn = comparers[column]
  return [...rows].sort((a, b) => {
    const known = Number(a[column] === null) - Number(b[column] === null)
    return known || sign * byColumn(a, b) || words(a.topic, b.topic) || a.partition - b.partition
  })
}

const comparers: Readonly<Record<SortColumn, (a: PartitionRow, b: PartitionRow) => number>> = {
  topic: (a, b) => words(a.topic, b.topic),
  partition: (a, b) => a.partition - b.partition,
  lag: (a, b) => (a.lag ?? 0) - (b.lag ?? 0),
  committed: (a, b) => offsets(a.committed, b.committed),
  end: (a, b) => offsets(a.end, b.end),
  member: (a, b) => words(a.member ?? '', b.member ?? ''),
  note: (a, b) => words(a.note ?? '', b.note ?? ''),
}

/** Decimal strings without leading zeros: the longer is the greater, equal lengths compare as text. */
function offsets(a: string | null, b: string | null): number {
  return (a ?? '').length - (b ?? '').length || words(a ?? '', b ?? '')
}

function words(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
