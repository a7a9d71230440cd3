import { describe, expect, it } from 'vitest'
import { createLinter, type KeyDescription, type LintInput } from '../../../src/lint/index'
import { codeReaders } from '../../../src/lint/readers/code/index'
import { structuredReaders } from '../../../src/lint/readers/structured'
import { linterTexts } from '../../../src/model/texts/lint'
import { englishFormat, sayWith } from '../../../src/model/text'

const linter = createLinter([...structuredReaders, ...codeReaders])
const say = sayWith(linterTexts, englishFormat('UTC'))

/** Describes the key at `|` in the text. */
function at(fileName: string, marked: string, more: Partial<LintInput> = {}): KeyDescription | null {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  return linter.describe({ fileName, text, ...more }, offset)
}

function linesOf(described: KeyDescription | null): string[] {
  return described === null ? [] : described.facts.map(say)
}

describe('describing a key', () => {
  it('tells what it does, its type, default, values, and where to read on', () => {
    const found = at('consumer.properties', 'bootstrap.servers=b:1\nauto.offset|.reset=latest\n')
    expect(found?.key).toBe('auto.offset.reset')
    expect(found?.range).toEqual({ start: 22, end: 39 })
    expect(found?.meaning && say(found.meaning)).toMatch(/^Where a group begins/)
    expect(linesOf(found)).toEqual([
      'Type: text',
      'Default in Kafka 4.3: latest',
      'Valid values: latest, earliest, none, by_duration:PnDTnHnMn.nS',
    ])
    expect(found?.link).toBe('https://kafka.apache.org/documentation/#consumerconfigs_auto.offset.reset')
  })

  it('tells defaults of the file’s release and what they were before', () => {
    const text = 'bootstrap.servers=b:1\nsession|.timeout.ms=9000\n'
    expect(linesOf(at('consumer.properties', text))).toEqual([
      'Type: milliseconds',
      'Default in Kafka 4.3: 45000',
      'Before Kafka 3.0 the default was 10000',
    ])
    expect(linesOf(at('consumer.properties', text, { kafkaVersion: '2.8' }))).toContain(
      'Default in Kafka 2.8: 10000',
    )
  })

  it('tells releases: since when, deprecated, gone', () => {
    const since = at('consumer.properties', 'bootstrap.servers=b:1\ngroup.pro|tocol=consumer\n')
    expect(linesOf(since)).toContain('Since Kafka 3.7')
    const gone = at('server.properties', 'process.roles=broker\nzookeeper.conn|ect=z:2181\n')
    expect(linesOf(gone)).toContain('Removed in Kafka 4.0')
    const old = at('server.properties', 'broker.i|d=1\nlog.dirs=/d\n', { kafkaVersion: '4.4' })
    expect(linesOf(old)).toContain('Deprecated since Kafka 4.4; use node.id')
  })

  it('reads the key of a prefix as that of its client', () => {
    const found = at('streams.properties', 'application.id=a\nconsumer.max.poll.rec|ords=5\n')
    expect(found?.key).toBe('max.poll.records')
    expect(linesOf(found)).toContain('Default that the framework gives: 1000')
    expect(found?.link).toContain('#consumerconfigs_max.poll.records')
  })

  it('knows Spring’s names, in YAML and in properties', () => {
    const yaml = 'spring:\n  kafka:\n    consumer:\n      max-poll|-records: 50\n'
    expect(at('application.yml', yaml)?.key).toBe('max.poll.records')
    const flat = 'spring.kafka.consumer.enable-auto|-commit=true\n'
    const found = at('application.properties', flat)
    expect(found?.key).toBe('enable.auto.commit')
    expect(linesOf(found)).toContain('Default that the framework gives: false')
  })

  it('knows variables of containers, settings of connectors and resources of Strimzi', () => {
    const compose =
      'services:\n  b:\n    image: apache/kafka:3.9.0\n    environment:\n      KAFKA_MIN_INSYNC|_REPLICAS: 1\n'
    const found = at('docker-compose.yml', compose)
    expect(found?.key).toBe('min.insync.replicas')
    expect(linesOf(found)).toContain('Default in Kafka 3.9: 1')
    const connector = '{"name": "c", "config": {"connector.class": "X", "tasks|.max": "1"}}'
    expect(at('c.json', connector)?.key).toBe('tasks.max')
    const topic =
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: {name: t}\nspec:\n  config:\n    retention|.ms: 5\n'
    expect(at('t.yaml', topic)?.link).toBe(
      'https://kafka.apache.org/documentation/#topicconfigs_retention.ms',
    )
  })

  it('knows constants in Java, and names and defaults of other clients', () => {
    const java =
      'import org.apache.kafka.clients.consumer.*;\nclass A { void a() { var p = new java.util.Properties();\n' +
      'p.put(ConsumerConfig.GROUP_ID_CONFIG, "g");\np.put(ConsumerConfig.MAX_POLL|_RECORDS_CONFIG, 5);\n' +
      'new KafkaConsumer<String, String>(p); } }\n'
    expect(at('A.java', java)?.key).toBe('max.poll.records')
    const python =
      "from confluent_kafka import Consumer\nc = Consumer({'bootstrap.servers': 'b', 'enable.auto|.commit': True})\n"
    expect(linesOf(at('a.py', python))).toContain('Default in librdkafka: true')
    const node =
      "const { Kafka } = require('kafkajs')\nconst k = new Kafka({ brokers: ['b:1'] })\n" +
      "k.consumer({ groupId: 'g', sessionTime|out: 3000 })\n"
    const kafkajs = at('a.js', node)
    expect(kafkajs?.key).toBe('sessionTimeout')
    expect(linesOf(kafkajs)).toContain('Default in kafkajs: 30000')
    expect(kafkajs?.link).toBe('https://kafka.js.org/docs/configuration')
  })

  it('tells durations of Go with their unit', () => {
    const go =
      'package main\n\nimport "github.com/IBM/sarama"\n\nfunc main() {\n\tc := sarama.NewConfig()\n' +
      '\tc.Consumer.Group.Session.Time|out = 30 * time.Second\n}\n'
    expect(linesOf(at('a.go', go))).toEqual(['Type: duration with its unit', 'Default in sarama: 10000 ms'])
  })

  it('tells what a connected cluster has', () => {
    const snapshot = {
      broker: { 'group.min.session.timeout.ms': '6000', 'group.max.session.timeout.ms': '1800000' },
      topics: {},
      groups: {},
      brokerRacks: [],
    }
    const text = 'bootstrap.servers=b:1\nsession.timeout.ms=9|000\n'
    const found = at('consumer.properties', text, { snapshot, clusterName: 'prod' })
    expect(linesOf(found).slice(-2)).toEqual([
      'On prod: group.min.session.timeout.ms is 6000',
      'On prod: group.max.session.timeout.ms is 1800000',
    ])
    expect(found?.range).toEqual({ start: 41, end: 45 })
  })

  it('tells what a topic of a connected cluster has, or else its brokers', () => {
    const of = (name: string) => {
      const lines = [
        'apiVersion: kafka.strimzi.io/v1',
        'kind: KafkaTopic',
        'metadata: { name: orders }',
        `spec: { ${name}config: { segment|.ms: 1000000 } }`,
      ]
      const snapshot = {
        broker: { 'log.roll.ms': '5' },
        topics: { orders: { partitions: 1, replicationFactor: 1, config: { 'segment.ms': '7' } } },
        groups: {},
        brokerRacks: [],
      }
      return linesOf(at('topic.yaml', lines.join('\n'), { snapshot, clusterName: 'prod' })).slice(-1)
    }
    expect(of('')).toEqual(['On prod, topic orders: segment.ms is 7'])
    expect(of('topicName: bills, ')).toEqual(['On prod: log.roll.ms is 5'])
  })

  it('says nothing of other keys, of comments and of other files', () => {
    expect(at('consumer.properties', 'bootstrap.servers=b:1\nmy.ow|n=1\n')).toBeNull()
    expect(at('consumer.properties', 'bootstrap.servers=b:1\n# group.i|d\n')).toBeNull()
    expect(at('other.properties', 'group|.name=1\n')).toBeNull()
  })
})
