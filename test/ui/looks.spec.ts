import type { Page } from '@playwright/test'
import { expect, test } from '../support/editor/fixture'
import { choose, modal, openFile, openWorkbench, webview } from '../support/editor/page'
import { act, frontTab, openGroup, question, unique } from './lagline'

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

for (const [theme, body] of [
  ['Default Light Modern', 'vscode-light'],
  ['Default Dark Modern', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
] as const)
  test(`tree, chart, dialog and findings in ${theme}`, async ({
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
    const settings = {
      'workbench.colorTheme': theme,
      'lagline.clusters': [{ id: 'own', name: 'own', bootstrapServers: [broker.bootstrap] }],
    }
    const refused = refusals(page)
    const editor = await startOwnEditor({ settings })
    await openWorkbench(page, editor)
    const found = await openGroup(page, 'own', group)
    await act(found, 'Open Lag Chart', frontTab(page, `${group} · lag`))
    const chart = webview(page)
    await expect(chart.locator('body')).toHaveClass(new RegExp(`\\b${body}\\b`))
    await expect(chart.getByRole('table')).toContainText('115')
    await info.attach('chart', { body: await page.screenshot(), contentType: 'image/png' })
    await act(found, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
    await choose(page, /^Earliest/)
    await expect(modal(page, group)).toBeVisible()
    await info.attach('dialog', { body: await page.screenshot(), contentType: 'image/png' })
    await page.keyboard.press('Escape')
    await openFile(page, 'consumer.properties')
    await expect(page.locator('.squiggly-warning')).toHaveCount(1)
    await info.attach('findings', { body: await page.screenshot(), contentType: 'image/png' })
    expect(refused).toEqual([])
  })
