import { parseKafkaVersion, type KafkaVersion } from '../../catalogue/versions'

/** What an image runs, as far as it takes Kafka's settings from its environment. */
export type Product = 'kafka' | 'bitnami' | 'connect' | 'ksqldb' | 'other'

export interface Image {
  readonly product: Product
  /** The release of Apache Kafka in it, where its tag tells. */
  readonly kafkaVersion: KafkaVersion | null
}

const form = /^(?:[^\s]*\/)?([^/:@\s]+)(?::([^@\s]+))?(?:@\S+)?$/

/** Images by the last part of their name; a mirror's registry and folders may stand before it. */
const products: Readonly<Record<string, Product>> = {
  kafka: 'kafka',
  'kafka-native': 'kafka',
  'cp-kafka': 'kafka',
  'cp-server': 'kafka',
  'cp-enterprise-kafka': 'kafka',
  'confluent-local': 'kafka',
  'cp-kafka-connect': 'connect',
  'cp-kafka-connect-base': 'connect',
  'cp-server-connect': 'connect',
  'cp-server-connect-base': 'connect',
  connect: 'connect',
  'debezium-connect': 'connect',
  'ksqldb-server': 'ksqldb',
  'cp-ksqldb-server': 'ksqldb',
}

/** `registry:5000/mirror/confluentinc/cp-kafka:7.5.1@sha256:…`; null where it is no image's name, as with a variable in it. */
export function imageOf(text: string): Image | null {
  const match = form.exec(text)
  if (match === null) return null
  const [, name = '', tag = ''] = match
  const product = products[name] ?? 'other'
  const known = /\$/.test(tag) ? '' : tag
  if (name === 'kafka' && /bitnami/.test(text)) {
    return { product: 'bitnami', kafkaVersion: versionOf(known) }
  }
  if (name === 'kafka' && /wurstmeister/.test(text)) {
    // `2.13-2.8.1`: Scala's version stands first.
    return { product, kafkaVersion: versionOf(known.replace(/^2\.1[0-3]-/, '')) }
  }
  // Debezium and others count their own releases.
  const own = name === 'kafka' && !/(?:^|\/)(?:apache|library)\/kafka/.test(text)
  if (product === 'kafka' && name !== 'kafka' && name !== 'kafka-native')
    return { product, kafkaVersion: confluentVersion(known) }
  if (product === 'kafka') return { product, kafkaVersion: own ? null : versionOf(known) }
  return { product, kafkaVersion: name.startsWith('cp-') ? confluentVersion(known) : null }
}

function versionOf(tag: string): KafkaVersion | null {
  const digits = /^v?(\d+\.\d+(?:\.\d+)?)/.exec(tag)?.[1]
  return digits === undefined ? null : parseKafkaVersion(digits)
}

/** By Confluent Platform's major release: Apache Kafka's release for its `.0`, and its last minor one. */
const confluent: ReadonlyMap<string, readonly [KafkaVersion, number]> = new Map([
  ['8', [4000, 99]],
  ['7', [3000, 99]],
  ['6', [2006, 2]],
  ['5', [2000, 5]],
])

/** Confluent Platform 8.N holds Apache Kafka 4.N, 7.N holds 3.N, 6.0 holds 2.6, 5.0 holds 2.0. */
function confluentVersion(tag: string): KafkaVersion | null {
  const [, major = '', minor = ''] = /^v?(\d+)\.(\d{1,2})(?!\d)/.exec(tag) ?? []
  const [first, last] = confluent.get(major) ?? [0, -1]
  return Number(minor) <= last ? first + Number(minor) : null
}
