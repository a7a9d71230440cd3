import { expect, test } from '../support/editor/fixture'
import {
  answerModal,
  openWorkbench,
  quickInput,
  quickPickRow,
  runCommand,
  toast,
} from '../support/editor/page'
import {
  actByMenu,
  answerToast,
  clearToast,
  documentLines,
  frontTab,
  openGroup,
  question,
  step,
  unique,
} from './lagline'

test('deletes several groups by name, and brings them back; keeps offsets under a name', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('orders')
  const prefix = unique('batch')
  await oracle.createTopic(topic, { partitions: 1 })
  await oracle.produce(topic, 0, 20)
  const groups = [`${prefix}-1`, `${prefix}-2`]
  await oracle.commit(groups, [{ topic, partition: 0, offset: 3, metadata: 'by hand' }])
  const committed = async (): Promise<(string | undefined)[]> =>
    Promise.all(groups.map(async (group) => (await oracle.committed(group))[0]?.offset))
  await openWorkbench(page, editor)
  const first = await openGroup(page, 'test', `${prefix}-1`)

  await test.step('several groups go, each with what undo needs', async () => {
    await runCommand(page, 'Lagline: Delete Groups…')
    await step(page, /1\/3/, `${prefix}-*`)
    await expect(question(page, /2\/3/)).toBeVisible()
    await expect(page.locator('.quick-input-widget:visible')).toContainText('Only classic groups2 of 2')
    await quickInput(page).press('Enter')
    await expect(question(page, /3\/3/)).toBeVisible()
    await quickInput(page).press('Enter')
    await answerModal(page, 'Delete 2 groups of test?', 'Delete 2 Groups')
    await expect(toast(page, '2 groups of test are deleted.')).toBeVisible()
    expect(await committed()).toEqual([undefined, undefined])
    await answerToast(page, '2 groups of test are deleted.', 'Undo')
    await answerModal(page, 'Bring back 2 groups of test?', 'Bring Back')
    await expect(toast(page, '2 of 2 groups are back with their offsets.')).toBeVisible()
    await clearToast(page, '2 of 2 groups are back')
    expect(await committed()).toEqual(['3', '3'])
  })

  await test.step('a bookmark is saved, compared with now, and gone back to', async () => {
    await actByMenu(first, 'Save Offset Bookmark…', question(page, 'Save Offset Bookmark'))
    await step(page, 'Save Offset Bookmark', 'before 2.4')
    const kept = quickPickRow(page, /^before 2\.4/)
    await actByMenu(first, 'Compare with Offset Bookmark…', kept)
    await page.keyboard.press('Escape')
    await oracle.commit(`${prefix}-1`, [{ topic, partition: 0, offset: 15 }])
    await actByMenu(first, 'Compare with Offset Bookmark…', kept)
    await kept.click()
    await expect(frontTab(page, `Plan for ${prefix}-1`)).toBeVisible()
    await expect
      .poll(async () =>
        (await documentLines(page))
          .find((line) => line.startsWith(topic))
          ?.split(/ {2,}/)
          .slice(2),
      )
      .toEqual(['15', '3', '-12', '5', '17'])
    await actByMenu(first, 'Go Back to Offset Bookmark…', kept)
    await kept.click()
    await answerModal(page, `Take ${prefix}-1 back to the bookmark “before 2.4”?`, 'Go Back')
    await expect
      .poll(async () => (await oracle.committed(`${prefix}-1`))[0])
      .toMatchObject({ offset: '3', metadata: 'by hand' })
  })
})
