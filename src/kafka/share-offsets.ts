import type { CommitRow } from '../model/cluster-client'
import { NOT_STARTED, type Commit, type Commits } from '../model/commits'
import { errorText, laglineError, type LaglineError } from '../model/errors'
import { KafkaError } from '../model/kafka-errors'
import { PartitionMap, type TopicPartition } from '../model/topics'
import { inGroupsOf, inTurns } from './batches'
import { brokerError, coordinatorMoved } from './broker-errors'
import type { Via } from './brokers'
import { byTopic, results, type RowResults } from './commits'
import type { Answered } from './coordinators'
import { speaks } from './versions'
import type { Answer, Api } from './wire/api'
import { alterShareGroupOffsets } from './wire/alter-share-group-offsets'
import { deleteShareGroupOffsets } from './wire/delete-share-group-offsets'
import { describeShareGroupOffsets, type DescribedShareOffsets } from './wire/describe-share-group-offsets'

/** Groups in one request: the coordinator reads the state of every share-partition for its answer. */
const describedAtOnce = 50
/** Requests to one coordinator under way at once. */
const describesAtOnce = 2

/** The broker's way to say that it cannot tell the lag (KIP-1226). */
const UNKNOWN_LAG = -1n

/** Where share groups of one coordinator start. A group that is not there comes without any. */
export async function readShareOffsets(
  via: Via,
  groups: readonly string[],
): Promise<ReadonlyMap<string, Answered<Commits>>> {
  const found = new Map<string, Answered<Commits>>()
  if (!speaks(describeShareGroupOffsets, via.ranges)) {
    for (const id of groups) found.set(id, { ok: false, error: tooOld() })
    return found
  }
  await inTurns(inGroupsOf(groups, describedAtOnce), describesAtOnce, async (some) => {
    const answer = await via.send(describeShareGroupOffsets, { groups: some })
    for (const described of answer.groups) found.set(described.group, startsOf(described))
  })
  return found
}

function startsOf({ group, error, topics }: DescribedShareOffsets): Answered<Commits> {
  if (coordinatorMoved(error)) return { moved: error }
  if (error === KafkaError.groupIdNotFound) return { ok: true, value: new PartitionMap() }
  if (error !== KafkaError.none) return { ok: false, error: brokerError(error, { group }) }
  const starts = new PartitionMap<Commit>()
  for (const { topic, partitions } of topics)
    for (const row of partitions) {
      if (coordinatorMoved(row.error)) return { moved: row.error }
      // A look that leaves out what could not be read would pass for "no start offset".
      if (row.error !== KafkaError.none) {
        const partition = { topic, partition: row.partition }
        return { ok: false, error: brokerError(row.error, { group, partition }) }
      }
      starts.set(topic, row.partition, {
        offset: row.start,
        leaderEpoch: -1,
        metadata: '',
        shareLag: lagOf(row.start, row.lag),
      })
    }
  return { ok: true, value: starts }
}

/** A start offset beyond the end of the log gives a lag below zero. */
function lagOf(start: bigint, lag: bigint | null): bigint | null {
  if (lag === null || lag === UNKNOWN_LAG || start === NOT_STARTED) return null
  return lag < 0n ? 0n : lag
}

/** Sets start offsets in one request. The broker takes any number, so what is sent was checked before. */
export async function sendShareOffsets(
  via: Via,
  group: string,
  rows: readonly CommitRow[],
): Promise<Answered<RowResults>> {
  mustSpeak(via, alterShareGroupOffsets)
  const topics = byTopic(rows).map(({ topic, rows: own }) => ({
    topic,
    partitions: own.map(({ partition, commit }) => ({ partition, start: commit.offset })),
  }))
  const answer = await via.send(alterShareGroupOffsets, { group, topics })
  if (coordinatorMoved(answer.error)) return { moved: answer.error }
  if (answer.error !== KafkaError.none)
    return { ok: false, error: brokerError(answer.error, { group, toDo: 'commit' }) }
  const codes = answer.topics.flatMap(({ topic, partitions }) =>
    partitions.map((row) => ({ topic, partition: row.partition, code: row.error })),
  )
  return { ok: true, value: results(codes, group, 'commit') }
}

/** Makes a share group forget the topics of these partitions in one request. */
export async function sendShareOffsetDelete(
  via: Via,
  group: string,
  partitions: readonly TopicPartition[],
): Promise<Answered<RowResults>> {
  mustSpeak(via, deleteShareGroupOffsets)
  const topics = [...new Set(partitions.map(({ topic }) => topic))]
  const answer = await via.send(deleteShareGroupOffsets, { group, topics })
  if (coordinatorMoved(answer.error)) return { moved: answer.error }
  if (answer.error !== KafkaError.none)
    return { ok: false, error: brokerError(answer.error, { group, toDo: 'deleteOffsets' }) }
  const codeOf = new Map(answer.topics.map(({ topic, error }) => [topic, error]))
  const codes = partitions.map(({ topic, partition }) => {
    const code = codeOf.get(topic) ?? KafkaError.none
    // Of a topic that the group does not know, nothing had to be deleted.
    return { topic, partition, code: code === KafkaError.unknownTopicOrPartition ? KafkaError.none : code }
  })
  return { ok: true, value: results(codes, group, 'deleteOffsets') }
}

function mustSpeak<Q, R extends Answer>(via: Via, api: Api<Q, R>): void {
  if (!speaks(api, via.ranges)) throw tooOld()
}

/** Share groups came with Kafka 4.0, what tells and moves their start offsets with 4.1 (KIP-932). */
function tooOld(): LaglineError {
  return laglineError('unsupported', errorText('error.unsupported.share', '4.1'))
}
