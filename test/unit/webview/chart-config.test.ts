import { describe, expect, it } from 'vitest'
import { chartConfig, lagDataset, type Plot } from '../../../webview/chart-config'
import { pageFormat } from '../../../webview/format'
import { readTheme } from '../../../webview/theme'

const theme = readTheme(() => '', 'vscode-dark')
const plot: Plot = {
  times: [1_000, 3_000, 5_000],
  lines: [
    { key: 'orders-0', slot: 0, lags: [1, NaN, 3] },
    { key: 'others', slot: null, lags: [4, 5, 6] },
  ],
  hidden: new Set(['others']),
  span: { min: 1_000, max: 61_000 },
  bridge: 10_000,
}
const config = chartConfig(plot, theme, pageFormat('en', 'UTC'), () => 0)
const { options } = config

describe('the configuration', () => {
  it('keeps what makes the chart fast', () => {
    expect(options).toMatchObject({
      animation: false,
      parsing: false,
      normalized: true,
      events: [],
      elements: { point: { radius: 0, hitRadius: 0, hoverRadius: 0 }, line: { tension: 0, fill: false } },
    })
    expect(options?.plugins?.legend).toBeUndefined()
  })

  it('spans long pauses by a limit, so that unknown lag breaks the line', () => {
    for (const { spanGaps } of config.data.datasets) expect(spanGaps).toBe(10_000)
  })

  it('has a time axis of epoch milliseconds and a lag axis from zero', () => {
    expect(options?.scales?.x).toMatchObject({ type: 'linear', min: 1_000, max: 61_000 })
    expect(options?.scales?.y).toMatchObject({ type: 'linear', min: 0, suggestedMax: 10 })
    const { minRotation, maxRotation } = options?.scales?.x?.ticks as {
      minRotation: number
      maxRotation: number
    }
    expect(minRotation).toBe(maxRotation)
  })

  it('gives every line its own points, and NaN where lag is unknown', () => {
    const [line, others] = config.data.datasets
    expect(line?.data).toEqual([
      { x: 1_000, y: 1 },
      { x: 3_000, y: NaN },
      { x: 5_000, y: 3 },
    ])
    expect([line?.hidden, others?.hidden]).toEqual([false, true])
    expect(line?.label).toBe('orders-0')
    expect(line?.borderColor).toBe(theme.palette[0])
    expect(others?.borderColor).toBe(theme.muted)
  })

  it('does not share the arrays of its line', () => {
    const [line] = plot.lines
    if (line === undefined) throw new Error('no line')
    const { data } = lagDataset(line, plot, theme)
    data.push({ x: 7_000, y: 1 })
    expect(line.lags).toHaveLength(3)
    expect(plot.times).toHaveLength(3)
  })
})
