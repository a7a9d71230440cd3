import { describe, expect, it } from 'vitest'
import { applied, findings, found } from '../linting'
import { blocksOf, documentOf, lines, mended, written } from './structured'

const compose = 'docker-compose.yml'

function service(image: string, environment: readonly string[]): string {
  const all = ['services:', '  kafka:', `    image: ${image}`, '    environment:', ...environment]
  return `${all.join('\n')}\n`
}

describe('a compose file', () => {
  it('gives settings as a map or as a list', () => {
    const block = { 'num.network.threads': '0', listeners: 'PLAINTEXT://:9092' }
    const asMap = service('apache/kafka:3.9.0', [
      '      KAFKA_NUM_NETWORK_THREADS: 0',
      '      KAFKA_LISTENERS: PLAINTEXT://:9092',
      '      KAFKA_HEAP_OPTS: -Xmx1g',
    ])
    const asList = service('apache/kafka:3.9.0', [
      '    - KAFKA_NUM_NETWORK_THREADS=0',
      '    - "KAFKA_LISTENERS=PLAINTEXT://:9092"',
      "    - 'KAFKA_HEAP_OPTS=-Xmx1g'",
    ])
    expect(blocksOf(compose, asMap)).toEqual({ 'broker KAFKA_': block })
    expect(blocksOf(compose, asList)).toEqual({ 'broker KAFKA_': block })
    expect(written(compose, asMap)).toEqual([
      ['KAFKA_NUM_NETWORK_THREADS', '0'],
      ['KAFKA_LISTENERS', 'PLAINTEXT://:9092'],
    ])
    expect(written(compose, asList)).toEqual(written(compose, asMap))
    for (const text of [asMap, asList]) expect(found(compose, text)).toEqual(['5:value-out-of-range'])
  })

  it('may be told by its language alone', () => {
    const text = service('apache/kafka', ['      KAFKA_NUM_NETWORK_THREADS: 0'])
    expect(found('stack', text, { languageId: 'dockercompose' })).toHaveLength(1)
  })

  it('has a block for each service, and the release of each image', () => {
    const text = lines(`
      services:
        zookeeper:
          image: confluentinc/cp-zookeeper:7.0.0
          environment:
            ZOOKEEPER_CLIENT_PORT: 2181
        kafka:
          image: confluentinc/cp-kafka:5.5.0
          environment:
            KAFKA_BROKER_ID: 1
        connect:
          image: confluentinc/cp-kafka-connect:5.5.0
          environment:
            CONNECT_GROUP_ID: c
            CONNECT_CONSUMER_HEARTBEAT_INTERVAL_MS: 4000
            CONNECT_PRODUCER_ACKS: all
            CONNECT_LOG4J_ROOT_LOGLEVEL: INFO
        ksql:
          image: confluentinc/ksqldb-server:0.29.0
          environment:
            KSQL_BOOTSTRAP_SERVERS: kafka:9092
            KSQL_LISTENERS: http://0.0.0.0:8088
            KSQL_KSQL_STREAMS_COMMIT_INTERVAL_MS: 100
        ui:
          image: provectuslabs/kafka-ui
          environment:
            KAFKA_CLUSTERS_0_NAME: local
        app:
          build: .
          environment:
            KAFKA_BROKERS: kafka:9092
            KAFKA_MAX_POLL_RECORDS: 0
    `)
    expect(blocksOf(compose, text)).toEqual({
      'broker KAFKA_': { 'broker.id': '1' },
      'connect CONNECT_': { 'group.id': 'c' },
      'consumer CONNECT_consumer.': { 'heartbeat.interval.ms': '4000' },
      'producer CONNECT_producer.': { acks: 'all' },
      'other KSQL_': { 'bootstrap.servers': 'kafka:9092', listeners: 'http://0.0.0.0:8088' },
      'streams KSQL_ksql.streams.': { 'commit.interval.ms': '100' },
    })
    expect(documentOf(compose, text)?.blocks.map(({ kafkaVersion }) => kafkaVersion ?? null)).toEqual([
      2005,
      2005,
      2005,
      2005,
      null,
      null,
    ])
    // 2.5 has a session of 10 seconds; a person may know better.
    expect(found(compose, text)).toEqual(['14:heartbeat-above-third-of-session'])
    expect(found(compose, text, { kafkaVersion: '3.0' })).toEqual([])
  })

  it('may share variables by anchors', () => {
    const text = lines(`
      x-common: &common
        KAFKA_NUM_NETWORK_THREADS: 0
        KAFKA_NUM_IO_THREADS: 8
      services:
        kafka-1:
          image: apache/kafka:4.0.0
          environment:
            <<: *common
            KAFKA_NODE_ID: 1
        kafka-2:
          image: apache/kafka:4.0.0
          environment:
            KAFKA_NODE_ID: 2
            KAFKA_NUM_NETWORK_THREADS: 3
            <<: [*common]
        kafka-3:
          image: apache/kafka:4.0.0
          environment: *common
          deploy:
            replicas: 3
    `)
    expect(
      documentOf(compose, text)?.blocks.map(({ entries, replicas }) => [entries.length, replicas]),
    ).toEqual([
      [3, undefined],
      [3, undefined],
      [2, 3],
    ])
    // The line that two services share is reported once.
    expect(found(compose, text)).toEqual(['2:value-out-of-range'])
    expect(Object.values(mended(compose, text, 'value-out-of-range'))).toEqual([
      text.replace('THREADS: 0', 'THREADS: 1'),
    ])
  })

  it('leaves alone what it does not know', () => {
    expect(documentOf(compose, service('apache/kafka', ['      KAFKA_HEAP_OPTS: -Xmx1g']))).toBeNull()
    expect(documentOf(compose, 'services:\n  kafka:\n    image: apache/kafka\n')).toBeNull()
    expect(documentOf(compose, 'services: [kafka]\n')).toBeNull()
    const client = service('confluentinc/cp-kafka', [
      '      KAFKA_BROKER_ID: ignored',
      '      KAFKA_ZOOKEEPER_CONNECT: ignored',
    ])
    expect(documentOf(compose, client)).toBeNull()
    for (const value of ['${THREADS}', '$THREADS', '${THREADS:-0}', ''])
      expect(
        found(compose, service('apache/kafka', [`      KAFKA_NUM_NETWORK_THREADS: ${value}`])),
        value,
      ).toEqual([])
    expect(found(compose, service('apache/kafka', ['    - KAFKA_NUM_NETWORK_THREADS']))).toEqual([])
  })

  it('takes only true and false for truth values', () => {
    const lint = (value: string): string[] =>
      found(compose, service('apache/kafka', [`      KAFKA_AUTO_CREATE_TOPICS_ENABLE: ${value}`]))
    for (const value of ['true', 'False', '"true"']) expect(lint(value), value).toEqual([])
    for (const value of ['yes', 'on', '"yes"']) expect(lint(value), value).toEqual(['5:invalid-value-type'])
  })
})

describe('a Kubernetes file', () => {
  const deployment = lines(`
    apiVersion: apps/v1
    kind: StatefulSet
    spec:
      replicas: 3
      template:
        spec:
          initContainers:
            - name: wait
              image: busybox
              env:
                - name: KAFKA_X
                  value: a
          containers:
            - name: kafka
              image: apache/kafka:3.9.0
              env:
                - name: KAFKA_NUM_NETWORK_THREADS
                  value: "0"
                - name: KAFKA_NODE_ID
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.name
                - { name: KAFKA_NUM_IO_THREADS, value: '8' }
  `)

  it('gives settings by name and value', () => {
    expect(blocksOf('kafka.yaml', deployment)).toEqual({
      'broker KAFKA_': { 'num.network.threads': '0', 'node.id': null, 'num.io.threads': '8' },
    })
    const [block] = documentOf('kafka.yaml', deployment)?.blocks ?? []
    expect([block?.replicas, block?.kafkaVersion]).toEqual([3, 3009])
    expect(found('kafka.yaml', deployment)).toEqual(['17:value-out-of-range'])
  })

  it('may be one of several, or an item of a list', () => {
    const indented = deployment.replace(/^(?=.)/gm, '    ').replace('    apiVersion', '  - apiVersion')
    for (const [text, line] of [
      [`kind: Service\napiVersion: v1\n---\n${deployment}`, 20],
      [`kind: List\napiVersion: v1\nitems:\n${indented}`, 20],
    ] as const)
      expect(found('kafka.yaml', text)).toEqual([`${line}:value-out-of-range`])
  })

  it('may hold them in a config map', () => {
    const text = lines(`
      apiVersion: v1
      kind: ConfigMap
      data:
        CONNECT_BOOTSTRAP_SERVERS: kafka:9092
        CONNECT_OFFSET_STORAGE_TOPIC: offsets
        CONNECT_HEARTBEAT_INTERVAL_MS: "9000"
    `)
    expect(found('connect.yaml', text)).toEqual(['6:heartbeat-above-third-of-session'])
    expect(documentOf('x.yaml', text.replaceAll('CONNECT_', 'KAFKA_'))).toBeNull()
  })

  it('is mended with texts as values', () => {
    const text = lines(`
      apiVersion: apps/v1
      kind: Deployment
      spec:
        template:
          spec:
            containers:
              - image: confluentinc/cp-kafka-connect:7.5.0
                env:
                  - name: CONNECT_HEARTBEAT_INTERVAL_MS
                    value: "9000"
    `)
    expect(mended('connect.yaml', text, 'heartbeat-above-third-of-session')).toEqual({
      'Set heartbeat.interval.ms to 3333': text.replace('9000', '3333'),
      'Add session.timeout.ms=27000': `${text}            - name: CONNECT_SESSION_TIMEOUT_MS\n              value: "27000"\n`,
    })
  })
})

describe('fixes', () => {
  it('rename and set in a list', () => {
    const text = service('apache/kafka', [
      '      - "KAFKA_AUTO_CREATE_TOPICS_ENABLED=true"',
      '      - KAFKA_NUM_NETWORK_THREADS=0 # why',
    ])
    expect(Object.values(mended(compose, text, 'misspelled-key'))).toEqual([
      text.replace('ENABLED', 'ENABLE'),
    ])
    expect(Object.values(mended(compose, text, 'value-out-of-range'))).toEqual([
      text.replace('THREADS=0', 'THREADS=1'),
    ])
  })

  it('add beside, in the same form', () => {
    const add = (lineOf: string): string => {
      const text = service('confluentinc/cp-kafka-connect', [lineOf, '      # end'])
      const fixes = mended(compose, text, 'heartbeat-above-third-of-session')
      return fixes['Add session.timeout.ms=27000']?.split('\n').slice(4, -2).join('\n') ?? ''
    }
    expect(add('      CONNECT_HEARTBEAT_INTERVAL_MS: 9000 # why')).toBe(
      '      CONNECT_HEARTBEAT_INTERVAL_MS: 9000 # why\n      CONNECT_SESSION_TIMEOUT_MS: 27000',
    )
    expect(add('      "CONNECT_HEARTBEAT_INTERVAL_MS": "9000"')).toBe(
      '      "CONNECT_HEARTBEAT_INTERVAL_MS": "9000"\n      "CONNECT_SESSION_TIMEOUT_MS": "27000"',
    )
    expect(add('    -   CONNECT_HEARTBEAT_INTERVAL_MS=9000')).toBe(
      '    -   CONNECT_HEARTBEAT_INTERVAL_MS=9000\n    -   CONNECT_SESSION_TIMEOUT_MS=27000',
    )
    const worker = service('confluentinc/cp-kafka-connect', [
      '      CONNECT_CONSUMER_HEARTBEAT_INTERVAL_MS: 20000',
    ])
    expect(mended(compose, worker, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add session.timeout.ms=60000': `${worker}      CONNECT_CONSUMER_SESSION_TIMEOUT_MS: 60000\n`,
    })
  })

  it('write a truth value as a text, which every Compose takes', () => {
    const text = service('apache/kafka', ['      KAFKA_AUTO_CREATE_TOPICS_ENABLE: yes'])
    expect(Object.values(mended(compose, text, 'invalid-value-type'))).toEqual([
      text.replace('yes', '"true"'),
    ])
  })

  it('delete the earlier of two in Kubernetes with its name and its value', () => {
    const variable = (value: string): string =>
      `        - name: KAFKA_NODE_ID\n          # number ${value}\n          value: "${value}"\n`
    const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka\n      env:\n'
    const text = pod + variable('1') + variable('2')
    expect(Object.values(mended('pod.yaml', text, 'duplicate-key'))).toEqual([pod + variable('2')])
  })

  it('delete the earlier of two', () => {
    const text = service('apache/kafka', [
      '    - KAFKA_NODE_ID=1 # first',
      '    - KAFKA_NUM_IO_THREADS=8',
      '    - KAFKA_NODE_ID=2',
    ])
    const [finding] = findings(compose, text)
    expect(finding?.rule).toBe('duplicate-key')
    expect(applied(text, finding?.fixes[0])).toBe(text.replace('    - KAFKA_NODE_ID=1 # first\n', ''))
  })
})
