import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLineIndex } from '../../../../src/lint/index'
import { structuredLooks } from '../../../../src/lint/readers/looks'
import { laterReaders } from '../../../../src/lint/readers/later'
import { structuredReaders } from '../../../../src/lint/readers/structured'
import { applied, findings, found, linter } from '../linting'
import { runs } from '../../../support/fuzz'
import { documentOf } from './structured'

const wrong = 'spring:\n  kafka:\n    consumer:\n      max-poll-records: 0\n'
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

describe('the cheap look', () => {
  it('keeps the parsers unloaded until a file is about Kafka', () => {
    let loads = 0
    const readers = laterReaders(() => {
      loads++
      return structuredReaders
    })
    const [yaml, , , json] = readers
    const read = (reader: typeof yaml, fileName: string, text: string): unknown =>
      reader?.read({ fileName, languageId: null, text }, null, known)
    const known = { kafka: null } as never
    expect(read(yaml, 'a.yml', 'server:\n  port: 80')).toBeNull()
    expect(read(json, 'package.json', '{"dependencies": {"kafkajs": "2"}}')).toBeNull()
    expect(loads).toBe(0)
    expect(read(yaml, 'a.yml', 'kafka: soon')).toBeNull()
    expect(read(yaml, 'b.yml', 'kafka: later')).toBeNull()
    expect(loads).toBe(1)
  })

  it('stands for the readers, one for one', () => {
    expect(structuredReaders.map(({ id }) => id)).toEqual(structuredLooks.map(({ id }) => id))
    for (const [index, reader] of structuredReaders.entries())
      expect(reader.languages).toEqual(structuredLooks[index]?.languages)
  })
})

describe('places', () => {
  function place(text: string): string[] {
    const index = createLineIndex(text)
    return findings('application.yml', text).map(({ range }) => {
      const start = index.positionAt(range.start)
      const end = index.positionAt(range.end)
      return `${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`
    })
  }

  it.each([
    [wrong, '4:7-4:23'],
    [wrong.replaceAll('\n', '\r\n'), '4:7-4:23'],
    [`\ufeff${wrong}`, '4:7-4:23'],
    [`\ufeffspring.kafka.consumer.max-poll-records: 0`, '1:2-1:40'],
    [`# 그룹 😀\n${wrong}`, '5:7-5:23'],
    ['spring.kafka.consumer: {client-id: "😀그룹", max-poll-records: 0}', '1:44-1:60'],
    ['"spring.kafka.consumer.max-poll-records": 0', '1:1-1:41'],
    ['spring.kafka.consumer:\n  ? max-poll-records\n  : 0\n', '2:5-2:21'],
    ['---\nspring.kafka.consumer:\n  !!str max-poll-records: !!int 0\n', '3:9-3:25'],
    ['%YAML 1.1\n---\nspring.kafka.consumer.max-poll-records: 0\n...\n', '3:1-3:39'],
  ])('of %j', (text, expected) => {
    expect(place(text)).toEqual([expected])
  })

  it.each([
    ['max-poll-records: 0 # why', '0'],
    ['max-poll-records: "0"', '"0"'],
    ['max-poll-records: >-\n    0', '>-\n    0'],
    ['max-poll-records: |\n    0\n\n', '|\n    0'],
    ['max-poll-records:\n    0', '0'],
    ['max-poll-records:\n    # soon\n', ''],
    ['max-poll-records: &zero 0', '0'],
    ['client-id: a b\n    c', 'a b\n    c'],
    ["client-id: 'it''s'", "'it''s'"],
  ])('of the value in %j: %j', (line, expected) => {
    const text = `spring.kafka.consumer:\n  ${line}`
    const range = documentOf('application.yml', text)?.blocks[0]?.entries[0]?.valueRange
    expect(range && text.slice(range.start, range.end)).toBe(expected)
  })
})

describe('what cannot be read is not lintable', () => {
  it.each([
    ['a template', `{{- if .Values.kafka }}\n${wrong}{{- end }}`],
    ['another template', `{% if kafka %}\n${wrong}{% endif %}`],
    ['tabs', wrong.replaceAll('  ', '\t')],
    ['an open quote', `${wrong}      client-id: "a\n`],
    ['an open bracket', `${wrong}      client-id: [a\n`],
    ['bad indentation', `${wrong}   client-id: a\n`],
    ['a null character', `${wrong}\0`],
    ['an alias of nothing', `${wrong}      properties: *nobody\n      client-id`],
    ['nothing', ''],
    ['a scalar', 'kafka'],
    ['binary', String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code))],
  ])('%s', (_, text) => {
    expect(found('application.yml', text)).toEqual([])
  })

  it('but a good document beside a broken one is', () => {
    expect(found('application.yml', `${wrong}---\na: [b\n`)).toEqual(['4:value-out-of-range'])
  })

  it('and what an alias that leads nowhere leaves is', () => {
    expect(found('application.yml', `${wrong}      properties: *nobody\n`)).toEqual(['4:value-out-of-range'])
  })

  it.each([
    ['brackets', `kafka: ${'['.repeat(1_000_000)}`],
    ['maps in maps', `kafka: ${'{a: '.repeat(250_000)}`],
    ['keys in keys', `kafka:\n${'a: '.repeat(30_000)}`],
    ['dashes', `kafka:\n${'- '.repeat(500_000)}`],
    ['question marks', `kafka:\n${'? '.repeat(500_000)}`],
    ['commas', `kafka: [${','.repeat(1_000_000)}]`],
    ['anchors', `kafka: ${'&a '.repeat(300_000)}`],
    ['depth', `spring:\n${many(900, (index) => `${' '.repeat(index + 1)}kafka:\n`)}`],
    ['a file of megabytes', `${wrong}      client-id: ${'a'.repeat(3_000_000)}\n`],
    ['itself', 'spring:\n  kafka: &a\n    consumer: *a\n'],
    ['itself merged', 'spring: &a\n  kafka:\n    <<: *a\n'],
    [
      'aliases of aliases',
      `a0: &a0 {x: y}\n${many(30, (index) => `a${index + 1}: &a${index + 1} {${many(9, (at) => `k${at}: *a${index}, `)}}\n`)}spring:\n  kafka:\n    properties: *a30\n`,
    ],
    [
      'merges of merges',
      `a0: &a0 {x: y}\n${many(30, (index) => `a${index + 1}: &a${index + 1}\n  <<: [*a${index}, *a${index}]\n`)}spring:\n  kafka:\n    <<: *a30\n`,
    ],
  ])(
    'nor is an attack of %s, and it is told in time',
    (_, text) => {
      const started = process.cpuUsage().user
      expect(found('application.yml', text)).toEqual([])
      expect((process.cpuUsage().user - started) / 1_000).toBeLessThan(10_000)
    },
    60_000,
  )

  it('nor JSON of brackets', () => {
    expect(found('a.json', `{"connector.class": ${'['.repeat(1_000_000)}`)).toEqual([])
    expect(found('a.json', `{"connector.class": "${'\\'.repeat(1_000_000)}`)).toEqual([])
  })
})

describe('a huge file', () => {
  it('is read in time', () => {
    const keys = many(24_000, (index) => `        app.some.unknown.key.${index}: a value, number ${index}\n`)
    const text = `${wrong}      properties:\n${keys}        max.poll.records: 0\n`
    expect(text.length).toBeGreaterThan(1_048_576)
    expect(found('application.yml', text)).toEqual(['24006:duplicate-key', '24006:value-out-of-range'])
  }, 60_000)
})

const key = fc.constantFrom(
  'session.timeout.ms',
  'sesion.timeout.ms',
  '"[heartbeat.interval.ms]"',
  'heartbeat-interval',
  'enable-auto-commit',
  'max-poll-records',
  'KAFKA_NUM_NETWORK_THREADS',
  'KAFKA_AUTO_CREATE_TOPICS_ENABLED',
  'CONNECT_HEARTBEAT_INTERVAL_MS',
  '<<',
  '__proto__',
  'constructor',
  'properties',
  '',
)
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.integer().map(String),
  fc.constantFrom(
    '',
    '*a',
    '&a b',
    '!!int 1',
    '"0',
    "'0'",
    '|\n      0',
    '{a: 1}',
    '[1, 2]',
    '3s',
    '${A}',
    'yes',
    '# c',
  ),
)
const head = fc.constantFrom(
  'spring:\n  kafka:\n    consumer:\n',
  'spring.kafka.consumer.properties:\n',
  'services:\n  a:\n    image: confluentinc/cp-kafka-connect:7.5.0\n    environment:\n',
  'services:\n  a:\n    image: apache/kafka\n    environment: &a\n',
  'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  config:\n',
  'apiVersion: v1\nkind: ConfigMap\ndata:\n',
  'mp:\n  messaging:\n    incoming:\n      a:\n',
  'kafka:\n  consumers:\n    a:\n',
)
const form = fc.constantFrom(
  '      K: V',
  '      - K=V',
  '      - name: K\n        value: V',
  '      K:\n        K: V',
  '\tK: V',
  'K V',
  '      {K: V}',
  '      - "K=V"',
)
const line = fc
  .tuple(form, key, value)
  .map(([text, name, written]) => text.replaceAll('K', () => name).replace('V', () => written))
const file = fc
  .tuple(head, fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([start, body, lineEnd]) => (start + body.join('\n')).replaceAll('\n', lineEnd))
const jsonFile = fc
  .tuple(
    fc.array(fc.tuple(key, fc.jsonValue({ maxDepth: 2 })), { maxLength: 5 }),
    fc.constantFrom('', 'consumer.override.'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  .map(([pairs, prefix, noise]) => {
    const all = pairs.map(([name, own]) => `${JSON.stringify(prefix + name)}: ${JSON.stringify(own)}`)
    return `{"connector.class": "a.B", ${all.join(',\n  ')}}${noise}`
  })

function checkEdits(name: string, text: string): void {
  const before = findings(name, text)
  for (const finding of before) {
    const ranges = [
      finding.range,
      ...finding.related.map(({ range }) => range),
      ...finding.fixes.flatMap(({ edits }) => edits),
    ]
    for (const { start, end } of ranges) {
      expect(0 <= start && start <= end && end <= text.length).toBe(true)
    }
    for (const fix of finding.fixes) {
      const after = applied(text, fix)
      const of = (all: readonly (typeof finding)[]): number =>
        all.filter(({ rule, key: name }) => rule === finding.rule && name === finding.key).length
      expect(of(findings(name, after)), after).toBeLessThan(of(before))
      // What was readable stays so.
      expect(documentOf(name, after), after).not.toBeNull()
    }
  }
}

describe('any text', () => {
  it('never makes the linter throw, and fixes stay inside the text and do what they say', () => {
    fc.assert(
      fc.property(file, (text) => checkEdits('application.yml', text)),
      { numRuns: runs(500) },
    )
    fc.assert(
      fc.property(jsonFile, (text) => checkEdits('a.json', text)),
      { numRuns: runs(200) },
    )
  }, 60_000)

  it('of a framework’s properties neither', () => {
    const property = fc
      .tuple(
        fc.constantFrom(
          'spring.kafka.consumer.',
          '%dev.spring.kafka.',
          'spring.kafka.consumer.properties[',
          'mp.messaging.incoming.',
          '',
          '#',
        ),
        key,
        fc.constantFrom('=', ': ', ' ', ']=', '.'),
        fc.string({ unit: 'binary', maxLength: 8 }),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(property, { maxLength: 8 }), (all) => {
        const text = ['spring.kafka.consumer.session-timeout=1', ...all].join('\n')
        for (const { range, fixes } of linter.lint({ fileName: 'application.properties', text }))
          for (const { start, end } of [range, ...fixes.flatMap(({ edits }) => edits)])
            expect(0 <= start && start <= end && end <= text.length).toBe(true)
      }),
      { numRuns: runs(500) },
    )
  })
})
