/**
 * What is drawn on the plot beside the lines: marks of rebalances and resets, shapes that tell lines apart, the newest
 * sample as a dot, and the reader's cursor. One chart.js plugin; it reads what to draw from an object its owner changes.
 */
import type { Chart, Plugin } from 'chart.js'
import { drawPoint } from 'chart.js/helpers'
import type { ChartMark } from '../src/shared/chart-protocol'
import type { Point } from './chart-config'
import type { Cursor } from './cursor'
import { lineStyle, type ChartTheme, type LineStyle } from './theme'

export interface Overlay {
  theme: ChartTheme
  marks: readonly ChartMark[]
  cursor: Cursor | null
  /** Slots beside the datasets. */
  slots: readonly (number | null)[]
}

type LineChart = Chart<'line'>

/** Pixels between two shapes on a line, and the width a mark's label may take. */
const SHAPE_EVERY = 110
const LABEL_WIDTH = 190

const pointStyles = { circle: 'circle', triangle: 'triangle', diamond: 'rectRot', square: 'rect' } as const

export function overlayPlugin(overlay: Overlay): Plugin<'line'> {
  return {
    id: 'lagline',
    beforeDatasetsDraw: (chart) => drawMarks(chart, overlay),
    afterDatasetsDraw: (chart) => {
      drawPoints(chart, overlay)
      drawCursor(chart, overlay)
    },
  }
}

/** All data of this chart is made by `lagDataset`; chart.js's plugin types allow for other forms. */
function pointsOf(dataset: LineChart['data']['datasets'][number] | undefined): readonly Point[] {
  return (dataset?.data ?? []) as Point[]
}

function drawMarks(chart: LineChart, { marks, theme }: Overlay): void {
  const { ctx, chartArea, scales } = chart
  const x = scales.x
  if (x === undefined || marks.length === 0) return
  ctx.save()
  ctx.strokeStyle = theme.foreground
  ctx.fillStyle = theme.foreground
  ctx.lineWidth = 1
  ctx.font = `${theme.fontSize}px ${theme.font}`
  ctx.textBaseline = 'bottom'
  let free = Infinity
  for (const mark of [...marks].sort((a, b) => b.at - a.at)) {
    if (mark.at < x.min || mark.at > x.max) continue
    const at = Math.round(x.getPixelForValue(mark.at)) + 0.5
    ctx.setLineDash(mark.kind === 'reset' ? [] : [4, 3])
    ctx.beginPath()
    ctx.moveTo(at, chartArea.top - 4)
    ctx.lineTo(at, chartArea.bottom)
    ctx.stroke()
    // From the newest to the oldest: where labels would meet, the newer one stays; all stand in the list below.
    const label = fit(ctx, mark.text, Math.min(LABEL_WIDTH, free - 8 - chartArea.left))
    if (label === '') continue
    const width = ctx.measureText(label).width
    const left = Math.max(chartArea.left, Math.min(at - 3, chartArea.right - width))
    if (left + width > free - 8) continue
    ctx.fillText(label, left, chartArea.top - 6)
    free = left
  }
  ctx.restore()
}

/** The text, shortened to a width; '' when not even a few letters fit. */
function fit(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  if (ctx.measureText(text).width <= width) return text
  for (let length = text.length - 1; length > 3; length--) {
    const shorter = `${text.slice(0, length).trimEnd()}…`
    if (ctx.measureText(shorter).width <= width) return shorter
  }
  return ''
}

/** Shapes along the lines that have one, and a dot at each newest sample and at samples without neighbours. */
function drawPoints(chart: LineChart, { theme, slots }: Overlay): void {
  const { ctx, chartArea, scales } = chart
  const { x, y } = scales
  if (x === undefined || y === undefined) return
  ctx.save()
  chart.data.datasets.forEach((dataset, index) => {
    if (!chart.isDatasetVisible(index)) return
    const style = lineStyle(slots[index] ?? null, theme)
    ctx.fillStyle = style.colour
    ctx.strokeStyle = style.colour
    let last: Point | null = null
    // Lines begin their shapes at different places, so that shapes of lines that lie on each other stay apart.
    let next = chartArea.left + ((index * 37) % SHAPE_EVERY)
    const points = pointsOf(dataset)
    for (let i = 0; i < points.length; i++) {
      const point = points[i]
      if (point === undefined || Number.isNaN(point.y) || point.x < x.min) continue
      last = point
      const at = x.getPixelForValue(point.x)
      const alone = Number.isNaN(points[i - 1]?.y ?? NaN) && Number.isNaN(points[i + 1]?.y ?? NaN)
      if (alone) dot(ctx, at, y.getPixelForValue(point.y), style.width)
      if (style.shape === 'none' || at < next) continue
      shape(ctx, style, at, y.getPixelForValue(point.y))
      next = at + SHAPE_EVERY
    }
    if (last !== null) dot(ctx, x.getPixelForValue(last.x), y.getPixelForValue(last.y), style.width + 1)
  })
  ctx.restore()
}

function shape(ctx: CanvasRenderingContext2D, style: LineStyle, x: number, y: number): void {
  if (style.shape === 'none') return
  drawPoint(ctx, { pointStyle: pointStyles[style.shape], radius: 4, borderWidth: 0 }, x, y)
}

function dot(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.fill()
}

function drawCursor(chart: LineChart, { cursor, theme, slots }: Overlay): void {
  const { ctx, chartArea, scales } = chart
  const { x, y } = scales
  if (cursor === null || x === undefined || y === undefined || cursor.time < x.min) return
  const index = chart.data.datasets.findIndex(({ label }) => label === cursor.line)
  const point = pointsOf(chart.data.datasets[index]).find((each) => each.x === cursor.time)
  const at = Math.round(x.getPixelForValue(cursor.time)) + 0.5
  ctx.save()
  ctx.strokeStyle = theme.foreground
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.moveTo(at, chartArea.top)
  ctx.lineTo(at, chartArea.bottom)
  ctx.stroke()
  if (point !== undefined && !Number.isNaN(point.y)) {
    ctx.beginPath()
    ctx.arc(at, y.getPixelForValue(point.y), 5, 0, 2 * Math.PI)
    ctx.fillStyle = lineStyle(slots[index] ?? null, theme).colour
    ctx.fill()
    ctx.lineWidth = 2
    ctx.strokeStyle = theme.foreground
    ctx.stroke()
  }
  ctx.restore()
}
