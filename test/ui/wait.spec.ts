import { expect, test } from '../support/editor/fixture'
import { answerModal, choose, openWorkbench, toast } from '../support/editor/page'
import { act, openGroup, question, unique } from './lagline'

test('waits until a group that is in use is Empty, then goes on with the reset', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('orders')
  const group = unique('busy')
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 10)
  await oracle.commit(group, [{ topic, partition: 0, offset: 3 }])
  const consumer = await oracle.consumer({ group, topics: [topic], clientId: 'worker-7' })
  await openWorkbench(page, editor)
  const found = await openGroup(page, 'test', group)
  await act(found, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
  await choose(page, /^Earliest/)
  await toast(page, `${group} is in use`).getByRole('button', { name: 'Wait until Empty' }).click()
  await expect(toast(page, `Waiting until ${group} is Empty`)).toContainText(
    'Still in it: worker-7 on 127.0.0.1',
  )
  await consumer.stop()
  await answerModal(page, `Reset offsets of ${group} to the earliest offset?`, 'Reset Offsets')
  await expect(toast(page, `${group}: 1 partition moved`)).toBeVisible()
  expect((await oracle.committed(group))[0]?.offset).toBe('0')
})
