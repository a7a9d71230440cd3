import { kafkaNames, type DialectTable } from './table'

/** aiokafka 0.8 and later: arguments of `AIOKafkaConsumer`, `AIOKafkaProducer` and its admin client. Times in ms, sizes in bytes. */
export const aiokafka: DialectTable = {
  label: 'aiokafka',
  refusesUnknown: true,
  refusesLateHeartbeat: false,
  names: {
    ...kafkaNames(
      '_',
      `bootstrap.servers client.id group.id group.instance.id key.deserializer value.deserializer key.serializer
      value.serializer fetch.min.bytes fetch.max.bytes max.partition.fetch.bytes max.poll.records request.timeout.ms
      retry.backoff.ms auto.offset.reset enable.auto.commit auto.commit.interval.ms check.crcs metadata.max.age.ms
      partition.assignment.strategy max.poll.interval.ms rebalance.timeout.ms session.timeout.ms heartbeat.interval.ms
      security.protocol exclude.internal.topics connections.max.idle.ms isolation.level sasl.mechanism acks
      compression.type linger.ms partitioner max.request.size enable.idempotence transactional.id
      transaction.timeout.ms`,
    ),
    fetch_max_wait_ms: 'fetch.max.wait.ms',
    max_batch_size: 'batch.size',
    sasl_plain_username: 'sasl.username',
    sasl_plain_password: 'sasl.password',
  },
  ownOnly: [
    'loop',
    'consumer_timeout_ms',
    'api_version',
    'ssl_context',
    'send_backoff_ms',
    'sasl_kerberos_service_name',
    'sasl_kerberos_domain_name',
    'sasl_oauth_token_provider',
  ],
  defaults: {
    common: {
      'bootstrap.servers': 'localhost',
      'request.timeout.ms': '40000',
      'retry.backoff.ms': '100',
      'connections.max.idle.ms': '540000',
      'metadata.max.age.ms': '300000',
      'security.protocol': 'PLAINTEXT',
      'sasl.mechanism': 'PLAIN',
    },
    consumer: {
      'session.timeout.ms': '10000',
      'heartbeat.interval.ms': '3000',
      'max.poll.interval.ms': '300000',
      'fetch.max.wait.ms': '500',
      'fetch.min.bytes': '1',
      'fetch.max.bytes': '52428800',
      'max.partition.fetch.bytes': '1048576',
      'auto.offset.reset': 'latest',
      'enable.auto.commit': 'true',
      'auto.commit.interval.ms': '5000',
      'check.crcs': 'true',
      'isolation.level': 'read_uncommitted',
      'exclude.internal.topics': 'true',
    },
    producer: {
      acks: '1',
      'enable.idempotence': 'false',
      'linger.ms': '0',
      'batch.size': '16384',
      'compression.type': 'none',
      'max.request.size': '1048576',
      'transaction.timeout.ms': '60000',
    },
  },
}
