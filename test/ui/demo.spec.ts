import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownedFolder, spawnOwned } from '../support/owned'
import { expect, test } from '../support/editor/fixture'
import { expandRow, openContainer, treeRow } from '../support/editor/page'

const view = /Clusters/

test('the demo shows its five groups for what they are, and leaves nothing behind', async ({
  page,
  editorName,
}) => {
  test.setTimeout(300_000)
  const folder = ownedFolder('demo-log')
  const log = join(folder.path, 'log')
  const demo = spawnOwned(process.execPath, ['scripts/demo.mjs', '--editor', editorName], { log })
  try {
    const said = (): string => readFileSync(log, 'utf8')
    await expect.poll(said, { timeout: 120_000 }).toContain('quit.')
    await page.goto(/http:\S+/.exec(said())?.[0] ?? 'about:blank')
    await openContainer(page, 'Lagline')
    await expandRow(treeRow(page, view, /^demo/))
    await expandRow(treeRow(page, view, /^Groups/))
    const patient = { timeout: 120_000 }
    await expect(treeRow(page, view, /^shipping.*keeping up/)).toBeVisible(patient)
    await expect(treeRow(page, view, /^billing.*falling behind/)).toBeVisible(patient)
    await expect(treeRow(page, view, /^ledger.*stuck/)).toBeVisible(patient)
    await expect(treeRow(page, view, /^audit.*stopped/)).toBeVisible(patient)
    await expect(treeRow(page, view, /^search-indexer.*keeping up/)).toBeVisible(patient)
    demo.child.kill('SIGTERM')
    await demo.ended
    await expect.poll(() => demo.descendants(), { timeout: 15_000 }).toEqual([])
  } finally {
    await demo.kill()
    await folder.remove()
  }
})
