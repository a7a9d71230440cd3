import { constraintIn, defaultIn, type KeyFacts } from '../catalogue/catalogue'
import { kafkaClasses } from '../catalogue/classes'
import { BY_DURATION, byDurationSince, retiredValues } from '../catalogue/corrections'
import { ownDefault, tableOf } from '../catalogue/dialects/dialects'
import type { KnownKeys } from '../catalogue/known-keys'
import type { KafkaVersion } from '../catalogue/versions'
import type { Block } from '../document'

const mechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER', 'GSSAPI']
const offsetResets = ['earliest', 'latest', 'none']
/** Values of keys for which the reference has no list. */
const more: Readonly<Record<string, readonly string[]>> = {
  'sasl.mechanism': mechanisms,
  'sasl.mechanisms': mechanisms,
  'auto.offset.reset': offsetResets,
  'ssl.endpoint.identification.algorithm': ['https'],
  'ssl.enabled.protocols': ['TLSv1.2,TLSv1.3'],
  'ssl.protocol': ['TLSv1.3', 'TLSv1.2'],
  'ssl.keystore.type': ['JKS', 'PKCS12', 'PEM'],
  'ssl.truststore.type': ['JKS', 'PKCS12', 'PEM'],
  'cleanup.policy': ['delete', 'compact', 'compact,delete'],
  'log.cleanup.policy': ['delete', 'compact', 'compact,delete'],
  'process.roles': ['broker', 'controller', 'broker,controller'],
  'spring.kafka.listener.ack-mode': [
    'batch',
    'record',
    'manual',
    'manual_immediate',
    'time',
    'count',
    'count_time',
  ],
  'spring.kafka.listener.type': ['single', 'batch'],
  'replica.selector.class': ['org.apache.kafka.common.replica.RackAwareReplicaSelector'],
}

/** Words of librdkafka where they are others than Kafka's. */
const native: Readonly<Record<string, readonly string[]>> = {
  'auto.offset.reset': ['latest', 'earliest', 'error'],
  'partition.assignment.strategy': ['range', 'roundrobin', 'cooperative-sticky'],
  'compression.type': ['none', 'gzip', 'snappy', 'lz4', 'zstd'],
  'security.protocol': ['plaintext', 'ssl', 'sasl_plaintext', 'sasl_ssl'],
  'isolation.level': ['read_committed', 'read_uncommitted'],
  acks: ['all', '1', '0'],
  'sasl.mechanism': mechanisms,
  'sasl.mechanisms': mechanisms,
  'ssl.endpoint.identification.algorithm': ['https', 'none'],
}

/** And of clients that are written anew, which have no list of assignors as words. */
const rewritten: Readonly<Record<string, readonly string[]>> = {
  'auto.offset.reset': ['latest', 'earliest'],
  'compression.type': native['compression.type'] ?? [],
  'security.protocol': ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'],
  'isolation.level': ['read_committed', 'read_uncommitted'],
  acks: ['all', '1', '0'],
  'sasl.mechanism': mechanisms,
}

/** Java's versions of a class with every dialect's boolean words: what a key may be set to; the default stands first. */
export function valuesOf(block: Block, key: string, known: KnownKeys, version: KafkaVersion): string[] {
  const facts = known.kafka.facts(block.role, key) ?? known.kafka.facts('client', key)
  const usual = defaultOf(block, key, known, facts, version)
  const choices =
    block.dialect === 'java'
      ? facts === null
        ? (more[key] ?? [])
        : javaValues(facts, version)
      : ((block.dialect === 'librdkafka' ? native : rewritten)[key] ??
        (facts?.type === 'BOOLEAN' ? booleans : []))
  const isBoolean = usual === 'true' || usual === 'false'
  const all = choices.length === 0 && isBoolean ? booleans : choices
  // Its default may be another name of one of these, as `largest` is of `latest`.
  const alias = block.dialect === 'librdkafka' && choices.length > 0 && !/,/.test(usual ?? '')
  const first = usual === null || usual === '' || (alias && !choices.includes(usual)) ? [] : [usual]
  return [...new Set([...first, ...all])]
}

const booleans = ['true', 'false']

function defaultOf(
  block: Block,
  key: string,
  known: KnownKeys,
  facts: KeyFacts | null,
  version: KafkaVersion,
): string | null {
  const framework = block.defaults?.get(key) ?? null
  if (framework !== null) return framework
  const table = tableOf(block.dialect)
  if (table !== null) return ownDefault(table, block.role, key)
  if (block.dialect === 'librdkafka') return known.librdkafka.defaultOf(key)
  return facts === null ? null : defaultIn(facts, version)
}

function javaValues(facts: KeyFacts, version: KafkaVersion): readonly string[] {
  if (facts.type === 'BOOLEAN') return booleans
  const classes = classesFor(facts.key)
  if (classes.length > 0) return classes
  const constraint = constraintIn(facts, version)
  if (constraint?.kind !== 'oneOf') return more[facts.key] ?? []
  const retired = retiredValues.get(facts.key)
  return constraint.values
    .filter((word) => !word.startsWith(BY_DURATION) || version >= byDurationSince)
    .map((word) => (word.startsWith(BY_DURATION) ? `${BY_DURATION}PT1H` : word))
    .concat(retired !== undefined && version < retired.until ? retired.values : [])
}

/** Kafka's own classes that fit a key; those of its inner workings are left out. */
function classesFor(key: string): string[] {
  const form = classForms.find(([keys]) => keys.test(key))?.[1]
  return form === undefined ? [] : [...kafkaClasses].filter((name) => form.test(name))
}

const classForms: readonly (readonly [keys: RegExp, classes: RegExp])[] = [
  [/(?:^|\.)(?:key|value)\.deserializer$/, /\.common\.serialization\.(?!Extended)\w+Deserializer$/],
  [/(?:^|\.)(?:key|value)\.serializer$/, /\.common\.serialization\.(?!Extended)\w+Serializer$/],
  [/^partition\.assignment\.strategy$/, /\.clients\.consumer\.\w+Assignor$/],
  [/^partitioner\.class$/, /\.clients\.producer\.RoundRobinPartitioner$/],
]
