import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../support/editor/fixture'
import { answerModal, choose, openFile, openWorkbench, runCommand, toast } from '../support/editor/page'
import {
  act,
  clearToast,
  documentLines,
  lens,
  openGroup,
  question,
  step,
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
  await openWorkbench(page, editor)
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
    await oracle.commit(group, [{ topic, partition: 0, offset: 50 }])
    await expect(lens(page, 'Out of date: the group has moved since')).toBeVisible({ timeout: 30_000 })
    await lens(page, 'Refresh').click()
    await expect(lens(page, 'Apply')).toBeVisible()
    await lens(page, 'Apply').click()
    await answerModal(page, '10 offsets before', 'Reset Offsets')
    await expect(toast(page, `${group}: 2 partitions moved, read back and equal.`)).toBeVisible()
    await clearToast(page, '2 partitions moved')
    expect(await offsets(group)).toEqual({ 0: '40', 1: '0' })
  })

  await test.step('a CSV file: its bad line, then applied', async () => {
    const file = join(editor.folder, 'offsets.csv')
    await writeFile(file, `${topic},0,7\n${topic},1,-8\n${topic},2,500\n`)
    await openFile(page, 'offsets.csv')
    await expect(page.locator('.squiggly-error')).toHaveCount(1)
    await writeFile(file, `${topic},0,7\n${topic},1,8\n${topic},2,500\n`)
    await expect(page.locator('.squiggly-error')).toHaveCount(0)
    await lens(page, 'Apply to Group…').click()
    await choose(page, new RegExp(`^${group}`))
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
    await answerModal(page, `Create the group ${copy}`, 'Reset Offsets')
    await step(page, `There is no group ${copy} yet`, 'create')
    await expect(toast(page, `${copy}: 3 partitions moved, read back and equal.`)).toBeVisible()
    expect(await offsets(copy)).toEqual({ 0: '7', 1: '8', 2: '100' })
  })
})
