import { expect, test } from '../support/editor/fixture'
import {
  answerModal,
  modal,
  openWorkbench,
  quickInput,
  quickPickRow,
  runCommand,
  toast,
} from '../support/editor/page'
import {
  actByMenu,
  actOnSelected,
  answerToast,
  clearToast,
  documentLines,
  filterTo,
  frontTab,
  openGroup,
  question,
  row,
  step,
  takeFromMenu,
  unique,
  validation,
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
    const since = page.locator('.quick-input-widget:visible .monaco-list-row', {
      hasText: 'Only seen Empty for at least…',
    })
    await since.click()
    await quickInput(page).press('Enter')
    // Both questions of this step have the same title.
    await expect(quickInput(page)).toHaveAttribute('placeholder', /90 minutes/)
    await step(page, /2\/3/, '1000 days')
    await expect(validation(page)).toContainText('None of them was seen Empty for so long; the longest for')
    await step(page, /2\/3/, '1 ms')
    await expect(question(page, /3\/3/)).toBeVisible()
    await quickInput(page).press('Enter')
    await answerModal(page, 'Delete 2 groups of test?', 'Delete 2 Groups')
    await expect(toast(page, '2 groups of test are deleted.')).toBeVisible()
    expect(await committed()).toEqual([undefined, undefined])
    await answerToast(page, '2 groups of test are deleted.', 'Undo')
    await expect(modal(page, 'Undo the changes of 2 groups?')).toContainText(
      `${prefix}-2: Skips 0 offsets, replays 0. 1 partition: 1 moves.`,
    )
    await answerModal(page, 'Undo the changes of 2 groups?', 'Undo Change')
    await expect(toast(page, '2 groups changed one after the other')).toBeVisible()
    await clearToast(page, '2 groups changed one after the other')
    expect(await committed()).toEqual(['3', '3'])
  })

  await test.step('a bookmark is saved, compared with now, and gone back to', async () => {
    await filterTo(page, prefix)
    const both = groups.map((group) => row(page, group))
    await actOnSelected(both, () => page.keyboard.press('Delete'), modal(page, 'Delete 2 groups of test?'))
    await page.keyboard.press('Escape')
    await actOnSelected(
      both,
      () => takeFromMenu(first, 'Save Offset Bookmark…'),
      question(page, 'Save Offset Bookmark'),
    )
    await step(page, 'Save Offset Bookmark', 'before 2.4')
    await expect(toast(page, 'Kept as “before 2.4”: the offsets of 2 groups.')).toBeVisible()
    await page.keyboard.press('Escape')
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
