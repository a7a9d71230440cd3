import { expect, test } from './support/page'
import { sampleMessage, windowMessage } from './support/messages'

test('what a screen reader meets', async ({ panel, page }) => {
  await panel.show({ partitions: 2, samples: 30, lag: (p, i) => (p === 1 ? NaN : 1_000 + i) })
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "billing" [level=1]
      - text: Stable demo
      - paragraph: Total lag 1,029, rising 310 per minute; the worst partition is orders-0.
      - paragraph: Lag 1,029
      - combobox "Range": Last 15 minutes
      - button "Pause"
      - text: Live, every 2 seconds 2 drawn of 2 partitions
      - application "Lag per partition over time":
        - img "Total lag 1,029, rising 310 per minute; the worst partition is orders-0."
      - paragraph: Left and right arrows walk through the samples, up and down through the lines.
      - table "Partitions":
        - caption: Partitions
        - rowgroup:
          - row:
            - columnheader "Line"
            - columnheader "Topic":
              - button "Topic"
            - columnheader "Partition":
              - button "Partition"
            - columnheader "Lag":
              - button "Lag"
            - columnheader "Committed":
              - button "Committed"
            - columnheader "End":
              - button "End"
            - columnheader "Member":
              - button "Member"
            - columnheader "Note":
              - button "Note"
        - rowgroup:
          - row:
            - cell "Draw orders-0":
              - checkbox "Draw orders-0" [checked]
            - rowheader "orders"
            - cell "Show orders-0 in the tree":
              - button "Show orders-0 in the tree": "0"
            - cell "1,029"
            - cell "48,208,971"
            - cell "48,210,000"
            - cell "consumer-1 on 10.0.0.7"
            - cell
          - row:
            - cell "Draw orders-1":
              - checkbox "Draw orders-1" [checked]
            - rowheader "orders"
            - cell "Show orders-1 in the tree":
              - button "Show orders-1 in the tree": "1"
            - cell "unknown"
            - cell "none"
            - cell "unknown"
            - cell "consumer-2 on 10.0.0.8"
            - cell "no leader"
      - status: Live, every 2 seconds
  `)
})

test('200 partitions with 300 samples: twenty lines, the sum of the others, 200 rows', async ({
  panel,
  page,
}) => {
  const scene = { partitions: 200, samples: 300, topics: ['orders', 'payments'] }
  await panel.show(scene)
  await expect(page.locator('tbody tr')).toHaveCount(200)
  await expect(page.locator('tbody').getByRole('checkbox')).toHaveCount(20)
  await expect(page.getByText('20 drawn of 200 partitions')).toBeVisible()
  await expect(page.locator('tfoot tr')).toContainText('180 others')
  const newest = windowMessage(scene).rows.map(({ lag }) => lag ?? 0)
  const others = newest
    .sort((a, b) => b - a)
    .slice(20)
    .reduce((sum, lag) => sum + lag, 0)
  await expect(page.locator('tfoot td.lag')).toHaveText(others.toLocaleString('en'))
  // Every colour of the theme is on the plot.
  for (const colour of ['#3794ff', '#d18616', '#89d185', '#b180d7', '#f14c4c', '#cca700'])
    expect(await panel.pixels(colour), colour).toBeGreaterThan(100)
  // With all lines but the summed one hidden, the plot is that one.
  await expect(page.getByRole('checkbox', { name: 'Draw 180 others' })).toBeChecked()
  await page.getByRole('checkbox', { name: 'Draw 180 others' }).click()
  await expect(page.getByText('1 hidden')).toBeVisible()
})

test('a sample changes numbers in place, and rows come and go with a new window', async ({ panel, page }) => {
  const scene = { partitions: 5, samples: 20, lag: (p: number) => 100 - p }
  await panel.show(scene)
  const first = await page.locator('tbody tr').first().elementHandle()
  await panel.send(sampleMessage({ ...scene, lag: (p) => 7_000 - p }, 1))
  await expect(page.locator('td.lag').first()).toHaveText('7,000')
  expect(await first?.evaluate((row) => row.isConnected)).toBe(true)
  await panel.send(windowMessage({ ...scene, partitions: 3 }))
  await expect(page.locator('tbody tr')).toHaveCount(3)
  await panel.send(windowMessage({ ...scene, partitions: 8 }))
  await expect(page.locator('tbody tr')).toHaveCount(8)
  await panel.send(windowMessage({ ...scene, partitions: 0, samples: 0 }))
  await panel.send({ type: 'status', status: 'empty', text: 'Nothing is committed.' })
  await expect(page.locator('.message p')).toHaveText('Nothing is committed.')
})

test('3,000 partitions are all in the table, and stay quick to update', async ({ panel, page }) => {
  const scene = { partitions: 3_000, samples: 30 }
  await panel.show(scene)
  await expect(page.locator('tbody tr')).toHaveCount(3_000)
  await panel.send(sampleMessage({ ...scene, lag: (p) => p }, 1))
  // What is in sight follows at once, what is far below a moment later, their order when asked for.
  await expect(page.locator('tbody tr').first().locator('.lag')).toHaveText('0')
  const last = page.locator('tbody tr', {
    has: page.locator('button[aria-label="Show orders-2999 in the tree"]'),
  })
  await expect(last.locator('.lag')).toHaveText('2,999')
  const head = page.getByRole('columnheader', { name: 'Lag' }).getByRole('button')
  await head.click()
  await head.click()
  await expect(page.locator('tbody tr').first().locator('.lag')).toHaveText('2,999')
  await expect(page.getByText('20 drawn of 3,000 partitions')).toBeVisible()
})

test('offsets beyond what a double holds are shown to the last digit', async ({ panel, page }) => {
  const scene = windowMessage({ partitions: 1, samples: 5 })
  await panel.show({ partitions: 1, samples: 5 })
  const [row] = scene.rows
  if (row === undefined) throw new Error('no row')
  await panel.send({
    ...scene,
    rows: [{ ...row, committed: '9223372036854775806', end: '9223372036854775807' }],
  })
  await expect(page.getByRole('cell', { name: '9,223,372,036,854,775,807' })).toBeVisible()
})

test('the reader’s language decides how numbers look', async ({ panel, page }) => {
  await panel.show({ partitions: 1, samples: 5, lag: () => 48_210 }, 'dark', 'de')
  await expect(page.locator('td.lag')).toHaveText('48.210')
  await expect(page.locator('.total-number')).toHaveText('48.210')
})

test('the pointer reads the nearest line', async ({ panel, page }) => {
  await panel.show({ partitions: 2, samples: 60, lag: (p) => (p === 0 ? 900 : 100) })
  const canvas = panel.plot
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('no plot')
  await canvas.hover({ position: { x: box.width / 2, y: box.height * 0.25 } })
  await expect(page.locator('.tip')).toContainText('orders-0')
  await canvas.hover({ position: { x: box.width / 2, y: box.height * 0.8 } })
  await expect(page.locator('.tip')).toContainText('orders-1')
  const tip = await page.locator('.tip').boundingBox()
  expect(tip?.x ?? 0).toBeGreaterThanOrEqual(box.x)
  await page.getByRole('heading', { level: 1 }).hover()
  await expect(page.locator('.tip')).toBeHidden()
})
