/** The table's columns and how wide they are. Pure: counted in characters, as measuring thousands of cells is slow. */
import type { PageStrings, PartitionRow, SortColumn } from '../src/shared/chart-protocol'

/** In their order, after the column of the lines. */
export const columns: readonly SortColumn[] = [
  'topic',
  'partition',
  'lag',
  'committed',
  'end',
  'member',
  'note',
]
/** Those that are aligned at their end. */
export const numberColumns: ReadonlySet<SortColumn> = new Set(['partition', 'lag', 'committed', 'end'])

/** Widest that columns of words get, in characters; what is longer ends in an ellipsis and stands in the tip. */
const widest: Partial<Record<SortColumn, number>> = { topic: 28, member: 22 }
/** The last column takes what is left; less than this and the table scrolls sideways. */
const LAST = 12
/** Characters: not all are as wide as a digit, and lags are bold. */
const SLACK = 1
/** Pixels: padding of a cell, and the column of the lines. */
const PADDING = 13
const LINE = 76

export interface Widths {
  /** CSS widths of the columns that are shown; the last one takes what is left. */
  readonly widths: ReadonlyMap<SortColumn, string>
  /** CSS width below which the table scrolls sideways. */
  readonly minimum: string
}

export class ColumnWidths {
  readonly #strings: PageStrings
  /** They only grow, or the columns would move at every poll. */
  readonly #widest = new Map<SortColumn, number>()
  #shown: readonly SortColumn[] = columns

  constructor(strings: PageStrings) {
    this.#strings = strings
  }

  /** How many columns are shown, without that of the lines. */
  get shown(): number {
    return this.#shown.length
  }

  /** Room for the longest text of each column. The column of notes is there only when there is a note. */
  fit(rows: readonly PartitionRow[]): Widths {
    const notes = rows.some(({ note }) => note !== null)
    this.#shown = columns.filter((column) => notes || column !== 'note')
    const last = this.#shown.at(-1)
    const widths = new Map<SortColumn, string>()
    let all = 0
    for (const column of this.#shown) {
      const longest = rows.reduce((most, row) => Math.max(most, this.#length(row, column)), 0)
      const needed = Math.min(longest, column === last ? LAST : (widest[column] ?? longest))
      const width = Math.max(needed, this.#strings[column].length, this.#widest.get(column) ?? 0) + SLACK
      this.#widest.set(column, width - SLACK)
      widths.set(column, column === last ? 'auto' : `calc(${width}ch + ${PADDING}px)`)
      all += width
    }
    return { widths, minimum: `calc(${all}ch + ${LINE + PADDING * this.#shown.length}px)` }
  }

  #length(row: PartitionRow, column: SortColumn): number {
    const value = row[column]
    if (value === null) return column === 'note' ? 0 : this.#strings.unknown.length
    const { length } = String(value)
    // Digits are grouped in threes.
    return numberColumns.has(column) && column !== 'partition'
      ? length + Math.floor((length - 1) / 3)
      : length
  }
}
