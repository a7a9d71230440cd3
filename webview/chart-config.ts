/** How chart.js is set up: pure, so that a test can hold on to the options that keep it fast. */
import type { ChartConfiguration, ChartDataset } from 'chart.js'
import type { PageFormat } from './format'
import type { Line } from './series'
import { lineStyle, type ChartTheme } from './theme'
import { tickLabel, timeTicks, type TimeSpan } from './time-axis'

export interface Point {
  /** Epoch ms. */
  readonly x: number
  /** Lag; NaN = unknown. */
  readonly y: number
}

export type LagConfig = ChartConfiguration<'line', Point[]>
export type LagDataset = ChartDataset<'line', Point[]>

export interface Plot {
  /** Epoch ms, ascending. */
  readonly times: readonly number[]
  readonly lines: readonly Line[]
  /** Keys of the lines that are not shown. */
  readonly hidden: ReadonlySet<string>
  readonly span: TimeSpan
  /** Longest pause in ms a line may bridge. */
  readonly bridge: number
}

/** Width in pixels a time label gets. */
const LABEL = 84

/** One line's data and looks. The data array belongs to chart.js from here on. */
export function lagDataset(line: Line, plot: Plot, theme: ChartTheme): LagDataset {
  return {
    label: line.key,
    data: plot.times.map((x, i) => ({ x, y: line.lags[i] ?? NaN })),
    hidden: plot.hidden.has(line.key),
    // A number and not `true`: unknown samples and long pauses must break the line.
    spanGaps: plot.bridge,
    ...datasetLook(line.slot, theme),
  }
}

/** What of a dataset follows from the theme. */
export function datasetLook(
  slot: number | null,
  theme: ChartTheme,
): Pick<LagDataset, 'borderColor' | 'borderDash' | 'borderWidth'> {
  const { colour, dash, width } = lineStyle(slot, theme)
  return { borderColor: colour, borderDash: [...dash], borderWidth: width }
}

/**
 * @param offset ms to add to UTC at a moment, for the reader's local time.
 */
export function chartConfig(
  plot: Plot,
  theme: ChartTheme,
  format: PageFormat,
  offset: (ms: number) => number,
): LagConfig {
  const look = axisLook(theme)
  return {
    type: 'line',
    data: { datasets: plot.lines.map((line) => lagDataset(line, plot, theme)) },
    options: {
      // The options that make the difference between 20 ms and 250 ms per sample.
      animation: false,
      parsing: false,
      normalized: true,
      events: [],
      elements: {
        point: { radius: 0, hitRadius: 0, hoverRadius: 0 },
        line: { tension: 0, fill: false, borderJoinStyle: 'round' },
      },
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 22, right: 10, bottom: 0, left: 0 } },
      scales: {
        x: {
          type: 'linear',
          grid: look.grid,
          border: look.border,
          min: plot.span.min,
          max: plot.span.max,
          afterBuildTicks: (axis) => {
            const { min, max } = axis
            const most = Math.floor(axis.chart.width / LABEL)
            axis.ticks = timeTicks({ min, max }, most, offset(max)).map((value) => ({ value }))
          },
          ticks: {
            ...look.ticks,
            autoSkip: false,
            minRotation: 0,
            maxRotation: 0,
            callback: (_value, index, ticks) =>
              tickLabel(
                ticks.map(({ value }) => value),
                index,
                format,
              ),
          },
        },
        y: {
          type: 'linear',
          grid: look.grid,
          border: look.border,
          min: 0,
          // An axis of 0 to 1 would make a lag of 1 look like trouble.
          suggestedMax: 10,
          grace: '5%',
          ticks: {
            ...look.ticks,
            precision: 0,
            maxTicksLimit: 7,
            callback: (value) => format.compact(Number(value)),
          },
        },
      },
    },
  }
}

/** What of the axes follows from the theme. */
export function axisLook(theme: ChartTheme) {
  return {
    grid: { color: theme.grid, tickColor: theme.axis, drawTicks: false },
    border: { color: theme.axis },
    ticks: {
      color: theme.muted,
      font: { family: theme.font, size: theme.fontSize },
      padding: 6,
    },
  }
}
