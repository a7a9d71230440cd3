import { describe, expect, it } from 'vitest'
import { cases } from '../../cases'
import { found } from '../../linting'

const id = 'strimzi-forbidden-option'

cases(id, {
  file: 'kafka.yaml',
  head: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 3',
  fires: [
    ['      broker.id: 1', 'broker.id'],
    ['      log.dirs: /var/lib/kafka', 'log.dirs'],
    ['      SSL.keystore.location: /a', 'SSL.keystore.location'],
    ['      listeners: PLAINTEXT://:9092\n      process.roles: broker', ['listeners', 'process.roles']],
    ['      authorizer.class.name: a.B', 'authorizer.class.name', { kafkaVersion: '3.9' }],
  ],
  silent: [
    '      ssl.cipher.suites: A',
    '      ssl.enabled.protocols: TLSv1.3',
    '      controller.quorum.fetch.timeout.ms: 2000',
    '      sasl.server.max.receive.size: 524288',
    '      log.retention.hours: 24',
    '      default.replication.factor: 3',
  ],
  says: [
    [
      '      advertised.listeners: PLAINTEXT://a:9092',
      'advertised.listeners is set by Strimzi itself: what is written here is dropped, and only the log of the operator says so.',
      'warning',
    ],
  ],
  fixes: [['      node.id: 1', ['Delete node.id']]],
})

describe(`${id} in other resources`, () => {
  const of = (kind: string, ...lines: readonly string[]): string[] =>
    found('a.yaml', ['apiVersion: kafka.strimzi.io/v1', `kind: ${kind}`, 'spec:', ...lines]).filter((line) =>
      line.endsWith(id),
    )

  it('goes by their own lists', () => {
    const connect = ['  config:', '    group.id: a', '    rest.port: 8083', '    bootstrap.servers: a:9092']
    expect(of('KafkaConnect', ...connect)).toEqual([`6:${id}`, `7:${id}`])
    const bridge = (client: string): string[] => [
      `  ${client}:`,
      '    config:',
      '      group.id: a',
      '      sasl.mechanism: PLAIN',
      '      ssl.protocol: TLSv1.3',
    ]
    expect(of('KafkaBridge', ...bridge('consumer'))).toEqual([`6:${id}`, `7:${id}`])
    expect(of('KafkaBridge', ...bridge('producer'))).toEqual([`7:${id}`])
    expect(of('KafkaConnector', '  config:', '    tasks.max: 2', '    file: a')).toEqual([`5:${id}`])
    const mirror = [
      '  connectCluster: b',
      '  clusters:',
      '    - alias: a',
      '      config: { ssl.keystore.location: /a }',
      '    - alias: b',
      '      config: { plugin.path: /a, ssl.protocol: TLSv1.3, offset.flush.interval.ms: 10000 }',
      '  mirrors:',
      '    - sourceConnector:',
      '        config: { connector.class: a.B, sync.topic.acls.enabled: false }',
    ]
    expect(of('KafkaMirrorMaker2', ...mirror)).toEqual([`7:${id}`, `9:${id}`, `12:${id}`])
  })

  it('has nothing to say of resources of others, or where Strimzi keeps nothing for itself', () => {
    expect(of('KafkaTopic', '  config:', '    segment.bytes: 104857600')).toEqual([])
    expect(of('constructor', '  config:', '    ssl.protocol: a')).toEqual([])
    expect(found('server.properties', 'process.roles=broker\nnode.id=1')).not.toContain(`2:${id}`)
  })
})
