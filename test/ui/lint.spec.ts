import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/editor/fixture'
import { openFile, openWorkbench, runCommand } from '../support/editor/page'
import { frontTab, writeFolderSettings } from './lagline'

/** Takes a quick fix on the line that holds `text`. The list is closed again where the editor is still loading. */
async function quickFix(page: Page, text: string, title: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await page.locator('.view-line').filter({ hasText: text }).click({ timeout: 2_000 })
    await page.keyboard.press('Control+.')
    const fix = page.locator('.action-widget').getByText(title, { exact: true })
    // The list takes no click before the pointer has moved over it.
    const at = await fix.boundingBox({ timeout: 5_000 })
    await page.mouse.move((at?.x ?? 0) + 4, (at?.y ?? 0) + 4)
    await fix.click({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
}

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

const written = {
  'application.yml': [
    'spring:\n  kafka:\n    consumer:\n      heartbeat-interval: 20s\n      properties:\n        session.timeout.ms: 30000\n',
    'heartbeat-interval',
    'Set heartbeat.interval.ms to 10000',
    'heartbeat-interval: 10000\n',
  ],
  'docker-compose.yml': [
    'services:\n  connect:\n    image: confluentinc/cp-kafka-connect:7.8.0\n    environment:\n      - CONNECT_HEARTBEAT_INTERVAL_MS=9000\n',
    'CONNECT_HEARTBEAT',
    'Add session.timeout.ms=27000',
    '      - CONNECT_SESSION_TIMEOUT_MS=27000\n',
  ],
  'Billing.java': [
    'import java.util.Properties;\nimport org.apache.kafka.clients.consumer.ConsumerConfig;\n\nclass Billing {\n  Properties settings() {\n    Properties props = new Properties();\n    props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");\n    props.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "5000");\n    return props;\n  }\n}\n',
    'HEARTBEAT_INTERVAL_MS_CONFIG',
    'Set heartbeat.interval.ms to 3333',
    'props.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "3333");\n',
  ],
} as const

for (const [name, [text, line, fix, result]] of Object.entries(written))
  test(`marks and mends ${name}`, async ({ page, startOwnEditor }) => {
    const editor = await startOwnEditor({})
    await writeFile(join(editor.folder, name), text)
    await openWorkbench(page, editor)
    await openFile(page, name)
    await expect(page.locator('.squiggly-warning')).toHaveCount(1)
    await quickFix(page, line, fix)
    await expect(page.locator('.squiggly-warning')).toHaveCount(0)
    await page.keyboard.press('Control+s')
    await expect.poll(() => readFileSync(join(editor.folder, name), 'utf8')).toContain(result)
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
    const line = page.locator('.view-line').filter({ hasText: 'session.timeout.ms' })
    await expect(async () => {
      await page.mouse.move(0, 0)
      await line.hover({ position: { x: 24, y: 8 }, timeout: 2_000 })
      await expect(page.locator('.monaco-hover:visible')).toContainText('Default in Kafka 4.3: 45000', {
        timeout: 3_000,
      })
    }).toPass({ timeout: 30_000 })
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
  })
})
