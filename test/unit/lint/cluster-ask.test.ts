import { describe, expect, it } from 'vitest'
import { brokerNeeds, topicNeeds } from '../../../src/lint/needs'
import { linter } from './linting'

function ask(fileName: string, lines: readonly string[]): ReturnType<typeof linter.asks> {
  return linter.asks({ fileName, text: lines.join('\n') })
}

describe('what a file wants to know of its cluster', () => {
  it('is what the rules need, its groups, and how the cluster is found', () => {
    expect(
      ask('consumer.properties', ['bootstrap.servers=Kafka-1:9092, kafka-2:9093', 'group.id=shop']),
    ).toEqual({
      servers: [['kafka-1:9092', 'kafka-2:9093']],
      brokerKeys: [...brokerNeeds].sort(),
      topicKeys: [...topicNeeds].sort(),
      groups: ['shop'],
      topics: [],
      everyTopic: false,
    })
  })

  it('names each list of servers once, and none that is put in elsewhere', () => {
    const yaml = [
      'spring:',
      '  kafka:',
      '    bootstrap-servers: test:9092',
      '    consumer: { group-id: a }',
      '    producer: { bootstrap-servers: other:9092, acks: all }',
      '---',
      'spring:',
      '  config.activate.on-profile: prod',
      '  kafka:',
      '    bootstrap-servers: ${BROKERS:prod:9092}',
      '    consumer: { group-id: b }',
    ]
    const asked = ask('application.yml', yaml)
    expect(asked?.servers).toEqual([['test:9092'], ['other:9092']])
    expect(asked?.groups).toEqual(['a', 'b'])
    expect(asked?.everyTopic).toBe(true)
  })

  it('reads them in code', () => {
    const python = [
      'from confluent_kafka import Producer',
      "p = Producer({'bootstrap.servers': 'localhost', 'compression.type': 'lz4'})",
    ]
    expect(ask('a.py', python)).toMatchObject({ servers: [['localhost:9092']], everyTopic: true })
  })

  it('takes along what the file of a broker or topic sets, for its hovers', () => {
    const broker = ask('server.properties', [
      'node.id=1',
      'process.roles=broker',
      'my.own=1',
      'num.io.threads=4',
    ])
    expect(broker?.brokerKeys).toEqual(expect.arrayContaining(['node.id', 'num.io.threads', ...brokerNeeds]))
    expect(broker?.brokerKeys).not.toContain('my.own')
    const topic = [
      'apiVersion: kafka.strimzi.io/v1',
      'kind: KafkaTopic',
      'metadata: { name: orders }',
      'spec: { partitions: 3, config: { segment.ms: 1000000 } }',
    ]
    const asked = ask('topic.yaml', topic)
    expect(asked?.brokerKeys).toContain('log.roll.ms')
    expect(asked?.topicKeys).toContain('segment.ms')
    expect(asked?.topics).toEqual(['orders'])
    expect(asked?.everyTopic).toBe(false)
  })

  it('is nothing where the file is not Kafka’s', () => {
    expect(ask('other.properties', ['group.name=1'])).toBeNull()
  })
})
