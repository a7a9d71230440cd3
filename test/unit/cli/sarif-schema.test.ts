import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../support/root'
import { bad, clean, folderOf, misspelled } from './folder'

const schema = JSON.parse(
  readFileSync(join(repositoryRoot(), 'test', 'data', 'sarif-schema-2.1.0.json'), 'utf8'),
) as object
const ajv = new Ajv({ allErrors: true, strict: false })
addFormats(ajv)
const validate = ajv.compile(schema)

interface Rule {
  readonly id: string
  readonly fullDescription: { readonly text: string }
  readonly properties: Readonly<Record<string, unknown>>
}

interface Result {
  readonly ruleId: string
  readonly message: { readonly text: string }
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endColumn', number>>
    }
  }[]
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }
  readonly results: readonly Result[]
}

/** The log of a run over files, once it is what the schema of OASIS wants. */
function logOf(files: Readonly<Record<string, string>>, argv: readonly string[] = ['.']): Run {
  const log = JSON.parse(folderOf(files).run(['--format', 'sarif', ...argv]).out) as { runs: [Run] }
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  return log.runs[0]
}

const application =
  'spring:\n  kafka:\n    consumer:\n      heartbeat-interval: 20s\n      properties:\n        session.timeout.ms: 30000\n'

describe('a log of SARIF', () => {
  it('is one by the schema of the standard, whatever is found', () => {
    expect(logOf({ 'consumer.properties': clean }).results).toEqual([])
    const files = {
      'consumer.properties': bad,
      'a b/ü,#%/consumer.properties': misspelled,
      'application.yml': application,
      'connector.json':
        '{"connector.class": "X", "tasks.max": "0", "consumer.override.max.pol.records": "5"}',
      'docker-compose.yml':
        'services:\n  b:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_ZOOKEEPER_CONNECT: z:2181\n',
    }
    expect(logOf(files, ['--preset', 'strict', '.']).results.length).toBeGreaterThan(5)
  })

  it('is none by that schema where a line is no number', () => {
    const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ ruleId: 1 }] }] }
    expect(validate(log)).toBe(false)
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain('/runs/0/results/0/ruleId')
  })

  it('has what code scanning asks of rules and results', () => {
    const { tool, results } = logOf({
      'conf/consumer.properties': misspelled,
      'application.yml': application,
    })
    for (const { fullDescription, properties } of tool.driver.rules) {
      expect(fullDescription.text).not.toBe('')
      expect(properties['problem.severity']).toMatch(/^(?:error|warning|recommendation)$/)
      expect(properties['tags']).toContain('kafka')
    }
    const ids = new Set(tool.driver.rules.map(({ id }) => id))
    for (const { ruleId, locations, partialFingerprints } of results) {
      expect(ids).toContain(ruleId)
      expect(Object.values(partialFingerprints)).toHaveLength(1)
      // Code scanning knows a file by its path from the root of the repository.
      expect(locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^(?:conf\/)?[\w.]+$/)
    }
    expect(results.map(({ ruleId }) => ruleId).sort()).toEqual([
      'heartbeat-above-third-of-session',
      'misspelled-key',
    ])
  })

  it('counts columns in units of UTF-16', () => {
    const { results } = logOf({
      'application.yml': 'spring: {kafka: {client-id: "🚀", consumer: {heartbeat-interval: 20s}}}\n',
    })
    const [result] = results
    const line = 'spring: {kafka: {client-id: "🚀", consumer: {heartbeat-interval'
    expect(result?.locations[0]?.physicalLocation.region).toMatchObject({
      startLine: 1,
      startColumn: line.length - 'heartbeat-interval'.length + 1,
      endColumn: line.length + 1,
    })
  })

  it('keeps the fingerprint of a finding that moves, and gives another one to another line', () => {
    const printOf = (text: string): unknown =>
      logOf({ 'consumer.properties': text }).results[0]?.partialFingerprints
    expect(printOf(`# a comment\n\n${misspelled}`)).toEqual(printOf(misspelled))
    expect(printOf(misspelled.replace('=3000', '=2000'))).not.toEqual(printOf(misspelled))
  })
})
