import type { Page } from '@playwright/test'
import { expect, test } from '../support/editor/fixture'
import { choose, modal, openContainer, openFile, openWorkbench, webview } from '../support/editor/page'
import { clusterSetting } from '../support/editor/settings'
import { act, frontTab, openGroup, question, unique, writeFolderSettings } from './lagline'

/** Refusals of the content security policy, which Chromium writes to the console. */
function refusals(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (
      /content security policy/i.test(message.text()) &&
      /vscode-webview|chart\.(js|css)|<style>/i.test(message.text())
    )
      found.push(message.text())
  })
  return found
}

const THEMES = [
  ['Default Light Modern', 'vscode-light'],
  ['Default Dark Modern', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
] as const

test('tree, chart, dialog and findings in light, dark and high contrast', async ({
  page,
  startOwnEditor,
  broker,
  oracle,
}, info) => {
  const topic = unique('orders')
  const group = unique('themed')
  await oracle.createTopic(topic, { partitions: 3 })
  for (const partition of [0, 1, 2]) await oracle.produce(topic, partition, 40 * (partition + 1))
  await oracle.commit(
    group,
    [0, 1, 2].map((partition) => ({ topic, partition, offset: 5 })),
  )
  const refused = refusals(page)
  const editor = await startOwnEditor({ settings: clusterSetting('own', broker.bootstrap) })
  await openWorkbench(page, editor)
  const found = await openGroup(page, 'own', group)
  const chart = webview(page)
  for (const [theme, body] of THEMES)
    await test.step(theme, async () => {
      const look = async (name: string): Promise<void> => {
        await info.attach(`${theme} ${name}`, { body: await page.screenshot(), contentType: 'image/png' })
      }
      await writeFolderSettings(editor, { 'workbench.colorTheme': theme })
      await expect(page.locator('.monaco-workbench')).toHaveClass(new RegExp(`\\b${themeClass(body)}\\b`))
      await act(found, 'Open Lag Chart', frontTab(page, `${group} · lag`))
      await expect(chart.locator('body')).toHaveClass(new RegExp(`\\b${body}\\b`))
      await expect(chart.getByRole('table')).toContainText('115')
      await look('chart')
      await act(found, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
      await choose(page, /^Earliest/)
      await expect(modal(page, group)).toBeVisible()
      await look('dialog')
      await page.keyboard.press('Escape')
      await openFile(page, 'consumer.properties')
      await expect(page.locator('.squiggly-warning')).toHaveCount(1)
      await look('findings')
      await openContainer(page, 'Lagline')
    })
  expect(refused).toEqual([])
})

/** The workbench's own class for what a webview's body says: `vs`, `vs-dark`, `hc-black`. */
function themeClass(body: (typeof THEMES)[number][1]): string {
  return { 'vscode-light': 'vs', 'vscode-dark': 'vs-dark', 'vscode-high-contrast': 'hc-black' }[body]
}
