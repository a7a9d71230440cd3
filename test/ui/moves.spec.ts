import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../support/editor/fixture'
import {
  answerModal,
  choose,
  modal,
  openFile,
  openWorkbench,
  quickPickRow,
  runCommand,
  toast,
} from '../support/editor/page'
import {
  act,
  actByLens,
  actOnSelected,
  answerToast,
  clearToast,
  documentLines,
  filterTo,
  lens,
  openGroup,
  question,
  row,
  step,
  takeFromMenu,
  unique,
  validation,
} from './lagline'

test('shifts a group by a plan that tells when it is old, applies a CSV file, copies to a new group', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('orders')
  const group = unique('moved')
  await oracle.createTopic(topic, { partitions: 3 })
  for (const partition of [0, 1, 2]) await oracle.produce(topic, partition, 100)
  await oracle.commit(group, [
    { topic, partition: 0, offset: 40 },
    { topic, partition: 1, offset: 5 },
  ])
  const offsets = async (id: string): Promise<Record<number, string>> =>
    Object.fromEntries((await oracle.committed(id)).map(({ partition, offset }) => [partition, offset]))
  const file = join(editor.folder, 'offsets.csv')
  await writeFile(file, `${topic},0,7\n${topic},1,-8\n${topic},2,500\n`)
  await openWorkbench(page, editor)

  // The first thing that is wanted of the extension.
  await test.step('a CSV file with a bad line', async () => {
    await openFile(page, 'offsets.csv')
    await expect(page.locator('.squiggly-error')).toHaveCount(1)
  })

  const row = await openGroup(page, 'test', group)
  await test.step('shift by, with the group moving meanwhile', async () => {
    await act(row, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
    await choose(page, /^Shift by/)
    await step(page, /2\/2/, '0')
    await expect(validation(page)).toContainText('A shift by 0 moves nothing.')
    await step(page, /2\/2/, '-10')
    await answerModal(page, `Reset offsets of ${group} to 10 offsets before where it stands?`, 'Review Plan')
    await expect
      .poll(() => documentLines(page))
      .toContain('Skips 0 offsets, replays 15. 2 partitions: 2 move, 1 clamped.')
    await actByLens(page, 'Show Record Times', page.getByText('record of'))
    const ofFirst = async (): Promise<string[]> =>
      (await documentLines(page)).filter((line) => line.startsWith(`${topic}  `))
    await expect.poll(ofFirst).toContainEqual(expect.stringMatching(/ 40 +30 .* (AM|PM)$/))
    await oracle.commit(group, [{ topic, partition: 0, offset: 50 }])
    await expect(lens(page, 'Out of date: the group has moved since')).toBeVisible({ timeout: 30_000 })
    await actByLens(page, 'Refresh', lens(page, 'Apply'))
    await actByLens(page, 'Apply', modal(page, '10 offsets before'))
    await answerModal(page, '10 offsets before', 'Reset Offsets')
    await expect(toast(page, `${group}: 2 partitions moved, read back and equal.`)).toBeVisible()
    await clearToast(page, '2 partitions moved')
    expect(await offsets(group)).toEqual({ 0: '40', 1: '0' })
  })

  await test.step('the file put right and applied', async () => {
    await openFile(page, 'offsets.csv')
    await writeFile(file, `${topic},0,7\n${topic},1,8\n${topic},2,500\n`)
    await expect(page.locator('.squiggly-error')).toHaveCount(0)
    await actByLens(page, 'Apply to Group…', quickPickRow(page, new RegExp(`^${group}`)))
    await choose(page, new RegExp(`^${group}`))
    await answerModal(page, 'offsets.csv', 'Review Plan')
    await expect(lens(page, 'Apply')).toBeVisible()
    await runCommand(page, 'Lagline: Sort Plan')
    await choose(page, 'Most skipped first')
    await expect
      .poll(() => documentLines(page))
      .toContain('Shown: 3 of 3 rows (most skipped first). All of them are applied.')
    await actByLens(page, 'Apply', modal(page, 'offsets.csv'))
    await answerModal(page, 'offsets.csv', 'Reset Offsets')
    await expect(toast(page, `${group}: 3 partitions moved`)).toBeVisible()
    await clearToast(page, '3 partitions moved')
    expect(await offsets(group)).toEqual({ 0: '7', 1: '8', 2: '100' })
  })

  await test.step('copy to a group that is not there', async () => {
    const copy = `${group}-copy`
    await runCommand(page, 'Lagline: Copy Offsets to New Group')
    await choose(page, new RegExp(`^${group}`))
    await step(page, 'Copy Offsets to New Group', copy)
    await answerModal(page, `Create the group ${copy}`, 'Create Group')
    await step(page, `There is no group ${copy} yet`, 'create')
    await expect(toast(page, `${copy}: 3 partitions moved, read back and equal.`)).toBeVisible()
    expect(await offsets(copy)).toEqual({ 0: '7', 1: '8', 2: '100' })
  })
})

test('changes several groups one by one, and says which are done, failed and not tried', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('orders')
  const name = unique('several')
  const groups = ['a', 'b', 'c'].map((each) => `${name}-${each}`)
  const [, second = ''] = groups
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 100)
  await oracle.commit(groups, [{ topic, partition: 0, offset: 40 }])
  const offsets = (): Promise<string[]> =>
    Promise.all(groups.map(async (group) => (await oracle.committed(group))[0]?.offset ?? 'none'))
  await openWorkbench(page, editor)
  const one = await openGroup(page, 'test', second)
  await filterTo(page, name)
  const rows = groups.map((group) => row(page, group))

  await test.step('an icon stands for its own row, the menu for all that are selected', async () => {
    const icon = one.getByRole('button', { name: /^Reset Offsets/ })
    const pressed = async (): Promise<void> => {
      await one.hover({ timeout: 2_000 })
      await icon.click({ timeout: 2_000 })
    }
    await actOnSelected(rows, pressed, question(page, `Reset offsets of ${second}`))
    await page.keyboard.press('Escape')
    await actOnSelected(
      rows,
      () => takeFromMenu(one, 'Reset Several Groups…'),
      question(page, 'Reset offsets of 3 groups'),
    )
  })
  await choose(page, /^Latest/)
  await expect(modal(page, 'Reset offsets of 3 groups to the latest offset?')).toContainText(
    `${second}: Skips 60 offsets, replays 0.`,
  )
  // Somebody moves the second one while the question stands.
  await oracle.commit(second, [{ topic, partition: 0, offset: 41 }])
  await answerModal(page, 'Reset offsets of 3 groups', 'Reset Offsets')
  const told = toast(page, 'Groups: 1 done, 1 failed, 1 not tried.')
  await expect(told).toContainText(`${second}: ${topic}-0 was moved since the plan was made`)
  expect(await offsets()).toEqual(['100', '41', '40'])

  await told.getByRole('button', { name: 'Try the Rest' }).click()
  await answerModal(page, 'Reset offsets of 2 groups to the latest offset?', 'Reset Offsets')
  await expect(toast(page, '2 groups changed one after the other')).toBeVisible()
  expect(await offsets()).toEqual(['100', '100', '100'])
  await answerToast(page, '2 groups changed', 'Undo')
  await expect(modal(page, 'Undo the changes of 2 groups?')).toContainText(
    `${second}: Skips 0 offsets, replays 59.`,
  )
  await answerModal(page, 'Undo the changes of 2 groups?', 'Undo Change')
  await expect.poll(offsets).toEqual(['100', '41', '40'])
})
