import { expect, test } from '../support/editor/fixture'
import { clusterSetting } from '../support/editor/settings'
import { openContainer, openFile, openRow, openWorkbench, treeRow } from '../support/editor/page'

const view = /Clusters/

test('the packaged extension is at home in the workbench', async ({ page, editor }) => {
  await openWorkbench(page, editor)
  await openContainer(page, 'Lagline')
  await expect(treeRow(page, view, /^test/)).toBeVisible()
  await openFile(page, 'consumer.properties')
  await expect(page.locator('.squiggly-warning')).toBeVisible()
})

test('an extension host that has crashed comes back with the clusters', async ({
  page,
  broker,
  startOwnEditor,
}) => {
  const editor = await startOwnEditor({ settings: clusterSetting('mine', broker.bootstrap) })
  await openWorkbench(page, editor)
  await openContainer(page, 'Lagline')
  await expect(treeRow(page, view, /^mine/)).toBeVisible()
  await editor.killExtensionHost()
  // The rows of the host that died can still be opened for a moment; those of the new one come closed.
  await openRow(treeRow(page, view, /^mine/), treeRow(page, view, /^Groups/))
})
