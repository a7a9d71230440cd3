import type { Role } from '../../document'
import type { Product } from './images'

/** Variables of one prefix: the settings of one program. */
export interface Naming {
  readonly prefix: string
  readonly role: Role
  /** What every key begins with, beside what the variable says. */
  readonly product: Exclude<Product, 'other'>
}

/** The longer of two that begin alike goes first. */
export const namings: readonly Naming[] = [
  { prefix: 'KAFKA_CFG_', role: 'broker', product: 'bitnami' },
  { prefix: 'KAFKA_', role: 'broker', product: 'kafka' },
  { prefix: 'CONNECT_', role: 'connect', product: 'connect' },
  { prefix: 'KSQL_', role: 'other', product: 'ksqldb' },
]

/** Variables of the images' own scripts, of the JVM and of other images: no settings of a broker or worker. */
const scripts =
  /^(?:KAFKA_(?:(?:CFG_)?(?:HEAP|JMX|LOG4J|GC_LOG|JVM|DEBUG)_?.*|.*OPTS|VERSION|HOME|CLASSPATH|EXTRA_ARGS|TOOLS_LOG4J.*|CREATE_TOPICS|CLUSTERS_.*|REST_.*|CLUSTER_ID|USER|DATA_DIR|CONFIG_DIR|SCHEMA_REGISTRY.*|ADVERTISED_PROTOCOL_NAME|S(?:SL|ASL)_.*(?:_FILENAME|_CREDENTIALS)|SSL_KEY_CREDENTIALS)|CONNECT_(?:LOG4J.*|CUB_.*|HEAP_.*|KAFKA_HEAP.*|.*OPTS|CLASSPATH)|KSQL_(?:LOG4J.*|HEAP_.*|.*OPTS|CLASSPATH))$/

/** Settings that only a broker or worker is given; one of them tells where the image is of somebody's own making. */
const telling: readonly (readonly [RegExp, Exclude<Product, 'other'>])[] = [
  [/^KAFKA_CFG_(?:ADVERTISED_LISTENERS|PROCESS_ROLES|ZOOKEEPER_CONNECT|LISTENERS)$/, 'bitnami'],
  [
    /^KAFKA_(?:ADVERTISED_LISTENERS|PROCESS_ROLES|LISTENER_SECURITY_PROTOCOL_MAP|ZOOKEEPER_CONNECT)$/,
    'kafka',
  ],
  [/^CONNECT_(?:CONFIG_STORAGE_TOPIC|OFFSET_STORAGE_TOPIC)$/, 'connect'],
  [/^KSQL_KSQL_(?:SERVICE_ID|STREAMS_.*)$/, 'ksqldb'],
]

/**
 * Whose settings the variables of one container are. The image decides; where it is unknown, variables that only one
 * kind of program has do. Null = nobody's that is known.
 */
export function namingOf(product: Product | null, names: readonly string[]): Naming | null {
  const found =
    product === null || product === 'other'
      ? telling.find(([form]) => names.some((name) => form.test(name)))?.[1]
      : product
  // The bitnami image reads only its own prefix, but old versions of it and mirrors of others share its name.
  const shown = found === 'bitnami' && !names.some((name) => name.startsWith('KAFKA_CFG_')) ? 'kafka' : found
  if (shown !== undefined && shown !== found && !names.some((name) => telling[1]?.[0].test(name) === true))
    return null
  return namings.find(({ product: candidate }) => candidate === shown) ?? null
}

/**
 * The setting that a variable stands for: without its prefix, in small letters, `_` as `.`, `__` as `_`, `___` as `-`
 * (apache/kafka's and Confluent's images). Null = not a setting.
 */
export function keyOfVariable(naming: Naming, name: string): string | null {
  if (!name.startsWith(naming.prefix) || scripts.test(name) || !/^[A-Z0-9_]+$/.test(name)) return null
  const rest = name.slice(naming.prefix.length)
  if (rest === '') return null
  return rest.toLowerCase().replace(/_{1,3}/g, (run) => ['.', '_', '-'][run.length - 1] ?? run)
}

/** The variable that stands for a setting. */
export function variableOfKey(naming: Naming, key: string): string {
  return naming.prefix + key.toUpperCase().replace(/[._-]/g, (sign) => ({ '.': '_', _: '__' })[sign] ?? '___')
}
