import { parser as go } from '@lezer/go'
import { parser as java } from '@lezer/java'
import { parser as javascript } from '@lezer/javascript'
import { parser as python } from '@lezer/python'
import type { Parser } from '@lezer/common'
import fc from 'fast-check'
import { parseTree, type ParseError } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { decodeFile } from '../../../src/cli/decode'
import { fixAll } from '../../../src/cli/fixing'
import type { Source } from '../../../src/cli/sources'
import { createLinter } from '../../../src/lint/index'
import { codeReaders } from '../../../src/lint/readers/code/index'
import { structuredReaders } from '../../../src/lint/readers/structured'

const linter = createLinter([...structuredReaders, ...codeReaders])

/** Settings of a consumer as people write them, well and badly. */
const settings: readonly (readonly [key: string, value: string])[] = [
  ['auto.offset.reset', 'earliest'],
  ['auto.ofset.reset', 'earliest'],
  ['auto.offset.reset', 'EARLIEST'],
  ['hearbeat.interval.ms', '3000'],
  ['session.timeout.ms', '"45000"'],
  ['session.timeout.ms', '45_000'],
  ['session.timeout.ms', '45s'],
  ['max.poll.records', '500 # many'],
  ['max.poll.records', '500'],
  ['enable.auto.commit', 'True'],
  ['enable.auto.commit', "'false'"],
  ['auto.enable.commit', 'false'],
  ['zookeeper.connect', 'z:2181'],
  ['auto.include.jmx.reporter', 'true'],
  ['group.id', 'billing'],
  ['group.protocol', 'consumer'],
  ['heartbeat.interval.ms', '3000'],
  ['partition.assignment.strategy', 'range'],
  ['isolation.level', 'READ_COMMITTED'],
  ['security.protocol', 'SASL-SSL'],
  ['max.poll.interval.ms', '1'],
  ['fetch.min.bytes', '-1'],
  ['client.id', ' '],
  ['value.deserializer', 'org.apache.kafka.common.deserialization.StringDeSerializer'],
]

/** How a format writes them, and whether a text is well formed in it. */
interface Format {
  readonly fileName: string
  readonly write: (pairs: readonly (readonly [string, string])[], comment: string) => string
  readonly parses: (text: string) => boolean
  readonly comment: string
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`
const parsesAs =
  (parser: Parser) =>
  (text: string): boolean => {
    let broken = false
    parser.parse(text).iterate({
      enter: ({ type }) => {
        broken ||= type.isError
      },
    })
    return !broken
  }
const isYaml = (text: string): boolean =>
  // A name that stands twice is a slip of the file as it was, not of a fix.
  parseAllDocuments(text, { uniqueKeys: false }).every(({ errors }) => errors.length === 0)
const isJson = (text: string): boolean => {
  const errors: ParseError[] = []
  return parseTree(text, errors) !== undefined && errors.length === 0
}
const variable = (key: string): string => `CONNECT_CONSUMER_${key.toUpperCase().replaceAll('.', '_')}`

const formats: readonly Format[] = [
  {
    fileName: 'consumer.properties',
    comment: '#',
    write: (pairs, comment) =>
      lines(['bootstrap.servers=k:9092', comment, ...pairs.map(([key, value]) => `${key}=${value}`)]),
    parses: (text) => /^(?:(?:[#].*|[^\s=#][^=\n]*=.*)?\n)*$/.test(text),
  },
  {
    fileName: 'application.yml',
    comment: '#',
    write: (pairs, comment) =>
      lines([
        'spring:',
        '  kafka:',
        '    consumer:',
        '      properties:',
        '        bootstrap.servers: k:9092',
        `        ${comment}`,
        ...pairs.map(([key, value]) => `        ${key}: ${value}`),
      ]),
    parses: isYaml,
  },
  {
    fileName: 'docker-compose.yml',
    comment: '#',
    write: (pairs, comment) =>
      lines([
        'services:',
        '  c:',
        '    image: confluentinc/cp-kafka-connect:8.0.0',
        '    environment:',
        '      - CONNECT_GROUP_ID=c',
        `      ${comment}`,
        ...pairs.map(([key, value]) => `      - ${variable(key)}=${value}`),
      ]),
    parses: isYaml,
  },
  {
    fileName: 'connector.json',
    comment: '',
    write: (pairs) =>
      lines([
        '{',
        [['connector.class', 'X'], ...pairs.map(([key, value]) => [`consumer.override.${key}`, value])]
          .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
          .join(',\n'),
        '}',
      ]),
    parses: isJson,
  },
  {
    fileName: 'A.java',
    comment: '//',
    write: (pairs, comment) =>
      lines([
        'import org.apache.kafka.clients.consumer.ConsumerConfig;',
        'class A {',
        '  void make(java.util.Properties p) {',
        '    p.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "k:9092");',
        `    ${comment}`,
        ...pairs.map(([key, value]) => `    p.put(${JSON.stringify(key)}, ${JSON.stringify(value)});`),
        '  }',
        '}',
      ]),
    parses: parsesAs(java),
  },
  {
    fileName: 'a.py',
    comment: '#',
    write: (pairs, comment) =>
      lines([
        'from confluent_kafka import Consumer',
        'c = Consumer({',
        "    'bootstrap.servers': 'k:9092',",
        `    ${comment}`,
        ...pairs.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)},`),
        '})',
      ]),
    parses: parsesAs(python),
  },
  {
    fileName: 'a.js',
    comment: '//',
    write: (pairs, comment) =>
      lines([
        "const { KafkaConsumer } = require('node-rdkafka')",
        'const c = new KafkaConsumer({',
        "  'bootstrap.servers': 'k:9092',",
        `  ${comment}`,
        pairs.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n'),
        '}, {})',
      ]),
    parses: parsesAs(javascript),
  },
  {
    fileName: 'a.go',
    comment: '//',
    write: (pairs, comment) =>
      lines([
        'package a',
        '',
        'import "github.com/confluentinc/confluent-kafka-go/v2/kafka"',
        '',
        'var settings = &kafka.ConfigMap{',
        '\t"bootstrap.servers": "k:9092",',
        `\t${comment}`,
        ...pairs.map(([key, value]) => `\t${JSON.stringify(key)}: ${JSON.stringify(value)},`),
        '}',
      ]),
    parses: parsesAs(go),
  },
]

/** The text with every safe fix in it, as `--fix` writes it. */
function fixed(fileName: string, text: string): string {
  const decoded = decodeFile(new TextEncoder().encode(text))
  const source: Source = { name: fileName, path: `/files/${fileName}`, text, decoded }
  const { sources } = fixAll([source], (all) =>
    all.map((each) => linter.lint({ fileName, text: each.text, kafkaVersion: '4.0', preset: 'strict' })),
  )
  return sources[0]?.text ?? ''
}

describe('--fix', () => {
  it.each(formats)('leaves $fileName well formed, with nothing more to fix', (format) => {
    const { fileName, write, parses, comment } = format
    const pairs = fc.uniqueArray(fc.constantFrom(...settings), { maxLength: 8 })
    const rules = fc.constantFrom('duplicate-key', 'misspelled-key', 'no-such-rule')
    const comments = fc.oneof(
      fc.constant(''),
      rules.map((rule) =>
        comment === '' ? '' : `${comment} lagline-disable-next-line ${rule} -- on purpose`,
      ),
    )
    fc.assert(
      fc.property(pairs, comments, (chosen, above) => {
        const text = write(chosen, above)
        expect(parses(text)).toBe(true)
        const once = fixed(fileName, text)
        expect(parses(once)).toBe(true)
        expect(fixed(fileName, once)).toBe(once)
      }),
      { numRuns: 150 },
    )
  })

  it.each(formats)('mends slips in $fileName, and what is well is left as it is', ({ fileName, write }) => {
    const rest: (readonly [string, string])[] = [
      ['max.poll.records', '500'],
      ['group.id', 'billing'],
    ]
    const slip = write([['auto.ofset.reset', 'earliest'], ...rest], '')
    const good = write([['auto.offset.reset', 'earliest'], ...rest], '')
    expect(fixed(fileName, good)).toBe(good)
    const mended = fixed(fileName, slip)
    expect(mended).not.toBe(slip)
    expect(linter.lint({ fileName, text: mended, kafkaVersion: '4.0' })).toEqual([])
  })
})
