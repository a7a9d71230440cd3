import { kafkaNames, type DialectTable } from './table'

/** Settings whose name is Kafka's with `_` for each dot. */
const sameNames = `bootstrap.servers client.id group.id group.instance.id fetch.min.bytes fetch.max.bytes
max.partition.fetch.bytes request.timeout.ms retry.backoff.ms reconnect.backoff.ms reconnect.backoff.max.ms
max.in.flight.requests.per.connection auto.offset.reset enable.auto.commit auto.commit.interval.ms check.crcs
isolation.level allow.auto.create.topics metadata.max.age.ms partition.assignment.strategy max.poll.records
max.poll.interval.ms session.timeout.ms heartbeat.interval.ms receive.buffer.bytes send.buffer.bytes
connections.max.idle.ms security.protocol sasl.mechanism exclude.internal.topics key.serializer value.serializer
key.deserializer value.deserializer acks enable.idempotence transactional.id transaction.timeout.ms delivery.timeout.ms
compression.type retries batch.size linger.ms partitioner buffer.memory max.block.ms max.request.size client.rack
default.api.timeout.ms socket.connection.setup.timeout.ms socket.connection.setup.timeout.max.ms
metrics.num.samples metrics.sample.window.ms client.dns.lookup`

/** kafka-python 2.3 and 3 (`KafkaConsumer.DEFAULT_CONFIG`, `KafkaProducer.DEFAULT_CONFIG`). Times in ms, sizes in bytes. */
export const kafkaPython: DialectTable = {
  label: 'kafka-python',
  refusesUnknown: true,
  refusesLateHeartbeat: true,
  names: {
    ...kafkaNames('_', sameNames),
    fetch_max_wait_ms: 'fetch.max.wait.ms',
    sasl_plain_username: 'sasl.username',
    sasl_plain_password: 'sasl.password',
    // A truth value here: whether the broker's name is checked.
    ssl_check_hostname: 'ssl.endpoint.identification.algorithm',
  },
  ownOnly: [
    'default_offset_commit_callback',
    'consumer_timeout_ms',
    'socket_options',
    'sock_chunk_bytes',
    'ssl_context',
    'ssl_cafile',
    'ssl_certfile',
    'ssl_keyfile',
    'ssl_crlfile',
    'ssl_password',
    'ssl_ciphers',
    'api_version',
    'api_version_auto_timeout_ms',
    'bootstrap_timeout_ms',
    'metric_reporters',
    'metrics_enabled',
    'metric_group_prefix',
    'selector',
    'sasl_kerberos_name',
    'sasl_kerberos_service_name',
    'sasl_kerberos_domain_name',
    'sasl_oauth_token_provider',
    'socks5_proxy',
    'proxy_url',
    'kafka_client',
    'legacy_iterator',
    'state_change_callback',
    'wakeup_timeout_ms',
    'allow_auto_create_topics',
    'raise_upon_socket_err_during_wakeup',
  ],
  defaults: {
    common: {
      'bootstrap.servers': 'localhost',
      'request.timeout.ms': '30000',
      'retry.backoff.ms': '100',
      'reconnect.backoff.ms': '50',
      'reconnect.backoff.max.ms': '30000',
      'connections.max.idle.ms': '540000',
      'metadata.max.age.ms': '300000',
      'security.protocol': 'PLAINTEXT',
      'ssl.endpoint.identification.algorithm': 'https',
      'max.in.flight.requests.per.connection': '5',
    },
    consumer: {
      'session.timeout.ms': '45000',
      'heartbeat.interval.ms': '3000',
      'max.poll.interval.ms': '300000',
      'max.poll.records': '500',
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
      acks: 'all',
      'enable.idempotence': 'true',
      retries: '2147483647',
      'linger.ms': '0',
      'batch.size': '16384',
      'buffer.memory': '33554432',
      'max.block.ms': '60000',
      'max.request.size': '1048576',
      'delivery.timeout.ms': '120000',
      'transaction.timeout.ms': '60000',
    },
  },
}
