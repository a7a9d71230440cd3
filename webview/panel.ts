/** What happens in the page: samples come, a reader chooses, the view follows. */
import type {
  ChartMark,
  HostMessage,
  PageRequest,
  PageState,
  PanelHeader,
  PanelStatus,
  PartitionRow,
  RangeName,
} from '../src/shared/chart-protocol'
import { Announcer } from './announcer'
import type { Cursor } from './cursor'
import { fill, pageFormat, type PageFormat } from './format'
import { firstFrom, History, newestKnown } from './history'
import { windowTimers, type Host } from './host'
import { PlotArea, type Reading } from './plot-area'
import { present } from './presentation'
import { OTHERS, select, type Line, type Selection } from './series'
import { LagTable, type OthersRow } from './table'
import type { RowLine } from './table-row'
import { documentTheme, lineStyle, watchTheme, type ChartTheme } from './theme'
import { longestBridge, shownSpan } from './time-axis'
import { View } from './view'

type Init = Extract<HostMessage, { type: 'init' }>
type Window = Extract<HostMessage, { type: 'window' }>
type Sample = Extract<HostMessage, { type: 'sample' }>

/** The saved state as far as it is about the same group; what another group's reader chose is not carried over. */
function startState({ target }: Init, saved: PageState | null): PageState {
  if (saved !== null && saved.target.cluster === target.cluster && saved.target.group === target.group)
    return saved
  return {
    target,
    range: saved?.range ?? '15m',
    hidden: [],
    sort: { column: 'lag', direction: 'descending' },
    scroll: 0,
    slots: {},
  }
}

export class Panel {
  readonly #init: Init
  readonly #host: Host
  readonly #format: PageFormat
  readonly #history = new History()
  readonly #plot: PlotArea
  readonly #table: LagTable
  readonly #view: View
  readonly #announcer: Announcer
  readonly #unwatch: () => void
  #theme: ChartTheme
  #state: PageState
  #status: PanelStatus = 'loading'
  #statusText = ''
  #selection: Selection = { lines: [], others: 0, slots: {} }
  #byKey: ReadonlyMap<string, Line> = new Map()
  #marks: readonly ChartMark[] = []
  #rows: readonly PartitionRow[] = []
  #saving: number | null = null
  #scrolled = false

  constructor(root: HTMLElement, init: Init, host: Host) {
    this.#init = init
    this.#host = host
    this.#state = startState(init, host.load())
    this.#format = pageFormat(init.locale)
    this.#theme = documentTheme()
    const { strings } = init
    this.#plot = new PlotArea(strings, this.#format, this.#theme, {
      space: () => ({
        lines: this.#selection.lines.map(({ key }) => key).filter((key) => !this.#hidden.has(key)),
        times: this.#history.times,
        from: this.#span.min,
      }),
      read: (cursor) => this.#read(cursor),
      onCursor: (cursor) => this.#table.highlight(cursor?.line ?? null),
    })
    this.#table = new LagTable(strings, this.#format, this.#state.sort, {
      onShow: (key, shown) => this.#show(key, shown),
      onReveal: (topic, partition) => void this.#ask({ kind: 'reveal', topic, partition }),
      onSort: (sort) => this.#keep({ sort }),
      onScroll: (scroll) => this.#keep({ scroll }),
    })
    this.#view = new View(
      strings,
      this.#format,
      this.#state.range,
      { plot: this.#plot.element, table: this.#table.element },
      {
        onRange: (range) => this.#range(range),
        onPause: () => void this.#pause(),
        onRetry: () => void this.#retry(),
        onShowAll: () => this.#showAll(),
      },
    )
    this.#announcer = new Announcer((text) => this.#view.announce(text), windowTimers)
    root.replaceChildren(this.#view.element)
    this.#unwatch = watchTheme((theme) => {
      this.#theme = theme
      this.#plot.chart.theme(theme)
      this.#plot.refresh()
      this.#showLines()
    })
    this.#showStatus()
    this.#keep({})
  }

  window({ times, series, rows, header, marks }: Window): void {
    this.#history.set(times, series)
    this.#marks = []
    this.#selection = { ...this.#selection, slots: this.#state.slots }
    this.#choose()
    this.#draw()
    this.#told(rows, header, marks)
  }

  /** A sample that does not fit the last window is dropped; the host sends a new window when the series change. */
  sample({ time, lag, rows, header, marks }: Sample): void {
    if (!this.#history.append(time, lag)) return
    const before = this.#byKey
    this.#choose()
    if (this.#byKey.size === before.size && [...this.#byKey.keys()].every((key) => before.has(key))) {
      const newest = this.#selection.lines.map(({ key, lags }) => [key, lags.at(-1) ?? NaN] as const)
      this.#plot.chart.append(time, new Map(newest), this.#span)
    } else this.#draw()
    this.#told(rows, header, marks)
  }

  status(status: PanelStatus, text: string): void {
    const changed = status !== this.#status || text !== this.#statusText
    this.#status = status
    this.#statusText = text
    if (!changed) return
    this.#view.problem('')
    this.#showStatus()
    this.#announcer.now(text)
  }

  dispose(): void {
    this.#unwatch()
    this.#announcer.dispose()
    this.#plot.dispose()
    this.#table.dispose()
    if (this.#saving !== null) window.clearTimeout(this.#saving)
  }

  get #hidden(): ReadonlySet<string> {
    return new Set(this.#state.hidden)
  }

  get #span() {
    return shownSpan(this.#history.times, this.#state.range)
  }

  #choose(): void {
    this.#selection = select(this.#history, this.#selection.slots)
    this.#byKey = new Map(this.#selection.lines.map((line) => [line.key, line]))
  }

  #draw(): void {
    const { times } = this.#history
    this.#plot.chart.set({
      times,
      lines: this.#selection.lines,
      hidden: this.#hidden,
      span: this.#span,
      bridge: longestBridge(times),
    })
  }

  /** What window and sample have in common. */
  #told(rows: readonly PartitionRow[], header: PanelHeader, marks: readonly ChartMark[]): void {
    this.#rows = rows
    this.#view.header(header)
    this.#plot.describe(header.sentence)
    this.#addMarks(marks)
    this.#table.rows(rows)
    this.#showLines()
    this.#plot.refresh()
    this.#showStatus()
    this.#announcer.update(header.sentence)
    this.#keep({ slots: this.#selection.slots })
    if (!this.#scrolled) this.#table.scrollTo(this.#state.scroll)
    this.#scrolled = true
  }

  #addMarks(marks: readonly ChartMark[]): void {
    const oldest = this.#history.times[0] ?? -Infinity
    const name = ({ at, kind, text }: ChartMark) => JSON.stringify([at, kind, text])
    const once = new Map([...this.#marks, ...marks].map((mark) => [name(mark), mark]))
    const next = [...once.values()].filter(({ at }) => at >= oldest)
    if (next.length === this.#marks.length && next.every((mark, i) => mark === this.#marks[i])) return
    this.#marks = next
    this.#plot.chart.marks(next)
    this.#view.marks(next)
  }

  #showLines(): void {
    const hidden = this.#hidden
    const lines = new Map<string, RowLine>()
    let others: OthersRow | null = null
    for (const { key, slot, lags } of this.#selection.lines) {
      const line = { style: lineStyle(slot, this.#theme), shown: !hidden.has(key) }
      const lag = newestKnown(lags)
      if (key === OTHERS) others = { ...line, partitions: this.#selection.others, lag: lag < 0 ? null : lag }
      else lines.set(key, line)
    }
    this.#table.lines(lines, others)
    const drawn = [...lines.values()].filter(({ shown }) => shown).length
    const away = this.#selection.lines.filter(({ key }) => hidden.has(key)).length
    this.#view.lines(drawn, away, this.#history.keys.length)
  }

  #showStatus(): void {
    const shown = present(this.#status, this.#history.times.length > 0)
    const focusOnRetry = document.activeElement === this.#view.retry.element && !shown.retry
    this.#view.status(shown, this.#statusText, this.#status === 'paused', this.#rows.length > 0)
    // The button that was pressed is gone; focus goes on to what it brought.
    if (focusOnRetry && shown.plot) this.#plot.focus()
  }

  #read({ line, time }: Cursor): Reading | null {
    const { times } = this.#history
    const at = firstFrom(times, time)
    const found = this.#byKey.get(line)
    if (found === undefined || times[at] !== time) return null
    const lag = found.lags[at]
    const since = times[at - 1] ?? -Infinity
    return {
      name: line === OTHERS ? this.#othersName : line,
      style: lineStyle(found.slot, this.#theme),
      lag: lag === undefined || Number.isNaN(lag) ? null : lag,
      marks: this.#marks.filter((mark) => mark.at > since && mark.at <= time),
    }
  }

  get #othersName(): string {
    return fill(this.#init.strings.others, this.#format.number(this.#selection.others))
  }

  #range(range: RangeName): void {
    this.#keep({ range })
    this.#draw()
  }

  #show(key: string, shown: boolean): void {
    const others = this.#state.hidden.filter((each) => each !== key)
    this.#hide(shown ? others : [...others, key])
  }

  #showAll(): void {
    this.#hide([])
    // The button goes with the last hidden line.
    this.#view.focusPause()
  }

  #hide(hidden: readonly string[]): void {
    this.#keep({ hidden })
    this.#plot.chart.hide(this.#hidden)
    this.#showLines()
    this.#plot.refresh()
  }

  async #pause(): Promise<void> {
    const paused = this.#status !== 'paused'
    this.#view.pause.busy(true)
    await this.#ask({ kind: 'pause', paused })
    this.#view.pause.busy(false)
  }

  async #retry(): Promise<void> {
    this.#view.retry.busy(true)
    await this.#ask({ kind: 'retry' })
    this.#view.retry.busy(false)
  }

  /** Asks the host; a failure, also silence, is shown as its sentence until the next attempt. */
  async #ask(body: PageRequest): Promise<void> {
    this.#view.problem('')
    const seconds = this.#format.number(20)
    const error = await this.#host.requests.send(body, fill(this.#init.strings.noAnswer, seconds))
    if (error !== null) this.#view.problem(error)
  }

  /** Saves soon, not at once: scrolling changes the state at every frame. */
  #keep(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change }
    if (this.#saving !== null) return
    this.#saving = window.setTimeout(() => {
      this.#saving = null
      this.#host.save(this.#state)
    }, 150)
  }
}
