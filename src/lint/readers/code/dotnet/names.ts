import { kafkaNameOf } from '../../../catalogue/librdkafka-names'

/** Words of librdkafka that Confluent.Kafka's enumerations spell another way than in kebab case. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  acks: { All: 'all', Leader: '1', None: '0' },
  'security.protocol': {
    Plaintext: 'PLAINTEXT',
    Ssl: 'SSL',
    SaslPlaintext: 'SASL_PLAINTEXT',
    SaslSsl: 'SASL_SSL',
  },
  'sasl.mechanism': {
    Gssapi: 'GSSAPI',
    Plain: 'PLAIN',
    ScramSha256: 'SCRAM-SHA-256',
    ScramSha512: 'SCRAM-SHA-512',
    OAuthBearer: 'OAUTHBEARER',
  },
  'partition.assignment.strategy': {
    Range: 'range',
    RoundRobin: 'roundrobin',
    CooperativeSticky: 'cooperative-sticky',
  },
  'isolation.level': { ReadUncommitted: 'read_uncommitted', ReadCommitted: 'read_committed' },
}
/** Settings whose value is a member of an enumeration, and its name. */
const enumerations: Readonly<Record<string, string>> = {
  acks: 'Acks',
  'auto.offset.reset': 'AutoOffsetReset',
  'security.protocol': 'SecurityProtocol',
  'sasl.mechanism': 'SaslMechanism',
  'isolation.level': 'IsolationLevel',
  'compression.type': 'CompressionType',
  'partition.assignment.strategy': 'PartitionAssignmentStrategy',
  'ssl.endpoint.identification.algorithm': 'SslEndpointIdentificationAlgorithm',
  'group.protocol': 'GroupProtocol',
  partitioner: 'Partitioner',
  'client.dns.lookup': 'ClientDnsLookup',
  'metadata.recovery.strategy': 'MetadataRecoveryStrategy',
}

/** `session.timeout.ms` as `SessionTimeoutMs`. */
export function propertyName(key: string): string {
  return key
    .split(/[._]/)
    .map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1))
    .join('')
}

/** librdkafka's key of each property of a configuration class. */
export function propertyKeys(keys: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const key of keys) found.set(propertyName(key), key)
  return found
}

/** `AutoOffsetReset.Earliest` as `earliest`; null where it is no member of the setting's enumeration. */
export function enumValue(key: string, path: string): string | null {
  const pieces = path.split('.')
  const member = pieces.at(-1) ?? ''
  if (enumerations[key] === undefined || pieces.at(-2) !== enumerations[key]) return null
  return words[key]?.[member] ?? member.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}

/** A member by its name alone, in any case, as .NET binds it from a file; null where the setting has no enumeration. */
export function enumWord(key: string, member: string): string | null {
  const enumeration = enumerations[kafkaNameOf(key)]
  if (enumeration === undefined) return null
  const known = Object.entries(words[kafkaNameOf(key)] ?? {})
  const found = known.find(([name]) => name.toLowerCase() === member.toLowerCase())?.[1]
  return found ?? enumValue(kafkaNameOf(key), `${enumeration}.${member}`)
}

/** The member that stands for a word; null where the setting has no enumeration or that none for it. */
export function enumMember(key: string, value: string): string | null {
  const enumeration = enumerations[key]
  if (enumeration === undefined) return null
  const known = words[key]
  // A list of several is no member.
  if (/[^\w.-]/.test(value)) return null
  const member =
    known === undefined
      ? propertyName(value.replaceAll('-', '.'))
      : Object.entries(known).find(([, word]) => word.toLowerCase() === value.toLowerCase())?.[0]
  return member === undefined ? null : `${enumeration}.${member}`
}

export function isEnumeration(key: string): boolean {
  return enumerations[key] !== undefined
}
