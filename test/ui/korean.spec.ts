import { expect, test } from '../support/editor/fixture'
import { choose, modal, openFile, openWorkbench, runCommand, webview } from '../support/editor/page'
import { act, documentLines, frontTab, openGroup, question, unique } from './lagline'

test('speaks Korean from the tree to the plan, the chart and the findings', async ({
  page,
  editor,
  oracle,
}) => {
  const topic = unique('orders')
  const group = unique('korean')
  await oracle.createTopic(topic, { partitions: 2 })
  for (const partition of [0, 1]) await oracle.produce(topic, partition, 100)
  await oracle.commit(
    group,
    [0, 1].map((partition) => ({ topic, partition, offset: 40 })),
  )
  await openWorkbench(page, editor, { locale: 'ko' })
  const found = await openGroup(page, 'test', group)
  await expect(found).toHaveAccessibleName(`${group}, 컨슈머 그룹, 멈춤, 랙 120, Empty, classic`)

  await act(found, /^오프셋 재설정/, question(page, `${group}의 오프셋 재설정`))
  await choose(page, /^가장 이른 오프셋/)
  const asked = modal(page, `${group}의 오프셋을 가장 이른 오프셋(으)로 재설정할까요?`)
  await expect(asked).toContainText('오프셋 80개를 다시 읽습니다.')
  await asked.getByRole('button', { name: '계획 검토' }).click()
  await expect
    .poll(() => documentLines(page))
    .toContain('오프셋 0개를 건너뛰고 80개를 다시 읽습니다. 파티션 2개: 이동 2개.')
  await expect(page.locator('.codelens-decoration')).toContainText('적용')

  await act(found, '랙 차트 열기', frontTab(page, `${group} · 랙`))
  await expect(webview(page).getByRole('table', { name: '현재 파티션' })).toContainText('60')
  await expect(webview(page).getByRole('button', { name: '일시 중지' })).toBeVisible()

  await openFile(page, 'consumer.properties')
  await runCommand(page, 'Problems: Focus on Problems View')
  await expect(page.getByRole('treeitem', { name: /하트비트를 두 번 놓치면 세션이 끝납니다/ })).toBeVisible()
})
