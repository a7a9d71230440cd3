import { describe, expect, it } from 'vitest'
import { bad, clean, folderOf, misspelled } from './folder'

function config(lint: unknown): string {
  return JSON.stringify({ lint })
}

describe('lagline.json', () => {
  it('is found upwards, and its globs start where it stands', () => {
    const folder = folderOf({
      'lagline.json': config({ ignore: ['old', 'deploy/*.conf'], severity: { 'misspelled-key': 'hint' } }),
      'old/consumer.properties': bad,
      'deploy/x.conf': bad,
      'deploy/deep/consumer.properties': misspelled,
    })
    const line = 'consumer.properties:2:1 hint misspelled-key '
    expect(folder.run(['..'], 'deploy/deep').out).toContain(line)
    expect(folder.run(['..'], 'deploy/deep').out.trim().split('\n')).toHaveLength(1)
    expect(folder.run(['../../old/consumer.properties', '../*.conf'], 'deploy/deep')).toEqual({
      code: 2,
      out: '',
      err: 'lagline: ../*.conf matches no file.\n',
    })
    expect(folder.run(['.', '--fail-on', 'hint']).code).toBe(1)
    expect(folder.run(['.']).code).toBe(0)
  })

  it('gives release, roles and cluster, and options go before it', () => {
    const heartbeat = 'bootstrap.servers=k:9092\nheartbeat.interval.ms=4000\n'
    const folder = folderOf({
      'lagline.json': config({ kafkaVersion: '2.8' }),
      'x/consumer.properties': heartbeat,
    })
    expect(folder.run(['x']).code).toBe(1)
    expect(folder.run(['--kafka-version', '4.0', 'x']).code).toBe(0)
    folder.write({ 'lagline.json': config({ roles: { 'x/*.properties': 'connect', y: 'broker' } }) })
    expect(folder.run(['x']).code).toBe(1)
    expect(folder.run(['--role', 'consumer', 'x']).code).toBe(0)
  })

  it('is taken from where --config says', () => {
    const folder = folderOf({
      'lagline.json': 'broken',
      'ci/strict.json': config({ severity: { 'heartbeat-above-third-of-session': 'off' } }),
      'consumer.properties': bad,
    })
    expect(folder.run(['--config', 'ci/strict.json', 'consumer.properties'])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    expect(folder.run(['--config', 'no.json', 'consumer.properties'])).toEqual({
      code: 2,
      out: '',
      err: 'lagline: no.json cannot be read: there is no such file.\n',
    })
    expect(folder.run(['consumer.properties'])).toMatchObject({ code: 2, out: '' })
    expect(folder.run(['consumer.properties']).err).toMatch(/^lagline: lagline\.json is not JSON: .+\.\n$/)
  })

  it.each<[unknown, string]>([
    [[], 'lagline.json must be an object.'],
    [{ lnt: {} }, 'lagline.json has an entry "lnt" that means nothing; it takes $schema, clusters, lint.'],
    [{ lint: [] }, 'lagline.json: lint must be an object.'],
    [
      { lint: { kafka: '4.0' } },
      'lagline.json: lint has an entry "kafka" that means nothing; it takes preset, kafkaVersion, severity, ignore, roles, cluster.',
    ],
    [{ lint: { preset: 'all' } }, 'lagline.json: lint.preset takes recommended, strict, not "all".'],
    [{ lint: { kafkaVersion: 4 } }, 'lagline.json: lint.kafkaVersion must be a text, not 4.'],
    [
      { lint: { kafkaVersion: 'new' } },
      'lagline.json: lint.kafkaVersion takes a release such as 3.9 or 4.3.1, not "new".',
    ],
    [{ lint: { severity: { nope: 'off' } } }, 'lagline.json: lint.severity: there is no rule "nope".'],
    [
      { lint: { severity: { 'misspelled-key': 'loud' } } },
      'lagline.json: lint.severity.misspelled-key takes error, warning, info, hint, off, not "loud".',
    ],
    [{ lint: { ignore: 'x' } }, 'lagline.json: lint.ignore must be a list of globs.'],
    [{ lint: { ignore: ['x', 1] } }, 'lagline.json: lint.ignore[1] must be a text, not 1.'],
    [
      { lint: { roles: { '*.x': 'boss' } } },
      'lagline.json: lint.roles["*.x"] takes consumer, producer, admin, client, streams, connect, connector, broker, topic, not "boss".',
    ],
    [{ lint: { cluster: 'gone.json' } }, 'lagline.json: lint.cluster cannot be read: there is no such file.'],
  ])('%j is wrong, and said so', (value, sentence) => {
    const folder = folderOf({ 'lagline.json': JSON.stringify(value), 'consumer.properties': bad })
    expect(folder.run(['consumer.properties'])).toEqual({ code: 2, out: '', err: `lagline: ${sentence}\n` })
  })

  it('may hold what is for the editor alone', () => {
    const folder = folderOf({
      'lagline.json': '{"$schema": "x", "clusters": []}',
      'consumer.properties': clean,
    })
    expect(folder.run(['consumer.properties'])).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('a preset', () => {
  it('adds opinions', () => {
    const text =
      'bootstrap.servers=k:9092\ngroup.id=orders\nallow.auto.create.topics=true\nenable.auto.commit=true\n'
    const folder = folderOf({ 'consumer.properties': text })
    const rules = (...argv: string[]): number =>
      (JSON.parse(folder.run([...argv, '--format', 'json', 'consumer.properties']).out) as unknown[]).length
    expect(rules('--preset', 'strict')).toBeGreaterThan(rules())
    expect(rules('--preset', 'recommended')).toBe(rules())
    folder.write({ 'lagline.json': config({ preset: 'strict' }) })
    expect(rules()).toBe(rules('--preset', 'strict'))
    expect(rules('--preset', 'recommended')).toBeLessThan(rules())
  })
})

describe('a snapshot of the cluster', () => {
  const text =
    'bootstrap.servers=k:9092\ngroup.id=orders\nsession.timeout.ms=7000\nheartbeat.interval.ms=2000\n'
  const snapshot = { broker: { 'group.min.session.timeout.ms': '8000' } }

  it('switches on what needs it, by option or configuration', () => {
    const folder = folderOf({ 'consumer.properties': text, 'c/s.json': JSON.stringify(snapshot) })
    expect(folder.run(['consumer.properties']).out).not.toContain('group.min.session.timeout.ms')
    expect(folder.run(['--cluster', 'c/s.json', 'consumer.properties']).out).toContain('8,000')
    folder.write({ 'lagline.json': config({ cluster: 'c/s.json' }) })
    expect(folder.run(['../consumer.properties'], 'c').out).toContain('8,000')
  })

  it.each([
    ['{', 's.json is not JSON: '],
    ['[]', 's.json is no snapshot of a cluster: it must be an object.'],
    [
      '{"topics": {"orders": {"partitions": "12"}}}',
      's.json is no snapshot of a cluster: topics.orders.partitions must be a whole number from 0, or null.',
    ],
    ['{"brokerRacks": "a"}', 's.json is no snapshot of a cluster: brokerRacks must be a list.'],
  ])('%s is wrong, and said so', (content, sentence) => {
    const folder = folderOf({ 'consumer.properties': text, 's.json': content })
    const { code, out, err } = folder.run(['--cluster', 's.json', 'consumer.properties'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`lagline: ${sentence}`)
  })
})
