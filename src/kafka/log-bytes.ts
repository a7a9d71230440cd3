import type { Outcome } from '../model/cluster-client'
import { errorText, laglineError, toLaglineError, type LaglineError } from '../model/errors'
import { KafkaError } from '../model/kafka-errors'
import type { FetchedLog, FetchLimits, LogPlace } from '../model/records'
import { partitionKey, PartitionMap, type ClusterMetadata } from '../model/topics'
import { brokerError, leaderMoved } from './broker-errors'
import type { Brokers, Via } from './brokers'
import type { Call } from './call'
import { speaks } from './versions'
import { fetchById, fetchByName, type FetchedPartition, type FetchResponse } from './wire/fetch'

/** What is needed to ask. */
interface Asking {
  readonly brokers: Brokers
  /** Reads metadata of topics. */
  readonly refresh: (topics: readonly string[]) => Promise<ClusterMetadata>
  readonly call: Call
}

/** Pieces of logs, or why there is none, per partition. */
export type FetchedLogs = PartitionMap<Outcome<FetchedLog>>

/** As `fetchLogs`, of one log. @throws LaglineError with code `outOfRange` where the log does not reach there */
export async function fetchLog(
  place: LogPlace,
  limits: FetchLimits,
  given: ClusterMetadata | null,
  asking: Asking,
): Promise<FetchedLog> {
  const answer = (await fetchLogs([place], limits, given, asking)).get(place.topic, place.partition)
  if (answer?.ok === true) return answer.value
  throw answer?.error ?? failed(place, KafkaError.unknownTopicOrPartition).error
}

/**
 * Reads a piece of each log from its leader: one Fetch for each leader, and once more where one has moved. No group, no
 * session: nothing of it stays on the cluster. At most one place in each partition.
 */
export async function fetchLogs(
  places: readonly LogPlace[],
  limits: FetchLimits,
  given: ClusterMetadata | null,
  asking: Asking,
): Promise<FetchedLogs> {
  const found: FetchedLogs = new PartitionMap()
  const first = given ?? (await asking.refresh(topicsOf(places)))
  const moved = await askLeaders(places, limits, first, asking, found)
  if (moved.length > 0) await askLeaders(moved, limits, await asking.refresh(topicsOf(moved)), asking, found)
  return found
}

/** Gives the places whose leader is another one by now. */
async function askLeaders(
  places: readonly LogPlace[],
  limits: FetchLimits,
  metadata: ClusterMetadata,
  { brokers, call }: Asking,
  found: FetchedLogs,
): Promise<LogPlace[]> {
  const moved: LogPlace[] = []
  const byLeader = new Map<number, LogPlace[]>()
  const settle = (place: LogPlace, answer: Answer): void => {
    found.set(place.topic, place.partition, answer.outcome)
    if (answer.moved) moved.push(place)
  }
  for (const place of places) {
    const topic = metadata.topics.get(place.topic)
    const row = topic?.partitions.find(({ partition }) => partition === place.partition)
    const missing = row === undefined ? KafkaError.unknownTopicOrPartition : KafkaError.leaderNotAvailable
    const leader = row?.leader ?? null
    const own = leader === null ? null : (byLeader.get(leader) ?? [])
    if (leader === null || own === null)
      settle(place, failed(place, topic?.error === undefined || topic.error === 0 ? missing : topic.error))
    else byLeader.set(leader, [...own, place])
  }
  await Promise.all(
    [...byLeader].map(async ([leader, own]) => {
      try {
        const answer = await brokers.at(leader, call, (via) => send(via, own, limits, metadata))
        const rows = rowsOf(answer, metadata)
        for (const place of own) settle(place, readAnswer(place, answer.error, rows))
      } catch (error) {
        const outcome = { ok: false as const, error: toLaglineError(error) }
        for (const place of own) settle(place, { outcome, moved: false })
      }
    }),
  )
  return moved
}

interface Answer {
  readonly outcome: Outcome<FetchedLog>
  readonly moved: boolean
}

function send(
  via: Via,
  places: readonly LogPlace[],
  { maxBytes, eachAtMost = maxBytes, isolation }: FetchLimits,
  metadata: ClusterMetadata,
): Promise<FetchResponse> {
  const idOf = (topic: string): string | null => metadata.topics.get(topic)?.id ?? null
  const byId = speaks(fetchById, via.ranges) && places.every(({ topic }) => idOf(topic) !== null)
  const topics = topicsOf(places).map((topic) => ({
    topic: (byId ? idOf(topic) : null) ?? topic,
    partitions: places.filter((place) => place.topic === topic),
  }))
  const level = isolation === 'committed' ? (1 as const) : (0 as const)
  return via.send(byId ? fetchById : fetchByName, { topics, maxBytes, eachAtMost, isolation: level })
}

/** What was answered, by name: a newer broker tells of topics by their ids. */
function rowsOf({ topics }: FetchResponse, metadata: ClusterMetadata): PartitionMap<FetchedPartition> {
  const names = new Map([...metadata.topics.values()].map(({ id, name }) => [id ?? name, name]))
  const rows = new PartitionMap<FetchedPartition>()
  for (const { topic, partitions } of topics)
    for (const row of partitions) rows.set(names.get(topic) ?? topic, row.partition, row)
  return rows
}

function readAnswer(place: LogPlace, error: number, rows: PartitionMap<FetchedPartition>): Answer {
  if (error !== KafkaError.none) return failed(place, error)
  const row = rows.get(place.topic, place.partition)
  if (row === undefined) return failed(place, KafkaError.unknownTopicOrPartition)
  if (row.error !== KafkaError.none) return failed(place, row.error)
  const { logStartOffset: start, highWatermark: end, lastStableOffset, aborted, records } = row
  const value = {
    start: start === null || start < 0n ? null : start,
    end,
    stable: lastStableOffset < 0n ? end : lastStableOffset,
    aborted: aborted.map(({ producerId, firstOffset }) => ({ producerId, first: firstOffset })),
    bytes: records,
  }
  return { outcome: { ok: true, value }, moved: false }
}

function failed(
  place: LogPlace,
  code: number,
): Answer & { readonly outcome: { readonly ok: false }; readonly error: LaglineError } {
  const { topic, partition, offset } = place
  const error =
    code === KafkaError.offsetOutOfRange
      ? laglineError('outOfRange', errorText('error.outOfRange', partitionKey(topic, partition), offset), {
          kafka: code,
        })
      : brokerError(code, { partition: { topic, partition } })
  const moved = leaderMoved(code) || code === KafkaError.unknownTopicId
  return { outcome: { ok: false, error }, moved, error }
}

function topicsOf(places: readonly LogPlace[]): string[] {
  return [...new Set(places.map(({ topic }) => topic))]
}
