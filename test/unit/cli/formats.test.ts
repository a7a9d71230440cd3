import { describe, expect, it } from 'vitest'
import { bad, clean, folderOf, misspelled } from './folder'

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

interface Log {
  readonly version: string
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] }
    }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly message: { readonly text: string }
      readonly locations: readonly { readonly physicalLocation: { readonly region: Region } }[]
      readonly fixes?: readonly unknown[]
    }[]
  }[]
}

describe('sarif', () => {
  it('has rules with help, results with places, and fixes', () => {
    const folder = folderOf({ 'conf d/consumer.properties': `\r\n${misspelled}` })
    const { code, out } = folder.run(['--format', 'sarif', '.'])
    const log = JSON.parse(out) as Log
    const [run] = log.runs
    const [result] = run?.results ?? []
    expect([code, log.version, log.runs.length, run?.results.length]).toEqual([1, '2.1.0', 1, 1])
    expect(run).toMatchObject({
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { '%SRCROOT%': { uri: expect.stringMatching(/^file:\/\/\/.*\/$/) as string } },
      tool: { driver: { name: 'Lagline', version: '1.2.3', semanticVersion: '1.2.3' } },
    })
    const rule = run?.tool.driver.rules[result?.ruleIndex ?? -1]
    expect(rule).toMatchObject({
      id: 'misspelled-key',
      shortDescription: { text: expect.stringMatching(/\w/) as string },
      help: { text: expect.stringMatching(/\w/) as string, markdown: '# docs/rules/misspelled-key.md\n' },
      defaultConfiguration: { level: 'warning', enabled: true },
    })
    const artifactLocation = { uri: 'conf%20d/consumer.properties', uriBaseId: '%SRCROOT%' }
    const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 21 }
    expect(result).toMatchObject({
      ruleId: 'misspelled-key',
      level: 'warning',
      message: { text: expect.stringContaining('hearbeat.interval.ms') as string },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      partialFingerprints: {
        'ruleKeyLine/v1': expect.stringMatching(/^misspelled-key:.*:[0-9a-f]{16}$/) as string,
      },
      fixes: [
        {
          description: { text: expect.stringContaining('heartbeat.interval.ms') as string },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: region, insertedContent: { text: 'heartbeat.interval.ms' } }],
            },
          ],
        },
      ],
    })
  })

  it('lists every rule once, and is a log without results where nothing is found', () => {
    const folder = folderOf({ 'consumer.properties': clean })
    const { code, out } = folder.run(['--format', 'sarif', '.'])
    const [run] = (JSON.parse(out) as Log).runs
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? []
    expect([code, run?.results]).toEqual([0, []])
    expect(ids.length).toBeGreaterThan(20)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has a note for what is no warning, and full addresses for files elsewhere', () => {
    const folder = folderOf({
      'a/lagline.json':
        '{"lint": {"severity": {"misspelled-key": "info", "heartbeat-above-third-of-session": "error"}}}',
      'consumer.properties': misspelled,
      'other.properties': bad,
      'a/.keep': '',
    })
    const { out } = folder.run(['--format', 'sarif', '../consumer.properties', '../other.properties'], 'a')
    const results = (JSON.parse(out) as Log).runs[0]?.results ?? []
    expect(results.map(({ level }) => level)).toEqual(['note', 'error'])
    expect(results[0]).toMatchObject({
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: expect.stringMatching(/^file:\/\/\/.*\/consumer\.properties$/) as string,
            },
          },
        },
      ],
    })
  })
})

describe('github', () => {
  it('escapes what its commands are made of', () => {
    const folder = folderOf({
      'a,b:c%/consumer.properties': 'bootstrap.servers=k:9092\nmax.poll.records=5%\\n1\n',
      'b.properties': misspelled,
      'lagline.json': '{"lint": {"severity": {"misspelled-key": "hint"}}}',
    })
    const [first = '', second = '', ...rest] = folder.run(['--format', 'github', '.']).out.split('\n')
    expect(rest).toEqual([''])
    expect(first).toMatch(
      /^::error title=invalid-value-type,file=a%2Cb%3Ac%25\/consumer\.properties,line=2,col=1,endLine=2,endColumn=17::/,
    )
    expect(first).toContain('5%25%0A1')
    expect(second).toMatch(/^::notice title=misspelled-key,file=b\.properties,line=2,col=1,/)
  })
})

describe('--fail-on', () => {
  it.each([
    ['error', 'warning', 0],
    ['error', 'error', 1],
    ['warning', 'info', 0],
    ['info', 'info', 1],
    ['info', 'hint', 0],
    ['hint', 'hint', 1],
    ['hint', 'error', 1],
  ])('%s with a finding of severity %s ends with %i', (level, severity, code) => {
    const folder = folderOf({
      'lagline.json': JSON.stringify({ lint: { severity: { 'misspelled-key': severity } } }),
      'consumer.properties': misspelled,
    })
    expect(folder.run(['--fail-on', level, '.']).code).toBe(code)
  })
})

describe('--version', () => {
  it('is the version', () => {
    expect(folderOf({}).run(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' })
  })
})
