import { displayWidth, padLeft, padRight } from './width'

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

const GAP = '  '

/** Lays rows of cells out in aligned columns; time and memory grow linearly with the number of cells. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((column) => displayWidth(column.title))
  for (const row of rows)
    for (let at = 0; at < columns.length; at += 1) {
      const width = displayWidth(row[at] ?? '')
      if (width > (widths[at] ?? 0)) widths[at] = width
    }
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, at) => {
        const cell = cells[at] ?? ''
        return column.align === 'right' ? padLeft(cell, widths[at] ?? 0) : padRight(cell, widths[at] ?? 0)
      })
      .join(GAP)
      .trimEnd()
  return [line(columns.map((column) => column.title)), ...rows.map(line)]
}
