import { expect, test } from '../support/editor/fixture'
import { answerModal, choose, openWorkbench, toast } from '../support/editor/page'
import { act, documentLines, lens, openGroup, question, unique } from './lagline'

const PARTITIONS = 3_000

test('a plan of 3,000 partitions is a text like any other: read, searched, applied, read back', async ({
  page,
  editor,
  oracle,
}) => {
  test.setTimeout(300_000)
  const topic = unique('wide')
  const group = unique('wide-group')
  await oracle.createTopic(topic, { partitions: PARTITIONS })
  await oracle.produce(topic, 2_999, 5)
  // Beyond the end of most logs: latest brings every one of them to its end.
  const rows = Array.from({ length: PARTITIONS }, (_, partition) => ({ topic, partition, offset: 3 }))
  await oracle.commit(group, rows)
  await openWorkbench(page, editor)

  await act(
    await openGroup(page, 'test', group),
    /^Reset Offsets/,
    question(page, `Reset offsets of ${group}`),
  )
  await choose(page, /^Latest/)
  await answerModal(page, `Reset offsets of ${group} to the latest offset?`, 'Review Plan')
  await expect
    .poll(() => documentLines(page))
    .toContain('Skips 2 offsets, replays 0. 3,000 partitions: 3,000 move.')

  await page.keyboard.press('Control+f')
  await page.locator('.find-widget textarea').first().fill(`${topic}       2999`)
  await expect(page.locator('.find-widget .matchesCount')).toHaveText(/1 of 1/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Home')

  await lens(page, 'Apply').click()
  await answerModal(page, `Reset offsets of ${group}`, 'Reset Offsets')
  await expect(toast(page, `${group}: 3,000 partitions moved, read back and equal.`)).toBeVisible({
    timeout: 60_000,
  })
  const committed = await oracle.committed(group)
  expect(committed).toHaveLength(PARTITIONS)
  expect(committed.filter(({ partition, offset }) => offset !== (partition === 2_999 ? '5' : '0'))).toEqual(
    [],
  )
})
