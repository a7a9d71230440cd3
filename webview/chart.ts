/** The plot behind a small interface, so that the library that draws it stays replaceable. */
import { Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js'
import { WINDOW_SAMPLES, type ChartMark } from '../src/shared/chart-protocol'
import { axisLook, chartConfig, datasetLook, lagDataset, type Plot, type Point } from './chart-config'
import type { Cursor } from './cursor'
import type { PageFormat } from './format'
import { nearest } from './history'
import { overlayPlugin, type Overlay } from './overlay'
import type { ChartTheme } from './theme'
import type { TimeSpan } from './time-axis'

Chart.register(LineController, LineElement, PointElement, LinearScale)

export interface LagChart {
  /** Other lines, or everything anew. */
  set(plot: Plot): void
  /** One more sample of the same lines: lag by line key. */
  append(time: number, lags: ReadonlyMap<string, number>, span: TimeSpan): void
  marks(marks: readonly ChartMark[]): void
  hide(hidden: ReadonlySet<string>): void
  theme(theme: ChartTheme): void
  cursor(cursor: Cursor | null): void
  /** The line and sample nearest to a place on the canvas (CSS pixels); null outside the plot. */
  locate(x: number, y: number): Cursor | null
  /** Where a cursor is on the canvas, in CSS pixels; null where its lag is unknown or it is out of sight. */
  place(cursor: Cursor): { readonly x: number; readonly y: number } | null
  destroy(): void
}

/**
 * @param canvas its parent element decides the size.
 * @param drawn told after each frame that was drawn.
 */
export function lagChart(
  canvas: HTMLCanvasElement,
  theme: ChartTheme,
  format: PageFormat,
  drawn: () => void = () => undefined,
): LagChart {
  const overlay: Overlay = { theme, marks: [], cursor: null, slots: [] }
  const empty: Plot = {
    times: [],
    lines: [],
    hidden: new Set(),
    span: { min: 0, max: 1 },
    bridge: 0,
  }
  let plot = empty
  let frame: number | null = null
  const localOffset = (ms: number) => -new Date(ms).getTimezoneOffset() * 60_000
  const chart = new Chart<'line', Point[]>(canvas, {
    ...chartConfig(empty, theme, format, localOffset),
    plugins: [overlayPlugin(overlay)],
  })
  /** Asked for each time: every update of the chart makes new objects for its axes. */
  const axes = () => Object.values(chart.options.scales ?? {}).filter((axis) => axis !== undefined)

  /** However many changes come in one frame, one drawing; none while nobody can see it. */
  const draw = () => {
    if (frame !== null || document.hidden) return
    frame = requestAnimationFrame(() => {
      frame = null
      chart.update('none')
      drawn()
    })
  }
  const look = () => {
    const { grid, border, ticks } = axisLook(overlay.theme)
    for (const axis of axes()) {
      Object.assign(axis, { grid, border })
      // Into the ticks, not over them: their labels are made by functions that stand there too.
      axis.ticks = Object.assign(axis.ticks ?? {}, ticks)
    }
    chart.data.datasets.forEach((dataset, i) =>
      Object.assign(dataset, datasetLook(overlay.slots[i] ?? null, overlay.theme)),
    )
  }
  const show = (span: TimeSpan) => {
    const x = chart.options.scales?.x
    if (x !== undefined) Object.assign(x, span)
  }
  const visible = () => {
    if (!document.hidden) draw()
  }
  document.addEventListener('visibilitychange', visible)

  return {
    set: (next) => {
      plot = next
      overlay.slots = plot.lines.map(({ slot }) => slot)
      chart.data.datasets = plot.lines.map((line) => lagDataset(line, plot, overlay.theme))
      show(plot.span)
      draw()
    },
    append: (time, lags, span) => {
      for (const { label, data } of chart.data.datasets) {
        data.push({ x: time, y: lags.get(label ?? '') ?? NaN })
        if (data.length > WINDOW_SAMPLES) data.shift()
      }
      show(span)
      draw()
    },
    marks: (marks) => {
      overlay.marks = marks
      draw()
    },
    hide: (hidden) => {
      chart.data.datasets.forEach((dataset, i) =>
        chart.setDatasetVisibility(i, !hidden.has(dataset.label ?? '')),
      )
      draw()
    },
    theme: (next) => {
      overlay.theme = next
      look()
      draw()
    },
    cursor: (cursor) => {
      overlay.cursor = cursor
      draw()
    },
    locate: (left, top) => {
      const { chartArea, scales } = chart
      // Before the first frame there is no layout yet, whatever the types say.
      if ((chartArea as unknown) === undefined || left < chartArea.left || left > chartArea.right) return null
      if (top < chartArea.top || top > chartArea.bottom) return null
      // All lines stand on the same moments.
      const times = chart.data.datasets[0]?.data.map((point) => point.x) ?? []
      const sample = nearest(times, scales.x?.getValueForPixel(left) ?? 0)
      let best: Cursor | null = null
      let distance = Infinity
      chart.data.datasets.forEach(({ data, label }, index) => {
        const point = data[sample]
        if (!chart.isDatasetVisible(index) || label === undefined || point === undefined) return
        const away = Math.abs((scales.y?.getPixelForValue(point.y) ?? NaN) - top)
        if (!(away < distance)) return
        distance = away
        best = { line: label, time: point.x }
      })
      return best
    },
    place: (cursor) => {
      const { scales } = chart
      const data = chart.data.datasets.find(({ label }) => label === cursor.line)?.data
      const point = data?.find((each) => each.x === cursor.time)
      if (point === undefined || Number.isNaN(point.y) || scales.x === undefined || scales.y === undefined)
        return null
      if (point.x < scales.x.min) return null
      return { x: scales.x.getPixelForValue(point.x), y: scales.y.getPixelForValue(point.y) }
    },
    destroy: () => {
      document.removeEventListener('visibilitychange', visible)
      if (frame !== null) cancelAnimationFrame(frame)
      chart.destroy()
    },
  }
}
