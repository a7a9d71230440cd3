import { expect, test } from './support/page'
import { NOON, init, sampleMessage, strings, windowMessage } from './support/messages'
import { themes, type ThemeName } from './support/themes'

const flat = { partitions: 6, samples: 100, lag: (p: number) => 100 * (p + 1) }

test('the chart takes the colours of another theme in place', async ({ panel, page }) => {
  await panel.show(flat)
  const table = await page.getByRole('table').elementHandle()
  for (const name of ['light', 'high-contrast', 'high-contrast-light', 'dark'] as const) {
    await panel.theme(name)
    const now = themes[name].variables['charts-blue'] ?? ''
    expect(await panel.pixels(now)).toBeGreaterThan(300)
    if (name === 'light') expect(await panel.pixels(themes.dark.variables['charts-green'] ?? '')).toBe(0)
    const swatch = page.locator('tbody .swatch line').first()
    const style = await swatch.evaluate((line) => getComputedStyle(line).stroke)
    expect(style).toBe(rgb(themes[name].variables['charts-blue'] ?? ''))
  }
  expect(await table?.evaluate((element) => element.isConnected)).toBe(true)
})

test('so does what the cursor shows', async ({ panel, page }) => {
  await panel.show(flat)
  await panel.plot.hover({ position: { x: 300, y: 200 } })
  const swatch = page.locator('.tip .swatch line')
  const before = await swatch.evaluate((line) => getComputedStyle(line).stroke)
  await panel.theme('high-contrast-light')
  expect(await swatch.evaluate((line) => getComputedStyle(line).stroke)).not.toBe(before)
})

test('the axes take them too', async ({ panel }) => {
  await panel.show(flat)
  const labels = { dark: themes.dark.variables.descriptionForeground ?? '', 'high-contrast-light': '#292929' }
  expect(await panel.pixels(labels.dark)).toBeGreaterThan(50)
  await panel.theme('high-contrast-light')
  expect(await panel.pixels(labels.dark)).toBe(0)
  expect(await panel.pixels(labels['high-contrast-light'])).toBeGreaterThan(50)
})

test('dashes and shapes tell lines apart from the seventh on, in high contrast from the first', async ({
  panel,
  page,
}) => {
  await panel.show({ partitions: 20, samples: 20 })
  const marked = () =>
    page
      .locator('tbody .swatch')
      .evaluateAll((all) => all.map((swatch) => swatch.children.length > 1 && swatch.isConnected))
  expect(await marked()).toEqual(Array.from({ length: 20 }, (_, i) => i >= 6))
  await panel.theme('high-contrast')
  expect(await marked()).toEqual(Array.from({ length: 20 }, () => true))
})

test('forced colours: the plot and the swatches use the system’s own', async ({ panel, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await panel.show(flat)
  const text = await page.evaluate(() => {
    const probe = document.createElement('canvas').getContext('2d')
    if (probe === null) throw new Error('no canvas')
    probe.fillStyle = 'CanvasText'
    return String(probe.fillStyle)
  })
  expect(await panel.pixels(text)).toBeGreaterThan(300)
  expect(await panel.pixels('#3794ff')).toBe(0)
  const swatch = page.locator('tbody .swatch line').first()
  expect(await swatch.evaluate((line) => getComputedStyle(line).stroke)).toBe(rgb(text))
})

test('nothing turns where motion is unwanted', async ({ panel, page }) => {
  await panel.open()
  await panel.send(init())
  await panel.send({ type: 'status', status: 'loading', text: 'Reading offsets.' })
  await expect(page.locator('vscode-progress-ring')).toBeVisible()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(page.locator('vscode-progress-ring')).toBeHidden()
  await expect(page.getByText('Reading offsets.').first()).toBeVisible()
})

test('unknown lag breaks the line, and so does a pause in sampling', async ({ panel }) => {
  await panel.show({ partitions: 1, samples: 101, lag: (_, i) => (i > 40 && i < 60 ? NaN : 500) })
  const gaps = (columns: readonly number[]) => {
    const first = columns.findIndex((count) => count > 0)
    const last = columns.findLastIndex((count) => count > 0)
    const empty = columns.slice(first, last).filter((count) => count === 0).length
    return empty / (last - first)
  }
  expect(gaps(await panel.columns('#3794ff'))).toBeCloseTo(0.2, 1)
  const whole = windowMessage({ partitions: 1, samples: 101, lag: () => 500 })
  await panel.send(whole)
  await panel.drawn()
  expect(gaps(await panel.columns('#3794ff'))).toBe(0)
  await panel.send({ ...whole, times: whole.times.map((time, i) => (i < 50 ? time - 200_000 : time)) })
  await panel.drawn()
  expect(gaps(await panel.columns('#3794ff'))).toBeCloseTo(0.5, 1)
})

test('the plot moves on with the samples', async ({ panel }) => {
  const scene = { partitions: 1, samples: 61, lag: () => 500 }
  await panel.show(scene)
  const blue = '#3794ff'
  const edges = async () => {
    const columns = await panel.columns(blue)
    return [columns.findIndex((count) => count > 0), columns.findLastIndex((count) => count > 0)] as const
  }
  const [left, right] = await edges()
  for (let i = 1; i <= 20; i++)
    await panel.send(sampleMessage({ ...scene, lag: () => (i > 1 ? NaN : 500) }, i))
  await panel.drawn()
  const [leftNow, rightNow] = await edges()
  expect(leftNow).toBe(left)
  // 60 of the 80 intervals now shown have a line, and one more.
  expect((rightNow - leftNow) / (right - left)).toBeCloseTo(61 / 80, 1)
})

test('marks stand on the plot and, with their time, in the list under it', async ({ panel, page }) => {
  const marks = [
    { at: NOON - 60_000, kind: 'rebalance', text: 'Rebalance: 3 members' },
    { at: NOON - 30_000, kind: 'reset', text: 'Reset to earliest' },
  ] as const
  await panel.show({ ...flat, marks: [] })
  const upright = async () => (await panel.columns('#cccccc')).filter((count) => count > 150).length
  const axis = await upright()
  await panel.send(windowMessage({ ...flat, marks: [...marks, marks[1]] }))
  await panel.drawn()
  expect(await upright()).toBe(axis + 2)
  const events = page.getByRole('region', { name: strings.events })
  await expect(events.getByRole('listitem')).toHaveText([
    '14:01:41Reset to earliest',
    '14:01:11Rebalance: 3 members',
  ])
})

for (const { width, height, name } of [
  { width: 400, height: 700, name: '400 pixels wide' },
  { width: 620, height: 360, name: 'at 200 % zoom' },
])
  test(`nothing is cut off ${name}`, async ({ panel, page }) => {
    await page.setViewportSize({ width, height })
    await panel.show({ partitions: 200, samples: 50, topics: ['a-topic-with-quite-a-long-name'] })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    for (const control of [
      page.getByRole('combobox'),
      page.getByRole('button', { name: strings.pause }),
      panel.plot,
      page.getByRole('columnheader', { name: 'Topic' }),
    ]) {
      await control.scrollIntoViewIfNeeded()
      await expect(control).toBeInViewport({ ratio: 0.6 })
    }
    // By keyboard from the last control before it: focus must never be out of sight.
    await page.locator('tbody [tabindex="0"]').focus()
    await page.keyboard.press('Tab')
    const others = page.getByRole('checkbox', { name: 'Draw 180 others' })
    await expect(others).toBeFocused()
    await expect(others).toBeInViewport({ ratio: 1 })
  })

for (const name of Object.keys(themes) as ThemeName[])
  test(`text can be read: ${name}`, async ({ panel, page }) => {
    await panel.show(flat, name)
    const background = luminance(themes[name].variables['editor-background'] ?? '')
    const colours = await page
      .locator('h1, .cluster, .sentence, .beside, .drawn, thead th span, td.lag, td.number, .events time')
      .evaluateAll((all) => all.map((element) => getComputedStyle(element).color))
    for (const colour of new Set(colours)) {
      // A translucent colour stands on the background; its strength is its alpha.
      const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      const on = parse(themes[name].variables['editor-background'] ?? '')
      const mixed = [r, g, b].map((value, i) => value * alpha + (on[i] ?? 0) * (1 - alpha))
      expect(contrast(luminanceOf(mixed), background), colour).toBeGreaterThan(4.5)
    }
  })

function parse(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

function rgb(hex: string): string {
  return `rgb(${parse(hex).join(', ')})`
}

/** WCAG 2 relative luminance and contrast ratio. */
function luminanceOf(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((value) => {
    const s = value / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function luminance(hex: string): number {
  return luminanceOf(parse(hex))
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
