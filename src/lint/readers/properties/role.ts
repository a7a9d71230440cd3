import type { KnownKeys } from '../../catalogue/known-keys'
import { isJavaOnlyKey, librdkafkaOnlyKeys } from '../../catalogue/families'
import type { Dialect, NamedRole, Role, RoleSource } from '../../document'

/** Products whose files hold settings of several clients under names of their own. */
export type Product = 'kafka' | 'mirrorMaker' | 'ksql'

export interface FileRole {
  readonly product: Product
  readonly role: Role
  readonly roleFrom: RoleSource
}

const rolesByToken: ReadonlyMap<string, Role> = new Map([
  ['consumer', 'consumer'],
  ['producer', 'producer'],
  ['server', 'broker'],
  ['broker', 'broker'],
  ['controller', 'broker'],
  ['connect', 'connect'],
  ['admin', 'admin'],
  ['streams', 'streams'],
])

const rolesByKey: readonly (readonly [string, Role])[] = [
  ['process.roles', 'broker'],
  ['broker.id', 'broker'],
  ['log.dirs', 'broker'],
  ['application.id', 'streams'],
  ['offset.storage.topic', 'connect'],
  ['connector.class', 'connector'],
]

const prefixedServers = ['consumer', 'producer', 'admin'].map((client) => `${client}.bootstrap.servers`)

/** The cheap look: any of these may make a file Kafka's, whatever its name. */
export const tellingWords: readonly string[] = [
  'bootstrap.servers',
  ...rolesByKey.map(([key]) => key),
  'ksql.',
]

const tokens = new RegExp(`(?:^|[-_.])(${[...rolesByToken.keys()].join('|')})(?=[-_.]|$)`, 'g')

/** The role that the tokens of a base name give, null for none; a consumer's and a producer's is any client's. */
export function roleOfName(baseName: string): Role | null {
  const name = baseName.toLowerCase()
  let first: Role | null = null
  let consumer = false
  let producer = false
  tokens.lastIndex = 0
  for (let match = tokens.exec(name); match !== null; match = tokens.exec(name)) {
    const role = rolesByToken.get(match[1] ?? '') ?? null
    first ??= role
    consumer ||= role === 'consumer'
    producer ||= role === 'producer'
  }
  return consumer && producer ? 'client' : first
}

/** Keys by whose presence a file is known. */
const signs: ReadonlySet<string> = new Set([
  'clusters',
  'bootstrap.servers',
  ...prefixedServers,
  ...rolesByKey.map(([key]) => key),
  ...librdkafkaOnlyKeys,
])

/** The keys of a file, as far as they tell what it is. */
export class FileKeys {
  private readonly all: string[] = []
  private readonly found: string[] = []

  add(key: string): void {
    this.all.push(key)
    if (signs.has(key) && !this.found.includes(key)) this.found.push(key)
  }

  /** @param sign one of `signs`. */
  has(sign: string): boolean {
    return this.found.includes(sign)
  }

  some(test: (key: string) => boolean): boolean {
    return this.all.some(test)
  }
}

function productOf(baseName: string, keys: FileKeys): Product {
  const name = baseName.toLowerCase()
  if (name.includes('ksql') || keys.some((key) => key.startsWith('ksql.'))) return 'ksql'
  return keys.has('clusters') || name.includes('clusters') || name.includes('mirror')
    ? 'mirrorMaker'
    : 'kafka'
}

/**
 * What a file of properties configures: the person's setting, else its name, else its keys. Null = not about Kafka: it
 * has neither `bootstrap.servers` nor a key that tells a role, and no name of a role beside a key of Kafka's.
 */
export function roleOfFile(
  baseName: string,
  keys: FileKeys,
  setting: NamedRole | null,
  known: KnownKeys,
): FileRole | null {
  const byName = setting ?? roleOfName(baseName)
  if (setting === null) {
    const product = productOf(baseName, keys)
    if (product !== 'kafka') return productRole(product, keys)
  }
  const byKey = rolesByKey.find(([key]) => keys.has(key))?.[1] ?? null
  const telling =
    byKey !== null || keys.has('bootstrap.servers') || prefixedServers.some((key) => keys.has(key))
  if (!telling && (byName === null || !keys.some((key) => known.isTelling(key)))) return null
  if (setting !== null) return { product: 'kafka', role: setting, roleFrom: 'setting' }
  // A connector's file is named `connect-file-source.properties`; no worker has a connector.class.
  if (byName === 'connect' && keys.has('connector.class'))
    return { product: 'kafka', role: 'connector', roleFrom: 'keys' }
  if (byName !== null) return { product: 'kafka', role: byName, roleFrom: 'name' }
  return { product: 'kafka', role: byKey ?? 'client', roleFrom: 'keys' }
}

function productRole(product: 'mirrorMaker' | 'ksql', keys: FileKeys): FileRole | null {
  const telling = keys.some((key) =>
    product === 'ksql'
      ? key.startsWith('ksql.') || key === 'bootstrap.servers'
      : key.endsWith('bootstrap.servers') || key.includes('->'),
  )
  return telling ? { product, role: 'other', roleFrom: 'keys' } : null
}

/** Java, unless the file holds a name that only librdkafka has and none that only Java has. */
export function dialectOf(keys: FileKeys): Dialect {
  for (const native of librdkafkaOnlyKeys)
    if (keys.has(native)) return keys.some(isJavaOnlyKey) ? 'java' : 'librdkafka'
  return 'java'
}
