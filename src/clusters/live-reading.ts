import type { ClusterClient, Configs, GroupRef, Outcome } from '../model/cluster-client'
import { isCancelled, toLaglineError } from '../model/errors'
import type { GroupDescription } from '../model/groups'
import { KafkaError } from '../model/kafka-errors'
import type { ClusterMetadata, Topic } from '../model/topics'

/** What is wanted of a cluster's settings. */
export interface LiveQuestion {
  /** Names of settings of brokers. */
  readonly brokerKeys: readonly string[]
  /** Names of settings of topics. */
  readonly topicKeys: readonly string[]
  readonly groups: readonly string[]
  readonly topics: readonly string[]
  /** False: only those topics, and the ones that the groups read. */
  readonly everyTopic: boolean
}

/** Name to value; null = there and unset. What is not known is absent. */
export type LiveValues = Readonly<Record<string, string | null>>

/** What a cluster has at one moment. What nobody may look at is not known, which is no error. */
export interface LiveSnapshot {
  /** As one of the brokers has them. */
  readonly broker: LiveValues
  /** Without Kafka's own ones. */
  readonly topics: Readonly<
    Record<
      string,
      {
        readonly partitions: number | null
        readonly replicationFactor: number | null
        /** Null = not known. */
        readonly config: LiveValues | null
      }
    >
  >
  /** Those asked for that exist. */
  readonly groups: Readonly<
    Record<string, { readonly members: number | null; readonly topics: readonly string[] }>
  >
  /** Of each broker; null = it has none. */
  readonly brokerRacks: readonly (string | null)[]
}

/**
 * Settings are read of so many topics at most: two requests. Of a cluster with more, those that the groups read come
 * first, then the others by name; the rest is there without its settings.
 */
export const MOST_TOPICS = 1_000

/** What the parts of a snapshot were read from. */
export interface LiveParts {
  readonly broker: Configs | null
  readonly metadata: ClusterMetadata
  readonly configs: ReadonlyMap<string, Outcome<Configs>>
  readonly groups: ReadonlyMap<string, LiveGroup>
}

export interface LiveGroup {
  readonly members: number
  readonly topics: readonly string[]
}

/**
 * Reads what is asked; requests on one broker: Metadata and DescribeConfigs of the broker, one DescribeConfigs for each
 * 500 topics, and for groups FindCoordinator, their descriptions and, where some have no members, OffsetFetch.
 * Rejects where the cluster does not answer; a refusal is an answer.
 */
export async function readLive(
  client: ClusterClient,
  question: LiveQuestion,
  refOf: (group: string) => GroupRef,
  signal: AbortSignal,
): Promise<LiveSnapshot> {
  const reading = readGroups(client, question.groups.map(refOf), signal)
  const named = (groups: ReadonlyMap<string, LiveGroup>): string[] =>
    [...new Set([...question.topics, ...topicsRead(groups)])].sort()
  const [broker, groups, metadata] = await Promise.all([
    unlessRefused(client.brokerConfigs(question.brokerKeys, signal)),
    reading,
    question.everyTopic
      ? client.metadata('all', signal)
      : reading.then((found) => client.metadata(named(found), signal)),
  ])
  const topics = topicsToRead(metadata, named(groups))
  const configs =
    topics.length === 0 ? null : await unlessRefused(client.topicConfigs(topics, question.topicKeys, signal))
  return liveSnapshot({ broker, metadata, configs: configs ?? new Map(), groups })
}

/** Puts together what was read. */
export function liveSnapshot({ broker, metadata, configs, groups }: LiveParts): LiveSnapshot {
  return {
    broker: recordOf(broker ?? []),
    topics: recordOf(
      usable(metadata).map((topic) => [
        topic.name,
        {
          partitions: topic.partitions.length,
          replicationFactor: topic.partitions[0]?.replicas.length ?? null,
          config: configOf(configs.get(topic.name)),
        },
      ]),
    ),
    groups: recordOf([...groups]),
    brokerRacks: metadata.brokers.map(({ rack }) => rack),
  }
}

/** Topics whose settings are read: at most `MOST_TOPICS`. @param first those that matter more than others. */
export function topicsToRead(metadata: ClusterMetadata, first: readonly string[]): string[] {
  const names = usable(metadata).map(({ name }) => name)
  if (names.length <= MOST_TOPICS) return names
  const wanted = new Set(first)
  const rank = (name: string): number => (wanted.has(name) ? 0 : 1)
  return names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, MOST_TOPICS)
}

/** Kafka's own topics have settings that say nothing about those of others. */
function usable({ topics }: ClusterMetadata): Topic[] {
  return [...topics.values()].filter(({ internal, error }) => !internal && error === KafkaError.none)
}

function configOf(outcome: Outcome<Configs> | undefined): LiveValues | null {
  return outcome?.ok === true ? recordOf(outcome.value) : null
}

/** Names come from a cluster: none of them may mean something that every object has. */
function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const record = Object.create(null) as Record<string, T>
  for (const [name, value] of entries) record[name] = value
  return record
}

function topicsRead(groups: ReadonlyMap<string, LiveGroup>): string[] {
  return [...new Set([...groups.values()].flatMap(({ topics }) => topics))].sort()
}

/** Groups that exist and may be looked at; what a group without partitions reads is told by its commits. */
async function readGroups(
  client: ClusterClient,
  refs: readonly GroupRef[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, LiveGroup>> {
  if (refs.length === 0) return new Map()
  const found = new Map<string, LiveGroup>()
  const silent: GroupDescription[] = []
  for (const [id, outcome] of await client.describeGroups(refs, signal)) {
    if (!outcome.ok) continue
    const topics = assigned(outcome.value)
    found.set(id, { members: outcome.value.members.length, topics })
    if (topics.length === 0 && outcome.value.type !== 'share') silent.push(outcome.value)
  }
  if (silent.length === 0) return found
  const committed = await client.committed(
    silent.map(({ id, coordinator }) => ({ id, coordinator })),
    signal,
  )
  for (const [id, outcome] of committed) {
    const group = found.get(id)
    if (outcome.ok && group !== undefined)
      found.set(id, { ...group, topics: outcome.value.topicNames().sort() })
  }
  return found
}

function assigned({ members }: GroupDescription): string[] {
  return [...new Set(members.flatMap(({ assignment }) => assignment.map(({ topic }) => topic)))].sort()
}

/** Null where the broker refuses, or is too old to know. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    const failure = toLaglineError(error)
    if (isCancelled(failure) || (failure.kafka === null && failure.code !== 'unsupported')) throw failure
    return null
  }
}
