import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownKeys } from '../../../../src/lint/catalogue/known-keys'
import type { LintDocument, NamedRole } from '../../../../src/lint/document'
import { propertiesReader } from '../../../../src/lint/readers/properties/reader'
import { createLineIndex } from '../../../../src/lint/index'
import { applied, findings, found, linter } from '../linting'
import { runs } from '../../../support/fuzz'

const known = new KnownKeys()

function read(
  fileName: string,
  lines: readonly string[],
  role: NamedRole | null = null,
  languageId: string | null = null,
): LintDocument | null {
  return propertiesReader.read({ fileName, languageId, text: lines.join('\n') }, role, known)
}

/** `prefix role` of each block. */
function blocks(fileName: string, lines: readonly string[], role: NamedRole | null = null): string[] | null {
  return (
    read(fileName, lines, role)?.blocks.map(
      (block) => `${block.prefix}${block.prefix === '' ? '' : ' '}${block.role}`,
    ) ?? null
  )
}

const servers = 'bootstrap.servers=k:9092'

describe('which files are about Kafka', () => {
  it.each([
    ['x.properties', [servers]],
    ['x.properties', ['process.roles=broker']],
    ['x.properties', ['broker.id=0']],
    ['x.properties', ['log.dirs=/d']],
    ['x.properties', ['application.id=a']],
    ['x.properties', ['offset.storage.topic=o']],
    ['x.properties', ['connector.class=a.B']],
    ['x.properties', ['consumer.bootstrap.servers=k:9092']],
    ['consumer.properties', ['fetch.min.bytes=1']],
    ['my-producer_test.properties', ['acks=all']],
    ['server.properties', ['zookeeper.connect=z:2181']],
    ['x.config', [servers]],
    ['x.conf', [servers]],
  ])('%s with %j is', (name, lines) => {
    expect(read(name, lines)).not.toBeNull()
  })

  it.each([
    ['x.properties', ['group.id=a', 'fetch.min.bytes=1']],
    ['server.properties', ['server-port=25565', 'max-players=20', 'motd=A server', 'name=x']],
    ['consumer.properties', ['app.threads=4']],
    ['consumer.properties', []],
    [
      'connect-log4j.properties',
      ['log4j.rootLogger=INFO, stdout', 'log4j.appender.stdout=org.apache.log4j.ConsoleAppender'],
    ],
    ['/consumer/x.properties', ['fetch.min.bytes=1']],
    ['application.properties', ['spring.kafka.bootstrap-servers=k:9092', 'server.port=80']],
    ['x.conf', ['kafka {', '  bootstrap.servers=k:9092', '}']],
    ['x.conf', ['[kafka]', servers]],
    ['x.properties', ['# bootstrap.servers=k:9092', 'a=1']],
    ['x.properties', ['clusters=eu,us']],
    ['x.properties', [`${servers}\0`]],
  ])('%s with %j is not', (name, lines) => {
    expect(read(name, lines)).toBeNull()
    expect(linter.lint({ fileName: name, text: lines.join('\n') })).toEqual([])
  })

  it('are told by name or language', () => {
    const wrong = [servers, 'max.poll.records=0']
    expect(found('x.properties', wrong)).toHaveLength(1)
    expect(found('x.txt', wrong)).toEqual([])
    expect(found('x.txt', wrong, { languageId: 'properties' })).toHaveLength(1)
    expect(found('x.properties', wrong, { languageId: 'plaintext' })).toEqual([])
    expect(found('C:\\conf\\X.PROPERTIES', wrong)).toHaveLength(1)
    expect(linter.languages).toContain('properties')
  })

  it('are told cheaply too', () => {
    const mayBe = (name: string, text: string) => linter.mayBeKafka(name, 'properties', text)
    expect(mayBe('x.properties', servers)).toBe(true)
    expect(mayBe('consumer.properties', '')).toBe(true)
    expect(mayBe('messages.properties', 'hello=Hello\nname=Name')).toBe(false)
    expect(linter.mayBeKafka('bootstrap.servers', 'markdown', 'bootstrap.servers')).toBe(false)
  })

  it('the cheap look never hides what reading would find', () => {
    const name = fc.constantFrom('x', 'consumer', 'mirror', 'ksql-server', 'connect')
    const line = fc.constantFrom(
      servers,
      'clusters=A',
      'A.bootstrap.servers=k:1',
      'A->B.enabled=true',
      'ksql.service.id=a',
      'log.dirs=/d',
      'a=1',
      'acks=all',
    )
    fc.assert(
      fc.property(name, fc.array(line, { maxLength: 4 }), (base, lines) => {
        if (read(`${base}.properties`, lines) !== null)
          expect(linter.mayBeKafka(`${base}.properties`, 'properties', lines.join('\n'))).toBe(true)
      }),
    )
  })
})

describe('what a file configures', () => {
  it.each<[string, string[], string[]]>([
    ['consumer.properties', [servers], ['consumer']],
    ['producer.properties', [servers], ['producer']],
    ['admin.properties', [servers], ['admin']],
    ['kafka-streams.properties', [servers], ['streams']],
    ['server.properties', ['log.dirs=/d'], ['broker']],
    ['reconfig-server.properties', ['log.dirs=/d'], ['broker']],
    ['controller-1.properties', ['node.id=1'], ['broker']],
    ['connect-distributed.properties', [servers], ['connect']],
    ['connect-file-source.properties', ['name=a', 'connector.class=FileStreamSource'], ['connector']],
    ['consumer-and-producer.properties', [servers], ['client']],
    ['x.properties', [servers], ['client']],
    ['x.properties', ['process.roles=broker', servers], ['broker']],
    ['x.properties', ['application.id=a', servers], ['streams']],
    ['x.properties', ['offset.storage.topic=o', servers], ['connect']],
    ['consumer.properties', ['application.id=a', servers], ['consumer']],
    [
      'ksql-server.properties',
      ['ksql.service.id=a', 'listeners=http://0.0.0.0:8088', 'ksql.streams.consumer.session.timeout.ms=1'],
      ['other', 'ksql.streams.consumer. consumer'],
    ],
    [
      'connect-mirror-maker.properties',
      ['clusters=A, B', 'A.bootstrap.servers=k:1', 'A.consumer.fetch.min.bytes=1'],
      ['other', 'A.consumer. consumer'],
    ],
  ])('%s with %j', (name, lines, expected) => {
    expect(blocks(name, lines)).toEqual(expected)
  })

  it('is what the person says', () => {
    expect(blocks('consumer.properties', ['segment.ms=1'], 'topic')).toEqual(['topic'])
    expect(blocks('x.properties', ['fetch.min.bytes=1'], 'consumer')).toEqual(['consumer'])
    expect(blocks('x.properties', ['app.threads=1'], 'consumer')).toBeNull()
    expect(blocks('mirror.properties', [servers], 'client')).toEqual(['client'])
  })

  it('splits the settings of several clients by prefix', () => {
    expect(
      blocks('x.properties', [
        servers,
        'consumer.group.id=a',
        'producer.acks=all',
        'admin.retries=1',
        'consumer.threads=4',
      ]),
    ).toEqual(['client', 'consumer. consumer', 'producer. producer', 'admin. admin'])
    expect(blocks('consumer.properties', [servers, 'producer.acks=all'])).toEqual(['consumer'])
    expect(
      blocks('connect-distributed.properties', [
        servers,
        'consumer.max.poll.records=1',
        'admin.listeners=http://:8080',
      ]),
    ).toEqual(['connect', 'consumer. consumer'])
    const streams = read('streams.properties', [
      'application.id=a',
      'consumer.group.id=b',
      'main.consumer.client.id=c',
      'topic.segment.ms=1',
    ])
    expect(
      streams?.blocks.map((block) => [block.prefix, block.parent?.prefix ?? null, block.joinsGroup]),
    ).toEqual([
      ['', null, false],
      ['consumer.', '', false],
      ['main.consumer.', 'consumer.', true],
      ['topic.', null, false],
    ])
  })

  it('keeps the keys of other frameworks apart', () => {
    expect(
      blocks('application.properties', [servers, 'spring.kafka.consumer.group-id=a', '%dev.kafka.x=1']),
    ).toEqual(['client', 'other'])
  })

  it('tells librdkafka by the names that it alone has', () => {
    const dialect = (...lines: string[]) => read('client.properties', [servers, ...lines])?.blocks[0]?.dialect
    expect(dialect()).toBe('java')
    expect(dialect('sasl.mechanisms=PLAIN')).toBe('librdkafka')
    expect(dialect('ssl.ca.location=/ca')).toBe('librdkafka')
    expect(dialect('sasl.mechanisms=PLAIN', 'sasl.jaas.config=x')).toBe('java')
    expect(dialect('sasl.username=a', 'key.serializer=a.B')).toBe('java')
    expect(dialect('metadata.broker.list=k:1', 'queue.buffering.max.ms=5')).toBe('java')
  })
})

describe('places', () => {
  function place(text: string): string[] {
    const lines = createLineIndex(text)
    return findings('consumer.properties', text).map(({ range }) => {
      const start = lines.positionAt(range.start)
      const end = lines.positionAt(range.end)
      return `${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`
    })
  }

  it('count UTF-16 units behind any text, with any line end and a byte order mark', () => {
    expect(place('# 😀 그룹\nbootstrap.servers=k:1\n  max.poll.records=0')).toEqual(['3:3-3:19'])
    expect(place('bootstrap.servers=k:1\r\nclient.id=😀\r\nmax.poll.records=0\r\n')).toEqual(['3:1-3:17'])
    expect(place('bootstrap.servers=k:1\rmax.poll.records=0')).toEqual(['2:1-2:17'])
    expect(place('\ufeffmax.poll.records=0')).toEqual(['1:2-1:18'])
    expect(place('bootstrap.servers=k:1\nmax.poll.\\\n   records = \\\n  0')).toEqual(['2:1-3:11'])
    expect(place('bootstrap.servers=k:1\n\\u006dax.poll.records=0')).toEqual(['2:1-2:22'])
  })
})

describe('a huge or broken file', () => {
  it('is read in time', () => {
    const lines = [servers]
    for (let index = 0; index < 25_000; index++)
      lines.push(`app.some.unknown.key.${index}=a value, number ${index}`)
    lines.push('max.poll.records=0')
    const text = lines.join('\n')
    expect(text.length).toBeGreaterThan(1_048_576)
    expect(found('consumer.properties', text)).toEqual(['25002:value-out-of-range'])
  })

  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .tuple(
        fc.constantFrom(
          'session.timeout.ms',
          'heartbeat.interval.ms',
          'acks',
          'enable.auto.commit',
          'sesion.timeout.ms',
          'group.protocol',
          'consumer.max.poll.records',
          'auto.offset.reset',
          'compression.gzip.level',
          'process.roles',
          '__proto__',
          'constructor',
          'toString',
        ),
        fc.constantFrom('=', ':', ' ', ' = ', ''),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.integer().map(String),
          fc.constantFrom('true', '${A}', '10s', '1_0', '\\\n 5', 'by_duration:PT', '"5"'),
        ),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '# lagline-disable misspelled-key',
      '# lagline-disable-next-line',
      '! lagline-disable-next-line a, b -- c',
      'application.id=a',
      'clusters=A',
    ),
  )
  const file = fc.tuple(
    fc.constantFrom('consumer', 'producer', 'server', 'streams', 'connect', 'mirror', 'ksql', 'x'),
    fc.array(line, { maxLength: 12 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )

  it('never makes the linter throw, and ranges and fixes stay inside the text', () => {
    fc.assert(
      fc.property(file, ([name, lines, lineEnd]) => {
        const text = [servers, ...lines].join(lineEnd)
        for (const finding of findings(`${name}.properties`, text)) {
          const ranges = [
            finding.range,
            ...finding.related.map(({ range }) => range),
            ...finding.fixes.flatMap(({ edits }) => edits),
          ]
          for (const { start, end } of ranges) {
            expect(0 <= start && start <= end && end <= text.length).toBe(true)
          }
          for (const fix of finding.fixes) expect(applied(text, fix)).not.toBe(text)
        }
      }),
      { numRuns: runs(1000) },
    )
  })

  it('deletes and renames every copy of a key: the one before the last would count instead', () => {
    const fixed = (line: string, count: number): string => {
      const text = [servers, ...Array.from({ length: count }, () => line), 'acks=all', ''].join('\n')
      const finding = findings('producer.properties', text).find(({ rule }) => rule !== 'duplicate-key')
      return applied(
        text,
        finding?.fixes[0] ?? { title: { id: '', args: [] }, edits: [], safe: false, preferred: false },
      )
    }
    expect(fixed('compression.gzip.level=5', 3)).toBe(`${servers}\nacks=all\n`)
    expect(fixed('metadata.broker.list=k:9092', 2)).not.toContain('metadata.broker.list')
  })

  it('never makes a fix that leaves its own finding', () => {
    fc.assert(
      fc.property(file, ([name, lines, lineEnd]) => {
        const text = [servers, ...lines].join(lineEnd)
        const before = findings(`${name}.properties`, text)
        for (const finding of before) {
          for (const fix of finding.fixes) {
            const left = findings(`${name}.properties`, applied(text, fix)).filter(
              ({ rule, key }) => rule === finding.rule && key === finding.key,
            )
            const had = before.filter(({ rule, key }) => rule === finding.rule && key === finding.key)
            expect(left.length).toBeLessThan(had.length)
          }
        }
      }),
      { numRuns: runs(700) },
    )
  })
})
