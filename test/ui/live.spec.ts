import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Editor } from '../support/editor/editor'
import { expect, test } from '../support/editor/fixture'
import {
  answerModal,
  choose,
  modal,
  openContainer,
  openFile,
  openRow,
  openWorkbench,
  runCommand,
  treeRow,
} from '../support/editor/page'
import { act, actByMenu, row, unique, VIEW, writeFolderSettings } from './lagline'

const guess = /above 1,800,000, the default of group\.max\.session\.timeout\.ms/
const certain = /2,000,000.*1,800,000.*\(cluster own\)/

/** A consumer's file whose session is longer than the broker allows. */
async function writeConsumer({ folder }: Editor, bootstrap: string): Promise<void> {
  const lines = [`bootstrap.servers=${bootstrap}`, `group.id=${unique('live')}`, 'session.timeout.ms=2000000']
  await writeFile(join(folder, 'consumer.properties'), lines.map((line) => `${line}\n`).join(''))
}

/** What is said in the view of problems. */
function problem(page: Page, text: RegExp): ReturnType<Page['getByRole']> {
  return page.getByRole('treeitem', { name: text })
}

/** Connects the cluster as a person does: by opening its row. */
async function connect(page: Page): Promise<void> {
  await openContainer(page, 'Lagline')
  await openRow(row(page, 'own'), treeRow(page, VIEW, /^Groups/))
}

async function disconnect(page: Page): Promise<void> {
  await openContainer(page, 'Lagline')
  await actByMenu(row(page, 'own'), 'Disconnect', treeRow(page, VIEW, /^own.*not connected/))
}

test('holds a file against the connected cluster that its addresses lead to, and says which', async ({
  page,
  broker,
  startOwnEditor,
}) => {
  const clusters = [{ id: 'own', name: 'own', bootstrapServers: [broker.bootstrap] }]
  const editor = await startOwnEditor({ settings: { 'lagline.clusters': clusters } })
  await writeConsumer(editor, broker.bootstrap)
  await openWorkbench(page, editor)
  await openFile(page, 'consumer.properties')
  await runCommand(page, 'Problems: Focus on Problems View')
  const line = page.locator('.view-line').filter({ hasText: 'session.timeout.ms' })
  const hover = page.locator('.monaco-hover:visible')

  await test.step('before, Kafka’s usual limits are all that is known', async () => {
    await expect(problem(page, guess)).toHaveCount(1)
  })

  await test.step('connected, its own limits count', async () => {
    await connect(page)
    await expect(problem(page, certain)).toHaveCount(1)
    await expect(problem(page, certain)).toContainText('session-timeout-out-of-broker-range')
    await expect(problem(page, guess)).toHaveCount(0)
    await expect(page.locator('.squiggly-error')).toHaveCount(1)
  })

  await test.step('also in the hover', async () => {
    await expect(async () => {
      await page.mouse.move(0, 0)
      await line.hover({ position: { x: 24, y: 8 }, timeout: 2_000 })
      await expect(hover).toContainText('On own: group.max.session.timeout.ms is 1800000', { timeout: 3_000 })
    }).toPass({ timeout: 30_000 })
    await page.screenshot({ path: test.info().outputPath('live.png') })
    await page.mouse.move(0, 0)
    await expect(hover).toHaveCount(0)
  })

  await test.step('a person may say otherwise, and take it back', async () => {
    await line.click()
    await runCommand(page, 'Lagline: Check This File against a Cluster')
    await choose(page, /^No cluster/)
    await expect(problem(page, guess)).toHaveCount(1)
    await expect(problem(page, certain)).toHaveCount(0)
    await runCommand(page, 'Lagline: Check This File against a Cluster')
    await choose(page, /^By its addresses/)
    await expect(problem(page, certain)).toHaveCount(1)
  })

  await test.step('among the source actions, and not where the light bulb asks', async () => {
    const actions = page.locator('.action-widget')
    const offered = actions.getByText('Check this file against a cluster…')
    const explain = actions.getByText('Explain session-timeout-out-of-broker-range')
    await expect(async () => {
      await page.keyboard.press('Escape')
      await line.click({ timeout: 2_000 })
      await page.keyboard.press('Control+.')
      await expect(explain).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 30_000 })
    await expect(offered).toHaveCount(0)
    await page.keyboard.press('Escape')
    // The list is closed again where the editor is busy with something else.
    await expect(async () => {
      await runCommand(page, 'Source Action...')
      await expect(offered).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 60_000 })
    await page.keyboard.press('Escape')
  })

  await test.step('disconnected, it counts no more', async () => {
    await disconnect(page)
    await expect(problem(page, guess)).toHaveCount(1)
    await expect(problem(page, certain)).toHaveCount(0)
  })
})

test('holds a file against the cluster of the setting, or the one that was chosen', async ({
  page,
  broker,
  startOwnEditor,
}) => {
  const clusters = [{ id: 'own', name: 'own', bootstrapServers: [broker.bootstrap] }]
  const editor = await startOwnEditor({ settings: { 'lagline.clusters': clusters } })
  await writeConsumer(editor, 'inside.example:9092')
  await openWorkbench(page, editor)
  await connect(page)
  await openFile(page, 'consumer.properties')
  await runCommand(page, 'Problems: Focus on Problems View')
  await expect(problem(page, guess)).toHaveCount(1)

  await test.step('the setting', async () => {
    await writeFolderSettings(editor, { 'lagline.lint.cluster': 'own' })
    await expect(problem(page, certain)).toHaveCount(1)
    await writeFolderSettings(editor, {})
    await expect(problem(page, guess)).toHaveCount(1)
  })

  await test.step('the choice, which is kept', async () => {
    await page.locator('.view-line').filter({ hasText: 'session.timeout.ms' }).click()
    await runCommand(page, 'Lagline: Check This File against a Cluster')
    await choose(page, /^own/)
    await expect(problem(page, certain)).toHaveCount(1)
    await disconnect(page)
    await expect(problem(page, guess)).toHaveCount(1)
    // What a person has closed does not connect again by opening its row.
    await act(row(page, 'own'), 'Connect', treeRow(page, VIEW, /^Groups/))
    await expect(problem(page, certain)).toHaveCount(1)
  })

  await test.step('removed, it counts no more', async () => {
    await actByMenu(row(page, 'own'), 'Remove Cluster…', modal(page, 'Remove own from the view?'))
    await answerModal(page, 'Remove own from the view?', 'Remove')
    await expect(row(page, 'own')).toHaveCount(0)
    await expect(problem(page, guess)).toHaveCount(1)
    await expect(problem(page, certain)).toHaveCount(0)
  })
})
