import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../support/editor/fixture'
import { openFile, openWorkbench, runCommand } from '../support/editor/page'
import { documentLines, frontTab, hoverTells, quickFix } from './lagline'

/** A file with a late heartbeat, a poll interval below the session timeout and a slip, in one format. */
interface Case {
  readonly name: string
  readonly written: readonly string[]
  /** A word of the line, how far from its left end in pixels, and what is told there. */
  readonly hover: readonly [line: string, x: number, told: string]
  /** The line it is written behind, what is typed there, what is chosen of the keys offered, and of the values. */
  readonly completion: readonly [behind: string, typed: string, key: string, value: string]
  readonly fix: readonly [line: string, title: string]
  readonly suppressed: readonly [line: string, title: string]
  /** What is left once the slip is mended on save. */
  readonly saved: readonly string[]
}

const yaml: Case = {
  name: 'application.yml',
  written: [
    'spring:',
    '  kafka:',
    '    consumer:',
    '      group-id: billing',
    '      heartbeat-interval: 20s',
    '      max-poll-interval: 20s',
    '      properties:',
    '        session.timeout.ms: 30000',
    '        max.pol.records: 50',
  ],
  hover: ['max-poll-interval', 90, 'Default in Kafka 4.3: 300000'],
  completion: ['group-id', 'isolation', 'isolation-level', 'read_committed'],
  fix: ['heartbeat-interval', 'Set heartbeat.interval.ms to 10000'],
  suppressed: ['max-poll-interval', 'Disable max-poll-interval-below-session for this line'],
  saved: [
    'spring:',
    '  kafka:',
    '    consumer:',
    '      group-id: billing',
    '      isolation-level: read_committed',
    '      heartbeat-interval: 10000',
    '      # lagline-disable-next-line max-poll-interval-below-session',
    '      max-poll-interval: 20s',
    '      properties:',
    '        session.timeout.ms: 30000',
    '        max.poll.records: 50',
  ],
}

const compose: Case = {
  name: 'docker-compose.yml',
  written: [
    '# lagline-disable unclean-leader-election -- somebody thought so',
    'services:',
    '  connect:',
    '    image: confluentinc/cp-kafka-connect:7.8.0',
    '    environment:',
    '      - CONNECT_GROUP_ID=billing',
    '      - CONNECT_HEARTBEAT_INTERVAL_MS=9000',
    '      - CONNECT_CONSUMER_SESSION_TIMEOUT_MS=30000',
    '      - CONNECT_CONSUMER_MAX_POLL_INTERVAL_MS=20000',
    '      - CONNECT_CONSUMER_MAX_POL_RECORDS=50',
  ],
  hover: ['CONNECT_HEARTBEAT', 120, 'Default in Kafka 3.8: 3000'],
  completion: ['CONNECT_GROUP_ID', '- CONNECT_SECURITY', 'CONNECT_SECURITY_PROTOCOL', 'SASL_SSL'],
  fix: ['CONNECT_HEARTBEAT', 'Add session.timeout.ms=27000'],
  suppressed: ['MAX_POLL_INTERVAL', 'Disable max-poll-interval-below-session for this line'],
  saved: [
    'services:',
    '  connect:',
    '    image: confluentinc/cp-kafka-connect:7.8.0',
    '    environment:',
    '      - CONNECT_GROUP_ID=billing',
    '      - CONNECT_SECURITY_PROTOCOL=SASL_SSL',
    '      - CONNECT_HEARTBEAT_INTERVAL_MS=9000',
    '      - CONNECT_SESSION_TIMEOUT_MS=27000',
    '      - CONNECT_CONSUMER_SESSION_TIMEOUT_MS=30000',
    '      # lagline-disable-next-line max-poll-interval-below-session',
    '      - CONNECT_CONSUMER_MAX_POLL_INTERVAL_MS=20000',
    '      - CONNECT_CONSUMER_MAX_POLL_RECORDS=50',
  ],
}

const java: Case = {
  name: 'Billing.java',
  written: [
    'import java.util.Properties;',
    'import org.apache.kafka.clients.consumer.ConsumerConfig;',
    '',
    'class Billing {',
    '  Properties settings() {',
    '    Properties props = new Properties();',
    '    props.put(ConsumerConfig.GROUP_ID_CONFIG, "billing");',
    '    props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "30000");',
    '    props.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "20000");',
    '    props.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, "20000");',
    '    props.put("auto.ofset.reset", "earliest");',
    '    return props;',
    '  }',
    '}',
  ],
  hover: ['SESSION_TIMEOUT', 260, 'Default in Kafka 4.3: 45000'],
  completion: ['GROUP_ID', 'props.put(ConsumerConfig.ISOL', 'ISOLATION_LEVEL_CONFIG', 'read_committed'],
  fix: ['HEARTBEAT', 'Set session.timeout.ms to 60000'],
  suppressed: ['MAX_POLL_INTERVAL', 'Disable max-poll-interval-below-session for the rest of the file'],
  saved: [
    'import java.util.Properties;',
    'import org.apache.kafka.clients.consumer.ConsumerConfig;',
    '',
    'class Billing {',
    '  Properties settings() {',
    '    Properties props = new Properties();',
    '    props.put(ConsumerConfig.GROUP_ID_CONFIG, "billing");',
    '    props.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")',
    '    props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "60000");',
    '    props.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "20000");',
    '    // lagline-disable max-poll-interval-below-session',
    '    props.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, "20000");',
    '    props.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");',
    '    return props;',
    '  }',
    '}',
  ],
}

/** Writes a line behind another one with what the editor offers. Code gives its value in quotes, behind a comma. */
async function complete(page: Page, { completion }: Case, isCode: boolean): Promise<void> {
  const [behind, typed, key, value] = completion
  const offered = page.locator('.suggest-widget:visible').getByRole('option')
  // The editor offers by itself only once it has coloured the line; later it has to be asked.
  const choose = async (label: string): Promise<void> => {
    await expect(async () => {
      if ((await offered.count()) === 0) await page.keyboard.press('Control+Space')
      await offered.filter({ hasText: label }).first().click({ timeout: 3_000 })
    }).toPass({ timeout: 30_000 })
  }
  await page.locator('.view-line').filter({ hasText: behind }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(typed)
  await choose(key)
  if (isCode) await page.keyboard.type(', "')
  await choose(value)
  await expect(offered).toHaveCount(0)
}

test('squiggle, hover, completion, fix, suppression and fix-all in Spring’s YAML, compose files and Java', async ({
  page,
  startOwnEditor,
}) => {
  const editor = await startOwnEditor({
    settings: {
      'editor.codeActionsOnSave': { 'source.fixAll.lagline': 'explicit' },
      // All lines stay where they are while the pointer goes to them.
      'editor.scrollBeyondLastLine': false,
      'editor.stickyScroll.enabled': false,
    },
  })
  const pathOf = (name: string): string => join(editor.folder, name)
  const textOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`
  const cases = [yaml, compose, java]
  for (const { name, written } of cases) await writeFile(pathOf(name), textOf(written))
  await openWorkbench(page, editor)
  const warnings = page.locator('.squiggly-warning')

  for (const each of cases)
    await test.step(each.name, async () => {
      await openFile(page, each.name)
      await expect(warnings).toHaveCount(3)
      await hoverTells(page, ...each.hover)
      await complete(page, each, each === java)
      await quickFix(page, ...each.fix)
      await expect(warnings).toHaveCount(2)
      await quickFix(page, ...each.suppressed)
      await expect(warnings).toHaveCount(1)
      await page.keyboard.press('Control+s')
      await expect.poll(() => readFileSync(pathOf(each.name), 'utf8')).toBe(textOf(each.saved))
      await expect(warnings).toHaveCount(0)
    })

  await test.step('a reason, a comment of no use, fix-all by command and the page of a rule', async () => {
    const id = 'heartbeat-above-third-of-session'
    const late = `heartbeat-interval: 20s # lagline-disable-next-line ${id}`
    await writeFile(
      pathOf('application.yml'),
      textOf([
        ...yaml.written.slice(0, 4),
        `      # lagline-disable-next-line ${id} -- on purpose`,
        `      ${late}`,
        ...yaml.written.slice(5),
      ]),
    )
    await openFile(page, 'application.yml')
    // As names of keys that have no effect, the name of a rule is grey in a comment that keeps nothing back.
    await expect(page.locator('.squiggly-inline-unnecessary').filter({ hasText: id })).toHaveCount(1)
    await expect(warnings).toHaveCount(2)
    await runCommand(page, 'Fix All')
    await expect.poll(() => documentLines(page)).toContain('      heartbeat-interval: 20s')
    expect(await documentLines(page)).toContain(`      # lagline-disable-next-line ${id} -- on purpose`)
    expect(await documentLines(page)).toContain('        max.poll.records: 50')
    await quickFix(page, 'max-poll-interval: 20s', 'Explain max-poll-interval-below-session')
    await expect(frontTab(page, /max-poll-interval-below-session/)).toBeVisible()
  })
})
