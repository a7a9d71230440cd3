/** The properties of Spring Boot for Kafka (`KafkaProperties`, Boot 2.7 to 4.1) and the Kafka settings they stand for. */

/** How Boot turns the text of a property into what Kafka gets. */
export type SpringType = 'text' | 'duration' | 'size' | 'boolean' | 'enum'

export interface SpringProperty {
  /** As Boot writes it, `max-poll-records`. */
  readonly name: string
  /** Null = Boot's own, no setting of Kafka. */
  readonly key: string | null
  readonly type: SpringType
}

/** Parts of `spring.kafka` that hold settings of one client; empty = those of all clients. */
export type SpringSection = '' | 'consumer' | 'producer' | 'admin' | 'streams'

const types: Readonly<Record<string, SpringType>> = {
  d: 'duration',
  s: 'size',
  b: 'boolean',
  e: 'enum',
  t: 'text',
}

/** `name[:type[:key]]`; without a key the name with dots is the key, `!` = none. */
const common =
  'bootstrap-servers client-id security.protocol ssl.key-store-location:t:ssl.keystore.location ' +
  'ssl.key-store-password:t:ssl.keystore.password ssl.key-store-type:t:ssl.keystore.type ' +
  'ssl.key-store-key:t:ssl.keystore.key ssl.key-store-certificate-chain:t:ssl.keystore.certificate.chain ' +
  'ssl.key-password:t:ssl.key.password ssl.trust-store-location:t:ssl.truststore.location ' +
  'ssl.trust-store-password:t:ssl.truststore.password ssl.trust-store-type:t:ssl.truststore.type ' +
  'ssl.trust-store-certificates:t:ssl.truststore.certificates ssl.protocol ssl.bundle:t:!'

/** Names of Spring's own below a group. */
function ownOf(group: string, names: string): string {
  return names
    .split(' ')
    .map((name) => `${group}.${name}:t:!`)
    .join(' ')
}

const rows: Readonly<Record<SpringSection, string>> = {
  '':
    `${common} jaas.enabled:b:! jaas.login-module:t:! jaas.control-flag:t:! ` +
    `${ownOf('listener', 'type ack-mode async-acks client-id concurrency poll-timeout no-poll-threshold ack-count ack-time idle-between-polls idle-event-interval idle-partition-event-interval monitor-interval log-container-config missing-topics-fatal immediate-stop auto-startup observation-enabled')} ` +
    `${ownOf('template', 'default-topic transaction-id-prefix observation-enabled')} ` +
    ownOf('retry.topic', 'enabled attempts backoff.delay backoff.multiplier backoff.max-delay'),
  consumer:
    `${common} auto-commit-interval:d:auto.commit.interval.ms auto-offset-reset enable-auto-commit:b ` +
    'fetch-max-wait:d:fetch.max.wait.ms fetch-min-size:s:fetch.min.bytes group-id ' +
    'heartbeat-interval:d:heartbeat.interval.ms isolation-level:e key-deserializer value-deserializer ' +
    'max-poll-records max-poll-interval:d:max.poll.interval.ms',
  producer:
    `${common} acks batch-size:s buffer-memory:s compression-type key-serializer value-serializer retries ` +
    'transaction-id-prefix:t:transactional.id',
  admin: `${common} fail-fast:t:! auto-create:t:! modify-topic-configs:t:! close-timeout:t:! operation-timeout:t:!`,
  streams:
    `${common} application-id replication-factor state-dir ` +
    'state-store-cache-max-size:s:statestore.cache.max.bytes cache-max-size-buffering:s:cache.max.bytes.buffering ' +
    'auto-startup:t:! cleanup.on-startup:t:! cleanup.on-shutdown:t:!',
}

/** Without dashes, underscores and case, as Boot compares names (relaxed binding). */
export function uniform(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase()
}

const tables = new Map<SpringSection, ReadonlyMap<string, SpringProperty>>()

function tableOf(section: SpringSection): ReadonlyMap<string, SpringProperty> {
  let table = tables.get(section)
  if (table === undefined) {
    const properties = rows[section].split(' ').map((row): SpringProperty => {
      const [name = '', type = 't', key = name.replaceAll('-', '.')] = row.split(':')
      return { name, key: key === '!' ? null : key, type: types[type] ?? 'text' }
    })
    table = new Map(properties.map((property) => [uniform(property.name), property]))
    tables.set(section, table)
  }
  return table
}

/** The property of a section by its name behind `spring.kafka.<section>.`, however it is written; undefined = unknown. */
export function springProperty(section: SpringSection, name: string): SpringProperty | undefined {
  return tableOf(section).get(uniform(name))
}

/** The property of a section that stands for a setting of Kafka; undefined = it must go into `properties`. */
export function springPropertyOfKey(section: SpringSection, key: string): SpringProperty | undefined {
  for (const property of tableOf(section).values()) if (property.key === key) return property
  return undefined
}

/** Names of all properties of a section. */
export function springProperties(section: SpringSection): readonly string[] {
  return [...tableOf(section).values()].map(({ name }) => name)
}
