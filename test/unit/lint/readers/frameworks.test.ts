import { describe, expect, it } from 'vitest'
import { found } from '../linting'
import { blocksOf, documentOf, lines, mended } from './structured'

const properties = 'application.properties'
const yaml = 'application.yml'

describe('Quarkus', () => {
  const file = [
    'kafka.bootstrap.servers=kafka:9092',
    'mp.messaging.connector.smallrye-kafka.security.protocol=SSL',
    'mp.messaging.incoming.orders.connector=smallrye-kafka',
    'mp.messaging.incoming.orders.topic=orders',
    'mp.messaging.incoming.orders.group.id=g',
    'mp.messaging.incoming.orders.auto.offset.reset=earliest',
    'mp.messaging.incoming.orders.failure-strategy=ignore',
    'mp.messaging.incoming.orders.throttled.unprocessed-record-max-age.ms=1000',
    'mp.messaging.outgoing."a.b".acks=all',
    'mp.messaging.outgoing.mail.connector=smallrye-amqp',
    'mp.messaging.outgoing.mail.client.id=x',
    'quarkus.kafka-streams.application-id=app',
    'kafka-streams.commit.interval.ms=100',
    'quarkus.http.port=80',
  ]
  const expected = {
    'client kafka.': { 'bootstrap.servers': 'kafka:9092' },
    'client mp.messaging.connector.smallrye-kafka.': { 'security.protocol': 'SSL' },
    other: {
      'mp.messaging.incoming.orders.connector': 'smallrye-kafka',
      'mp.messaging.incoming.orders.topic': 'orders',
      'mp.messaging.incoming.orders.failure-strategy': 'ignore',
      'mp.messaging.incoming.orders.throttled.unprocessed-record-max-age.ms': '1000',
      'quarkus.kafka-streams.application-id': 'app',
    },
    'consumer mp.messaging.incoming.orders.': { 'group.id': 'g', 'auto.offset.reset': 'earliest' },
    'producer mp.messaging.outgoing."a.b".': { acks: 'all' },
    'streams kafka-streams.': { 'commit.interval.ms': '100' },
  }

  it('has channels, a connector and settings of all clients', () => {
    expect(documentOf(properties, file.join('\n'))?.format).toBe('quarkus')
    expect(blocksOf(properties, file.join('\n'))).toEqual(expected)
    expect(found(properties, file)).toEqual([])
  })

  it('has the same in YAML', () => {
    const text = lines(`
      kafka:
        bootstrap:
          servers: kafka:9092
      mp:
        messaging:
          incoming:
            orders:
              heartbeat.interval.ms: 20000
              failure-strategy: ignore
    `)
    expect(blocksOf(yaml, text)).toEqual({
      'client kafka.': { 'bootstrap.servers': 'kafka:9092' },
      'consumer mp.messaging.incoming.orders.': { 'heartbeat.interval.ms': '20000' },
      other: { 'mp.messaging.incoming.orders.failure-strategy': 'ignore' },
    })
    expect(found(yaml, text)).toEqual(['8:heartbeat-above-third-of-session'])
    expect(mended(yaml, text, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add session.timeout.ms=60000': text.replace('20000\n', '20000\n        session.timeout.ms: 60000\n'),
    })
  })

  it('has profiles in its keys', () => {
    const text = [
      'kafka.bootstrap.servers=kafka:9092',
      '%dev.kafka.bootstrap.servers=localhost:9092',
      'mp.messaging.incoming.a.session.timeout.ms=45000',
      '%dev.mp.messaging.incoming.a.session.timeout.ms=6000',
      '%prod.mp.messaging.incoming.a.group.id=g',
    ].join('\n')
    expect(blocksOf(properties, text)).toEqual({
      'client kafka.': { 'bootstrap.servers': 'kafka:9092' },
      'consumer mp.messaging.incoming.a.': { 'session.timeout.ms': '45000' },
      'client kafka. @dev': { 'bootstrap.servers': 'localhost:9092' },
      'consumer mp.messaging.incoming.a. @dev': { 'session.timeout.ms': '6000' },
      'consumer mp.messaging.incoming.a. @prod': { 'group.id': 'g' },
    })
    expect(found(properties, text)).toEqual(['4:heartbeat-above-third-of-session'])
    expect(mended(properties, text, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add heartbeat.interval.ms=2000': text.replace(
        '6000\n',
        '6000\n%dev.mp.messaging.incoming.a.heartbeat.interval.ms=2000\n',
      ),
    })
    const inYaml = '"%dev":\n  mp.messaging.incoming.a:\n    session.timeout.ms: 6000\n'
    expect(mended(yaml, inYaml, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add heartbeat.interval.ms=2000': `${inYaml}    heartbeat.interval.ms: 2000\n`,
    })
  })

  it('gives its clients defaults of its own', () => {
    const blocks = documentOf(properties, file.join('\n'))?.blocks ?? []
    const defaultOf = (role: string, key: string): string | null | undefined =>
      blocks.find((block) => block.role === role)?.defaults?.get(key)
    expect(defaultOf('consumer', 'enable.auto.commit')).toBe('false')
    expect(defaultOf('producer', 'acks')).toBe('1')
    expect(defaultOf('producer', 'enable.idempotence')).toBeNull()
  })
})

describe('Micronaut', () => {
  it('has settings of all clients, of groups and of producers', () => {
    const text = lines(`
      kafka:
        bootstrap.servers: kafka:9092
        health:
          enabled: true
        consumers:
          default:
            session:
              timeout:
                ms: 50000
          orders:
            heartbeat.interval.ms: 20000
        producers:
          mail:
            retries: 50
        streams:
          default:
            num.stream.threads: 2
    `)
    expect(documentOf(yaml, text)?.format).toBe('micronaut')
    expect(blocksOf(yaml, text)).toEqual({
      'client kafka.': { 'bootstrap.servers': 'kafka:9092' },
      other: { 'kafka.health.enabled': 'true' },
      'consumer kafka.consumers.default.': { 'session.timeout.ms': '50000' },
      'consumer kafka.consumers.orders.': { 'heartbeat.interval.ms': '20000' },
      'producer kafka.producers.mail.': { retries: '50' },
      'streams kafka.streams.default.': { 'num.stream.threads': '2' },
    })
    expect(found(yaml, text)).toEqual(['11:heartbeat-above-third-of-session'])
  })

  it('knows the group of a consumer by its name', () => {
    const [block] = documentOf(properties, 'kafka.consumers.orders.client.id=a')?.blocks ?? []
    expect(block?.defaults?.get('group.id')).toBe('orders')
  })
})

describe('everything else', () => {
  it.each([
    [yaml, 'kafka:\n  topic: orders\n  consumers: 4\n'],
    [yaml, 'kafka:\n  bootstrap-servers: kafka:9092\n'],
    [yaml, 'app:\n  kafka:\n    bootstrap.servers: kafka:9092\n'],
    [properties, 'app.kafka.bootstrap.servers=kafka:9092'],
    ['messages.properties', 'kafka.consumers=Consumers'],
  ])('%s with %j is nobody’s', (name, text) => {
    expect(documentOf(name, text)).toBeNull()
  })
})
