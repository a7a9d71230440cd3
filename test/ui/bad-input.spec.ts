import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/editor/fixture'
import { answerModal, choose, modal, openContainer, openWorkbench, toast } from '../support/editor/page'
import { freePort } from '../support/ports'
import { act, hoverTitle, openGroup, question, row, step, unique, validation } from './lagline'

/** Adds a cluster that cannot be reached and expects its row to say why, while everything else keeps working. */
async function expectRow(page: Page, address: string, sentence: RegExp): Promise<void> {
  const name = unique('bad')
  await askNewCluster(page)
  await step(page, /1\/2/, address)
  await step(page, /2\/2/, name)
  const bad = row(page, name)
  await expect(bad).toHaveAccessibleName(sentence, { timeout: 12_000 })
  await act(bad, 'Show Why', modal(page, sentence))
  await answerModal(page, sentence, 'Cancel')
  await bad.hover()
  await expect(bad.getByRole('button', { name: 'Try Again' })).toBeVisible()
}

async function askNewCluster(page: Page): Promise<void> {
  await hoverTitle(page)
  await page
    .getByRole('button', { name: /^Add Cluster/ })
    .first()
    .click()
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

test.describe('an address that is none of a broker is told, and what else is there keeps working', () => {
  let page: Page

  test.beforeAll(async ({ browser, broker, startFileEditor }) => {
    const clusters = [
      7,
      { id: 'good', name: 'good', bootstrapServers: [broker.bootstrap] },
      { id: 'x', name: 'x' },
    ]
    const editor = await startFileEditor({
      settings: { 'lagline.clusters': clusters, 'lagline.timeout.connectSeconds': 3 },
    })
    page = await browser.newPage()
    await openWorkbench(page, editor)
    await openContainer(page, 'Lagline')
  })

  test.afterAll(() => page.close())

  test('an entry of the settings is wrong', async () => {
    await expect(row(page, 'good')).toBeVisible()
    await expect(toast(page, /Entry 1 of lagline\.clusters is not an object/)).toBeVisible()
  })

  test('what is typed is no address', async () => {
    await askNewCluster(page)
    await step(page, /1\/2/, 'http://localhost:9092')
    await expect(validation(page)).toContainText('is a URL')
    await step(page, /1\/2/, 'localhost')
    await expect(validation(page)).toContainText('has no port. Kafka’s usual one is 9092')
    await page.keyboard.press('Escape')
  })

  test('nothing listens there', async () => {
    const port = await freePort()
    await expectRow(page, `localhost:${port}`, /refused the connection: nothing listens there\. Check/)
  })

  test('an HTTP server answers', async () => {
    const server = createHttpServer((_request, response) => response.end('hello'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await expectRow(page, `127.0.0.1:${portOf(server)}`, /not as a Kafka broker.*Check the port/)
    server.closeAllConnections()
    server.close()
  })

  test('it accepts and stays silent', async () => {
    const sockets = new Set<{ destroy: () => void }>()
    const server = createServer((socket) => sockets.add(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const silent = /accepts connections but does not answer\. Check the port/
    await expectRow(page, `127.0.0.1:${portOf(server)}`, silent)
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  test('the name does not resolve', async () => {
    await expectRow(
      page,
      'no-such-host.invalid:9092',
      /no-such-host\.invalid.* does not resolve\. Check the spelling/,
    )
  })

  test('the broker advertises what cannot be reached', async ({ broker }) => {
    await expectRow(
      page,
      `localhost:${broker.nodes[0]?.proxiedPort ?? 0}`,
      /advertises localhost:\d+, which cannot be reached.*advertised\.listeners/,
    )
  })
})

test('an offset that is no number, and a date that is none, are told while typing', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('orders')
  const group = unique('typed')
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.commit(group, [{ topic, partition: 0, offset: 0 }])
  await openWorkbench(page, editor)
  await act(
    await openGroup(page, 'test', group),
    /^Reset Offsets/,
    question(page, `Reset offsets of ${group}`),
  )
  await choose(page, /^Offset/)
  for (const [typed, said] of [
    ['12x', 'is not an offset'],
    ['-3', 'cannot be below 0'],
    ['99999999999999999999', 'beyond the largest offset'],
  ] as const) {
    await step(page, /2\/2/, typed)
    await expect(validation(page)).toContainText(said)
  }
  await page.locator('.quick-input-widget:visible').getByRole('button', { name: 'Back' }).click()
  await choose(page, /^Time/)
  for (const [typed, said] of [
    ['whenever', 'is not a time'],
    ['2026-02-31 10:00', 'does not exist'],
    ['25:00', 'hours go to 23'],
  ] as const) {
    await step(page, /2\/2/, typed)
    await expect(validation(page)).toContainText(said)
  }
})

test('a group that vanishes is told, and goes from the list', async ({ page, editor, oracle }) => {
  const topic = unique('orders')
  const group = unique('vanishing')
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 5)
  await oracle.commit(group, [{ topic, partition: 0, offset: 2 }])
  await openWorkbench(page, editor)
  const found = await openGroup(page, 'test', group)
  await act(found, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
  await choose(page, /^Latest/)
  await expect(modal(page, group)).toBeVisible()
  await oracle.deleteGroup(group)
  await answerModal(page, group, 'Reset Offsets')
  await expect(toast(page, /Nothing was changed\./)).toBeVisible()
  await expect(found).toHaveCount(0, { timeout: 20_000 })
})
