import type { CommitRow, Outcome } from '../model/cluster-client'
import type { Commit, Commits } from '../model/commits'
import type { LaglineError } from '../model/errors'
import { KafkaError } from '../model/kafka-errors'
import { PartitionMap, type TopicPartition } from '../model/topics'
import { inGroupsOf, inTurns } from './batches'
import { brokerError, coordinatorMoved } from './broker-errors'
import type { Via } from './brokers'
import type { Answered } from './coordinators'
import { chooseVersion } from './versions'
import { offsetCommit } from './wire/offset-commit'
import { offsetDelete } from './wire/offset-delete'
import { offsetFetch, type FetchedGroup } from './wire/offset-fetch'

/** Groups in one OffsetFetch: an answer of some megabytes where each has some hundred partitions. */
const fetchedAtOnce = 500
/** OffsetFetch requests under way at once where a broker takes one group only. */
const fetchesAtOnce = 16

/** What a coordinator keeps for groups of its own. */
export async function readCommitted(
  via: Via,
  groups: readonly string[],
): Promise<ReadonlyMap<string, Answered<Commits>>> {
  const many = chooseVersion(offsetFetch, via.ranges) >= 8
  const found = new Map<string, Answered<Commits>>()
  await inTurns(inGroupsOf(groups, many ? fetchedAtOnce : 1), many ? 2 : fetchesAtOnce, async (some) => {
    const answer = await via.send(offsetFetch, { groups: some })
    for (const fetched of answer.groups) {
      const id = fetched.group ?? some[0]
      if (id !== undefined) found.set(id, commitsOf(id, fetched))
    }
  })
  return found
}

function commitsOf(group: string, { error, topics }: FetchedGroup): Answered<Commits> {
  if (coordinatorMoved(error)) return { moved: error }
  if (error !== KafkaError.none) return { ok: false, error: brokerError(error, { group }) }
  const commits = new PartitionMap<Commit>()
  for (const { topic, partitions } of topics)
    for (const row of partitions) {
      // A look that leaves out what could not be read would pass for "no commit".
      if (row.error !== KafkaError.none) {
        const partition = { topic, partition: row.partition }
        return { ok: false, error: brokerError(row.error, { group, partition }) }
      }
      const { offset, leaderEpoch, metadata } = row
      commits.set(topic, row.partition, { offset, leaderEpoch, metadata: metadata ?? '' })
    }
  return { ok: true, value: commits }
}

/** Per partition: null = done. */
export type RowResults = PartitionMap<LaglineError | null>

/** Stores offsets in one request. `moved` where the coordinator has moved and so stored nothing. */
export async function sendCommit(
  via: Via,
  group: string,
  rows: readonly CommitRow[],
): Promise<Answered<RowResults>> {
  const topics = byTopic(rows).map(({ topic, rows: own }) => ({
    topic,
    partitions: own.map(({ partition, commit }) => ({ partition, ...commit })),
  }))
  const answer = await via.send(offsetCommit, { group, topics })
  const codes = answer.topics.flatMap(({ topic, partitions }) =>
    partitions.map((row) => ({ topic, partition: row.partition, code: row.error })),
  )
  const moved = codes.find(({ code }) => coordinatorMoved(code))
  // Said of the group, so of all its partitions: nothing was stored.
  if (moved && codes.every(({ code }) => coordinatorMoved(code))) return { moved: moved.code }
  return { ok: true, value: results(codes, group, 'commit') }
}

/** Deletes commits in one request. */
export async function sendOffsetDelete(
  via: Via,
  group: string,
  partitions: readonly TopicPartition[],
): Promise<Answered<RowResults>> {
  const topics = byTopic(partitions).map(({ topic, rows }) => ({
    topic,
    partitions: rows.map(({ partition }) => partition),
  }))
  const answer = await via.send(offsetDelete, { group, topics })
  if (coordinatorMoved(answer.error)) return { moved: answer.error }
  if (answer.error !== KafkaError.none)
    return { ok: false, error: brokerError(answer.error, { group, toDo: 'deleteOffsets' }) }
  const codes = answer.topics.flatMap(({ topic, partitions: rows }) =>
    rows.map((row) => ({ topic, partition: row.partition, code: row.error })),
  )
  return { ok: true, value: results(codes, group, 'deleteOffsets') }
}

/** What the broker said of each partition. */
export function results(
  codes: readonly (TopicPartition & { code: number })[],
  group: string,
  toDo: 'commit' | 'deleteOffsets',
): RowResults {
  const map: RowResults = new PartitionMap()
  for (const { topic, partition, code } of codes)
    map.set(
      topic,
      partition,
      code === KafkaError.none ? null : brokerError(code, { group, partition: { topic, partition }, toDo }),
    )
  return map
}

/** Rows by topic; a partition named twice comes once, as named last. */
export function byTopic<T extends TopicPartition>(rows: readonly T[]): { topic: string; rows: T[] }[] {
  const map = new PartitionMap<T>()
  for (const row of rows) map.set(row.topic, row.partition, row)
  return map.topicNames().map((topic) => ({ topic, rows: [...map.ofTopic(topic).values()] }))
}

/** Why a group's outcome, being one of many partitions, failed as a whole. */
export function valueOf<T>(outcome: Outcome<T> | undefined): T {
  if (outcome?.ok === true) return outcome.value
  throw outcome?.error ?? brokerError(KafkaError.coordinatorNotAvailable, {})
}
