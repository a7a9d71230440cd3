/** The page's frame: heading, controls, sentence, events. It shows what it is given and decides nothing. */
import {
  RANGES,
  type ChartMark,
  type PageStrings,
  type PanelHeader,
  type RangeName,
} from '../src/shared/chart-protocol'
import { make, setText } from './dom'
import { fill, type PageFormat } from './format'
import type { Presentation } from './presentation'
import { button, dropdown, progressRing, type Button } from './toolkit'

export interface ViewEvents {
  onRange(range: RangeName): void
  onPause(): void
  onRetry(): void
  onShowAll(): void
}

/** Marks in the list under the plot, newest first. */
const EVENTS_SHOWN = 5

export class View {
  readonly element: HTMLElement
  readonly pause: Button
  readonly retry: Button
  readonly #strings: PageStrings
  readonly #format: PageFormat
  readonly #group = make('h1')
  readonly #state = make('span', 'badge')
  readonly #cluster = make('span', 'cluster')
  readonly #total = make('span', 'total-number')
  readonly #totalBox: HTMLElement
  readonly #sentence = make('p', 'sentence')
  readonly #beside = make('span', 'beside')
  readonly #drawn = make('span', 'drawn')
  readonly #hidden = make('span', 'hidden-lines')
  readonly #showAll: Button
  readonly #problem = make('p', 'problem', { role: 'status' })
  readonly #message: HTMLElement
  readonly #messageText = make('p')
  readonly #ring = progressRing()
  readonly #content: HTMLElement
  readonly #controls: HTMLElement
  readonly #plot: HTMLElement
  readonly #events: HTMLElement
  readonly #eventList = make('ol')
  /** What the announcer says. */
  readonly #live = make('div', 'unseen', { role: 'status', 'data-role': 'announcements' })

  constructor(
    strings: PageStrings,
    format: PageFormat,
    range: RangeName,
    parts: { readonly plot: HTMLElement; readonly table: HTMLElement },
    events: ViewEvents,
  ) {
    this.#strings = strings
    this.#format = format
    this.#plot = parts.plot
    this.pause = button({ label: strings.pause, onClick: () => events.onPause() })
    this.retry = button({ label: strings.retry, onClick: () => events.onRetry(), primary: true })
    this.#showAll = button({ label: strings.showAll, onClick: () => events.onShowAll() })
    const ranges = dropdown({
      label: strings.range,
      options: RANGES.map((value, i) => ({ value, label: strings.ranges[i] ?? value })),
      value: range,
      onChange: (chosen) => events.onRange(chosen),
    })
    this.#totalBox = make('p', 'total', {}, make('span', 'total-label', {}, strings.lag), this.#total)
    this.#message = make('div', 'message', {}, this.#ring, this.#messageText, this.retry.element)
    this.#events = make(
      'section',
      'events',
      { 'aria-label': strings.events },
      make('h2', '', {}, strings.events),
    )
    this.#events.append(this.#eventList)
    this.#content = make(
      'div',
      'content',
      {},
      make('div', 'left', {}, this.#message, this.#plot, this.#events),
      make('div', 'right', {}, parts.table),
    )
    const title = make('div', 'title', {}, this.#group, this.#state, this.#cluster)
    const counts = make('span', 'counts', {}, this.#drawn, this.#hidden, this.#showAll.element)
    this.#controls = make('div', 'controls', {}, ranges, this.pause.element, this.#beside, counts)
    this.element = make(
      'div',
      'page',
      {},
      make('header', 'head', {}, make('div', 'who', {}, title, this.#sentence), this.#totalBox),
      this.#controls,
      this.#problem,
      this.#content,
      this.#live,
    )
    this.header(null)
    this.lines(0, 0, 0)
    this.problem('')
    this.marks([])
  }

  header(header: PanelHeader | null): void {
    this.element.classList.toggle('unknown-group', header === null)
    this.#totalBox.hidden = header === null
    if (header === null) return
    setText(this.#group, header.group)
    setText(this.#state, header.state)
    setText(this.#cluster, header.cluster)
    setText(this.#sentence, header.sentence)
    setText(this.#total, header.lag === null ? this.#strings.unknown : this.#format.number(header.lag))
  }

  /** @param rows whether there is anything for the table. */
  status(shown: Presentation, text: string, paused: boolean, rows: boolean): void {
    const beside = shown.sentence === 'beside'
    setText(this.#beside, beside ? text : '')
    setText(this.#messageText, beside ? '' : text)
    this.#message.hidden = beside
    this.#message.className = `message ${shown.sentence}`
    this.#ring.hidden = !shown.busy
    this.retry.element.hidden = !shown.retry
    this.pause.element.hidden = !shown.pausable
    this.pause.label(paused ? this.#strings.resume : this.#strings.pause)
    this.#plot.hidden = !shown.plot
    this.#controls.hidden = !shown.plot && !shown.pausable
    this.#content.classList.toggle('no-table', !rows)
  }

  lines(drawn: number, hidden: number, partitions: number): void {
    const number = (value: number) => this.#format.number(value)
    setText(this.#drawn, partitions === 0 ? '' : fill(this.#strings.drawn, number(drawn), number(partitions)))
    setText(this.#hidden, hidden === 0 ? '' : fill(this.#strings.hiddenSeries, number(hidden)))
    this.#showAll.element.hidden = hidden === 0
  }

  /** The failure of a request; '' when there is none. */
  problem(text: string): void {
    setText(this.#problem, text)
    this.#problem.hidden = text === ''
  }

  marks(marks: readonly ChartMark[]): void {
    this.#events.hidden = marks.length === 0
    const newest = [...marks].sort((a, b) => b.at - a.at).slice(0, EVENTS_SHOWN)
    const items = newest.map(({ at, kind, text }) =>
      make(
        'li',
        kind,
        {},
        make('time', '', {}, this.#format.time(at)),
        make('span', '', { title: text }, text),
      ),
    )
    this.#eventList.replaceChildren(...items)
  }

  announce(text: string): void {
    setText(this.#live, text)
  }

  focusPause(): void {
    this.pause.element.focus()
  }
}
