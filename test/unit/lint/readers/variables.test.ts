import { describe, expect, it } from 'vitest'
import { imageOf } from '../../../../src/lint/readers/environment/images'
import { keyOfVariable, namingOf, variableOfKey } from '../../../../src/lint/readers/environment/names'
import { commentsAside, found } from '../linting'
import { blocksOf, documentOf, lines, mended, written } from './structured'

const compose = 'docker-compose.yml'

describe('images', () => {
  it.each([
    ['apache/kafka:3.9.0', 'kafka', 3009],
    ['apache/kafka-native:4.1.0', 'kafka', 4001],
    ['apache/kafka', 'kafka', null],
    ['apache/kafka:latest', 'kafka', null],
    ['confluentinc/cp-kafka:7.5.1', 'kafka', 3005],
    ['confluentinc/cp-kafka:8.0.0', 'kafka', 4000],
    ['confluentinc/cp-kafka:6.2.1', 'kafka', 2008],
    ['confluentinc/cp-kafka:5.4.0-1-ubi8', 'kafka', 2004],
    ['confluentinc/cp-kafka:6.9.0', 'kafka', null],
    ['confluentinc/cp-server:7.9.0', 'kafka', 3009],
    ['confluentinc/cp-kafka:${CP_VERSION}', 'kafka', null],
    ['registry.example.com:5000/mirror/confluentinc/cp-kafka:7.5.0@sha256:abc', 'kafka', 3005],
    ['bitnami/kafka:3.7', 'bitnami', 3007],
    ['docker.io/bitnamilegacy/kafka:3.9.0-debian-12-r1', 'bitnami', 3009],
    ['wurstmeister/kafka:2.13-2.8.1', 'kafka', 2008],
    ['quay.io/debezium/kafka:2.7', 'kafka', null],
    ['confluentinc/cp-kafka-connect:7.4.0', 'connect', 3004],
    ['quay.io/debezium/connect:2.7', 'connect', null],
    ['confluentinc/ksqldb-server:0.29.0', 'ksqldb', null],
    ['provectuslabs/kafka-ui:latest', 'other', null],
    ['postgres:16', 'other', null],
  ])('%s holds %s %j', (image, product, kafkaVersion) => {
    expect(imageOf(image)).toEqual({ product, kafkaVersion })
  })

  it('decide which variables are settings', () => {
    const names = ['KAFKA_ADVERTISED_LISTENERS', 'KAFKA_BROKER_ID']
    expect(namingOf('kafka', names)?.prefix).toBe('KAFKA_')
    expect(namingOf('bitnami', ['KAFKA_CFG_NODE_ID'])?.prefix).toBe('KAFKA_CFG_')
    expect(namingOf('bitnami', ['KAFKA_ENABLE_KRAFT'])).toBeNull()
    expect(namingOf('other', ['KAFKA_CLUSTERS_0_NAME', 'KAFKA_BROKERS'])).toBeNull()
    // An image of one's own with a broker's variables is a broker.
    expect(namingOf(null, names)?.role).toBe('broker')
    expect(namingOf('other', ['CONNECT_OFFSET_STORAGE_TOPIC'])?.role).toBe('connect')
  })
})

describe('variables', () => {
  const naming = namingOf('kafka', [])
  if (naming === null) throw new Error('There is no naming of the Kafka image.')

  it.each([
    ['KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS', 'group.min.session.timeout.ms'],
    ['KAFKA_LISTENER_NAME_INTERNAL___A_SSL_KEYSTORE__X', 'listener.name.internal-a.ssl.keystore_x'],
  ])('%s is %s, and back', (name, key) => {
    expect(keyOfVariable(naming, name)).toBe(key)
    expect(variableOfKey(naming, key)).toBe(name)
  })

  it.each([
    'KAFKA_HEAP_OPTS',
    'KAFKA_OPTS',
    'KAFKA_JMX_PORT',
    'KAFKA_JMX_OPTS',
    'KAFKA_LOG4J_ROOT_LOGLEVEL',
    'KAFKA_LOG4J_LOGGERS',
    'KAFKA_TOOLS_LOG4J_LOGLEVEL',
    'KAFKA_JVM_PERFORMANCE_OPTS',
    'KAFKA_CREATE_TOPICS',
    'KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS',
    'KAFKA_SSL_KEYSTORE_FILENAME',
    'KAFKA_SSL_KEY_CREDENTIALS',
    'KAFKA_',
    'CLUSTER_ID',
    'kafka_broker_id',
    'ALLOW_PLAINTEXT_LISTENER',
  ])('%s is no setting', (name) => {
    expect(keyOfVariable(naming, name)).toBeNull()
  })

  it('that are settings and look alike are not left out', () => {
    expect(keyOfVariable(naming, 'KAFKA_LOG_DIRS')).toBe('log.dirs')
    expect(keyOfVariable(naming, 'KAFKA_SSL_KEYSTORE_LOCATION')).toBe('ssl.keystore.location')
  })
})

describe('Spring’s properties as variables', () => {
  const text = lines(`
    services:
      orders:
        image: example/orders:1.0
        environment:
          SPRING_KAFKA_BOOTSTRAPSERVERS: kafka:9092
          SPRING_KAFKA_CONSUMER_AUTO_OFFSET_RESET: earliest
          SPRING_KAFKA_CONSUMER_HEARTBEATINTERVAL: 40s
          SPRING_KAFKA_CONSUMER_PROPERTIES_MAX_POLL_INTERVAL_MS: 300000
          SPRING_KAFKA_PRODUCER_SSL_TRUST_STORE_LOCATION: /t
          SPRING_KAFKA_LISTENER_ACK_MODE: manual
          SPRING_DATASOURCE_URL: jdbc:h2:mem:test
  `)

  it('are read as Boot binds them', () => {
    expect(blocksOf(compose, text)).toEqual({
      'client spring.kafka.': { 'bootstrap.servers': 'kafka:9092' },
      'consumer spring.kafka.consumer.': {
        'auto.offset.reset': 'earliest',
        'heartbeat.interval.ms': '40000',
        'max.poll.interval.ms': '300000',
      },
      'producer spring.kafka.producer.': { 'ssl.truststore.location': '/t' },
      other: { 'spring.kafka.listener.ack-mode': 'manual' },
    })
  })

  it('are mended in the same form', () => {
    expect(mended(compose, text, 'heartbeat-above-third-of-session')).toEqual({
      'Set heartbeat.interval.ms to 15000': text.replace('40s', '15000'),
      'Add session.timeout.ms=120000': text.replace(
        '40s\n',
        '40s\n      SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS: 120000\n',
      ),
    })
  })
})

describe('a file of variables', () => {
  const text = lines(`
    # a broker
    KAFKA_PROCESS_ROLES=broker,controller # both
    export KAFKA_NUM_NETWORK_THREADS="0"
    KAFKA_LOG_DIRS='/var/lib/kafka data'
    KAFKA_HEAP_OPTS=-Xmx1g
    COMPOSE_PROJECT_NAME=kafka
    KAFKA_NUM_IO_THREADS=
    KAFKA_SUPER_USERS="User:a\\"b"
  `)

  it('is read where its variables are a broker’s beyond doubt', () => {
    for (const name of ['.env', 'kafka.env', '.env.local'])
      expect(blocksOf(name, text)).toEqual({
        'broker KAFKA_': {
          'process.roles': 'broker,controller',
          'num.network.threads': '0',
          'log.dirs': '/var/lib/kafka data',
          'num.io.threads': '',
          'super.users': 'User:a\\"b',
        },
      })
    expect(written('.env', text).slice(0, 3)).toEqual([
      ['KAFKA_PROCESS_ROLES', 'broker,controller'],
      ['KAFKA_NUM_NETWORK_THREADS', '"0"'],
      ['KAFKA_LOG_DIRS', "'/var/lib/kafka data'"],
    ])
    expect(documentOf('.env', 'KAFKA_BROKERS=kafka:9092\nKAFKA_MAX_POLL_RECORDS=0')).toBeNull()
    expect(documentOf('env.txt', text)).toBeNull()
    expect(found('x', text, { languageId: 'dotenv' })).toEqual([
      '3:value-out-of-range',
      '7:invalid-value-type',
    ])
    expect(
      found('.env', `# lagline-disable-next-line value-out-of-range\n${text}`, commentsAside),
    ).toHaveLength(2)
    expect(found('.env', `# lagline-disable value-out-of-range\n${text}`)).toHaveLength(1)
  })

  it('is mended as it is written', () => {
    expect(Object.values(mended('.env', text, 'value-out-of-range'))).toEqual([text.replace('"0"', '"1"')])
    const worker = 'CONNECT_CONFIG_STORAGE_TOPIC=c\r\nCONNECT_HEARTBEAT_INTERVAL_MS=9000'
    expect(mended('.env', worker, 'heartbeat-above-third-of-session')).toEqual({
      'Set heartbeat.interval.ms to 3333': worker.replace('9000', '3333'),
      'Add session.timeout.ms=27000': `${worker}\r\nCONNECT_SESSION_TIMEOUT_MS=27000`,
    })
    const typo = 'KAFKA_PROCESS_ROLES=broker\nKAFKA_AUTO_CREATE_TOPICS_ENABLED=true\n'
    expect(Object.values(mended('.env', typo, 'misspelled-key'))).toEqual([typo.replace('ENABLED', 'ENABLE')])
  })
})
