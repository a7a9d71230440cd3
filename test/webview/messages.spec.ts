import { ANSWER_WITHIN_MS } from '../../webview/host'
import { QUIET_MS } from '../../webview/announcer'
import { expect, test } from './support/page'
import { init, sampleMessage, strings, target, windowMessage } from './support/messages'

const scene = { partitions: 6, samples: 60 }

test('the page says ready first, once, and shows nothing of its own', async ({ panel, page }) => {
  await panel.open()
  expect(await panel.sent()).toEqual([{ type: 'ready' }])
  await expect(page.locator('main')).toHaveText('')
  expect(await page.evaluate(() => Object.keys(window).filter((name) => /vscode/i.test(name)))).toEqual([
    'acquireVsCodeApi',
  ])
})

test('bad messages change nothing', async ({ panel, page }) => {
  await panel.show(scene)
  const before = await page.locator('main').innerHTML()
  const good = windowMessage(scene)
  for (const bad of [
    null,
    'init',
    {},
    { type: 'window' },
    { type: 'init', target: 'billing' },
    { ...good, times: [1, 2, 3] },
    { ...good, series: good.series.slice(0, 2).map((each) => ({ ...each, lag: new Float64Array(3) })) },
    { ...good, rows: [{ topic: '<img src=x>' }] },
    { ...sampleMessage(scene, 1), header: null },
    { type: 'status', status: 'exploded', text: 'x' },
    { type: 'reply', request: 'one', error: null },
    // Well formed, but it does not fit the window: of another group's partitions, and older than the last.
    sampleMessage({ ...scene, partitions: 9 }, 1),
    sampleMessage(scene, 0),
  ])
    await panel.raw(bad)
  await panel.drawn()
  expect(await page.locator('main').innerHTML()).toBe(before)
  await panel.send(sampleMessage({ ...scene, lag: () => 77 }, 1))
  await expect(page.locator('td.lag').first()).toHaveText('77')
})

test('names are text, never markup', async ({ panel, page }) => {
  await panel.show({ ...scene, topics: ['<b>bold</b>'] })
  await expect(page.getByRole('rowheader', { name: '<b>bold</b>' }).first()).toBeVisible()
  await expect(page.locator('main b')).toHaveCount(0)
})

for (const [status, text, retry] of [
  ['loading', 'Reading the offsets of billing.', false],
  ['empty', 'billing has committed no offsets, so there is no lag to draw.', false],
  ['denied', 'Not authorized to read offsets. Ask for DESCRIBE on the group.', true],
  ['failed', 'The broker answered with an error. See the log.', true],
  ['disconnected', 'demo is not connected.', true],
] as const) {
  test(`${status}: a sentence in place of the plot`, async ({ panel, page }) => {
    await panel.open()
    await panel.send(init())
    await panel.send({ type: 'status', status, text })
    await expect(page.locator('.message p')).toHaveText(text)
    await expect(page.locator('[data-role=announcements]')).toHaveText(text)
    await expect(panel.plot).toBeHidden()
    await expect(page.getByRole('table')).toBeHidden()
    await expect(page.getByRole('button')).toHaveCount(retry ? 1 : 0)
    await expect(page.getByRole('button', { name: strings.retry })).toBeVisible({ visible: retry })
  })
}

test('what was measured stays in sight when the connection goes; Try Again brings it back', async ({
  panel,
  page,
}) => {
  await panel.show(scene)
  await panel.send({ type: 'status', status: 'disconnected', text: 'demo refused the connection.' })
  await expect(panel.plot).toBeVisible()
  await expect(page.locator('.message.above')).toHaveText(/demo refused the connection/)
  const retry = page.getByRole('button', { name: strings.retry })
  await retry.press('Enter')
  expect(await panel.sent()).toContainEqual({ type: 'request', request: 1, body: { kind: 'retry' } })
  await panel.send({
    type: 'reply',
    request: 1,
    error: 'Nothing listens on localhost:29092. Start the broker.',
  })
  await expect(page.locator('.problem')).toHaveText('Nothing listens on localhost:29092. Start the broker.')
  await retry.press('Enter')
  await expect(page.locator('.problem')).toBeHidden()
  await panel.send({ type: 'reply', request: 2, error: null })
  await panel.send({ type: 'status', status: 'live', text: 'Live' })
  await expect(retry).toBeHidden()
  await expect(page.getByRole('application')).toBeFocused()
})

test('Pause asks, waits for the answer, and shows what the host says', async ({ panel, page }) => {
  await panel.show(scene)
  const pause = page.getByRole('button', { name: strings.pause })
  await pause.click()
  await pause.click()
  const requests = (await panel.sent()).filter(({ type }) => type === 'request')
  expect(requests).toEqual([{ type: 'request', request: 1, body: { kind: 'pause', paused: true } }])
  await panel.send({ type: 'status', status: 'paused', text: 'Paused at 14:02:11' })
  await panel.send({ type: 'reply', request: 1, error: null })
  await expect(page.getByText('Paused at 14:02:11').first()).toBeVisible()
  await page.getByRole('button', { name: strings.resume }).click()
  expect(await panel.sent()).toContainEqual({
    type: 'request',
    request: 2,
    body: { kind: 'pause', paused: false },
  })
})

test('a silent host is told of after twenty seconds', async ({ panel, page }) => {
  await page.clock.install()
  await panel.show(scene)
  await page.getByRole('button', { name: 'Show orders-2 in the tree' }).click()
  await page.clock.fastForward(ANSWER_WITHIN_MS - 1_000)
  await expect(page.locator('.problem')).toBeHidden()
  await page.clock.fastForward(2_000)
  await expect(page.locator('.problem')).toHaveText(
    'Lagline did not answer within 20 seconds. Close this panel and open it again.',
  )
})

test('a screen reader hears the finding at once and then seldom', async ({ panel, page }) => {
  await page.clock.install()
  await panel.show(scene)
  const live = page.locator('[data-role=announcements]')
  await expect(live).toHaveText('Live, every 2 seconds')
  for (let i = 1; i < 5; i++) await panel.send(sampleMessage({ ...scene, lag: () => i }, i))
  await expect(panel.plot).toHaveAttribute('aria-label', /^Total lag 24,/)
  await expect(live).toHaveText('Live, every 2 seconds')
  await page.clock.fastForward(QUIET_MS)
  await expect(live).toHaveText(/^Total lag 24,/)
})

test('what the reader chose survives a reload', async ({ panel, page }) => {
  const many = { partitions: 60, samples: 400, topics: ['orders', 'payments'] }
  await panel.show(many)
  await page.getByRole('combobox').click()
  await page.getByRole('option', { name: strings.ranges[0] }).click()
  await page.getByRole('checkbox', { name: 'Draw orders-2' }).click()
  await page.getByRole('columnheader', { name: 'Partition' }).getByRole('button').click()
  await page.locator('.table-scroll').evaluate((element) => (element.scrollTop = 240))
  const saved = {
    target,
    range: '5m',
    hidden: ['orders-2'],
    sort: { column: 'partition', direction: 'ascending' },
  }
  await expect.poll(() => panel.state()).toMatchObject({ ...saved, scroll: 240 })
  const colour = () =>
    page
      .getByRole('row', { name: /orders-3 / })
      .locator('.swatch line')
      .evaluate((line) => getComputedStyle(line).stroke)
  const before = await colour()
  await page.reload()
  await panel.send(init())
  // Since then another partition has become the worst; colours stay with their lines.
  await panel.send(windowMessage({ ...many, lag: (p, i) => (p === 30 ? 90_000 : 2_000 - p * 20 + (i % 3)) }))
  await panel.send({ type: 'status', status: 'live', text: 'Live' })
  await expect(page.getByRole('combobox')).toContainText(strings.ranges[0])
  await expect(page.getByRole('checkbox', { name: 'Draw orders-2' })).not.toBeChecked()
  await expect(page.getByRole('columnheader', { name: 'Partition' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  expect(await page.locator('.table-scroll').evaluate((element) => element.scrollTop)).toBe(240)
  expect(await colour()).toBe(before)
})

test('what was chosen for one group is not carried over to another', async ({ panel, page }) => {
  await panel.show(scene)
  await page.getByRole('checkbox', { name: 'Draw orders-2' }).click()
  await expect.poll(() => panel.state()).toMatchObject({ hidden: ['orders-2'] })
  await page.reload()
  await panel.send({ type: 'init', target: { cluster: 'c1', group: 'audit' }, locale: 'en', strings })
  await panel.send(windowMessage(scene))
  await expect(page.getByRole('checkbox', { name: 'Draw orders-2' })).toBeChecked()
  await expect
    .poll(() => panel.state())
    .toMatchObject({ target: { cluster: 'c1', group: 'audit' }, hidden: [] })
})

test('a state that cannot be read is forgotten', async ({ panel, page }) => {
  await page.addInitScript(() => sessionStorage.setItem('state', '{"target":5}'))
  await panel.show(scene)
  await expect(page.locator('tbody tr')).toHaveCount(6)
})
