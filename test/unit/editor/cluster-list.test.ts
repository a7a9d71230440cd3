import { describe, expect, it } from 'vitest'
import {
  parseAddress,
  readClusterList,
  serversProblem,
  splitServers,
} from '../../../src/editor/settings/cluster-list'
import { readLintSettings } from '../../../src/editor/settings/lint-settings'
import { english } from './support'

const entry = { id: 'a', name: 'demo', bootstrapServers: ['localhost:9092'] }

describe('the setting lagline.clusters', () => {
  it('is read with what is not written taken as off', () => {
    expect(readClusterList([entry, { ...entry, id: 'b', readOnly: true, production: true }])).toEqual({
      clusters: [
        { ...entry, readOnly: false, production: false },
        { ...entry, id: 'b', readOnly: true, production: true },
      ],
      problems: [],
    })
    expect(readClusterList(undefined)).toEqual({ clusters: [], problems: [] })
  })

  it('has the address of a schema registry, but no login in it', () => {
    const schemaRegistry = ' https://registry:8081/path '
    expect(readClusterList([{ ...entry, schemaRegistry }]).clusters).toEqual([
      { ...entry, readOnly: false, production: false, schemaRegistry: 'https://registry:8081/path' },
    ])
    for (const bad of ['registry:8081', 'ftp://registry', 'http://me:secret@registry', 7]) {
      const { clusters, problems } = readClusterList([{ ...entry, schemaRegistry: bad }])
      expect(clusters).toEqual([])
      expect(problems.map(english.say).join()).toMatch(/“schemaRegistry” has to be an address/)
      expect(problems.map(english.say).join()).not.toContain('secret')
    }
  })

  it('has paths for the TLS of a schema registry, whole ones, a certificate only with its key', () => {
    const given = { ca: ' /etc/ca.pem ', certificate: '~/me.pem', key: '~/me.key' }
    const tls = (schemaRegistryTls: unknown) => readClusterList([{ ...entry, schemaRegistryTls }])
    expect(tls(given).clusters[0]?.schemaRegistryTls).toEqual({ ...given, ca: '/etc/ca.pem' })
    expect(tls({}).clusters).toEqual([{ ...entry, readOnly: false, production: false }])
    for (const bad of [
      7,
      [],
      { ca: 'ca.pem' },
      { ca: 3 },
      { certificate: '/a' },
      { key: '/a' },
      { insecure: true },
    ])
      expect(tls(bad).problems.map(english.say).join()).toMatch(/“schemaRegistryTls” may have “ca”/)
  })

  it.each([
    ['text', /is not a list/],
    [[7], /^Entry 1 of lagline.clusters is not an object/],
    [[{ ...entry, id: '' }], /no text under “id”/],
    [[{ ...entry, name: 3 }], /no text under “name”/],
    [[{ ...entry, bootstrapServers: 'localhost:9092' }], /no list under “bootstrapServers”/],
    [[{ ...entry, bootstrapServers: [] }], /no list under “bootstrapServers”/],
    [[{ ...entry, bootstrapServers: ['localhost'] }], /the address “localhost”, which is not host:port/],
    [[{ ...entry, readOnly: 'yes' }], /“readOnly” has to be true or false/],
    [[entry, entry], /^Entry 2 .* the id a of another entry/],
  ])('tells what is wrong with %j', (value, sentence) => {
    const { problems } = readClusterList(value)
    expect(problems.map(english.say).join('\n')).toMatch(sentence)
  })

  it('keeps the entries that are right', () => {
    const { clusters, problems } = readClusterList([7, entry, null, { ...entry, id: 'b', name: '' }])
    expect(clusters.map(({ id }) => id)).toEqual(['a'])
    expect(problems).toHaveLength(3)
  })
})

describe('an address', () => {
  it.each([
    ['localhost:9092', 'localhost', 9092],
    [' 10.0.0.7:1 ', '10.0.0.7', 1],
    ['[::1]:9092', '::1', 9092],
    ['kafka-0.kafka.svc:65535', 'kafka-0.kafka.svc', 65_535],
  ])('%s is one', (written, host, port) => {
    expect(parseAddress(written)).toEqual({ host, port })
  })

  it.each([
    '',
    'localhost',
    'localhost:',
    'localhost:0',
    'localhost:65536',
    '::1:9092',
    'http://a:1',
    'a b:1',
    'u@h:1',
  ])('“%s” is none', (written) => {
    expect(parseAddress(written)).toBeNull()
  })

  it('is asked for with a sentence for each way to get it wrong', () => {
    const said = (typed: string) => {
      const problem = serversProblem(typed)
      return problem === null ? null : english.say(problem)
    }
    expect(said('a:1, b:2')).toBeNull()
    expect(said(' , ')).toMatch(/^Type the address/)
    expect(said('http://a:1')).toMatch(/is a URL/)
    expect(said('a:1 b')).toBe('“b” has no port. Kafka’s usual one is 9092: b:9092')
    expect(said('a:x')).toBe('“a:x” is not host:port.')
    expect(splitServers('a:1, b:2  c:3,')).toEqual(['a:1', 'b:2', 'c:3'])
  })
})

describe('the lint settings', () => {
  it('take what is written and forgive what cannot be', () => {
    expect(
      readLintSettings({
        enabled: false,
        severity: { 'duplicate-key': 'off', 'misspelled-key': 'loud' },
        kafkaVersion: ' 3.9 ',
        run: 'onType',
        preset: 'strict',
        exclude: ['**/test/**', '', 7],
      }),
    ).toEqual({
      enabled: false,
      severity: new Map([['duplicate-key', 'off']]),
      kafkaVersion: '3.9',
      run: 'onType',
      preset: 'strict',
      exclude: ['**/test/**'],
    })
    const odd = { enabled: 'x', severity: null, kafkaVersion: 'newest', run: 1, preset: 'all', exclude: 'x' }
    expect(readLintSettings(odd)).toEqual({
      enabled: true,
      severity: new Map(),
      kafkaVersion: null,
      run: 'onSave',
      preset: 'recommended',
      exclude: [],
    })
  })
})
