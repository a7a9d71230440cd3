import { describe, expect, it } from 'vitest'
import { applyEdits, createLinter, type Completion, type LintInput } from '../../../src/lint/index'
import { codeReaders } from '../../../src/lint/readers/code/index'
import { structuredReaders } from '../../../src/lint/readers/structured'

const linter = createLinter([...structuredReaders, ...codeReaders])

/** What is offered at `|`. */
function offered(
  fileName: string,
  languageId: string,
  marked: string,
  more: Partial<LintInput> = {},
): Completion[] {
  const text = marked.replace('|', '')
  return linter.complete({ fileName, languageId, text, ...more }, marked.indexOf('|'))
}

function labels(fileName: string, languageId: string, marked: string): string[] {
  return offered(fileName, languageId, marked).map(({ label }) => label)
}

/** The text after the choice of `label` at `|`. */
function chosen(fileName: string, languageId: string, marked: string, label: string): string {
  const found = offered(fileName, languageId, marked).find((item) => item.label === label)
  return found === undefined ? `${label} is not offered` : applyEdits(marked.replace('|', ''), [found.edit])
}

describe('completion in .properties', () => {
  const head = 'bootstrap.servers=b:1\n'

  it('offers keys of the role that are not set, over what is written', () => {
    const found = labels('consumer.properties', 'properties', `${head}group.id=g\nma|`)
    expect(found).toContain('max.poll.records')
    expect(found).not.toContain('group.id')
    expect(found).not.toContain('linger.ms')
    expect(chosen('consumer.properties', 'properties', `${head}max.p|\n`, 'max.poll.records')).toBe(
      `${head}max.poll.records=\n`,
    )
    expect(chosen('consumer.properties', 'properties', `${head}max.p|oll=5\n`, 'max.poll.records')).toBe(
      `${head}max.poll.records=5\n`,
    )
  })

  it('offers keys behind the prefix of a client', () => {
    const text = 'application.id=a\nbootstrap.servers=b:1\nconsumer.max.p|\n'
    expect(chosen('streams.properties', 'properties', text, 'max.poll.records')).toContain(
      '\nconsumer.max.poll.records=\n',
    )
  })

  it('offers keys of the release alone', () => {
    const at = (kafkaVersion: string): string[] =>
      offered('consumer.properties', 'properties', `${head}gr|`, { kafkaVersion }).map(({ label }) => label)
    expect(at('4.0')).toContain('group.protocol')
    expect(at('3.0')).not.toContain('group.protocol')
  })

  it('offers values: the default first, words, booleans, classes', () => {
    expect(labels('consumer.properties', 'properties', `${head}auto.offset.reset=|\n`)).toEqual([
      'latest',
      'earliest',
      'none',
      'by_duration:PT1H',
    ])
    expect(labels('consumer.properties', 'properties', `${head}enable.auto.commit=|`)).toEqual([
      'true',
      'false',
    ])
    const line = `${head}key.deserializer=String|\n`
    const name = 'org.apache.kafka.common.serialization.StringDeserializer'
    expect(chosen('consumer.properties', 'properties', line, name)).toBe(`${head}key.deserializer=${name}\n`)
    expect(labels('consumer.properties', 'properties', `${head}partition.assignment.strategy=|`)).toContain(
      'org.apache.kafka.clients.consumer.CooperativeStickyAssignor',
    )
  })

  it('offers nothing in comments and in files of others', () => {
    expect(labels('consumer.properties', 'properties', `${head}# gr|\n`)).toEqual([])
    expect(labels('messages.properties', 'properties', 'title=T\ngr|\n')).toEqual([])
  })
})

describe('completion in Spring', () => {
  it('offers Boot’s names and properties in YAML', () => {
    const text = 'spring:\n  kafka:\n    consumer:\n      group-id: g\n      max|\n'
    const found = labels('application.yml', 'yaml', text)
    expect(found).toContain('max-poll-records')
    expect(found).toContain('properties.session.timeout.ms')
    expect(found).not.toContain('group-id')
    expect(chosen('application.yml', 'yaml', text, 'max-poll-records')).toBe(
      'spring:\n  kafka:\n    consumer:\n      group-id: g\n      max-poll-records: \n',
    )
  })

  it('offers Kafka’s keys below properties, and values', () => {
    const below = 'spring:\n  kafka:\n    consumer:\n      properties:\n        ses|\n'
    expect(chosen('application.yml', 'yaml', below, 'session.timeout.ms')).toBe(
      below.replace('ses|', 'session.timeout.ms: '),
    )
    const value = 'spring:\n  kafka:\n    consumer:\n      auto-offset-reset: |\n'
    expect(chosen('application.yml', 'yaml', value, 'earliest')).toBe(value.replace('|', 'earliest'))
  })

  it('offers Boot’s names in properties', () => {
    const text = 'spring.kafka.bootstrap-servers=b:1\nspring.kafka.consumer.au|\n'
    expect(chosen('application.properties', 'properties', text, 'auto-offset-reset')).toBe(
      'spring.kafka.bootstrap-servers=b:1\nspring.kafka.consumer.auto-offset-reset=\n',
    )
  })
})

describe('completion in environments', () => {
  const map = 'services:\n  b:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_NODE_ID: 1\n'

  it('offers variables in a map and in a list', () => {
    expect(chosen('docker-compose.yml', 'yaml', `${map}      KAFKA_MIN|\n`, 'min.insync.replicas')).toBe(
      `${map}      KAFKA_MIN_INSYNC_REPLICAS: \n`,
    )
    const list = map.replace('      KAFKA_NODE_ID: 1\n', '      - KAFKA_NODE_ID=1\n      - KAFKA_MIN|\n')
    expect(chosen('docker-compose.yml', 'yaml', list, 'min.insync.replicas')).toContain(
      '      - KAFKA_MIN_INSYNC_REPLICAS=\n',
    )
  })

  it('offers values', () => {
    const text = `${map}      KAFKA_AUTO_CREATE_TOPICS_ENABLE: |\n`
    expect(labels('docker-compose.yml', 'yaml', text)).toEqual(['true', 'false'])
  })
})

describe('completion in code', () => {
  const java = (line: string): string =>
    'import org.apache.kafka.clients.consumer.*;\nclass A { void a() { var p = new java.util.Properties();\n' +
    `p.put("bootstrap.servers", "b:1");\n${line}\nnew KafkaConsumer<String, String>(p); } }\n`

  it('offers keys and values in put(…)', () => {
    expect(chosen('A.java', 'java', java('p.put("max|", 5);'), 'max.poll.records')).toBe(
      java('p.put("max.poll.records", 5);'),
    )
    const value = java('p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "|");')
    expect(chosen('A.java', 'java', value, 'earliest')).toBe(value.replace('|', 'earliest'))
  })

  it('offers the names of kafkajs', () => {
    const text = (line: string): string =>
      "const { Kafka } = require('kafkajs')\nconst k = new Kafka({ brokers: ['b:1'] })\n" +
      `k.consumer({ groupId: 'g', ${line} })\n`
    expect(chosen('a.js', 'javascript', text('sess|'), 'sessionTimeout')).toBe(text('sessionTimeout: '))
  })

  it('offers librdkafka’s keys in Python', () => {
    const text = (key: string): string =>
      `from confluent_kafka import Consumer\nc = Consumer({'bootstrap.servers': 'b', '${key}': 1})\n`
    expect(chosen('a.py', 'python', text('stat|'), 'statistics.interval.ms')).toBe(
      text('statistics.interval.ms'),
    )
  })
})
