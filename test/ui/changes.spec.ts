import type { Page } from '@playwright/test'
import { expect, test } from '../support/editor/fixture'
import {
  answerModal,
  choose,
  modal,
  openContainer,
  openWorkbench,
  reloadWorkbench,
  toast,
  treeRow,
} from '../support/editor/page'
import { act, actByLens, clearToast, documentLines, frontTab, openGroup, question, unique } from './lagline'

/** Opens the view of changes, which is closed at first. */
async function openChanges(page: Page): Promise<void> {
  const header = page.getByRole('button', { name: 'Changes Section' })
  await expect(async () => {
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click({ timeout: 2_000 })
    await expect(header).toHaveAttribute('aria-expanded', 'true', { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
}

test('lists each change with who, when, where and what, shows it, and undoes it', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('orders')
  const group = unique('listed')
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 50)
  await oracle.commit(group, [{ topic, partition: 0, offset: 7, metadata: 'by hand' }])
  const committed = async (): Promise<string | undefined> => (await oracle.committed(group))[0]?.offset
  await openWorkbench(page, editor)
  const found = await openGroup(page, 'test', group)
  await act(found, /^Reset Offsets/, question(page, `Reset offsets of ${group}`))
  await choose(page, /^Latest/)
  await answerModal(page, `Reset offsets of ${group}`, 'Reset Offsets')
  await expect(toast(page, `${group}: 1 partition moved`)).toBeVisible()
  await clearToast(page, `${group}: 1 partition moved`)
  await oracle.commit(group, [{ topic, partition: 0, offset: 45 }])

  await openChanges(page)
  const change = treeRow(page, 'Changes', new RegExp(`^${group}, change, Offsets reset, test`))
  await expect(change).toHaveAccessibleName(/by \w+, 1 partition, read back and equal$/)
  await change.click()
  await expect(frontTab(page, `Change of ${group}`)).toBeVisible()
  await expect.poll(() => documentLines(page)).toContain('The group has moved on since in 1 partition.')
  const cells = (await documentLines(page)).find((line) => line.startsWith(topic))?.split(/ {2,}/)
  expect(cells?.slice(1)).toEqual([
    '0',
    '7',
    'none',
    '50',
    '45',
    'moved back by 5, metadata before: “by hand”',
  ])

  await reloadWorkbench(page)
  await openContainer(page, 'Lagline')
  await openChanges(page)
  await change.click()
  await expect(frontTab(page, `Change of ${group}`)).toBeVisible()
  await expect.poll(() => documentLines(page)).toContainEqual(expect.stringMatching(/^Offsets reset: /))
  await actByLens(page, 'Undo…', modal(page, 'The group has moved on since that change'))
  await answerModal(page, 'The group has moved on since that change', 'Undo Change')
  await expect.poll(committed).toBe('7')
  await expect.poll(() => documentLines(page)).toContainEqual(expect.stringMatching(/· undone · 1 partition/))
  expect(await documentLines(page)).toContain(
    'As it stands now: every partition is back where it was before this change.',
  )
  await expect(treeRow(page, 'Changes', new RegExp(`^${group}, change, Change undone`))).toBeVisible()
})
