import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repositoryRoot } from '../support/root'

let folder = ''

function run(
  command: string,
  args: readonly string[],
  cwd: string,
): { status: number | null; output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, [...args], { cwd, encoding: 'utf8' })
  return { status, output: error === undefined ? stdout + stderr : error.message }
}

/** The command as npm links it. */
function lint(...args: string[]): { status: number | null; output: string } {
  return run(join(folder, 'node_modules', '.bin', 'lagline-lint'), args, folder)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lagline-npm-'))
  const packed = run(process.execPath, ['scripts/package-lint.mjs', '--built'], repositoryRoot())
  expect(packed.status, packed.output).toBe(0)
  const tarball = join(repositoryRoot(), packed.output.trim())
  writeFileSync(join(folder, 'package.json'), '{"private": true}')
  const flags = ['--offline', '--no-audit', '--no-fund', '--cache', join(folder, 'cache')]
  const installed = run('npm', ['install', ...flags, tarball], folder)
  expect(installed.status, installed.output).toBe(0)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('holds the linter, and nothing else', () => {
  const own = join(folder, 'node_modules', 'lagline-lint')
  expect(readdirSync(own).sort()).toEqual([
    'LICENSE',
    'README.md',
    'THIRD-PARTY-NOTICES',
    'dist',
    'docs',
    'package.json',
  ])
  expect(readdirSync(join(own, 'dist')).sort()).toEqual(['lint-code.js', 'lint-yaml.js', 'lint.js'])
  expect(readdirSync(join(own, 'docs'))).toEqual(['rules'])
  expect(readdirSync(join(own, 'docs', 'rules')).sort()).toEqual(
    readdirSync(join(repositoryRoot(), 'docs', 'rules')).sort(),
  )
  const notices = readFileSync(join(own, 'THIRD-PARTY-NOTICES'), 'utf8')
  expect(notices).toMatch(/^yaml \d/m)
  expect(notices).toMatch(/^@lezer\/java \d/m)
  expect(notices).not.toContain('kafkajs')
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'lagline-lint',
  ])
})

it('lints what is there, in every kind of format, and knows its pages', () => {
  const settings = 'bootstrap.servers=k:9092\nhearbeat.interval.ms=3000\n'
  writeFileSync(join(folder, 'consumer.properties'), settings)
  writeFileSync(
    join(folder, 'application.yml'),
    'spring:\n  kafka:\n    consumer:\n      properties:\n        hearbeat.interval.ms: 3000\n',
  )
  writeFileSync(
    join(folder, 'App.java'),
    'class App {{ Properties p = new Properties(); p.put("bootstrap.servers", "k:1");\n' +
      'p.put("hearbeat.interval.ms", "3000"); new KafkaConsumer<String, String>(p); }}\n',
  )
  const { status, output } = lint('--format', 'sarif', '.')
  const { runs } = JSON.parse(output) as {
    runs: {
      tool: { driver: { version: string; rules: { id: string; help: { markdown?: string } }[] } }
      results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[]
    }[]
  }
  const found = (runs[0]?.results ?? [])
    .filter(({ ruleId }) => ruleId === 'misspelled-key')
    .map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)
  expect([status, found]).toEqual([1, ['App.java', 'application.yml', 'consumer.properties']])
  const rule = runs[0]?.tool.driver.rules.find(({ id }) => id === 'misspelled-key')
  expect(rule?.help.markdown).toContain('misspelled-key')
  expect(lint('--version')).toEqual({ status: 0, output: `${runs[0]?.tool.driver.version ?? ''}\n` })
})

it('fixes', () => {
  writeFileSync(join(folder, 'consumer.properties'), 'bootstrap.servers=k:9092\nhearbeat.interval.ms=3000\n')
  expect(lint('--fix', 'consumer.properties')).toEqual({ status: 0, output: '' })
  expect(readFileSync(join(folder, 'consumer.properties'), 'utf8')).toContain(
    '\nheartbeat.interval.ms=3000\n',
  )
})
