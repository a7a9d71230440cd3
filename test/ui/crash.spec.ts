import { expect, test } from '../support/editor/fixture'
import { answerModal, choose, modal, openWorkbench, toast } from '../support/editor/page'
import { startProxy } from '../support/kafka/proxy'
import { act, openGroup, question, unique } from './lagline'

test('undoes a change whose answer never came, because the extension host was killed after the commit', async ({
  page,
  broker,
  oracle,
  startOwnEditor,
}) => {
  const topic = unique('orders')
  const group = unique('crashed')
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 50)
  await oracle.commit(group, [{ topic, partition: 0, offset: 7 }])
  const committed = async (): Promise<string | undefined> => (await oracle.committed(group))[0]?.offset
  const [node] = broker.nodes
  if (node === undefined) throw new Error('The shared broker has no node.')
  const proxy = await startProxy(node)
  try {
    const clusters = [{ id: 'own', name: 'own', bootstrapServers: [proxy.bootstrap] }]
    const editor = await startOwnEditor({ settings: { 'lagline.clusters': clusters } })
    await openWorkbench(page, editor)
    const found = await openGroup(page, 'own', group)
    await act(found, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
    await choose(page, /^Latest/)
    proxy.judgeResponses(({ api }) => (api === 'OffsetCommit' ? 'drop' : 'pass'))
    await answerModal(page, `Reset offsets of ${group}`, 'Reset Offsets')
    await expect.poll(committed).toBe('50')
    await editor.killExtensionHost()
    proxy.judgeResponses(null)

    await page.goto('about:blank')
    await editor.restart()
    await openWorkbench(page, editor)
    await act(await openGroup(page, 'own', group), /^Undo Last Offset Change/, modal(page, `to ${group}?`))
    await answerModal(page, `to ${group}?`, 'Undo Change')
    await expect(toast(page, `${group}: 1 partition brought back`)).toBeVisible()
    expect(await committed()).toBe('7')
  } finally {
    await proxy.stop()
  }
})
