import { describe, expect, it } from 'vitest'
import { applied, findings, found, say, titles } from '../linting'
import { blocksOf, entriesOf } from './code'

const ratio = 'heartbeat-above-third-of-session'
const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`
const kafkajs = (...text: readonly string[]): string => lines("import { Kafka } from 'kafkajs'", ...text)

describe('kafkajs', () => {
  it('reads its options by Kafka’s names', () => {
    const text = kafkajs(
      "const kafka: Kafka = new Kafka({ clientId: 'app', brokers: ['a:9092', `b:9092`], requestTimeout: 35_000 })",
      'const consumer = kafka.consumer({',
      "  groupId: 'orders', // who",
      '  sessionTimeout: 30 * 1000,',
      '  "heartbeatInterval": 10000,',
      '  maxBytes,',
      '  readUncommitted: true,',
      '  retry: { retries: 3 },',
      '} satisfies ConsumerConfig)',
      'await consumer.subscribe({ topic: "t", fromBeginning: true })',
      'await consumer.run({ autoCommit: false, eachMessage: async () => {} })',
      'await producer.send({ topic: "t", messages: [], acks: -1 })',
    )
    expect(entriesOf('app.ts', text)).toEqual([
      ['client.id', 'app'],
      ['bootstrap.servers', 'a:9092,b:9092'],
      ['request.timeout.ms', '35000'],
      ['group.id', 'orders'],
      ['session.timeout.ms', '30000'],
      ['heartbeat.interval.ms', '10000'],
      ['fetch.max.bytes', null],
      ['isolation.level', 'read_uncommitted'],
      ['auto.offset.reset', 'earliest'],
      ['enable.auto.commit', 'false'],
      ['acks', 'all'],
    ])
    expect(blocksOf('app.ts', text).map(({ role, dialect, complete }) => [role, dialect, complete])).toEqual([
      ['client', 'kafkajs', true],
      ['consumer', 'kafkajs', true],
      ['consumer', 'kafkajs', false],
      ['consumer', 'kafkajs', false],
      ['producer', 'kafkajs', false],
    ])
    expect(found('app.ts', text)).toEqual([])
  })

  it('compares with its own defaults', () => {
    const consumer = (options: string): string => kafkajs(`kafka.consumer({ groupId: 'a', ${options} })`)
    expect(found('app.js', consumer('heartbeatInterval: 10000'))).toEqual([])
    expect(found('app.js', consumer('heartbeatInterval: 10001'))).toEqual([`2:${ratio}`])
    expect(found('app.js', consumer('sessionTimeout: 9000'))).toEqual([])
    expect(found('app.js', consumer('sessionTimeout: 8999'))).toEqual([`2:${ratio}`])
    expect(found('app.js', consumer('sessionTimeout: 8999, ...common'))).toEqual([])
    expect(found('app.js', consumer('sessionTimeout: 8999, heartbeatInterval: beat'))).toEqual([])
    const [finding] = findings('app.js', consumer('heartbeatInterval: 30000'))
    expect(finding === undefined ? '' : say(finding.message)).toBe(
      'heartbeatInterval 30,000 is not below sessionTimeout 30,000 (default in kafkajs): kafkajs refuses to start.',
    )
  })

  it('is mended in JavaScript', () => {
    const text = kafkajs('kafka.consumer({', "  groupId: 'a',", '  sessionTimeout: 6000', '})')
    const [finding] = findings('app.js', text)
    expect(titles(finding)).toEqual(['Add heartbeatInterval=2000', 'Set sessionTimeout to 9000'])
    expect(applied(text, finding?.fixes[0])).toContain(
      '  sessionTimeout: 6000,\n  heartbeatInterval: 2000\n})',
    )
    expect(applied(text, finding?.fixes[1])).toContain('  sessionTimeout: 9000\n})')
    const assigned = kafkajs('const c = {}', 'c.sessionTimeout = 6000;', 'kafka.consumer(c)')
    const added = applied(assigned, findings('app.js', assigned)[0]?.fixes[0])
    expect(added).toContain('c.sessionTimeout = 6000;\nc.heartbeatInterval = 2000;\n')
    expect(found('app.js', added)).toEqual([])
  })

  it('follows an object through its variable, with its branches', () => {
    const head = ['const c = { sessionTimeout: 6000 }']
    expect(found('app.js', kafkajs(...head, 'kafka.consumer(c)'))).toEqual([`2:${ratio}`])
    expect(found('app.js', kafkajs(...head, 'if (x) c.sessionTimeout = 60000', 'kafka.consumer(c)'))).toEqual(
      [],
    )
    expect(found('app.js', kafkajs(...head, 'tune(c)', 'kafka.consumer(c)'))).toEqual([])
    expect(found('app.js', kafkajs(...head))).toEqual([])
  })

  it('knows its slips of the pen', () => {
    const text = kafkajs("kafka.consumer({ groupId: 'a', sesionTimeout: 30000 })")
    const [finding] = findings('app.js', text)
    expect(finding).toMatchObject({ rule: 'misspelled-key', severity: 'warning' })
    expect(applied(text, finding?.fixes[0])).toContain('sessionTimeout: 30000 })')
  })

  it('tells how it is secured', () => {
    const security = (options: string): unknown[] =>
      entriesOf('app.js', kafkajs(`new Kafka({ brokers: ['k:1'], ${options} })`)).slice(1)
    const sasl = "sasl: { mechanism: 'plain', username: 'u', password: secret }"
    expect(security(`ssl: true, ${sasl}`)).toEqual([
      ['sasl.mechanism', 'PLAIN'],
      ['sasl.username', 'u'],
      ['sasl.password', null],
      ['security.protocol', 'SASL_SSL'],
    ])
    expect(security(sasl).at(-1)).toEqual(['security.protocol', 'SASL_PLAINTEXT'])
    expect(security('ssl: { rejectUnauthorized: false }')).toEqual([
      ['enable.ssl.certificate.verification', 'false'],
      ['security.protocol', 'SSL'],
    ])
    expect(security('ssl: tls').at(-1)).toEqual(['security.protocol', null])
  })

  it('is not every consumer, and no comment', () => {
    expect(blocksOf('app.js', lines('kafka.consumer({ sessionTimeout: 1 })'))).toEqual([])
    expect(
      blocksOf(
        'app.js',
        kafkajs('// kafka.consumer({ sessionTimeout: 1 })', 'x = "kafka.consumer({ sessionTimeout: 1 })"'),
      ),
    ).toEqual([])
  })
})

describe('librdkafka’s clients', () => {
  const rdkafka = (...text: readonly string[]): string =>
    lines("const Kafka = require('node-rdkafka')", ...text)

  it('are read by librdkafka’s names', () => {
    const text = rdkafka(
      'const consumer = new Kafka.KafkaConsumer({',
      "  'group.id': 'a',",
      "  'session.timeout.ms': 6000,",
      "  'rebalance_cb': true,",
      '}, {})',
    )
    expect(blocksOf('app.js', text)).toMatchObject([
      { role: 'consumer', dialect: 'librdkafka', complete: true },
    ])
    expect(found('app.js', text)).toEqual([`4:${ratio}`])
    expect(applied(text, findings('app.js', text)[0]?.fixes[0])).toContain(
      "  'session.timeout.ms': 6000,\n  'heartbeat.interval.ms': 2000,\n",
    )
  })

  it('are told by the brokers they name', () => {
    const text = rdkafka("module.exports = { 'metadata.broker.list': 'k:1', 'session.timeout.ms': 6000 }")
    expect(found('app.js', text)).toEqual([`2:${ratio}`])
    expect(blocksOf('app.js', rdkafka("module.exports = { 'session.timeout.ms': 6000 }"))).toEqual([])
  })

  it('of Confluent have a block with the names of kafkajs', () => {
    const confluent = (options: string): string =>
      lines(
        "const { Kafka } = require('@confluentinc/kafka-javascript').KafkaJS",
        `kafka.consumer({ ${options} })`,
      )
    const inBlock = confluent("kafkaJS: { groupId: 'a', sessionTimeout: 6000 }")
    expect(found('app.js', inBlock)).toEqual([`2:${ratio}`])
    expect(found('app.js', confluent("'group.id': 'a', 'session.timeout.ms': 6000"))).toEqual([`2:${ratio}`])
    // What the one block leaves out may stand in the other.
    const both = confluent("kafkaJS: { sessionTimeout: 6000 }, 'heartbeat.interval.ms': 2000")
    expect(found('app.js', both)).toEqual([])
  })
})
