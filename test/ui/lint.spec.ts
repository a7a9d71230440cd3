import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../support/editor/fixture'
import { openFile, openWorkbench, runCommand, webview } from '../support/editor/page'
import { frontTab, hoverTells, quickFix, writeFolderSettings } from './lagline'

const sample = 'group.id=billing\nsession.timeout.ms=10000\nheartbeat.interval.ms=5000\n'

test('marks a line, links the rule’s page, fixes it; is quiet where it is told to be', async ({
  page,
  startOwnEditor,
}) => {
  const editor = await startOwnEditor({})
  await openWorkbench(page, editor)
  await openFile(page, 'consumer.properties')
  const squiggle = page.locator('.squiggly-warning')
  const problem = page.getByRole('treeitem', {
    name: /heartbeat\.interval\.ms 5,000 × 3 = 15,000 is above session\.timeout\.ms 10,000/,
  })

  await test.step('on open', async () => {
    await expect(squiggle).toHaveCount(1)
    await runCommand(page, 'Problems: Focus on Problems View')
    await expect(problem).toContainText('heartbeat-above-third-of-session')
  })

  await test.step('as the settings say, also when they change', async () => {
    await writeFolderSettings(editor, {
      'lagline.lint.severity': { 'heartbeat-above-third-of-session': 'error' },
    })
    await expect(page.locator('.squiggly-error')).toHaveCount(1)
    await writeFolderSettings(editor, { 'lagline.lint.enabled': false })
    await expect(page.locator('.squiggly-error')).toHaveCount(0)
    await writeFolderSettings(editor, {})
    await expect(squiggle).toHaveCount(1)
  })

  await test.step('quiet on a line that says so, and what a save brings', async () => {
    await quickFix(page, 'heartbeat.interval.ms', 'Disable heartbeat-above-third-of-session for this line')
    await expect(squiggle).toHaveCount(0)
    await page.keyboard.press('Control+End')
    await page.keyboard.type('sesion.timeout.ms=9000\n')
    await page.keyboard.press('Control+s')
    await expect(squiggle).toHaveCount(1)
  })

  await test.step('the fix', async () => {
    await writeFile(join(editor.folder, 'consumer.properties'), sample)
    await expect(problem).toHaveCount(1)
    await quickFix(page, 'heartbeat.interval.ms', 'Set heartbeat.interval.ms to 3333')
    await expect(squiggle).toHaveCount(0)
    await expect(problem).toHaveCount(0)
    await page.keyboard.press('Control+s')
    const saved = (): string => readFileSync(join(editor.folder, 'consumer.properties'), 'utf8')
    await expect.poll(saved).toContain('heartbeat.interval.ms=3333\n')
  })
})

test('tells what a key does, offers what may be written, mends on save, explains a rule', async ({
  page,
  startOwnEditor,
}) => {
  const editor = await startOwnEditor({
    settings: { 'editor.codeActionsOnSave': { 'source.fixAll.lagline': 'explicit' } },
  })
  const file = join(editor.folder, 'consumer.properties')
  const suppressed = '# lagline-disable-next-line misspelled-key\nclient.rak=a\n'
  await writeFile(file, `${sample}auto.ofset.reset=earliest\nfetch.min.bytes=1 # at once\n${suppressed}`)
  await openWorkbench(page, editor)
  await openFile(page, 'consumer.properties')
  await expect(page.locator('.squiggly-warning')).not.toHaveCount(0)

  await test.step('hover', async () => {
    await hoverTells(page, 'session.timeout.ms', 24, 'Default in Kafka 4.3: 45000')
  })

  await test.step('completion of a key and its value', async () => {
    await page.locator('.view-line').filter({ hasText: 'group.id' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('isolation')
    const offered = page.locator('.suggest-widget:visible').getByRole('option')
    await expect(async () => {
      await page.keyboard.press('Control+Space')
      await expect(offered.filter({ hasText: 'isolation.level' }).first()).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 30_000 })
    await page.keyboard.press('Enter')
    await expect(offered.filter({ hasText: 'read_committed' }).first()).toBeVisible()
    await offered.filter({ hasText: 'read_committed' }).first().click()
  })

  await test.step('fix all on save takes what is safe', async () => {
    await page.keyboard.press('Control+s')
    const saved = (): string => readFileSync(file, 'utf8')
    await expect.poll(saved).toContain('auto.offset.reset=earliest\n')
    expect(saved()).toContain('isolation.level=read_committed')
    expect(saved()).toContain('heartbeat.interval.ms=5000\n')
    expect(saved()).toContain('# at once\nfetch.min.bytes=1\n')
    expect(saved()).toContain(suppressed)
  })

  await test.step('the page of a rule', async () => {
    await quickFix(page, 'heartbeat.interval.ms', 'Explain heartbeat-above-third-of-session')
    await expect(frontTab(page, /heartbeat-above-third-of-session/)).toBeVisible()
    const title = { name: 'heartbeat-above-third-of-session', level: 1 }
    await expect(webview(page).getByRole('heading', title)).toBeVisible()
  })

  await test.step('the same page by the link in the problems', async () => {
    await runCommand(page, 'View: Close All Editors')
    await openFile(page, 'consumer.properties')
    await runCommand(page, 'Problems: Focus on Problems View')
    const link = page
      .getByRole('treeitem', { name: /heartbeat\.interval\.ms 5,000/ })
      .locator('a')
      .filter({ hasText: 'heartbeat-above-third-of-session' })
    await link.click({ modifiers: ['ControlOrMeta'], timeout: 10_000 })
    await expect(frontTab(page, /heartbeat-above-third-of-session\.md/)).toBeVisible()
    await expect(page.locator('.view-line').filter({ hasText: 'Severity: warning' })).toBeVisible()
  })
})
