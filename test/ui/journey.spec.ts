import { expect, test } from '../support/editor/fixture'
import {
  answerModal,
  choose,
  expandRow,
  openRow,
  modal,
  openContainer,
  openWorkbench,
  reloadWorkbench,
  toast,
  treeRow,
  webview,
} from '../support/editor/page'
import {
  act,
  actByLens,
  actByMenu,
  answerToast,
  clearToast,
  documentLines,
  frontTab,
  hasWritten,
  lens,
  openGroup,
  question,
  row,
  step,
  unique,
  validation,
  VIEW,
} from './lagline'

test('adds a cluster, sees it connect, and looks into a group down to who holds each partition', async ({
  page,
  broker,
  oracle,
  startOwnEditor,
}) => {
  const topic = unique('orders')
  const group = unique('billing')
  await oracle.createTopic(topic, { partitions: 2 })
  await oracle.produce(topic, 0, 100)
  await oracle.produce(topic, 1, 100)
  await oracle.commit(group, [
    { topic, partition: 0, offset: 40 },
    { topic, partition: 1, offset: 90 },
  ])
  const consumer = await oracle.consumer({
    group,
    topics: [topic],
    clientId: 'billing-1',
    properties: { 'enable.auto.commit': 'false' },
  })
  const editor = await startOwnEditor({ settings: { 'lagline.poll.treeSeconds': 1 } })
  await openWorkbench(page, editor)

  await openContainer(page, 'Lagline')
  await page.getByRole('button', { name: 'Add Cluster', exact: true }).click()
  await step(page, /1\/2/, broker.bootstrap)
  await step(page, /2\/2/, 'mine')
  await expect(row(page, 'mine')).toHaveAccessibleName(/^mine, localhost:\d+, Kafka 4\.3, 1 broker$/)

  const billing = await openGroup(page, 'mine', group)
  await expect(billing).toHaveAccessibleName(/lag 70, Stable, 1 member, classic$/)
  const orders = treeRow(page, VIEW, new RegExp(`^${topic}, topic of the group, lag 70, 2 partitions`))
  await openRow(billing, orders)
  const first = new RegExp(`^partition 0 of ${topic}, lag 60, at 40 of 100, billing-1 on 127`)
  await openRow(orders, treeRow(page, VIEW, first))
  const member = new RegExp(`^billing-1, member on 127.*${topic}: 0–1`)
  await openRow(treeRow(page, VIEW, /^Members, 1 member/), treeRow(page, VIEW, member))

  await expandRow(treeRow(page, VIEW, /^Topics/))
  await openRow(treeRow(page, VIEW, /^Brokers/), treeRow(page, VIEW, /^Broker 1, localhost:\d+/))

  await consumer.stop()
  await expect(billing).toHaveAccessibleName(/Empty/)
})

test('draws the lag of a group live, with the same numbers in a table beside it', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('orders')
  const group = unique('charted')
  await oracle.createTopic(topic, { partitions: 2 })
  await oracle.produce(topic, 0, 100)
  await oracle.commit(group, [
    { topic, partition: 0, offset: 40 },
    { topic, partition: 1, offset: 0 },
  ])
  await openWorkbench(page, editor)
  await act(await openGroup(page, 'test', group), 'Open Lag Chart', frontTab(page, `${group} · lag`))

  const chart = webview(page)
  await expect(chart.getByRole('heading', { name: group })).toBeVisible()
  const numbers = chart.getByRole('table').getByRole('row', { name: new RegExp(`${topic}-0`) })
  await expect(numbers).toContainText('60')
  await oracle.produce(topic, 0, 25)
  await expect(numbers).toContainText('85')
  await expect(chart.getByRole('img', { name: new RegExp(`^${group}: stopped`) })).toBeVisible()

  // The page keeps which group it shows: the panel is there again after a reload, and waits to be connected.
  await expect
    .poll(() => hasWritten(page, ['lagline.chart', 'target', group]), { timeout: 30_000 })
    .toBe(true)
  await reloadWorkbench(page)
  await chart.getByRole('button', { name: 'Try Again' }).click()
  await expect(numbers).toContainText('85')
})

test('resets, undoes, reviews and applies a plan, seeks, deletes, and brings back what it deleted', async ({
  page,
  editor,
  broker,
  oracle,
}) => {
  const topic = unique('orders')
  const group = unique('audit')
  await oracle.createTopic(topic, { partitions: 3 })
  for (const partition of [0, 1, 2]) await oracle.produce(topic, partition, 100)
  await oracle.deleteRecords(topic, 2, 20)
  const before = [
    { topic, partition: 0, offset: 40, metadata: 'by hand' },
    { topic, partition: 1, offset: 90 },
    { topic, partition: 2, offset: 30 },
  ]
  await oracle.commit(group, before)
  const offsets = async (): Promise<Record<number, string>> =>
    Object.fromEntries((await oracle.committed(group)).map(({ partition, offset }) => [partition, offset]))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openWorkbench(page, editor)
  const audit = await openGroup(page, 'test', group)

  await test.step('icon, choice, confirm, done', async () => {
    await act(audit, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
    await expect(page.getByRole('option', { name: /^Earliest, replays 140/ })).toBeVisible()
    await choose(page, /^Earliest/)
    const asked = modal(page, `Reset offsets of ${group} to the earliest offset?`)
    await expect(asked).toContainText('Skips none.')
    await expect(asked).toContainText('Replays 140 offsets.')
    await expect(asked).toContainText('3 partitions of 1 topic: 3 move.')
    await answerModal(page, group, 'Reset Offsets')
    await expect(toast(page, `${group}: 3 partitions moved, read back and equal.`)).toBeVisible()
    expect(await offsets()).toEqual({ 0: '0', 1: '0', 2: '20' })
  })

  await test.step('undo, from the message', async () => {
    await answerToast(page, '3 partitions moved', 'Undo')
    await answerModal(page, `to ${group}?`, 'Undo Change')
    await expect(toast(page, '3 partitions brought back')).toBeVisible()
    await clearToast(page, '3 partitions brought back')
    expect(await offsets()).toEqual({ 0: '40', 1: '90', 2: '30' })
    expect((await oracle.committed(group)).find(({ partition }) => partition === 0)?.metadata).toBe('by hand')
  })

  await test.step('review the plan, copy it as a command, apply it', async () => {
    await act(audit, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
    await choose(page, /^Offset/)
    await step(page, /2\/2/, 'ten')
    await expect(validation(page)).toContainText('“ten” is not an offset.')
    await step(page, /2\/2/, '10')
    await answerModal(page, `${group} to offset 10?`, 'Review Plan')
    await expect(frontTab(page, `Plan for ${group}`)).toBeVisible()
    await expect
      .poll(() => documentLines(page))
      .toContain('Skips 0 offsets, replays 120. 3 partitions: 3 move, 1 clamped.')
    const rows = (await documentLines(page))
      .filter((line) => line.startsWith(topic))
      .map((line) => line.split(/ {2,}/))
    expect(rows).toEqual([
      [topic, '0', '40', '10', '-30', '60', '90'],
      [topic, '1', '90', '10', '-80', '10', '90'],
      [topic, '2', '30', '20', '-10', '70', '80', '10 is below the log, which begins at 20'],
    ])
    await lens(page, 'Copy as Command').click()
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
    await expect
      .poll(copied)
      .toBe(
        `kafka-consumer-groups.sh --bootstrap-server ${broker.bootstrap} --group ${group} --reset-offsets --all-topics --to-offset 10 --execute`,
      )
    await actByLens(page, 'Apply', modal(page, `${group} to offset 10?`))
    await answerModal(page, `${group} to offset 10?`, 'Reset Offsets')
    await expect(toast(page, '3 partitions moved')).toBeVisible()
    await expect(lens(page, /^Applied/)).toBeVisible()
    expect(await offsets()).toEqual({ 0: '10', 1: '10', 2: '20' })
    await answerToast(page, '3 partitions moved', 'Show')
    await expect(frontTab(page, `Result for ${group}`)).toBeVisible()
  })

  await test.step('seek one partition, to a time', async () => {
    const inGroup = treeRow(page, VIEW, new RegExp(`^${topic}, topic of the group`))
    const second = treeRow(page, VIEW, new RegExp(`^partition 1 of ${topic}`))
    await openRow(audit, inGroup)
    await openRow(inGroup, second)
    await act(second, /^Seek/, question(page, `Seek ${topic}-1 in ${group}`))
    await choose(page, /^Time/)
    await step(page, /2\/2/, '2026-02-31 10:00')
    await expect(validation(page)).toContainText('does not exist')
    await step(page, /2\/2/, '2001-01-01 10:00')
    await answerModal(page, `Move ${group} on ${topic}-1`, 'Move Offset')
    await expect(toast(page, `${group}: 1 partition moved`)).toBeVisible()
    expect(await offsets()).toEqual({ 0: '10', 1: '0', 2: '20' })
  })

  await test.step('delete the group, and bring it back', async () => {
    await actByMenu(audit, 'Delete Group…', modal(page, `Delete the group ${group}?`))
    await answerModal(page, `Delete the group ${group}?`, 'Delete Group')
    await expect(toast(page, `The group ${group} is deleted.`)).toBeVisible()
    await expect(audit).toHaveCount(0)
    expect(await offsets()).toEqual({})
    await answerToast(page, 'is deleted', 'Undo')
    await answerModal(page, `Bring back the offsets of ${group}?`, 'Undo Change')
    await expect(toast(page, '3 partitions brought back')).toBeVisible()
    expect(await offsets()).toEqual({ 0: '10', 1: '0', 2: '20' })
    await expect(audit).toBeVisible()
  })
})

test('undoes from the row after a restart of the editor', async ({
  page,
  broker,
  oracle,
  startOwnEditor,
}) => {
  const topic = unique('orders')
  const group = unique('restarted')
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 50)
  await oracle.commit(group, [{ topic, partition: 0, offset: 7 }])
  const clusters = [{ id: 'own', name: 'own', bootstrapServers: [broker.bootstrap] }]
  const editor = await startOwnEditor({ settings: { 'lagline.clusters': clusters } })
  const committed = async (): Promise<string | undefined> => (await oracle.committed(group))[0]?.offset

  await openWorkbench(page, editor)
  await act(
    await openGroup(page, 'own', group),
    /^Reset Offsets/,
    question(page, `Reset offsets of ${group}`),
  )
  await choose(page, /^Latest/)
  await answerModal(page, `Reset offsets of ${group}`, 'Reset Offsets')
  await expect(toast(page, `${group}: 1 partition moved`)).toBeVisible()
  expect(await committed()).toBe('50')

  await page.goto('about:blank')
  await editor.restart()
  await openWorkbench(page, editor)
  await act(await openGroup(page, 'own', group), /^Undo Last Offset Change/, modal(page, `to ${group}?`))
  await answerModal(page, `to ${group}?`, 'Undo Change')
  await expect(toast(page, `${group}: 1 partition brought back`)).toBeVisible()
  expect(await committed()).toBe('7')
})

test('refuses to move a group that is in use, and says who holds it', async ({ page, editor, oracle }) => {
  const topic = unique('orders')
  const group = unique('in-use')
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 10)
  await oracle.commit(group, [{ topic, partition: 0, offset: 3 }])
  const consumer = await oracle.consumer({ group, topics: [topic], clientId: 'worker-7' })
  await openWorkbench(page, editor)
  await act(
    await openGroup(page, 'test', group),
    /^Reset Offsets/,
    question(page, `Reset offsets of ${group}`),
  )
  await choose(page, /^Earliest/)
  const refusal = toast(
    page,
    `${group} is in use, so its offsets cannot be moved: worker-7 on 127.0.0.1 is in it.`,
  )
  await expect(refusal).toBeVisible()
  await consumer.stop()
  await refusal.getByRole('button', { name: 'Try Again' }).click()
  await expect(modal(page, `Reset offsets of ${group} to the earliest offset?`)).toBeVisible()
})
