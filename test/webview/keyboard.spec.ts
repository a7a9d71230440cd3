import { expect, test } from './support/page'
import { init, sampleMessage, strings, windowMessage } from './support/messages'

const scene = { partitions: 25, samples: 60 }

test('Tab reaches every control, in reading order', async ({ panel, page }) => {
  await panel.show(scene)
  const reached: string[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return null
      return (focused.getAttribute('aria-label') ?? focused.textContent).trim()
    })
    if (name === null) break
    reached.push(name)
    expect(reached.length).toBeLessThan(40)
  }
  expect(reached).toEqual([
    strings.range,
    strings.pause,
    strings.chartLabel,
    ...['Topic', 'Partition', 'Lag', 'Committed', 'End', 'Member'],
    'Draw orders-0',
    'Draw 5 others',
  ])
})

test('arrows walk through the rows and their controls', async ({ panel, page }) => {
  await panel.show(scene)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    return focused()
  }
  await page.getByRole('checkbox', { name: 'Draw orders-0' }).focus()
  expect(await press('ArrowDown', 'ArrowDown')).toBe('Draw orders-2')
  expect(await press('ArrowRight')).toBe('Show orders-2 in the tree')
  expect(await press('ArrowUp')).toBe('Show orders-1 in the tree')
  // The last row has no line of its own, hence no box.
  expect(await press('ArrowLeft', 'End')).toBe('Show orders-24 in the tree')
  expect(await press('Home')).toBe('Show orders-0 in the tree')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Show orders-0 in the tree')
  await page.keyboard.press('Enter')
  expect(await panel.sent()).toContainEqual({
    type: 'request',
    request: 1,
    body: { kind: 'reveal', topic: 'orders', partition: 0 },
  })
})

test('headings sort by Enter and by Space, and say so', async ({ panel, page }) => {
  await panel.show({ partitions: 12, samples: 30 })
  const partitions = () =>
    page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.children[2]?.textContent))
  const byLag = await partitions()
  const head = page.getByRole('columnheader', { name: 'Partition' })
  await expect(page.getByRole('columnheader', { name: 'Lag' })).toHaveAttribute('aria-sort', 'descending')
  await head.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  expect(await partitions()).toEqual(Array.from({ length: 12 }, (_, i) => String(i)))
  await page.keyboard.press('Space')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  expect(await partitions()).toEqual(Array.from({ length: 12 }, (_, i) => String(11 - i)))
  await expect(page.locator('th[aria-sort]')).toHaveCount(1)
  await expect(head.getByRole('button')).toBeFocused()
  await page.getByRole('columnheader', { name: 'Lag' }).getByRole('button').press('Enter')
  expect(await partitions()).toEqual(byLag)
})

test('Space hides and shows a line', async ({ panel, page }) => {
  await panel.show({ partitions: 1, samples: 60 })
  const blue = '#3794ff'
  expect(await panel.pixels(blue)).toBeGreaterThan(200)
  await page.getByRole('checkbox', { name: 'Draw orders-0' }).press('Space')
  await panel.drawn()
  expect(await panel.pixels(blue)).toBe(0)
  await expect(page.getByText('1 hidden')).toBeVisible()
  await page.getByRole('button', { name: strings.showAll }).click()
  await panel.drawn()
  expect(await panel.pixels(blue)).toBeGreaterThan(200)
  await expect(page.getByRole('checkbox', { name: 'Draw orders-0' })).toBeChecked()
  await expect(page.getByRole('button', { name: strings.showAll })).toBeHidden()
  await expect(page.getByRole('button', { name: strings.pause })).toBeFocused()
})

test('arrows in the plot read samples and lines out', async ({ panel, page }) => {
  const marks = [
    { at: windowMessage(scene).times[57] ?? 0, kind: 'reset', text: 'Reset to earliest' },
  ] as const
  await panel.show({
    partitions: 3,
    samples: 60,
    marks,
    lag: (p, i) => (p === 1 && i === 58 ? NaN : 100 - 10 * p + i),
  })
  const readout = page.locator('[data-role=readout]')
  await page.getByRole('application', { name: strings.chartLabel }).focus()
  await page.keyboard.press('End')
  await expect(readout).toHaveText('orders-0 at 14:02:11: lag 159')
  await page.keyboard.press('ArrowLeft')
  await expect(readout).toHaveText('orders-0 at 14:02:09: lag 158')
  await page.keyboard.press('ArrowDown')
  await expect(readout).toHaveText('orders-1 at 14:02:09: lag unknown')
  await expect(page.locator('tr.current')).toContainText('10.0.0.8')
  await page.keyboard.press('ArrowLeft')
  await expect(readout.locator('p')).toHaveText(['orders-1 at 14:02:07: lag 147', 'Reset to earliest'])
  await page.keyboard.press('Home')
  await expect(readout).toHaveText('orders-1 at 14:00:13: lag 90')
  await page.keyboard.press('Escape')
  await expect(readout).toHaveText('')
  await expect(page.locator('tr.current')).toHaveCount(0)
})

test('a poll keeps the focus, the rows and their place', async ({ panel, page }) => {
  await panel.show(scene)
  const box = page.getByRole('checkbox', { name: 'Draw orders-3' })
  await box.focus()
  const mine = await page.locator('tbody tr').nth(3).elementHandle()
  // Partition 3 becomes by far the worst: it would move to the top.
  const worst = { ...scene, lag: (p: number) => (p === 3 ? 90_000 : 100 - p) }
  await panel.send(sampleMessage(worst, 1))
  await expect(page.getByRole('row', { name: 'orders Show orders-3' })).toContainText('90,000')
  await expect(box).toBeFocused()
  expect(await mine?.evaluate((row) => row === document.querySelectorAll('tbody tr')[3])).toBe(true)
  await page.getByRole('button', { name: strings.pause }).focus()
  await panel.send(sampleMessage(worst, 2))
  await expect(page.locator('tbody tr').first()).toContainText('90,000')
  expect(await mine?.evaluate((row) => row === document.querySelectorAll('tbody tr')[0])).toBe(true)
})

test('a second init starts again without a trace', async ({ panel, page }) => {
  await panel.show(scene)
  await panel.send({ ...init('ko'), target: { cluster: 'c1', group: 'audit' } } as ReturnType<typeof init>)
  await panel.send(windowMessage({ partitions: 2, samples: 5 }))
  await expect(page.getByRole('table')).toHaveCount(1)
  await expect(page.locator('tbody tr')).toHaveCount(2)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
})
