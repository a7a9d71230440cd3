/** The plot with its ways of being read: by pointer, by keyboard, by ear. */
import type { ChartMark, PageStrings } from '../src/shared/chart-protocol'
import { lagChart, type LagChart } from './chart'
import { moveCursor, type Cursor, type CursorSpace } from './cursor'
import { make, setText } from './dom'
import { fill, type PageFormat } from './format'
import { swatch } from './swatch'
import type { ChartTheme, LineStyle } from './theme'

/** What the plot knows of a place under the cursor. */
export interface Reading {
  /** Name of the line in the reader's words. */
  readonly name: string
  readonly style: LineStyle
  /** Null = unknown then. */
  readonly lag: number | null
  /** Rebalances and resets between this sample and the one before. */
  readonly marks: readonly ChartMark[]
}

export interface PlotEvents {
  /** What can be walked through now. */
  space(): CursorSpace
  /** Null when there is no such line or sample any more. */
  read(cursor: Cursor): Reading | null
  /** The reader has moved to another line, or away. */
  onCursor(cursor: Cursor | null): void
}

export class PlotArea {
  readonly element: HTMLElement
  readonly chart: LagChart
  readonly #strings: PageStrings
  readonly #format: PageFormat
  readonly #events: PlotEvents
  readonly #canvas: HTMLCanvasElement
  readonly #frame: HTMLElement
  readonly #tip = make('div', 'tip', { 'aria-hidden': 'true', hidden: '' })
  readonly #tipSwatch = swatch()
  /** Not the region of the announcer: what the reader asked for is read at once. */
  readonly #readout = make('div', 'unseen', { 'aria-live': 'polite', 'data-role': 'readout' })
  #cursor: Cursor | null = null

  constructor(strings: PageStrings, format: PageFormat, theme: ChartTheme, events: PlotEvents) {
    this.#strings = strings
    this.#format = format
    this.#events = events
    this.#canvas = make('canvas', '', { role: 'img' })
    const hint = make('p', 'unseen', { id: 'cursor-hint' }, strings.cursorHint)
    // `application`: a screen reader then leaves the arrow keys to the cursor.
    this.#frame = make(
      'div',
      'plot',
      {
        tabindex: '0',
        role: 'application',
        'aria-label': strings.chartLabel,
        'aria-describedby': 'cursor-hint',
      },
      make('div', 'canvas', {}, this.#canvas),
      this.#tip,
    )
    this.element = make('div', 'plot-area', {}, this.#frame, hint, this.#readout)
    this.chart = lagChart(this.#canvas, theme, format, () => this.#placeTip())
    this.#frame.addEventListener('keydown', (event) => this.#onKey(event))
    this.#frame.addEventListener('blur', () => this.#go(null))
    this.#canvas.addEventListener('pointermove', ({ offsetX, offsetY }) =>
      this.#go(this.chart.locate(offsetX, offsetY)),
    )
    this.#canvas.addEventListener('pointerleave', () => this.#go(null))
  }

  /** The finding in a sentence: what a picture's text is for. */
  describe(sentence: string): void {
    if (this.#canvas.getAttribute('aria-label') === sentence) return
    this.#canvas.setAttribute('aria-label', sentence)
    setText(this.#canvas, sentence)
  }

  /** After lines or samples have changed: a cursor on what is gone goes too. */
  refresh(): void {
    if (this.#cursor !== null) this.#go(this.#events.read(this.#cursor) === null ? null : this.#cursor)
  }

  focus(): void {
    this.#frame.focus()
  }

  dispose(): void {
    this.chart.destroy()
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = moveCursor(this.#cursor, event.key, this.#events.space())
    if (next === undefined) return
    event.preventDefault()
    this.#go(next)
    const reading = next === null ? null : this.#events.read(next)
    const lines = next === null || reading === null ? [] : this.#spoken(next, reading)
    this.#readout.replaceChildren(...lines.map((line) => make('p', '', {}, line)))
  }

  #spoken(cursor: Cursor, { name, lag, marks }: Reading): string[] {
    return [
      fill(this.#strings.cursor, name, this.#format.time(cursor.time), this.#lagText(lag)),
      ...marks.map(({ text }) => text),
    ]
  }

  #lagText(lag: number | null): string {
    return lag === null ? this.#strings.unknown : this.#format.number(lag)
  }

  #go(cursor: Cursor | null): void {
    const same = cursor?.line === this.#cursor?.line && cursor?.time === this.#cursor?.time
    this.#cursor = cursor
    const reading = cursor === null ? null : this.#events.read(cursor)
    this.#tip.hidden = reading === null
    if (cursor !== null && reading !== null) {
      this.#tipSwatch.set(reading.style)
      this.#tip.replaceChildren(
        make('div', 'tip-time', {}, this.#format.time(cursor.time)),
        make(
          'div',
          'tip-line',
          {},
          this.#tipSwatch.element,
          make('span', 'tip-name', {}, reading.name),
          make('span', 'tip-lag', {}, this.#lagText(reading.lag)),
        ),
        ...reading.marks.map(({ text }) => make('div', 'tip-mark', {}, text)),
      )
    }
    if (same) return
    this.chart.cursor(cursor)
    this.#events.onCursor(cursor)
  }

  /** Beside the cursor, on the side that has room. By the style object: the policy forbids style attributes. */
  #placeTip(): void {
    if (this.#cursor === null) return
    const place = this.chart.place(this.#cursor)
    const { width, height } = this.#frame.getBoundingClientRect()
    const x = place?.x ?? width / 2
    const left = x > width / 2 ? x - this.#tip.offsetWidth - 12 : x + 12
    const top = Math.min(
      Math.max((place?.y ?? 0) - this.#tip.offsetHeight / 2, 0),
      height - this.#tip.offsetHeight,
    )
    this.#tip.style.transform = `translate(${Math.round(Math.max(0, left))}px, ${Math.round(top)}px)`
  }
}
