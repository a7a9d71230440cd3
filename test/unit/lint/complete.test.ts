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

  it('puts what Kafka calls important first, and strikes out what it advises against', () => {
    const keys = offered('server.properties', 'properties', 'process.roles=broker\nlog.dirs=/d\n|\n', {
      kafkaVersion: '4.4',
    })
    const rankOf = (key: string): number | undefined => keys.find(({ label }) => label === key)?.rank
    expect(rankOf('node.id')).toBe(0)
    expect(rankOf('sasl.login.retry.backoff.ms')).toBe(2)
    expect(
      keys
        .filter(({ deprecated }) => deprecated)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(['broker.id', 'group.coordinator.rebalance.protocols', 'log.cleaner.enable'])
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

  it('offers the groups below spring.kafka, and Spring’s own settings with their words', () => {
    const yaml = 'spring:\n  kafka:\n    consumer:\n      group-id: g\n    |\n'
    expect(chosen('application.yml', 'yaml', yaml, 'listener')).toBe(yaml.replace('|', 'listener:'))
    expect(labels('application.yml', 'yaml', yaml)).not.toContain('consumer')
    const flat = 'spring.kafka.client-id=c\nspring.kafka.con|\n'
    expect(chosen('application.properties', 'properties', flat, 'consumer')).toContain(
      '\nspring.kafka.consumer.\n',
    )
    const below = 'spring:\n  kafka:\n    listener:\n      ack|\n'
    expect(chosen('application.yml', 'yaml', below, 'ack-mode')).toBe(below.replace('ack|', 'ack-mode: '))
    expect(labels('application.yml', 'yaml', below.replace('ack|', 'ack-mode: |'))).toContain(
      'manual_immediate',
    )
  })

  it('offers what Spring gives its consumers first', () => {
    const line = 'spring:\n  kafka:\n    consumer:\n      enable-auto-commit: |\n'
    expect(labels('application.yml', 'yaml', line)).toEqual(['false', 'true'])
  })

  it('offers Boot’s names in properties', () => {
    const text = 'spring.kafka.bootstrap-servers=b:1\nspring.kafka.consumer.au|\n'
    expect(chosen('application.properties', 'properties', text, 'auto-offset-reset')).toBe(
      'spring.kafka.bootstrap-servers=b:1\nspring.kafka.consumer.auto-offset-reset=\n',
    )
  })
})

describe('completion in environments', () => {
  const variable = 'KAFKA_MIN_INSYNC_REPLICAS'
  const map = 'services:\n  b:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_NODE_ID: 1\n'

  it('offers variables in a map and in a list', () => {
    for (const begun of ['KAFKA_MIN', 'MIN', 'K', ''])
      expect(chosen('docker-compose.yml', 'yaml', `${map}      ${begun}|\n`, variable)).toBe(
        `${map}      KAFKA_MIN_INSYNC_REPLICAS: \n`,
      )
    const list = map.replace('      KAFKA_NODE_ID: 1\n', '      - KAFKA_NODE_ID=1\n      - KAFKA_MIN|\n')
    for (const begun of ['- KAFKA_MIN', '- min', '- '])
      expect(chosen('docker-compose.yml', 'yaml', list.replace('- KAFKA_MIN', begun), variable)).toContain(
        '      - KAFKA_MIN_INSYNC_REPLICAS=\n',
      )
    expect(offered('docker-compose.yml', 'yaml', list).find(({ label }) => label === variable)?.kafka).toBe(
      'min.insync.replicas',
    )
  })

  it('offers variables in Kubernetes and in .env', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: k\n      image: apache/kafka:4.0.0\n      env:\n' +
      '        - name: KAFKA_NODE_ID\n          value: "1"\n        - name: |\n'
    expect(chosen('k.yaml', 'yaml', pod, variable)).toContain('        - name: KAFKA_MIN_INSYNC_REPLICAS\n')
    const env = 'KAFKA_PROCESS_ROLES=broker\nKAFKA_MIN|\n'
    expect(chosen('.env', 'dotenv', env, variable)).toContain('\nKAFKA_MIN_INSYNC_REPLICAS=\n')
  })

  it('offers nothing beside the environment', () => {
    expect(labels('docker-compose.yml', 'yaml', `${map}    po|\n`)).toEqual([])
  })

  it('offers values', () => {
    const text = `${map}      KAFKA_AUTO_CREATE_TOPICS_ENABLE: |\n`
    expect(labels('docker-compose.yml', 'yaml', text)).toEqual(['true', 'false'])
  })
})

describe('completion in Connect’s JSON and Quarkus', () => {
  const connector = (line: string): string =>
    `{\n  "name": "c",\n  "config": {\n    "connector.class": "X",\n    ${line}\n  }\n}\n`

  it('offers keys of a property that is only begun, and values', () => {
    expect(chosen('c.json', 'json', connector('ta|'), 'tasks.max')).toBe(connector('"tasks.max": '))
    expect(chosen('c.json', 'json', connector('"ta|"'), 'tasks.max')).toBe(connector('"tasks.max"'))
    expect(chosen('c.json', 'json', connector('"ta|'), 'tasks.max')).toBe(connector('"tasks.max": '))
    expect(chosen('c.json', 'json', connector('"errors.tolerance": |'), 'all')).toBe(
      connector('"errors.tolerance": "all"'),
    )
  })

  it('offers keys of a channel', () => {
    const text = 'mp.messaging.incoming.in.connector=smallrye-kafka\nmp.messaging.incoming.in.|\n'
    expect(chosen('application.properties', 'properties', text, 'max.poll.records')).toContain(
      '\nmp.messaging.incoming.in.max.poll.records=\n',
    )
  })
})
