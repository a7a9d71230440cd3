import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Lint from '../../../src/lint/index'

const root = new URL('../../../', import.meta.url).pathname
let folder = ''
let built = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lagline-lint-'))
  built = join(folder, 'lint.js')
  // As scripts/build.mjs builds them.
  const options = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  } as const
  await build({ ...options, entryPoints: ['src/cli/main.ts'], outfile: built })
  await build({
    ...options,
    entryPoints: ['src/lint/readers/code/index.ts'],
    outfile: join(folder, 'lint-code.js'),
  })
  await build({
    ...options,
    entryPoints: ['src/lint/readers/structured.ts'],
    outfile: join(folder, 'lint-yaml.js'),
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    mainFields: ['module', 'main'],
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built, ...argv], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('dist/lint.js', () => {
  it('is the command line where it is started', () => {
    const text = 'bootstrap.servers=k:9092\nsession.timeout.ms=10000\nheartbeat.interval.ms=5000\n'
    writeFileSync(join(folder, 'consumer.properties'), text)
    expect(start('consumer.properties')).toMatchObject({ status: 1, stderr: '' })
    const { status, stdout } = start('--format', 'json', '--kafka-version', '4.0', 'consumer.properties')
    expect([status, (JSON.parse(stdout) as { rule: string }[]).map(({ rule }) => rule)]).toEqual([
      1,
      ['heartbeat-above-third-of-session'],
    ])
    writeFileSync(join(folder, 'consumer.properties'), text.replace('5000', '3333'))
    expect(start('--format', 'json', 'consumer.properties')).toEqual({
      status: 0,
      stdout: '[]\n',
      stderr: '',
    })
  })

  it('says on stderr what it cannot read', () => {
    expect(start('gone.properties')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'lagline: gone.properties cannot be read: there is no such file.\n',
    })
    expect(start()).toMatchObject({ status: 2, stdout: '' })
  })

  it('prints all of a long output', () => {
    const lines = ['bootstrap.servers=k:9092']
    for (let index = 0; index < 3000; index++) lines.push('client.id=a')
    writeFileSync(join(folder, 'long.properties'), lines.join('\n'))
    const { status, stdout } = start('--format', 'json', 'long.properties')
    expect([status, (JSON.parse(stdout) as unknown[]).length]).toEqual([1, 2999])
  })

  it('loads the readers of source code for such a file alone', () => {
    const code = 'p = Properties()\np["bootstrap.servers"] = "k:1"\np["sesion.timeout.ms"] = 1\n'
    writeFileSync(join(folder, 'App.kt'), `fun f() {\nval ${code}}\n`)
    expect(start('App.kt').stdout).toContain('App.kt:4:')
    const text = 'bootstrap.servers=k:1\nsesion.timeout.ms=1\n'
    writeFileSync(join(folder, 'one.properties'), text)
    writeFileSync(join(folder, 'Other.java'), 'class Other { void put() { map.put("a", 1); } }\n')
    const away = join(folder, 'lint-code.js.away')
    renameSync(join(folder, 'lint-code.js'), away)
    try {
      expect(start('one.properties', 'Other.java')).toMatchObject({ status: 1, stderr: '' })
      expect(start('App.kt').stderr).toContain('lint-code.js')
    } finally {
      renameSync(away, join(folder, 'lint-code.js'))
    }
  })

  it('is the engine where it is loaded, and prints nothing then', () => {
    const engine = createRequire(import.meta.url)(built) as typeof Lint
    const linter = engine.createLinter()
    expect(linter.rules.map(({ id }) => id)).toContain('misspelled-key')
    expect(
      linter.lint({ fileName: 'consumer.properties', text: 'bootstrap.servers=k:1\nsesion.timeout.ms=1' }),
    ).toHaveLength(1)
  })

  it('loads the readers of YAML and JSON with the first such file about Kafka', () => {
    const engine = createRequire(import.meta.url)(built) as typeof Lint
    const linter = engine.createLinter()
    const loaded = (): boolean =>
      Object.keys(createRequire(import.meta.url).cache).includes(join(folder, 'lint-yaml.js'))
    expect(linter.lint({ fileName: 'a.yml', text: 'server:\n  port: 80' })).toEqual([])
    expect(linter.lint({ fileName: 'package.json', text: '{"dependencies": {"kafkajs": "2.2.4"}}' })).toEqual(
      [],
    )
    expect(loaded()).toBe(false)
    const text = 'spring.kafka.consumer:\n  max-poll-records: 0'
    expect(linter.lint({ fileName: 'a.yml', text })).toHaveLength(1)
    expect(loaded()).toBe(true)
    writeFileSync(join(folder, 'application.yml'), text)
    expect(start('application.yml')).toMatchObject({ status: 1, stderr: '' })
    expect(start('application.yml').stdout).toMatch(/^application\.yml:2:3 error value-out-of-range /)
  })
})
