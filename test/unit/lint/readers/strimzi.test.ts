import { describe, expect, it } from 'vitest'
import { found } from '../linting'
import { blocksOf, documentOf, lines, mended } from './structured'

const name = 'kafka.yaml'

function resource(kind: string, spec: string, version = 'v1'): string {
  const body = lines(spec).replace(/^(?=.)/gm, '  ')
  return `apiVersion: kafka.strimzi.io/${version}\nkind: ${kind}\nmetadata:\n  name: my\nspec:\n${body}`
}

describe('which resources hold settings', () => {
  it.each<[string, string, Record<string, Record<string, string | null>>]>([
    [
      'Kafka',
      `
      kafka:
        version: 3.9.0
        config:
          default.replication.factor: 3
          min.insync.replicas: 2
      `,
      { broker: { 'default.replication.factor': '3', 'min.insync.replicas': '2' } },
    ],
    [
      'KafkaConnect',
      `
      bootstrapServers: my-kafka-bootstrap:9093
      config:
        group.id: connect
        consumer.max.poll.records: 10
        config.providers: env
      `,
      {
        connect: { 'group.id': 'connect', 'config.providers': 'env' },
        'consumer consumer.': { 'max.poll.records': '10' },
      },
    ],
    [
      'KafkaConnector',
      `
      class: org.example.Sink
      tasksMax: 2
      config:
        topics: orders
        consumer.override.max.poll.records: 10
      `,
      { connector: { topics: 'orders' }, 'consumer consumer.override.': { 'max.poll.records': '10' } },
    ],
    [
      'KafkaBridge',
      `
      consumer:
        config:
          auto.offset.reset: earliest
      producer:
        config:
          acks: 1
      adminClient:
        config:
          retries: 3
      `,
      { consumer: { 'auto.offset.reset': 'earliest' }, producer: { acks: '1' }, admin: { retries: '3' } },
    ],
    [
      'KafkaTopic',
      `
      partitions: 12
      replicas: 3
      config:
        retention.ms: 604800000
        cleanup.policy: compact
      `,
      {
        topic: {
          partitions: '12',
          'replication.factor': '3',
          'retention.ms': '604800000',
          'cleanup.policy': 'compact',
        },
      },
    ],
    [
      'KafkaMirrorMaker2',
      `
      connectCluster: target
      clusters:
        - alias: source
          config:
            security.protocol: SSL
        - alias: target
          config:
            offset.storage.replication.factor: -1
      mirrors:
        - sourceConnector:
            config:
              replication.factor: -1
              producer.override.acks: all
          checkpointConnector:
            config:
              sync.group.offsets.enabled: "true"
      `,
      {
        'client @': { 'security.protocol': 'SSL' },
        'connect @': { 'offset.storage.replication.factor': '-1' },
      },
    ],
    ['KafkaUser', 'authentication:\n  type: tls\n', {}],
    ['toString', 'config:\n  a: b\n', {}],
  ])('%s', (kind, spec, expected) => {
    const blocks = blocksOf(name, resource(kind, spec))
    if (kind === 'KafkaMirrorMaker2') {
      const document = documentOf(name, resource(kind, spec))
      expect(document?.blocks.map(({ role, entries }) => `${role} ${entries.length}`)).toEqual([
        'client 1',
        'connect 1',
        'connector 1',
        'producer 1',
        'connector 1',
      ])
    } else expect(blocks ?? {}).toEqual(expected)
  })

  it('are Strimzi’s alone, of any of its versions', () => {
    const config = 'config:\n  retention.ms: -2\n'
    expect(found(name, resource('KafkaTopic', config))).toEqual(['7:value-out-of-range'])
    expect(found(name, resource('KafkaTopic', config, 'v1beta2'))).toEqual(['7:value-out-of-range'])
    expect(
      found(name, resource('KafkaTopic', config).replace('kafka.strimzi.io', 'kafka.example.com')),
    ).toEqual([])
  })
})

describe('facts beside the settings', () => {
  it('are the release and the number of brokers', () => {
    const facts = (text: string): unknown[] =>
      (documentOf(name, text)?.blocks ?? []).map(({ kafkaVersion, replicas }) => [kafkaVersion, replicas])
    const old = resource('Kafka', 'kafka:\n  version: 3.6.1\n  replicas: 3\n  config:\n    a.b: c\n')
    expect(facts(old)).toEqual([[3006, 3]])
    const pool = (roles: string, count: number): string =>
      resource('KafkaNodePool', `replicas: ${count}\nroles: [${roles}]\n`)
    const kafka = resource('Kafka', 'kafka:\n  version: 4.0.0\n  config:\n    a.b: c\n')
    expect(
      facts([pool('broker', 3), pool('controller', 3), pool('broker, controller', 2), kafka].join('---\n')),
    ).toEqual([[4000, 5]])
    expect(facts(resource('Kafka', 'kafka:\n  config:\n    a.b: c\n'))).toEqual([[undefined, undefined]])
  })

  it('are what Connect gives its clients', () => {
    const text = resource('KafkaConnect', 'config:\n  consumer.client.id: a\n  producer.client.id: b\n')
    const defaults = documentOf(name, text)?.blocks.map((block) => [
      block.defaults?.get('enable.auto.commit') ?? null,
      block.defaults?.get('max.in.flight.requests.per.connection') ?? null,
    ])
    expect(defaults).toEqual([
      ['false', null],
      [null, '1'],
    ])
  })
})

describe('fixes', () => {
  it('keep the form of the file', () => {
    const text = resource(
      'KafkaConnect',
      'version: 3.9.0\nconfig:\n  heartbeat.interval.ms: 9000\n  group.id: a\n',
    )
    expect(mended(name, text, 'heartbeat-above-third-of-session')).toEqual({
      'Set heartbeat.interval.ms to 3333': text.replace('9000', '3333'),
      'Add session.timeout.ms=27000': text.replace('9000\n', '9000\n    session.timeout.ms: 27000\n'),
    })
  })
})
