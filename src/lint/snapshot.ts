/** What a rule may know of a running cluster: settings of its brokers, topics, groups and racks at one moment. */

/** Kafka's name to its value; null = it is there and unset. */
export type Settings = Readonly<Record<string, string | null>>

export interface TopicSnapshot {
  /** Null = not known. */
  readonly partitions: number | null
  readonly replicationFactor: number | null
  /** What is not in it is as the brokers have it; null = not known. */
  readonly config: Settings | null
}

export interface GroupSnapshot {
  readonly members: number | null
  /** Names of the topics it reads. */
  readonly topics: readonly string[]
}

export interface ClusterSnapshot {
  readonly broker: Settings
  readonly topics: Readonly<Record<string, TopicSnapshot>>
  readonly groups: Readonly<Record<string, GroupSnapshot>>
  /** `broker.rack` of each broker, null = it has none. */
  readonly brokerRacks: readonly (string | null)[]
}

/** What must stand at a place. */
export type WantedInSnapshot = 'object' | 'list' | 'name' | 'value' | 'count'

/** A snapshot, or the place that is not as it must be, as `topics.orders.partitions`, and what must stand there. */
export type ParsedSnapshot =
  | { readonly kind: 'snapshot'; readonly snapshot: ClusterSnapshot }
  | { readonly kind: 'wrong'; readonly place: string; readonly wanted: WantedInSnapshot }

class Wrong extends Error {
  readonly place: string
  readonly wanted: WantedInSnapshot

  constructor(place: string, wanted: WantedInSnapshot) {
    super(place)
    this.place = place
    this.wanted = wanted
  }
}

/**
 * Checks `{broker: {key: value}, topics: {name: {partitions, replicationFactor, config}}, groups: {id: {members,
 * topics}}, brokerRacks: [..]}`, as read from JSON. Values are strings, numbers, booleans or null; what is left out is
 * empty or not known. Keys it does not know are passed over.
 */
export function parseSnapshot(value: unknown): ParsedSnapshot {
  try {
    const root = record(value, '')
    const snapshot: ClusterSnapshot = {
      broker: settings(root.broker, 'broker'),
      topics: each(root.topics, 'topics', topicOf),
      groups: each(root.groups, 'groups', groupOf),
      brokerRacks: list(root.brokerRacks, 'brokerRacks').map((rack, at) => scalar(rack, `brokerRacks.${at}`)),
    }
    return { kind: 'snapshot', snapshot }
  } catch (error) {
    if (error instanceof Wrong) return { kind: 'wrong', place: error.place, wanted: error.wanted }
    throw error
  }
}

function topicOf(value: unknown, place: string): TopicSnapshot {
  const topic = record(value, place)
  return {
    partitions: count(topic.partitions, `${place}.partitions`),
    replicationFactor: count(topic.replicationFactor, `${place}.replicationFactor`),
    config: topic.config === null ? null : settings(topic.config, `${place}.config`),
  }
}

function groupOf(value: unknown, place: string): GroupSnapshot {
  const group = record(value, place)
  return {
    members: count(group.members, `${place}.members`),
    topics: list(group.topics, `${place}.topics`).map((name, at) => {
      if (typeof name !== 'string') throw new Wrong(`${place}.topics.${at}`, 'name')
      return name
    }),
  }
}

function record(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (value === undefined) return {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(place, 'object')
  return value as Record<string, unknown>
}

function list(value: unknown, place: string): readonly unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Wrong(place, 'list')
  return value
}

function each<T>(
  value: unknown,
  place: string,
  read: (value: unknown, place: string) => T,
): Record<string, T> {
  const entries = Object.entries(record(value, place))
  // Without what every object has: a group may be called `constructor`.
  const found = Object.create(null) as Record<string, T>
  for (const [name, inner] of entries) found[name] = read(inner, `${place}.${name}`)
  return found
}

function settings(value: unknown, place: string): Settings {
  return each(value, place, scalar)
}

function scalar(value: unknown, place: string): string | null {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value)
  throw new Wrong(place, 'value')
}

function count(value: unknown, place: string): number | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Wrong(place, 'count')
  return value
}
