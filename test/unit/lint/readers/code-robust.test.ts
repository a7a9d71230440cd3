import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../../../src/lint/index'
import { findings, found } from '../linting'
import { runs } from '../../../support/fuzz'
import { documentOf } from './code'

const ratio = 'heartbeat-above-third-of-session'

/** A file with one finding of each language, and what opens and closes brackets in it. */
const programs: readonly { readonly file: string; readonly text: string; readonly line: number }[] = [
  {
    file: 'A.java',
    text: 'import org.apache.kafka.clients.consumer.ConsumerConfig;\nclass A { void f() {\n  Properties p = new Properties();\n  p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);\n} }\n',
    line: 4,
  },
  {
    file: 'A.kt',
    text: 'fun f() {\n  val p = Properties()\n  p[ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG] = 6000\n}\n',
    line: 3,
  },
  {
    file: 'A.scala',
    text: 'object A {\n  val p = Map("bootstrap.servers" -> "k:1",\n    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG -> 6000)\n}\n',
    line: 3,
  },
  {
    file: 'a.py',
    text: "from confluent_kafka import Consumer\nc = Consumer({\n    'bootstrap.servers': 'k:1',\n    'session.timeout.ms': 6000,\n})\n",
    line: 4,
  },
  {
    file: 'b.py',
    text: "from kafka import KafkaConsumer\nc = KafkaConsumer('t', session_timeout_ms=6000)\n",
    line: 2,
  },
  {
    file: 'a.ts',
    text: "import { Kafka } from 'kafkajs'\nconst c = kafka.consumer({\n  groupId: 'a',\n  sessionTimeout: 6000,\n})\n",
    line: 4,
  },
  {
    file: 'a.js',
    text: "const { KafkaConsumer } = require('node-rdkafka')\nnew KafkaConsumer({ 'session.timeout.ms': 6000 }, {})\n",
    line: 2,
  },
  {
    file: 'a.go',
    text: 'package a\nimport "github.com/IBM/sarama"\nfunc f() {\n\tc := sarama.NewConfig()\n\tc.Consumer.Group.Session.Timeout = 6 * time.Second\n}\n',
    line: 5,
  },
  {
    file: 'a.cs',
    text: 'using Confluent.Kafka;\nvar c = new ConsumerConfig\n{\n    SessionTimeoutMs = 6000,\n};\n',
    line: 4,
  },
  {
    file: 'a.rs',
    text: 'use rdkafka::ClientConfig;\nfn f() {\n    ClientConfig::new()\n        .set("session.timeout.ms", "6000")\n        .create();\n}\n',
    line: 4,
  },
]
const MiB = 1024 * 1024
/** Of processor time: a machine that is busy with other things makes nothing fail. */
const LONG_MS = 8000

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function checkPlaces(file: string, text: string): void {
  const document = documentOf(file, text)
  for (const { entries } of document?.blocks ?? [])
    for (const { keyRange, valueRange, range } of entries)
      for (const { start, end } of [keyRange, valueRange, range]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
  for (const { fixes } of findings(file, text))
    for (const { edits } of fixes) expect(applyEdits(text, edits)).not.toBe(text)
}

describe.each(programs)('$file', ({ file, text, line }) => {
  const finding = (of: string): string[] => found(file, of)

  it('is found with any line end, behind a byte order mark and beside other scripts', () => {
    expect(finding(text)).toEqual([`${line}:${ratio}`])
    expect(finding(text.replaceAll('\n', '\r\n'))).toEqual([`${line}:${ratio}`])
    expect(finding(`\ufeff${text}`)).toEqual([`${line}:${ratio}`])
    const comment = file.endsWith('.py') ? '# 주문 🚚 заказы' : '// 주문 🚚 заказы'
    const at = text.indexOf('\n') + 1
    expect(finding(`${text.slice(0, at)}${comment}\n${text.slice(at)}`)).toEqual([`${line + 1}:${ratio}`])
  })

  it('is mended with any line end', () => {
    for (const of of [text, text.replaceAll('\n', '\r\n')]) {
      const fixes = findings(file, of)[0]?.fixes ?? []
      expect(fixes).toHaveLength(2)
      for (const { edits } of fixes) {
        const mended = applyEdits(of, edits)
        expect(finding(mended), mended).toEqual([])
        expect(/(?<!\r)\n/.test(mended)).toBe(of === text)
      }
    }
  })

  it('does not hinder reading where it is broken off or full of garbage', () => {
    for (let end = 0; end <= text.length; end++) checkPlaces(file, text.slice(0, end))
    for (const garbage of [
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '`',
      '"""',
      '/*',
      '*/',
      '${',
      '\\',
      ';',
      ',',
      '<',
      '@',
    ])
      for (let at = 0; at <= text.length; at += 7)
        checkPlaces(file, text.slice(0, at) + garbage + text.slice(at))
  })

  it('is read in time however long and deep it is', () => {
    const at = text.lastIndexOf('\n', text.length - 3) + 1
    for (const nested of [
      '(',
      '[',
      '{',
      '{(',
      '"${',
      'f(',
      'if (x) { p.put(',
      '/*',
      'a.',
      '-',
      "'",
      '"',
      'new A() {{ put(',
    ]) {
      const began = cpuMs()
      for (const depth of [150, 20_000])
        checkPlaces(file, text.slice(0, at) + nested.repeat(depth) + text.slice(at))
      expect(cpuMs() - began, nested).toBeLessThan(LONG_MS)
    }
    const filler = file.endsWith('.py') ? '# a line\n' : '// a line\n'
    const programs = text.repeat(Math.ceil(MiB / 16 / text.length))
    const lines = programs + filler.repeat(Math.ceil((MiB - programs.length) / filler.length))
    const began = cpuMs()
    findings(file, lines)
    expect(cpuMs() - began).toBeLessThan(LONG_MS)
  }, 120_000)

  it('never makes the reader throw', () => {
    const pieces = [
      ...(text.match(/\w+|\s+|[^\w\s]/g) ?? []),
      '"',
      "'",
      '`',
      '{',
      '}',
      '(',
      ')',
      '\\',
      '${',
      '->',
      'é',
      '🚚',
    ]
    const mutation = fc.array(
      fc.tuple(
        fc.nat(text.length),
        fc.nat(12),
        fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })),
      ),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(mutation, (edits) => {
        let changed = text
        for (const [at, gone, piece] of edits)
          changed = changed.slice(0, at) + piece + changed.slice(at + gone)
        checkPlaces(file, changed)
      }),
      { numRuns: runs(60) },
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (soup) => {
        checkPlaces(file, text + soup.join(''))
      }),
      { numRuns: runs(40) },
    )
  })
})
