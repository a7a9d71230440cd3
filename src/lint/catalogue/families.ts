/** Keys that Kafka's configuration reference does not list but that belong in Kafka's files all the same. */

/** Names of the Scala clients before 0.11. librdkafka keeps several of them alive. */
export const legacyClientKeys: ReadonlySet<string> = new Set([
  'zookeeper.connect',
  'auto.commit.enable',
  'metadata.broker.list',
  'request.required.acks',
  'serializer.class',
  'producer.type',
  'compression.codec',
  'fetch.message.max.bytes',
  'fetch.wait.max.ms',
  'consumer.timeout.ms',
  'rebalance.max.retries',
  'offsets.storage',
  'block.on.buffer.full',
  'metadata.fetch.timeout.ms',
])

/** Keys read outside the `ConfigDef` of a role: the authorizer's, the standalone worker's, MirrorMaker's. */
const others: ReadonlySet<string> = new Set([
  'allow.everyone.if.no.acl.found',
  'super.users',
  'offset.storage.file.filename',
  'use.latest.version',
  'auto.register.schemas',
  'specific.avro.reader',
  'topic',
  'topics',
  'topics.regex',
  'file',
  'clusters',
  // Beside the settings of a topic that Strimzi keeps.
  'partitions',
])

/** Families whose members are named by plug-ins, listeners, aliases or other products. */
const prefixes = [
  'schema.registry.',
  'basic.auth.',
  'bearer.auth.',
  'use.latest.',
  'auto.register.',
  'spring.json.',
  'spring.deserializer.',
  'config.providers.',
  'listener.name.',
  'listeners.https.',
  'admin.listeners.',
  'key.converter.',
  'value.converter.',
  'header.converter.',
  'transforms.',
  'predicates.',
  'topic.creation.',
  'ksql.',
  'kafka.metrics.',
  'kafka.csv.metrics.',
  'kafka.graphite.metrics.',
  'metrics.jmx.',
  'metrics.context.',
  'metric.reporters.',
  'confluent.',
  'cruise.control.',
  'strimzi.',
  'authorizer.',
  'rsm.config.',
  'rlmm.config.',
  'remote.log.metadata.',
  'client.quota.callback.',
  'log4j.',
  'schemas.',
]
const suffixes = ['.subject.name.strategy']

const firstLetters = new Set(prefixes.map((prefix) => prefix.charCodeAt(0)))

/** Whether the key belongs to a family that no catalogue can list. */
export function isExtensionKey(key: string): boolean {
  if (others.has(key) || legacyClientKeys.has(key)) return true
  if (firstLetters.has(key.charCodeAt(0)) && prefixes.some((prefix) => key.startsWith(prefix))) return true
  return suffixes.some((suffix) => key.endsWith(suffix))
}

/** What a key may carry in front of a client's own name in Streams, Connect and connector settings. */
export const clientPrefixes: readonly string[] = [
  'main.consumer.',
  'restore.consumer.',
  'global.consumer.',
  'consumer.override.',
  'producer.override.',
  'admin.override.',
  'consumer.',
  'producer.',
  'admin.',
  'topic.',
]

/** Keys that only librdkafka has and that tell its files apart from Java's. */
export const librdkafkaOnlyKeys: ReadonlySet<string> = new Set([
  'sasl.mechanisms',
  'sasl.username',
  'sasl.password',
  'enable.ssl.certificate.verification',
  'ssl.ca.location',
  'statistics.interval.ms',
  'message.timeout.ms',
  'enable.auto.offset.store',
])

/** Keys that only the Java clients have. */
export function isJavaOnlyKey(key: string): boolean {
  return (
    key.endsWith('.serializer') ||
    key.endsWith('.deserializer') ||
    key === 'sasl.jaas.config' ||
    key.startsWith('ssl.truststore.')
  )
}
