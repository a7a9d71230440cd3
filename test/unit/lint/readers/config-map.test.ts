import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLineIndex } from '../../../../src/lint/index'
import { applied, findings, found, titles } from '../linting'
import { documentOf, lines, mended, written } from './structured'

const file = 'config-map.yaml'
const ratio = 'heartbeat-above-third-of-session'

/** A ConfigMap with one file in it, its text behind the header of the scalar. */
const map = (name: string, header: string, text: string): string =>
  lines(`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: orders
    data:
      OTHER: x
  `) + `  ${name}: ${header}\n${text.replace(/^(?=.)/gm, '    ')}`

const consumer = 'bootstrap.servers=kafka:9092\ngroup.id=orders\nsession.timeout.ms=6000\n'
const places = (text: string): string[] => {
  const index = createLineIndex(text)
  return findings(file, text).map(({ rule, range }) => {
    const { line, column } = index.positionAt(range.start)
    return `${line + 1}:${column + 1} ${rule}`
  })
}

describe('files in a ConfigMap', () => {
  it('are read as files of their names, and found where they stand', () => {
    const text = map('consumer.properties', '|', consumer)
    expect(written(file, text)).toEqual([
      ['bootstrap.servers', 'kafka:9092'],
      ['group.id', 'orders'],
      ['session.timeout.ms', '6000'],
    ])
    expect(documentOf(file, text)?.blocks).toMatchObject([
      { role: 'consumer', roleFrom: 'name', complete: true, profile: null },
    ])
    expect(places(text)).toEqual([`10:5 ${ratio}`])
    expect(places(text.replaceAll('\n', '\r\n'))).toEqual([`10:5 ${ratio}`])
    expect(places(`# 주문\n${text}`)).toEqual([`11:5 ${ratio}`])
  })

  it.each([
    [
      'application.yml',
      'spring:\n  kafka:\n    consumer:\n      max-poll-records: 0\n',
      '11:11 value-out-of-range',
    ],
    ['application.properties', 'spring.kafka.consumer.max-poll-records=0\n', '8:5 value-out-of-range'],
    [
      'server.config',
      'process.roles=broker\nunclean.leader.election.enable=true\ncontroller.quorum.voters=1@a:9093\n',
      '9:5 unclean-leader-election',
    ],
    [
      'sink.json',
      '{\n  "connector.class": "a.B",\n  "consumer.override.max.poll.records": "0"\n}\n',
      '10:7 value-out-of-range',
    ],
    [
      'kafka.env',
      'KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE=true\nKAFKA_PROCESS_ROLES=broker\n',
      '8:5 unclean-leader-election',
    ],
  ])('may be %s', (name, text, place) => {
    expect(places(map(name, '|', text))).toEqual([place])
  })

  it('may stand in a list, in several documents, and in the plain texts of a Secret', () => {
    const one = map('consumer.properties', '|-', consumer)
    const secret = one.replace('kind: ConfigMap', 'kind: Secret').replace('\ndata:', '\nstringData:')
    expect(places(`${one}---\n${secret}`)).toEqual([`10:5 ${ratio}`, `21:5 ${ratio}`])
    const list = `apiVersion: v1\nkind: List\nitems:\n${one.replace(/^(?=.)/gm, '    ').replace('    api', '  - api')}`
    expect(places(list)).toEqual([`13:9 ${ratio}`])
    expect(documentOf(file, secret.replace('\nstringData', '\ndata'))).toBeNull()
  })

  it('stand beside variables', () => {
    const text = map('consumer.properties', '|', consumer).replace(
      'OTHER: x',
      'KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE: "true"\n  KAFKA_PROCESS_ROLES: broker',
    )
    expect(places(text)).toEqual(['6:3 unclean-leader-election', `11:5 ${ratio}`])
  })

  it('keep their comments', () => {
    const quiet = `# lagline-disable-next-line ${ratio} -- so it is\nsession.timeout.ms=6000\nbootstrap.servers=a:1\n`
    expect(places(map('consumer.properties', '|', quiet))).toEqual([])
    const outside = map('consumer.properties', '|', consumer).replace(
      '\ndata:',
      `\n# lagline-disable ${ratio}\ndata:`,
    )
    expect(places(outside)).toEqual([])
  })

  it.each([
    ['notes.txt', '|', consumer],
    ['consumer.properties', '|', 'greeting=hello\n'],
    ['consumer.properties', '|2', consumer],
    [
      'deep.yaml',
      '|',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  consumer.properties: |\n    bootstrap.servers=a:1\n',
    ],
  ])('are left alone: %s %s', (name, header, text) => {
    expect(documentOf(file, map(name, header, text))).toBeNull()
  })
})

describe('fixes in a block scalar', () => {
  it.each(['|', '|-', '|+', '| # the consumer'])('keep to its indentation: %s', (header) => {
    const text = map('consumer.properties', header, consumer)
    const after = (settings: string): string => map('consumer.properties', header, settings)
    for (const end of ['\n', '\r\n']) {
      const of = text.replaceAll('\n', end)
      const [finding] = findings(file, of)
      expect(titles(finding)).toEqual(['Add heartbeat.interval.ms=2000', 'Set session.timeout.ms to 9000'])
      const added = `${consumer}heartbeat.interval.ms=2000\n`
      expect(applied(of, finding?.fixes[0]).trimEnd()).toBe(after(added).replaceAll('\n', end).trimEnd())
      expect(applied(of, finding?.fixes[1])).toBe(
        after(consumer.replace('6000', '9000')).replaceAll('\n', end),
      )
    }
  })

  it('add and delete whole lines, also the last ones before other keys', () => {
    const more = '  next: value\n'
    const text =
      map(
        'consumer.properties',
        '|',
        `${consumer}auto.commit.interval.ms=1000\nenable.auto.commit=false\n\n`,
      ) + more
    expect(mended(file, text, ratio)['Add heartbeat.interval.ms=2000']).toContain(
      '    session.timeout.ms=6000\n    heartbeat.interval.ms=2000\n    auto.commit',
    )
    const [gone] = Object.values(mended(file, text, 'auto-commit-interval-ignored'))
    expect(gone).toContain('    session.timeout.ms=6000\n    enable.auto.commit=false\n\n  next: value\n')
    const last =
      map('consumer.properties', '|', `enable.auto.commit=false\n${consumer}auto.commit.interval.ms=1000\n`) +
      more
    const [without] = Object.values(mended(file, last, 'auto-commit-interval-ignored'))
    expect(without).toContain('    session.timeout.ms=6000\n  next: value\n')
    const open = map('consumer.properties', '|', consumer).trimEnd()
    expect(mended(file, open, ratio)['Add heartbeat.interval.ms=2000']).toBe(
      `${open}\n    heartbeat.interval.ms=2000`,
    )
  })

  it('put a comment above its setting', () => {
    const text = map('consumer.properties', '|', `${consumer}fetch.min.bytes=5 # a few\n`)
    expect(mended(file, text, 'trailing-comment-in-value')).toEqual({
      'Move the comment above': map('consumer.properties', '|', `${consumer}# a few\nfetch.min.bytes=5\n`),
    })
  })

  it('write YAML and JSON in YAML as they are written', () => {
    const yaml = 'spring:\n  kafka:\n    consumer:\n      heartbeat-interval: 20s\n'
    const added = Object.values(mended(file, map('application.yml', '|', yaml), ratio))
    expect(added).toContain(
      map('application.yml', '|', `${yaml}      properties.session.timeout.ms: 60000\n`).trimEnd() + '\n',
    )
    const json = '{\n  "connector.class": "a.B",\n  "consumer.override.heartbeat.interval.ms": "4000"\n}\n'
    for (const text of Object.values(mended(file, map('sink.json', '|', json), ratio)))
      expect(text).toMatch(/^ {6}"consumer\.override/m)
  })
})

describe('a folded scalar', () => {
  const folded = map(
    'consumer.properties',
    '>',
    'bootstrap.servers=kafka:9092\n\ngroup.id=orders\n\nsession.timeout.ms=6000\n',
  )

  it('is read as YAML folds it, and mended inside a line alone', () => {
    expect(written(file, folded)).toEqual([
      ['bootstrap.servers', 'kafka:9092'],
      ['group.id', 'orders'],
      ['session.timeout.ms', '6000'],
    ])
    expect(places(folded)).toEqual([`12:5 ${ratio}`])
    expect(titles(findings(file, folded)[0])).toEqual(['Set session.timeout.ms to 9000'])
    expect(mended(file, folded, ratio)).toEqual({
      'Set session.timeout.ms to 9000': folded.replace('6000', '9000'),
    })
  })

  it('makes one line of two', () => {
    const text = map('consumer.properties', '>-', 'bootstrap.servers=a:1,\nb:1\n\ngroup.id=a\n')
    expect(documentOf(file, text)?.blocks[0]?.entries[0]?.value).toBe('a:1, b:1')
    const commented = map('consumer.properties', '>', 'bootstrap.servers=a:1\n\nfetch.min.bytes=5 # few\n')
    expect(found(file, commented)).toEqual(['10:trailing-comment-in-value'])
    expect(titles(findings(file, commented)[0])).toEqual([])
  })
})

it('never throws, and keeps every place inside the file', () => {
  const headers = ['|', '>', '|-', '>+', '|+']
  const piece = fc.constantFrom(
    '\n',
    '\n\n',
    ' ',
    '  ',
    'a=1',
    'session.timeout.ms=6000',
    '# c',
    '\\',
    '\r\n',
    '주문',
    '\t',
    ':',
    '{',
  )
  fc.assert(
    fc.property(fc.constantFrom(...headers), fc.array(piece, { maxLength: 14 }), (header, parts) => {
      const text = map('consumer.properties', header, `bootstrap.servers=a:1\n${parts.join('')}`)
      for (const { keyRange, valueRange, range } of documentOf(file, text)?.blocks[0]?.entries ?? [])
        for (const { start, end } of [keyRange, valueRange, range]) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      for (const { fixes } of findings(file, text))
        for (const fix of fixes) expect(applied(text, fix)).not.toBe(text)
    }),
    { numRuns: 300 },
  )
})
