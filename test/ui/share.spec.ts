import { expect, test } from '../support/editor/fixture'
import { answerModal, choose, modal, openRow, openWorkbench, toast } from '../support/editor/page'
import {
  act,
  actByLens,
  actByMenu,
  answerToast,
  documentLines,
  lens,
  openGroup,
  question,
  row,
  unique,
} from './lagline'

test('shows where a share group starts, resets it by a plan that says what that means, undoes it, deletes it', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('jobs')
  const group = unique('workers')
  await oracle.createTopic(topic, { partitions: 2 })
  await oracle.produce(topic, 0, 30)
  await oracle.produce(topic, 1, 20)
  const words = ['--reset-offsets', '--group', group, '--topic', topic, '--to-earliest', '--execute']
  expect((await oracle.tool('share-groups', words)).status).toBe(0)
  /** Start offsets and lag, as Kafka's own command tells them. */
  const starts = async (): Promise<string[]> =>
    (await oracle.tool('share-groups', ['--describe', '--group', group])).stdout
      .split('\n')
      .filter((line) => line.startsWith(`${group} `))
      .map((line) => line.trim().split(/\s+/).slice(2).join(' '))
  await openWorkbench(page, editor)

  const found = await openGroup(page, 'test', group)
  await test.step('what is seen of it', async () => {
    await expect(found).toHaveAccessibleName(/stopped, lag 50, Empty.*, share group/)
    const inside = row(page, topic)
    await openRow(found, inside)
    const first = page.getByRole('treeitem', { name: new RegExp(`^partition 0 of ${topic}`) })
    await openRow(inside, first)
    await expect(first).toHaveAccessibleName(`partition 0 of ${topic}, lag 30, starts at 0 of 30`)
  })

  await test.step('reset to the latest offset, reviewed first', async () => {
    await act(found, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
    await choose(page, /^Latest/)
    await expect(modal(page, 'forgets the state of all records above them')).toBeVisible()
    await expect(modal(page, 'Skips at most 50 offsets: the group will not get them.')).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('question.png') })
    await answerModal(page, `Reset offsets of ${group}`, 'Review Plan')
    await expect(lens(page, 'Apply')).toBeVisible()
    await expect
      .poll(() => documentLines(page))
      .toContain('Skips at most 50 offsets, delivers at most 0 again. 2 partitions: 2 move.')
    expect(await documentLines(page)).toContainEqual(
      expect.stringMatching(/^topic +partition +start offset +new +change/),
    )
    await page.screenshot({ path: test.info().outputPath('plan.png') })
    await actByLens(page, 'Apply', modal(page, `Reset offsets of ${group}`))
    await answerModal(page, `Reset offsets of ${group}`, 'Reset Offsets')
    await expect(toast(page, `${group}: 2 partitions moved, read back and equal.`)).toBeVisible()
    expect(await starts()).toEqual(['0 30 0', '1 20 0'])
  })

  await test.step('undo brings the start offsets back', async () => {
    await answerToast(page, `${group}: 2 partitions moved`, 'Undo')
    await expect(modal(page, 'Which records above them were delivered does not come back.')).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('undo.png') })
    await answerModal(page, `to ${group}?`, 'Undo Change')
    await expect(toast(page, `${group}: 2 partitions brought back`)).toBeVisible()
    expect(await starts()).toEqual(['0 0 30', '1 0 20'])
    await expect(found).toHaveAccessibleName(/stopped, lag 50, Empty/)
  })

  await test.step('deleting it, and bringing it back', async () => {
    await actByMenu(found, 'Delete Group', modal(page, `Delete the group ${group}?`))
    await expect(modal(page, 'but not the state of the records')).toBeVisible()
    await answerModal(page, `Delete the group ${group}?`, 'Delete Group')
    await expect(toast(page, `The group ${group} is deleted.`)).toBeVisible()
    expect(await starts()).toEqual([])
    await answerToast(page, `The group ${group} is deleted.`, 'Undo')
    await answerModal(page, `Bring back the offsets of ${group}?`, 'Undo Change')
    await expect(toast(page, `${group}: 2 partitions brought back`).first()).toBeVisible()
    await expect.poll(starts).toEqual(['0 0 30', '1 0 20'])
  })
})
