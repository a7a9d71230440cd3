import { describe, expect, it } from 'vitest'
import { converted } from '../../../../src/lint/readers/spring/convert'
import { found } from '../linting'
import { blocksOf, documentOf, lines, written } from './structured'

const name = 'application.yml'
const consumer = 'consumer spring.kafka.consumer.'

/** Settings of the consumer as Kafka gets them. */
function inConsumer(text: string): Record<string, string | null> | undefined {
  return blocksOf(name, lines(text))?.[consumer]
}

describe('which files are about Kafka', () => {
  it.each([
    ['application.yml', 'spring:\n  kafka:\n    client-id: a'],
    ['orders-service.yaml', 'spring.kafka.client-id: a'],
    ['application-dev.properties', 'spring.kafka.client-id=a'],
    ['application.properties', 'spring.cloud.stream.kafka.binder.configuration.acks=all'],
  ])('%s with %j is', (file, text) => {
    expect(documentOf(file, text)?.format).toBe('spring')
  })

  it.each([
    ['application.yml', 'spring:\n  application:\n    name: kafka-client'],
    ['application.yml', 'kafka:\n  topic: orders'],
    ['application.yml', '# spring.kafka\nserver:\n  servlet:\n    session:\n      timeout: 30m'],
    ['application.yml', ''],
    ['application.yml', 'just kafka'],
    ['application.yml', '- spring.kafka.client-id: a'],
    ['application.properties', '# spring.kafka.client-id=a\nserver.port=80'],
    ['application.txt', 'spring.kafka.client-id=a'],
  ])('%s with %j is not', (file, text) => {
    expect(documentOf(file, text)).toBeNull()
  })

  it('are told by their language too', () => {
    const text = 'spring.kafka.consumer.max-poll-records: 0'
    expect(found('x.conf', text, { languageId: 'spring-boot-properties-yaml' })).toHaveLength(1)
    expect(found('x.conf', text.replace(': ', '='), { languageId: 'spring-boot-properties' })).toHaveLength(1)
    expect(found('x.conf', text, { languageId: 'plaintext' })).toEqual([])
  })
})

describe('keys', () => {
  it('of Boot’s own stand for settings of Kafka', () => {
    expect(
      inConsumer(`
        spring:
          kafka:
            consumer:
              auto-commit-interval: 5s
              auto-offset-reset: earliest
              bootstrap-servers: a:9092,b:9092
              client-id: c
              enable-auto-commit: off
              fetch-max-wait: PT0.5S
              fetch-min-size: 64KB
              group-id: orders
              heartbeat-interval: 3000
              isolation-level: READ_COMMITTED
              key-deserializer: org.example.Key
              max-poll-records: 50
              max-poll-interval: 5m
              security.protocol: SASL_SSL
              ssl:
                trust-store-location: classpath:t.jks
                trust-store-password: \${PASSWORD}
      `),
    ).toEqual({
      'auto.commit.interval.ms': '5000',
      'auto.offset.reset': 'earliest',
      'bootstrap.servers': 'a:9092,b:9092',
      'client.id': 'c',
      'enable.auto.commit': 'false',
      'fetch.max.wait.ms': '500',
      'fetch.min.bytes': '65536',
      'group.id': 'orders',
      'heartbeat.interval.ms': '3000',
      'isolation.level': 'read_committed',
      'key.deserializer': 'org.example.Key',
      'max.poll.records': '50',
      'max.poll.interval.ms': '300000',
      'security.protocol': 'SASL_SSL',
      'ssl.truststore.location': 'classpath:t.jks',
      'ssl.truststore.password': '${PASSWORD}',
    })
  })

  it('of all sections are read', () => {
    const file = [
      'spring.kafka.bootstrap-servers=a:9092',
      'spring.kafka.properties.request.timeout.ms=1000',
      'spring.kafka.security.protocol=SSL',
      'spring.kafka.producer.acks=all',
      'spring.kafka.producer.batch-size=32KB',
      'spring.kafka.producer.transaction-id-prefix=tx-',
      'spring.kafka.admin.properties.retries=3',
      'spring.kafka.streams.application-id=app',
      'spring.kafka.streams.properties.commit.interval.ms=100',
      'spring.kafka.streams.properties.consumer.max.poll.records=10',
    ].join('\n')
    expect(blocksOf('application.properties', file)).toEqual({
      'client spring.kafka.': {
        'bootstrap.servers': 'a:9092',
        'security.protocol': 'SSL',
        'request.timeout.ms': '1000',
      },
      'producer spring.kafka.producer.': {
        acks: 'all',
        'batch.size': '32768',
        // What it is in the end cannot be told.
        'transactional.id': null,
      },
      'admin spring.kafka.admin.': { retries: '3' },
      'streams spring.kafka.streams.': { 'application.id': 'app', 'commit.interval.ms': '100' },
      'consumer spring.kafka.streams.consumer.': { 'max.poll.records': '10' },
    })
  })

  it.each([
    'maxPollRecords: 7',
    'max_poll_records: 7',
    'MAX-POLL-RECORDS: 7',
    'max-poll-records: "7"',
    'properties: { max.poll.records: 7 }',
    'properties: { "[max.poll.records]": 7 }',
    "properties: { '[max.poll.records]': '7' }",
    'properties: { max: { poll: { records: 7 } } }',
    'properties.max.poll.records: 7',
    'properties[max.poll.records]: 7',
    'properties: { max.poll: { records: 7 } }',
  ])('%s is max.poll.records', (line) => {
    expect(inConsumer(`spring:\n  kafka:\n    consumer:\n      ${line}\n`)).toEqual({
      'max.poll.records': '7',
    })
  })

  it.each([
    'spring.kafka.consumer.max-poll-records=7',
    'spring.kafka.consumer.maxPollRecords = 7',
    'spring.kafka.Consumer.MaxPollRecords: 7',
    'spring.kafka.consumer.properties.max.poll.records=7',
    'spring.kafka.consumer.properties[max.poll.records]=7',
  ])('%s is max.poll.records', (line) => {
    expect(blocksOf('application.properties', line)).toEqual({ [consumer]: { 'max.poll.records': '7' } })
  })

  it('of Spring alone stay beside, for the rules about Spring', () => {
    const text = lines(`
      spring:
        kafka:
          listener:
            ackMode: MANUAL_IMMEDIATE
            concurrency: 3
          template:
            default-topic: orders
          consumer:
            session-timeout: 10s
          producer:
            key-deserializer: x
          jaas:
            enabled: true
    `)
    expect(blocksOf(name, text)).toEqual({
      other: {
        'spring.kafka.listener.ack-mode': 'MANUAL_IMMEDIATE',
        'spring.kafka.listener.concurrency': '3',
        'spring.kafka.template.default-topic': 'orders',
        'spring.kafka.consumer.session-timeout': '10s',
        'spring.kafka.producer.key-deserializer': 'x',
        'spring.kafka.jaas.enabled': 'true',
      },
    })
    expect(found(name, text)).toEqual(['9:spring-unknown-property', '11:spring-unknown-property'])
  })

  it('go from common properties over Boot’s own to those of the client', () => {
    const text = lines(`
      spring:
        kafka:
          consumer:
            properties:
              heartbeat.interval.ms: 4000
              session.timeout.ms: 9000
            heartbeat-interval: 2s
          properties:
            session.timeout.ms: 45000
    `)
    // The heartbeat of `properties` counts, and the session of the consumer.
    expect(found(name, text)).toEqual(['5:duplicate-key', '5:heartbeat-above-third-of-session'])
  })

  it('of two spellings are no duplicate', () => {
    expect(
      found(name, 'spring.kafka.consumer:\n  group-id: a\n  groupId: b\n  properties:\n    client.id: c'),
    ).toEqual([])
    expect(found(name, 'spring.kafka.consumer:\n  group-id: a\n  group-id: b')).toEqual(['3:duplicate-key'])
  })
})

describe('values', () => {
  it.each([
    ['3s', '3000'],
    ['3S', '3000'],
    ['500', '500'],
    ['500ms', '500'],
    ['1500us', '1'],
    ['2m', '120000'],
    ['1h', '3600000'],
    ['1d', '86400000'],
    ['-1', '-1'],
    ['PT3S', '3000'],
    ['pt1.5s', '1500'],
    ['P1DT2H', '93600000'],
    ['-PT1S', '-1000'],
    ['P', 'P'],
    ['PT', 'PT'],
    ['3 s', '3 s'],
    ['3sec', '3sec'],
    ['1.5s', '1.5s'],
    ['', ''],
  ])('a duration of %s is %s', (text, expected) => {
    expect(converted('duration', text)).toBe(expected)
  })

  it.each([
    ['64KB', '65536'],
    ['1MB', '1048576'],
    ['2GB', '2147483648'],
    ['10B', '10'],
    ['10', '10'],
    ['10kb', '10kb'],
    ['1.5MB', '1.5MB'],
  ])('a size of %s is %s', (text, expected) => {
    expect(converted('size', text)).toBe(expected)
  })

  it('are read as Boot reads them, and what it cannot read is reported', () => {
    const lint = (line: string): string[] => found(name, `spring.kafka.consumer:\n  ${line}`)
    expect(lint('heartbeat-interval: 3s')).toEqual([])
    expect(lint('heartbeat-interval: 3 seconds')).toEqual(['2:invalid-value-type'])
    expect(lint('properties: { heartbeat.interval.ms: 3s }')).toEqual(['2:invalid-value-type'])
    expect(lint('enable-auto-commit: yes')).toEqual([])
    expect(lint('enable-auto-commit: "on"')).toEqual([])
    expect(lint('properties: { enable.auto.commit: "yes" }')).toEqual(['2:invalid-value-type'])
    expect(lint('properties: { enable.auto.commit: yes }')).toEqual([])
    expect(lint('max-poll-records: 1_000')).toEqual([])
    expect(lint('isolation-level: Read-Committed')).toEqual([])
    expect(lint('auto-offset-reset: Latest')).toEqual(['2:invalid-enum-value'])
    expect(lint('max-poll-records: ${POLL:0}')).toEqual([])
    expect(lint('max-poll-records: "@poll@"')).toEqual([])
    expect(lint('max-poll-records: {{ .Values.poll }}')).toEqual([])
  })

  it('in a list are joined, and placed as they are written', () => {
    const text = 'spring.kafka.bootstrap-servers:\n  - a:9092\n  - b:9092\n'
    expect(blocksOf(name, text)).toEqual({ 'client spring.kafka.': { 'bootstrap.servers': 'a:9092,b:9092' } })
    expect(written(name, text)).toEqual([['spring.kafka.bootstrap-servers', '- a:9092\n  - b:9092']])
  })
})

describe('documents and profiles', () => {
  const text = lines(`
    spring:
      kafka:
        consumer:
          heartbeat-interval: 3s
    ---
    spring:
      config:
        activate:
          on-profile: dev
      kafka:
        consumer:
          properties:
            session.timeout.ms: 8000
    ---
    spring.config.activate.on-profile: prod
    spring.kafka.consumer.heartbeat-interval: 5s
  `)

  it('are blocks of their own that inherit from the first', () => {
    expect(blocksOf(name, text)).toEqual({
      [consumer]: { 'heartbeat.interval.ms': '3000' },
      [`${consumer} @dev`]: { 'session.timeout.ms': '8000' },
      [`${consumer} @prod`]: { 'heartbeat.interval.ms': '5000' },
    })
    // 3 s are too much for the 8 s of the profile.
    expect(found(name, text)).toEqual(['4:heartbeat-above-third-of-session'])
    expect(found(name, text.replace('5s', '20s'))).toEqual([
      '4:heartbeat-above-third-of-session',
      '16:heartbeat-above-third-of-session',
    ])
  })

  it('are split in properties by a comment of dashes', () => {
    const file = [
      'spring.kafka.consumer.client-id=a',
      '#---',
      'spring.config.activate.on-profile=dev',
      'spring.kafka.consumer.client-id=b',
      '!---',
      'spring.kafka.consumer.client-id=c',
    ]
    expect(blocksOf('application.properties', file.join('\n'))).toEqual({
      [consumer]: { 'client.id': 'a' },
      [`${consumer} @dev`]: { 'client.id': 'b' },
      [`${consumer} @3`]: { 'client.id': 'c' },
    })
    expect(found('application.properties', file)).toEqual([])
    expect(
      found(
        'application.properties',
        file.filter((line) => !line.includes('---')),
      ),
    ).toEqual(['3:duplicate-key', '4:duplicate-key'])
  })

  it('report what they all inherit once', () => {
    const wrong = 'spring.kafka.consumer.heartbeat-interval: 40s\n---\nspring.kafka.consumer.client-id: a\n'
    expect(found(name, wrong)).toEqual(['1:heartbeat-above-third-of-session'])
  })
})

describe('what Spring gives its clients', () => {
  it('is known', () => {
    const [block] = documentOf(name, 'spring.kafka.consumer.client-id: a')?.blocks ?? []
    expect(block?.defaults?.get('enable.auto.commit')).toBe('false')
    expect(block?.defaults?.get('key.deserializer')).toMatch(/StringDeserializer$/)
    expect(block?.complete).toBe(false)
  })
})
