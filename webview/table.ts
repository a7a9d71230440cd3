/**
 * The same numbers as the plot, for every partition: a native table. Rows are updated in place, so that a poll keeps
 * focus, selection and scroll.
 */
import type { PageStrings, PartitionRow, SortColumn } from '../src/shared/chart-protocol'
import { ColumnWidths, columns, numberColumns } from './columns'
import { make, makeSvg, setText } from './dom'
import { fill, type PageFormat } from './format'
import { seriesKey } from './history'
import { Lazy } from './lazy'
import { OTHERS } from './series'
import { nextSort, sortRows, type Sort } from './sorting'
import { LineCell, TableRow, type RowEvents, type RowLine } from './table-row'

export interface TableEvents extends RowEvents {
  onSort(sort: Sort): void
  onScroll(top: number): void
}

/** The summed line, in the table's foot; null = every partition is drawn. */
export interface OthersRow extends RowLine {
  readonly partitions: number
  readonly lag: number | null
}

/** Pixels of a row, about; rows this many beyond the edge count as in sight. */
const ROW = 24
const NEAR = 8
/** More rows than this are put in order only every so often. */
const MANY = 500
const MANY_EVERY_MS = 10_000

export class LagTable {
  readonly element: HTMLElement
  readonly #strings: PageStrings
  readonly #format: PageFormat
  readonly #events: TableEvents
  readonly #table: HTMLTableElement
  readonly #body = make('tbody')
  readonly #foot = make('tfoot')
  readonly #columns = new Map<SortColumn, HTMLTableColElement>()
  readonly #widths: ColumnWidths
  readonly #heads = new Map<SortColumn, HTMLTableCellElement>()
  readonly #rows = new Map<string, TableRow>()
  readonly #rowOf = new WeakMap<Element, TableRow>()
  readonly #lazy = new Lazy<TableRow, PartitionRow>((row, values) => row.values(values))
  readonly #resized: ResizeObserver
  #shown: readonly PartitionRow[] = []
  #sorted: readonly PartitionRow[] = []
  /** Pixels: what of the rows is seen. Kept, as asking the element would lay out the page each time. */
  #top = 0
  #height = 600
  /** When the rows were put in order last, ms since the page began. */
  #orderedAt = -Infinity
  #lines: ReadonlyMap<string, RowLine> = new Map()
  #others: { readonly cell: LineCell; readonly name: HTMLElement; readonly lag: HTMLElement } | null = null
  #sort: Sort
  /** The control of the body that had the focus last. */
  #chosen: HTMLElement | null = null
  /** The one control of the body that Tab reaches; arrows lead to the others. */
  #stop: HTMLElement | null = null

  constructor(strings: PageStrings, format: PageFormat, sort: Sort, events: TableEvents) {
    this.#strings = strings
    this.#format = format
    this.#events = events
    this.#sort = sort
    this.#widths = new ColumnWidths(strings)
    for (const column of columns) this.#columns.set(column, make('col'))
    this.#table = make(
      'table',
      '',
      {},
      make('caption', 'unseen', {}, strings.tableLabel),
      make('colgroup', '', {}, make('col', 'col-line'), ...this.#columns.values()),
      make('thead', '', {}, this.#headRow()),
      this.#body,
      this.#foot,
    )
    this.element = make('div', 'table-scroll', {}, this.#table)
    this.element.addEventListener('scroll', () => this.#scrolled(), { passive: true })
    this.#resized = new ResizeObserver(([entry]) => {
      this.#height = entry?.contentRect.height ?? this.#height
    })
    this.#resized.observe(this.element)
    this.#body.addEventListener('keydown', (event) => this.#onKey(event))
    this.#body.addEventListener('focusin', (event) => this.#moveStop(event.target))
    // The foot sticks to the scrolled part: the browser takes it for visible when that part itself is out of sight.
    this.#foot.addEventListener('focusin', () => this.element.scrollIntoView({ block: 'nearest' }))
    this.#showSort()
  }

  /**
   * The newest numbers. Rows that are gone leave, new ones come, none is made anew. What is in sight changes at once,
   * the rest when the page is idle: laying out hundreds of changed rows costs more than drawing the plot.
   */
  rows(rows: readonly PartitionRow[]): void {
    this.#shown = rows
    this.#sorted = sortRows(rows, this.#sort)
    const keys = new Set<string>()
    this.#sorted.forEach((row, place) => {
      const key = seriesKey(row.topic, row.partition)
      keys.add(key)
      const known = this.#rows.get(key)
      if (known !== undefined && !this.#inSight(place)) this.#lazy.soon(known, row)
      else this.#lazy.now(known ?? this.#newRow(key, row), row)
    })
    for (const [key, row] of this.#rows)
      if (!keys.has(key)) {
        row.element.remove()
        this.#lazy.drop(row)
        this.#rows.delete(key)
      }
    this.#fitColumns()
    this.#order(false)
  }

  #newRow(key: string, row: PartitionRow): TableRow {
    const made = new TableRow(row, this.#strings, this.#format, this.#events)
    this.#rows.set(key, made)
    this.#rowOf.set(made.element, made)
    return made
  }

  /** Whether the row at this place is, or nearly is, in the scrolled part. */
  #inSight(place: number): boolean {
    return place > this.#top / ROW - NEAR && place < (this.#top + this.#height) / ROW + NEAR
  }

  #scrolled(): void {
    this.#top = this.element.scrollTop
    this.#sorted.forEach(({ topic, partition }, place) => {
      const row = this.#inSight(place) ? this.#rows.get(seriesKey(topic, partition)) : undefined
      if (row !== undefined) this.#lazy.hurry(row)
    })
    this.#events.onScroll(this.#top)
  }

  /** Which rows have a line, and how it looks. */
  lines(lines: ReadonlyMap<string, RowLine>, others: OthersRow | null): void {
    for (const key of this.#lines.keys()) if (!lines.has(key)) this.#rows.get(key)?.line(null)
    this.#lines = lines
    for (const [key, line] of lines) this.#rows.get(key)?.line(line)
    this.#showOthers(others)
    this.#keepStop()
  }

  /** Marks the row of the line the reader is on. */
  highlight(key: string | null): void {
    for (const row of this.#body.querySelectorAll('.current')) row.classList.remove('current')
    this.#foot.classList.toggle('current', key === OTHERS)
    if (key !== null) this.#rows.get(key)?.element.classList.add('current')
  }

  scrollTo(top: number): void {
    if (top > 0) this.element.scrollTop = top
  }

  dispose(): void {
    this.#resized.disconnect()
    this.#lazy.dispose()
  }

  #fitColumns(): void {
    const { widths, minimum } = this.#widths.fit(this.#shown)
    for (const [column, width] of widths) {
      const col = this.#columns.get(column)
      if (col !== undefined && col.style.width !== width) col.style.width = width
    }
    this.#table.style.minWidth = minimum
    this.#table.classList.toggle('no-notes', !widths.has('note'))
    this.#foot.querySelector('td[colspan]')?.setAttribute('colspan', String(widths.size - 3))
  }

  #headRow(): HTMLTableRowElement {
    const row = make('tr', '', {}, make('th', '', { scope: 'col' }, this.#strings.line))
    for (const column of columns) {
      const arrow = makeSvg('svg', {
        class: 'arrow',
        width: 10,
        height: 10,
        viewBox: '0 0 10 10',
        'aria-hidden': 'true',
      })
      arrow.append(makeSvg('path', { d: 'M2 6.5L5 3.5L8 6.5' }))
      const button = make(
        'button',
        '',
        { type: 'button' },
        make('span', '', {}, this.#strings[column]),
        arrow,
      )
      button.addEventListener('click', () => {
        this.#sort = nextSort(this.#sort, column)
        this.#sorted = sortRows(this.#shown, this.#sort)
        this.#showSort()
        this.#order(true)
        this.#events.onSort(this.#sort)
      })
      const head = make(
        'th',
        numberColumns.has(column) ? 'number' : '',
        { scope: 'col', 'data-column': column },
        button,
      )
      this.#heads.set(column, head)
      row.append(head)
    }
    return row
  }

  #showSort(): void {
    for (const [column, head] of this.#heads) {
      if (column === this.#sort.column) head.setAttribute('aria-sort', this.#sort.direction)
      else head.removeAttribute('aria-sort')
      const next = nextSort(this.#sort, column).direction
      const hint = next === 'ascending' ? this.#strings.sortAscending : this.#strings.sortDescending
      head.querySelector('button')?.setAttribute('title', fill(hint, this.#strings[column]))
    }
  }

  /**
   * Puts the rows in order. A poll does not move rows under the pointer or away from the focus: there they wait, while
   * their numbers go on. Nor does it move many rows often, as each move lays out all of them.
   */
  #order(asked: boolean): void {
    const soon = this.#sorted.length > MANY && performance.now() - this.#orderedAt < MANY_EVERY_MS
    const used = this.#body.matches(':hover') || this.#body.contains(document.activeElement)
    const busy = !asked && (soon || used)
    if (!busy) this.#orderedAt = performance.now()
    let next = this.#body.firstElementChild
    for (const row of this.#sorted) {
      const element = this.#rows.get(seriesKey(row.topic, row.partition))?.element
      if (element === undefined) continue
      if (element === next) next = next.nextElementSibling
      else if (!busy && next !== null && element === next.nextElementSibling) {
        // One row sank: taking it out is one move, lifting all below it would be many. It comes back in its turn.
        next.remove()
        next = element.nextElementSibling
      } else if (!busy || !element.isConnected) this.#body.insertBefore(element, busy ? null : next)
    }
    this.#keepStop()
  }

  #showOthers(others: OthersRow | null): void {
    if (others === null) {
      this.#foot.replaceChildren()
      this.#others = null
      return
    }
    const name = fill(this.#strings.others, this.#format.number(others.partitions))
    const label = fill(this.#strings.drawLine, name)
    if (this.#others === null) {
      const cell = new LineCell(label, others, (shown) => this.#events.onShow(OTHERS, shown))
      const title = make('th', 'words', { scope: 'row', colspan: '2' })
      const lag = make('td', 'number lag')
      const rest = make('td', '', { colspan: String(this.#widths.shown - 3) })
      this.#foot.replaceChildren(make('tr', '', {}, make('td', '', {}, cell.element), title, lag, rest))
      this.#others = { cell, name: title, lag }
    }
    this.#others.cell.update(label, others)
    setText(this.#others.name, name)
    setText(this.#others.lag, others.lag === null ? this.#strings.unknown : this.#format.number(others.lag))
  }

  /** Up and down between rows, left and right inside one, Home and End to the first and last. */
  #onKey(event: KeyboardEvent): void {
    const element = event.target instanceof Element ? event.target.closest('tr') : null
    const row = element === null ? undefined : this.#rowOf.get(element)
    if (row === undefined || element === null || event.altKey || event.ctrlKey || event.metaKey) return
    const at = row.controls.findIndex((control) => control === event.target)
    const target = this.#rowAfter(event.key, element)
    if (target === undefined) return
    event.preventDefault()
    const controls = (target === null ? undefined : this.#rowOf.get(target))?.controls ?? []
    const inRow =
      event.key === 'ArrowLeft' ? 0 : event.key === 'ArrowRight' ? controls.length - 1 : Math.max(at, 0)
    // A row without a line has the second control only: the column is kept from its end.
    const fromEnd = row.controls.length - inRow
    const control = target === element ? controls[inRow] : controls[Math.max(0, controls.length - fromEnd)]
    control?.focus()
  }

  /** Where a key leads from a row; undefined for a key that means nothing here. */
  #rowAfter(key: string, row: Element): Element | null | undefined {
    switch (key) {
      case 'ArrowUp':
        return row.previousElementSibling
      case 'ArrowDown':
        return row.nextElementSibling
      case 'Home':
        return this.#body.firstElementChild
      case 'End':
        return this.#body.lastElementChild
      case 'ArrowLeft':
      case 'ArrowRight':
        return row
      default:
        return undefined
    }
  }

  #moveStop(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return
    this.#chosen = target
    this.#keepStop()
  }

  /**
   * One control of the body is a tab stop: where the reader was last, else the first. The toolkit makes a check box one
   * whenever it enters the document, so this is put right after every change.
   */
  #keepStop(): void {
    const first = this.#body.firstElementChild
    const chosen = this.#chosen !== null && this.#body.contains(this.#chosen) ? this.#chosen : null
    const stop = chosen ?? (first === null ? undefined : this.#rowOf.get(first))?.controls[0]
    for (const key of this.#lines.keys())
      for (const control of this.#rows.get(key)?.controls ?? [])
        if (control !== stop) setTabIndex(control, -1)
    if (this.#stop !== null && this.#stop !== stop) setTabIndex(this.#stop, -1)
    if (stop !== undefined) setTabIndex(stop, 0)
    this.#stop = stop ?? null
  }
}

function setTabIndex(element: HTMLElement, index: number): void {
  if (element.tabIndex !== index) element.setAttribute('tabindex', String(index))
}
