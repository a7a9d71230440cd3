import { assertNever } from '../model/assert'
import type { ClusterClient, FoundOffset, GroupRef, Outcome } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { cancelled, laglineError, type LaglineError } from '../model/errors'
import type { GroupDescription, GroupType } from '../model/groups'
import { KafkaError, type KafkaErrorCode } from '../model/kafka-errors'
import { comparePartitions, PartitionMap, type ClusterMetadata, type TopicPartition } from '../model/topics'
import type { GroupFacts, PartitionFacts } from '../offsets/facts'
import type { Scenario, Scope } from '../offsets/scenario'
import { say } from './texts'

/** A group and its commits as they are now: two requests to its coordinator. Rejects where either cannot be read. */
export async function readGroup(
  client: ClusterClient,
  ref: GroupRef,
  signal: AbortSignal,
): Promise<{ readonly group: GroupDescription; readonly commits: Commits }> {
  const group = await describeGroup(client, ref, signal)
  return { group, commits: await readCommits(client, refOf(group), signal) }
}

/** Rejects with `groupNotFound` where the group does not exist. */
export async function describeGroup(
  client: ClusterClient,
  ref: GroupRef,
  signal: AbortSignal,
): Promise<GroupDescription> {
  return only(await client.describeGroups([ref], signal), ref.id, signal)
}

export async function readCommits(
  client: ClusterClient,
  ref: GroupRef,
  signal: AbortSignal,
): Promise<Commits> {
  return only(await client.committed([ref], signal), ref.id, signal)
}

export function refOf(group: GroupDescription): GroupRef {
  return { ...typedRef(group.id, group.type), coordinator: group.coordinator }
}

/** A group by its type, which tells where its offsets are kept; its coordinator is looked up. */
export function typedRef(id: string, type: GroupType): GroupRef {
  return type === 'unknown' ? { id } : { id, type }
}

/** Offsets that a scenario names partition by partition: those of a file, or of the group that is copied. */
export type GivenOffsets = PartitionMap<bigint>

/** Null for a scenario that names none. A negative offset reads as none, as Kafka's own tools do. */
export async function readGiven(
  client: ClusterClient,
  scenario: Scenario,
  refOfGroup: (id: string) => GroupRef,
  signal: AbortSignal,
): Promise<GivenOffsets | null> {
  const given: GivenOffsets = new PartitionMap()
  if (scenario.kind === 'fromFile')
    for (const { topic, partition, offset } of scenario.rows) given.set(topic, partition, offset)
  else if (scenario.kind === 'copyFrom') {
    const { group, commits } = await readGroup(client, refOfGroup(scenario.group), signal)
    if (group.type === 'share') throw laglineError('invalidInput', say('clusters.copy.share', scenario.group))
    for (const [{ topic, partition }, { offset }] of commits.entries())
      if (offset >= 0n) given.set(topic, partition, offset)
  } else return null
  return given
}

/**
 * Which partitions a scope means: as ConsumerGroupCommand, `--all-topics` = all committed, `--topic` = all of it, and a
 * file names its own. What is copied from another group as a whole is what that group has committed.
 */
export function partitionsInScope(
  { scope, scenario }: { readonly scope: Scope; readonly scenario: Scenario },
  commits: Commits,
  metadata: ClusterMetadata,
  given: GivenOffsets | null,
): { readonly chosen: TopicPartition[]; readonly leftOut: TopicPartition[] } {
  const ofTopic = (topic: string): TopicPartition[] => {
    const known = metadata.topics.get(topic)?.partitions ?? []
    const numbers = new Set([...known.map((p) => p.partition), ...commits.ofTopic(topic).keys()])
    return [...numbers].map((partition) => ({ topic, partition }))
  }
  if (given !== null && (scope.kind === 'group' || scenario.kind === 'fromFile'))
    return {
      chosen: [...given.keys()].sort(comparePartitions),
      leftOut: [...commits.keys()].filter((p) => !given.has(p.topic, p.partition)).sort(comparePartitions),
    }
  switch (scope.kind) {
    case 'group': {
      const all = commits.topicNames().flatMap(ofTopic)
      const isIn = (p: TopicPartition): boolean => commits.has(p.topic, p.partition)
      return {
        chosen: all.filter(isIn).sort(comparePartitions),
        leftOut: all.filter((p) => !isIn(p)).sort(comparePartitions),
      }
    }
    case 'topic':
      return { chosen: ofTopic(scope.topic).sort(comparePartitions), leftOut: [] }
    case 'partition':
      return { chosen: [{ topic: scope.topic, partition: scope.partition }], leftOut: [] }
    case 'parts': {
      const chosen = new PartitionMap<true>()
      for (const p of [...scope.topics.flatMap(ofTopic), ...scope.partitions])
        chosen.set(p.topic, p.partition, true)
      return { chosen: [...chosen.keys()].sort(comparePartitions), leftOut: [] }
    }
    default:
      return assertNever(scope)
  }
}

/** Topics whose metadata a scope needs. */
export function topicsOfScope(
  { scope, scenario }: { readonly scope: Scope; readonly scenario: Scenario },
  commits: Commits,
  given: GivenOffsets | null,
): string[] {
  if (given !== null && (scope.kind === 'group' || scenario.kind === 'fromFile'))
    return given.topicNames().sort()
  switch (scope.kind) {
    case 'group':
      return commits.topicNames().sort()
    case 'topic':
    case 'partition':
      return [scope.topic]
    case 'parts':
      return [...new Set([...scope.topics, ...scope.partitions.map((p) => p.topic)])].sort()
    default:
      return assertNever(scope)
  }
}

/** What is asked of the logs beside their ends. */
export interface Asked {
  /** Epoch ms; null = no time. */
  readonly time: number | null
  readonly given: GivenOffsets | null
}

/** What a plan is made from, beside the group: log starts, ends and, for a time, what was found there. */
export async function readPartitions(
  client: ClusterClient,
  partitions: readonly TopicPartition[],
  commits: Commits,
  metadata: ClusterMetadata,
  { time, given }: Asked,
  signal: AbortSignal,
): Promise<PartitionFacts[]> {
  if (partitions.length === 0) return []
  const [starts, ends, found] = await Promise.all([
    client.offsets(partitions, 'earliest', metadata, signal),
    client.offsets(partitions, 'latest', metadata, signal),
    time === null ? null : client.offsets(partitions, { time }, metadata, signal),
  ])
  return partitions.map(({ topic, partition }) => {
    const start = offsetOf(starts, topic, partition)
    const end = offsetOf(ends, topic, partition)
    const atTime = found === null ? null : offsetOf(found, topic, partition)
    return {
      topic,
      partition,
      topicId: metadata.topics.get(topic)?.id ?? null,
      committed: commits.get(topic, partition) ?? null,
      start: start.offset,
      end: end.offset,
      ...(atTime === null ? {} : { atTime: atTime.offset, recordTime: atTime.timestamp }),
      ...(given === null ? {} : { given: given.get(topic, partition) ?? null }),
      error: start.error || end.error || (atTime?.error ?? KafkaError.none),
    }
  })
}

export function groupFacts(
  group: GroupDescription,
  partitions: readonly PartitionFacts[],
  leftOut: readonly TopicPartition[],
  readAt: number,
): GroupFacts {
  return { readAt, group, partitions, leftOut }
}

function offsetOf(
  found: PartitionMap<Outcome<FoundOffset>>,
  topic: string,
  partition: number,
): { readonly offset: bigint | null; readonly timestamp: number | null; readonly error: KafkaErrorCode } {
  const outcome = found.get(topic, partition)
  const nothing = { offset: null, timestamp: null }
  if (outcome === undefined) return { ...nothing, error: KafkaError.unknownTopicOrPartition }
  if (!outcome.ok) return { ...nothing, error: codeOf(outcome.error) }
  return { offset: outcome.value.offset, timestamp: outcome.value.timestamp, error: KafkaError.none }
}

/** Facts hold the broker's code; what our side found out by itself has the code the broker would have given. */
function codeOf(error: LaglineError): KafkaErrorCode {
  if (error.kafka !== null && error.kafka !== KafkaError.none) return error.kafka
  if (error.code === 'noLeader') return KafkaError.leaderNotAvailable
  if (error.code === 'unknownPartition') return KafkaError.unknownTopicOrPartition
  return -1
}

function only<T>(answers: ReadonlyMap<string, Outcome<T>>, id: string, signal: AbortSignal): T {
  if (signal.aborted) throw cancelled()
  const answer = answers.get(id)
  if (answer === undefined) throw new Error(`no answer for the group ${id}`)
  if (!answer.ok) throw answer.error
  return answer.value
}
