import { expect, test } from '../support/editor/fixture'
import { openContainer, openFile, openWorkbench, treeRow } from '../support/editor/page'
import { actByLens, lens, openGroup, question, unique, VIEW } from './lagline'

test('shows above a group id how its group does, and leads to it', async ({
  page,
  oracle,
  broker,
  startOwnEditor,
}) => {
  const topic = unique('orders')
  // As the demo's consumer.properties names it.
  const group = 'billing'
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 50)
  await oracle.commit(group, [{ topic, partition: 0, offset: 7 }])
  const clusters = [{ id: 'own', name: 'own', bootstrapServers: [broker.bootstrap] }]
  const editor = await startOwnEditor({
    settings: { 'lagline.clusters': clusters, 'lagline.poll.treeSeconds': 1 },
  })
  await openWorkbench(page, editor)
  await openFile(page, 'consumer.properties')
  await expect(lens(page, 'billing: connect to see how it does')).toBeVisible()
  await openGroup(page, 'own', group)
  await expect(lens(page, /stopped · lag 43 · Empty/)).toBeVisible()
  await oracle.commit(group, [{ topic, partition: 0, offset: 10 }])
  await expect(lens(page, /stopped · lag 40 · Empty/)).toBeVisible()
  await actByLens(page, 'Reset…', question(page, `Reset offsets of ${group}`))
  await page.keyboard.press('Escape')
  await openContainer(page, 'Explorer')
  await actByLens(page, 'Reveal', treeRow(page, VIEW, /^billing, consumer group/))
})
