import { errorText, laglineError, type LaglineError } from '../model/errors'
import { KafkaError } from '../model/kafka-errors'
import type { FetchedLog, FetchLimits, LogPlace } from '../model/records'
import { partitionKey, type ClusterMetadata } from '../model/topics'
import { brokerError, leaderMoved } from './broker-errors'
import type { Brokers, Via } from './brokers'
import type { Call } from './call'
import { speaks } from './versions'
import { fetchById, fetchByName, type FetchResponse } from './wire/fetch'

/** Reads metadata of topics. */
type Refresh = (topics: readonly string[]) => Promise<ClusterMetadata>

/**
 * Reads a piece of one log from its leader: one Fetch, and once more where the leader has moved. No group, no session:
 * nothing of it stays on the cluster.
 * @throws LaglineError with code `outOfRange` where the log does not reach there
 */
export async function fetchLog(
  place: LogPlace,
  limits: FetchLimits,
  given: ClusterMetadata | null,
  { brokers, refresh, call }: { readonly brokers: Brokers; readonly refresh: Refresh; readonly call: Call },
): Promise<FetchedLog> {
  const first = await ask(place, limits, given ?? (await refresh([place.topic])), brokers, call)
  const answer = first.moved ? await ask(place, limits, await refresh([place.topic]), brokers, call) : first
  if (answer.log === null) throw answer.error
  return answer.log
}

type Answer =
  | { readonly log: FetchedLog; readonly moved: false }
  | { readonly log: null; readonly moved: boolean; readonly error: LaglineError }

async function ask(
  place: LogPlace,
  limits: FetchLimits,
  metadata: ClusterMetadata,
  brokers: Brokers,
  call: Call,
): Promise<Answer> {
  const topic = metadata.topics.get(place.topic)
  const row = topic?.partitions.find(({ partition }) => partition === place.partition)
  if (topic === undefined || row === undefined || row.leader === null) {
    const code = topic?.error ?? KafkaError.none
    const missing = row === undefined ? KafkaError.unknownTopicOrPartition : KafkaError.leaderNotAvailable
    return failed(place, code === KafkaError.none ? missing : code)
  }
  const answer = await brokers.at(row.leader, call, (via) => send(via, place, limits, topic.id))
  return readAnswer(place, answer)
}

function send(
  via: Via,
  place: LogPlace,
  limits: FetchLimits,
  topicId: string | null,
): Promise<FetchResponse> {
  const body = {
    partition: place.partition,
    offset: place.offset,
    maxBytes: limits.maxBytes,
    isolation: limits.isolation === 'committed' ? (1 as const) : (0 as const),
  }
  return topicId !== null && speaks(fetchById, via.ranges)
    ? via.send(fetchById, { ...body, topic: topicId })
    : via.send(fetchByName, { ...body, topic: place.topic })
}

function readAnswer(place: LogPlace, answer: FetchResponse): Answer {
  if (answer.error !== KafkaError.none) return failed(place, answer.error)
  const row = answer.topics[0]?.partitions[0]
  if (row === undefined) return failed(place, KafkaError.unknownTopicOrPartition)
  if (row.error !== KafkaError.none) return failed(place, row.error)
  const { logStartOffset: start, highWatermark: end, lastStableOffset, aborted, records } = row
  return {
    moved: false,
    log: {
      start: start === null || start < 0n ? null : start,
      end,
      stable: lastStableOffset < 0n ? end : lastStableOffset,
      aborted: aborted.map(({ producerId, firstOffset }) => ({ producerId, first: firstOffset })),
      bytes: records,
    },
  }
}

function failed(place: LogPlace, code: number): Answer {
  const { topic, partition, offset } = place
  const error =
    code === KafkaError.offsetOutOfRange
      ? laglineError('outOfRange', errorText('error.outOfRange', partitionKey(topic, partition), offset), {
          kafka: code,
        })
      : brokerError(code, { partition: { topic, partition } })
  return { log: null, moved: leaderMoved(code) || code === KafkaError.unknownTopicId, error }
}
