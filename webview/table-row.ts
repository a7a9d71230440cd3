/** One partition's row of the table; writes only the cells whose value has changed. */
import type { PageStrings, PartitionRow } from '../src/shared/chart-protocol'
import { make, setText } from './dom'
import { fill, type PageFormat } from './format'
import { seriesKey } from './history'
import { swatch, type Swatch } from './swatch'
import type { LineStyle } from './theme'
import { checkbox, type Checkbox } from './toolkit'

/** How a row's line looks and whether it is shown; null = it has no line of its own. */
export interface RowLine {
  readonly style: LineStyle
  readonly shown: boolean
}

export interface RowEvents {
  onShow(key: string, shown: boolean): void
  onReveal(topic: string, partition: number): void
}

/** The check box and the swatch of one line. */
export class LineCell {
  readonly element: HTMLElement
  readonly box: Checkbox
  readonly #swatch: Swatch = swatch()

  constructor(label: string, line: RowLine, onShow: (shown: boolean) => void) {
    this.box = checkbox({ label, checked: line.shown, onChange: onShow })
    this.element = make('div', 'line', {}, this.box.element, this.#swatch.element)
    this.update(label, line)
  }

  update(label: string, line: RowLine): void {
    this.box.label(label)
    this.box.checked(line.shown)
    this.#swatch.set(line.style)
    this.element.classList.toggle('off', !line.shown)
  }
}

export class TableRow {
  readonly element: HTMLTableRowElement
  readonly key: string
  readonly #strings: PageStrings
  readonly #format: PageFormat
  readonly #onShow: (shown: boolean) => void
  readonly #lineCell = make('td')
  readonly #reveal: HTMLButtonElement
  readonly #lag = make('td', 'number lag')
  readonly #committed = make('td', 'number')
  readonly #end = make('td', 'number')
  readonly #member = make('td', 'words')
  readonly #note = make('td', 'words note')
  #line: LineCell | null = null
  #shown: PartitionRow | null = null

  constructor(row: PartitionRow, strings: PageStrings, format: PageFormat, events: RowEvents) {
    this.key = seriesKey(row.topic, row.partition)
    this.#strings = strings
    this.#format = format
    this.#onShow = (shown) => events.onShow(this.key, shown)
    const reveal = fill(strings.reveal, this.key)
    this.#reveal = make('button', 'reveal', {
      type: 'button',
      'aria-label': reveal,
      title: reveal,
      tabindex: '-1',
    })
    this.#reveal.textContent = String(row.partition)
    this.#reveal.addEventListener('click', () => events.onReveal(row.topic, row.partition))
    this.element = make(
      'tr',
      '',
      {},
      this.#lineCell,
      make('th', 'words', { scope: 'row', title: row.topic }, row.topic),
      make('td', 'number', {}, this.#reveal),
      this.#lag,
      this.#committed,
      this.#end,
      this.#member,
      this.#note,
    )
  }

  /** What can be focused in this row, in order. */
  get controls(): readonly HTMLElement[] {
    return this.#line === null ? [this.#reveal] : [this.#line.box.element, this.#reveal]
  }

  values(row: PartitionRow): void {
    const { unknown, none } = this.#strings
    const before = this.#shown
    this.#shown = row
    const offset = (decimal: string | null, otherwise: string) =>
      decimal === null ? otherwise : this.#format.offset(decimal)
    if (before === null || before.lag !== row.lag)
      write(this.#lag, row.lag === null ? unknown : this.#format.number(row.lag), row.lag === null)
    if (before === null || before.committed !== row.committed)
      write(this.#committed, offset(row.committed, none), row.committed === null)
    if (before === null || before.end !== row.end)
      write(this.#end, offset(row.end, unknown), row.end === null)
    if (before === null || before.member !== row.member)
      write(this.#member, row.member ?? none, row.member === null)
    if (before === null || before.note !== row.note) write(this.#note, row.note ?? '', false)
  }

  line(line: RowLine | null): void {
    const label = fill(this.#strings.drawLine, this.key)
    if (line === null) {
      const focused = this.#line !== null && this.#line.box.element === document.activeElement
      if (this.#line !== null) this.#lineCell.replaceChildren()
      this.#line = null
      // The line fell out of the drawn ones while the reader was on its box: the reader stays in the row.
      if (focused) this.#reveal.focus()
    } else if (this.#line === null) {
      this.#line = new LineCell(label, line, this.#onShow)
      this.#lineCell.replaceChildren(this.#line.element)
    } else this.#line.update(label, line)
  }
}

function write(cell: HTMLElement, text: string, absent: boolean): void {
  setText(cell, text)
  cell.classList.toggle('absent', absent)
  if (cell.classList.contains('words')) cell.title = text
}
