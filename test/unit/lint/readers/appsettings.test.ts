import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied, findings, found, say, titles } from '../linting'
import { blocksOf, documentOf, lines, mended, written } from './structured'

const name = 'appsettings.json'
const ratio = 'heartbeat-above-third-of-session'
const settings = (consumer: string): string =>
  `{\n  "Kafka": {\n    "BootstrapServers": "kafka:9092",\n    "Consumer": {\n${consumer}\n    }\n  }\n}\n`

describe('settings of a .NET application', () => {
  it('are read section by section, whatever case they are written in', () => {
    const text = lines(`
      {
        // Logging is nobody's business here.
        "Logging": { "LogLevel": { "Default": "Information" } },
        "Kafka": {
          "BootstrapServers": "kafka:9092",
          "SecurityProtocol": "SaslSsl",
          "Topic": "orders",
          "ConsumerSettings": {
            "groupId": "orders",
            "autoOffsetReset": "earliest",
            "EnableAutoCommit": false,
            "session.timeout.ms": "45000",
          },
          "Producer": { "Acks": "Leader", "CompressionType": "Lz4", "Retries": 3, "LingerMs": 5 },
        },
      }
    `)
    expect(blocksOf(name, text)).toEqual({
      client: { 'bootstrap.servers': 'kafka:9092', 'security.protocol': 'SASL_SSL' },
      consumer: {
        'group.id': 'orders',
        'auto.offset.reset': 'earliest',
        'enable.auto.commit': 'false',
        'session.timeout.ms': '45000',
      },
      producer: { acks: '1', 'compression.type': 'lz4', 'linger.ms': '5' },
    })
    expect(documentOf(name, text)).toMatchObject({ format: 'appsettings' })
    expect(documentOf(name, text)?.blocks.map(({ dialect }) => dialect)).toEqual(
      Array<string>(3).fill('librdkafka'),
    )
    expect(found(name, text)).toEqual(['14:acks-one'])
  })

  it('are found where they stand', () => {
    const text = settings('      "SessionTimeoutMs": 6000,\n      "MaxPollIntervalMs": "300000"')
    expect(written(name, text)).toEqual([
      ['"BootstrapServers"', '"kafka:9092"'],
      ['"SessionTimeoutMs"', '6000'],
      ['"MaxPollIntervalMs"', '"300000"'],
    ])
    const [finding] = findings(name, text)
    expect(finding).toMatchObject({ rule: ratio, key: 'SessionTimeoutMs' })
    expect(finding && say(finding.message)).toBe(
      'heartbeat.interval.ms 3,000 (default in librdkafka) × 3 = 9,000 is above SessionTimeoutMs 6,000: two missed heartbeats end the session.',
    )
    expect(titles(finding)).toEqual(['Add heartbeat.interval.ms=2000', 'Set SessionTimeoutMs to 9000'])
  })

  it('are mended in the hand of what stands there', () => {
    expect(mended(name, settings('      "SessionTimeoutMs": 6000'), ratio)).toEqual({
      'Add heartbeat.interval.ms=2000': settings(
        '      "SessionTimeoutMs": 6000,\n      "HeartbeatIntervalMs": "2000"',
      ),
      'Set SessionTimeoutMs to 9000': settings('      "SessionTimeoutMs": 9000'),
    })
    const camel = settings('      "sessionTimeoutMs": "6000"')
    expect(applied(camel, findings(name, camel)[0]?.fixes[0])).toContain('"heartbeatIntervalMs": "2000"')
    const dotted = settings('      "session.timeout.ms": "6000"')
    expect(applied(dotted, findings(name, dotted)[0]?.fixes[0])).toContain('"heartbeat.interval.ms": "2000"')
    const acks = '{ "Producer": { "BootstrapServers": "k:1", "Acks": "None" } }'
    expect(applied(acks, findings(name, acks)[0]?.fixes[0])).toContain('"Acks": "All"')
    const auth = settings('      "SslEndpointIdentificationAlgorithm": "None"')
    expect(mended(name, auth, 'hostname-verification-disabled')).toEqual({
      'Set SslEndpointIdentificationAlgorithm to https': auth.replace('"None"', '"Https"'),
    })
  })

  it('may be paths in one name', () => {
    const text =
      '{ "Kafka:BootstrapServers": "k:1", "Kafka:Consumer:SessionTimeoutMs": 6000, "Kafka:Topic": "a" }'
    expect(blocksOf(name, text)).toEqual({
      client: { 'bootstrap.servers': 'k:1' },
      consumer: { 'session.timeout.ms': '6000' },
    })
    expect(found(name, text)).toEqual([`1:${ratio}`])
  })

  it('say nothing of what another file or the program may say', () => {
    const own = '{ "Kafka": { "Consumer": { "SessionTimeoutMs": 6000 } } }'
    expect(found(name, own)).toEqual([])
    expect(found('appsettings.Development.json', settings('      "SessionTimeoutMs": 6000'))).toEqual([])
    const both = settings('      "SessionTimeoutMs": 6000,\n      "HeartbeatIntervalMs": 3000')
    expect(found('appsettings.Development.json', both)).toEqual([`6:${ratio}`])
    expect(found(name, both.replace('"Kafka"', '"Messaging"'))).toEqual([`6:${ratio}`])
  })
})

describe('what is left alone', () => {
  it.each([
    ['package.json', '{ "dependencies": { "kafkajs": "2.2.4" }, "kafka": { "acks": "0" } }'],
    [name, '{ "ConnectionStrings": { "Kafka": "localhost:9092" } }'],
    [name, '{ "Retry": { "SessionTimeoutMs": 1 }, "Kafka": { "Topic": "a", "Debug": true, "Retries": 1 } }'],
    [name, '{ "Serilog": { "Debug": true }, "Other": { "Acks": "0" } }'],
    [name, '{ "Kafka": { "BootstrapServers": '],
    [name, '[]'],
  ])('%s: %s', (file, text) => {
    expect(documentOf(file, text)).toBeNull()
  })

  it('goes by the name of the file, whatever language it has', () => {
    const text = settings('      "GroupId": "a"')
    expect(documentOf('src/AppSettings.Production.json', text, 'json')).not.toBeNull()
    expect(documentOf('C:\\app\\appsettings.json', text, 'jsonc')).not.toBeNull()
    expect(documentOf('appsettings.json', text, 'yaml')).toBeNull()
    expect(documentOf('settings.json', text)).toBeNull()
  })
})

it('never throws, whatever the file holds', () => {
  const text = settings('      "SessionTimeoutMs": 6000, "Acks": "All", "Kafka:Producer:LingerMs": null')
  const pieces = [...(text.match(/\w+|\s+|[^\w\s]/g) ?? []), '{', '[', '"', ':', '주문', '\0']
  const edit = fc.tuple(fc.nat(text.length), fc.nat(9), fc.constantFrom(...pieces))
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      let broken = text
      for (const [at, gone, piece] of edits) broken = broken.slice(0, at) + piece + broken.slice(at + gone)
      for (const { fixes } of findings(name, broken))
        for (const fix of fixes) expect(applied(broken, fix)).not.toBe(broken)
    }),
    { numRuns: 300 },
  )
  expect(findings(name, `{"Kafka":${'{"a":'.repeat(300)}1${'}'.repeat(301)}`)).toEqual([])
  expect(
    findings(name, `{"Kafka":{"BootstrapServers":"k:1",${'"a":{"b":1},'.repeat(20_000)}"c":1}}`),
  ).toEqual([])
})
