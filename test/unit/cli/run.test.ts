import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/cli/output'
import { cli, failure } from './world'

const bad = 'bootstrap.servers=k:9092\nsession.timeout.ms=10000\nheartbeat.interval.ms=5000\n'
const clean = 'bootstrap.servers=k:9092\ngroup.id=orders\n'
const files = { 'consumer.properties': bad, 'clean.properties': clean, 'a.txt': 'hello' }

function json(argv: readonly string[], extra: Parameters<typeof cli>[1] = files): Row[] {
  return JSON.parse(cli(['--format', 'json', ...argv], extra).out) as Row[]
}

describe('output', () => {
  it('is one line for each finding', () => {
    expect(cli(['consumer.properties'], files)).toEqual({
      code: 1,
      out: 'consumer.properties:3:1 warning heartbeat-above-third-of-session heartbeat.interval.ms 5,000 × 3 = 15,000 is above session.timeout.ms 10,000: two missed heartbeats end the session.\n',
      err: '',
    })
  })

  it('is an array in JSON', () => {
    expect(json(['consumer.properties'])).toEqual([
      {
        file: 'consumer.properties',
        line: 3,
        column: 1,
        endLine: 3,
        endColumn: 22,
        rule: 'heartbeat-above-third-of-session',
        severity: 'warning',
        key: 'heartbeat.interval.ms',
        message:
          'heartbeat.interval.ms 5,000 × 3 = 15,000 is above session.timeout.ms 10,000: two missed heartbeats end the session.',
      },
    ])
  })

  it('is empty where nothing is found or nothing is about Kafka', () => {
    expect(cli(['clean.properties', 'a.txt'], files)).toEqual({ code: 0, out: '', err: '' })
    expect(cli(['--format=json', 'clean.properties', 'a.txt'], files)).toEqual({
      code: 0,
      out: '[]\n',
      err: '',
    })
  })

  it('is sorted by file, line and column, with names as they were given', () => {
    const many = 'bootstrap.servers=k:9092\nmax.poll.records=0\nfetch.min.bytes=-1\n'
    const rows = json(['./b/x.properties', 'a/x.properties'], {
      './b/x.properties': many,
      'a/x.properties': many,
    })
    expect(rows.map(({ file, line }) => `${file}:${line}`)).toEqual([
      './b/x.properties:2',
      './b/x.properties:3',
      'a/x.properties:2',
      'a/x.properties:3',
    ])
  })

  it('counts columns in UTF-16 units and leaves a byte order mark out', () => {
    const text = '\ufeff  max.poll.records=0\nbootstrap.servers=k:9092\r\n# 😀\r\n  fetch.min.bytes=-1'
    expect(
      json(['consumer.properties'], { 'consumer.properties': text }).map(({ line, column, endColumn }) => [
        line,
        column,
        endColumn,
      ]),
    ).toEqual([
      [1, 3, 19],
      [4, 3, 18],
    ])
  })

  it('keeps a message on its line', () => {
    const text = 'bootstrap.servers=k:9092\nmax.poll.records=a\\nb\n'
    expect(cli(['consumer.properties'], { 'consumer.properties': text }).out.split('\n')).toHaveLength(2)
  })
})

describe('options', () => {
  it('set release, role and language', () => {
    const heartbeat = { 'consumer.properties': 'bootstrap.servers=k:9092\nheartbeat.interval.ms=4000\n' }
    expect(cli(['consumer.properties'], heartbeat).code).toBe(0)
    expect(cli(['--kafka-version', '2.8', 'consumer.properties'], heartbeat).code).toBe(1)
    expect(cli(['--kafka-version=3.0.1', 'consumer.properties'], heartbeat).code).toBe(0)
    expect(cli(['--role', 'connect', 'consumer.properties'], heartbeat).code).toBe(1)
    expect(cli(['a.txt'], { 'a.txt': bad }).code).toBe(0)
    expect(cli(['--language', 'properties', 'a.txt'], { 'a.txt': bad }).code).toBe(1)
  })

  it('may stand behind the files, and files may start with a dash behind --', () => {
    expect(cli(['consumer.properties', '--format', 'json'], files).code).toBe(1)
    expect(cli(['--', '-consumer.properties'], { '-consumer.properties': bad }).code).toBe(1)
  })

  it('print help', () => {
    for (const option of ['--help', '-h']) {
      const { code, out, err } = cli([option])
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain('--kafka-version V')
    }
  })

  it.each<[string[], string]>([
    [[], 'lagline: No file was named. Try --help.\n'],
    [['--format', 'json'], 'lagline: No file was named. Try --help.\n'],
    [['--format', 'xml', 'x'], 'lagline: --format takes text, json, sarif, github, not "xml". Try --help.\n'],
    [
      ['--kafka-version', 'new', 'x'],
      'lagline: --kafka-version takes a release such as 3.9 or 4.3.1, not "new". Try --help.\n',
    ],
    [['--format', '', 'x'], 'lagline: --format takes text, json, sarif, github, not "". Try --help.\n'],
    [
      ['--preset', 'cluster', 'x'],
      'lagline: --preset takes recommended, strict, not "cluster". Try --help.\n',
    ],
    [
      ['--fail-on', 'off', 'x'],
      'lagline: --fail-on takes error, warning, info, hint, not "off". Try --help.\n',
    ],
    [['--baseline', '', 'x'], 'lagline: --baseline takes the name of a file. Try --help.\n'],
    [
      ['--update-baseline', 'x'],
      'lagline: --update-baseline needs --baseline FILE, the file to write. Try --help.\n',
    ],
  ])('%j is wrong usage', (argv, err) => {
    expect(cli(argv, files)).toEqual({ code: 2, out: '', err })
  })

  it.each([
    [['--role', 'boss', 'x']],
    [['--language', 'cobol', 'x']],
    [['--nope', 'x']],
    [['--format']],
    [['-x', 'y']],
  ])('%j is wrong usage, said in one line', (argv) => {
    const { code, out, err } = cli(argv, files)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^lagline: [^\n]+\. Try --help\.\n$/)
  })
})

describe('files that cannot be read', () => {
  it('are named with the reason, and the others are linted all the same', () => {
    expect(cli(['gone.properties', 'consumer.properties', 'clean.properties'], files)).toMatchObject({
      code: 2,
      err: 'lagline: gone.properties cannot be read: there is no such file.\n',
    })
    expect(cli(['gone.properties', 'consumer.properties'], files).out).toContain('consumer.properties:3:1')
    expect(cli(['--format', 'json', 'gone.properties'], files).out).toBe('[]\n')
  })

  it.each([
    ['EACCES', 'access is denied'],
    ['EIO', 'EIO: no luck'],
  ])('%s', (code, reason) => {
    expect(cli(['x'], { x: failure(code) })).toEqual({
      code: 2,
      out: '',
      err: `lagline: x cannot be read: ${reason}.\n`,
    })
  })
})

describe('bytes', () => {
  it('that are no text are not lintable', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)
    expect(
      cli(['consumer.properties', 'empty.properties'], {
        'consumer.properties': bytes,
        'empty.properties': '',
      }),
    ).toEqual({ code: 0, out: '', err: '' })
  })

  it('that are no UTF-8 are Latin-1', () => {
    const text = Uint8Array.from(
      [...'client.id=caf\xe9\nbootstrap.servers=k:1\nmax.poll.records=0'].map((sign) => sign.charCodeAt(0)),
    )
    expect(json(['x.properties'], { 'x.properties': text }).map(({ line }) => line)).toEqual([3])
  })
})

describe('exit code', () => {
  it('is 1 for a warning or an error', () => {
    expect(cli(['x.properties'], { 'x.properties': 'bootstrap.servers=k:1\nmax.poll.records=0' }).code).toBe(
      1,
    )
    expect(cli(['x.properties'], { 'x.properties': 'bootstrap.servers=k:1\nmax.poll.records=1' }).code).toBe(
      0,
    )
  })
})
