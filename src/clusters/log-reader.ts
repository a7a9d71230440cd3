import type { OffsetSpec, Outcome } from '../model/cluster-client'
import { errorText, laglineError } from '../model/errors'
import type { FetchedLog, FetchLimits, LogPlace, LogSource } from '../model/records'
import { partitionKey, type PartitionMap, type TopicPartition } from '../model/topics'
import type { Connection } from './connection'
import { readCommits } from './facts'
import type { Planner } from './planning'

/** Leaders known for so long, ms, are still asked first; one that moved says so, and then they are read anew. */
const leadersFreshMs = 30_000

/** Looks into the logs of one cluster, without a group: nothing of it stays there. */
export class LogReader implements LogSource {
  private readonly connection: Connection
  private readonly planner: Planner

  constructor(connection: Connection, planner: Planner) {
    this.connection = connection
    this.planner = planner
  }

  fetch(place: LogPlace, limits: FetchLimits, signal: AbortSignal): Promise<FetchedLog> {
    return this.connection.use(async (client) => {
      const leaders = await this.planner.metadataFor(client, [place.topic], leadersFreshMs, signal)
      return client.fetch(place, limits, leaders, signal)
    })
  }

  /** Pieces of many logs: one request for each leader, and one more where the leaders are not known or have moved. */
  fetchEach(
    places: readonly LogPlace[],
    limits: FetchLimits,
    signal: AbortSignal,
  ): Promise<PartitionMap<Outcome<FetchedLog>>> {
    return this.connection.use(async (client) => {
      const topics = [...new Set(places.map(({ topic }) => topic))].sort()
      const leaders = await this.planner.metadataFor(client, topics, leadersFreshMs, signal)
      return client.fetchEach(places, limits, leaders, signal)
    })
  }

  async endOf(at: TopicPartition, end: 'earliest' | 'latest', signal: AbortSignal): Promise<bigint> {
    const offset = await this.find(at, end, signal)
    if (offset !== null) return offset
    const name = partitionKey(at.topic, at.partition)
    throw laglineError('unknownPartition', errorText('error.unknownPartition', name))
  }

  /** The offset of a place in a log; null where no record is that young. Two requests at most. */
  find({ topic, partition }: TopicPartition, spec: OffsetSpec, signal: AbortSignal): Promise<bigint | null> {
    return this.connection.use(async (client) => {
      const leaders = await this.planner.metadataFor(client, [topic], leadersFreshMs, signal)
      const found = (await client.offsets([{ topic, partition }], spec, leaders, signal)).get(
        topic,
        partition,
      )
      if (found?.ok === true) return found.value.offset
      const name = partitionKey(topic, partition)
      throw found?.error ?? laglineError('unknownPartition', errorText('error.unknownPartition', name))
    })
  }

  /** What a group has committed there now; null = nothing. */
  committed(
    group: string,
    { topic, partition }: TopicPartition,
    signal: AbortSignal,
  ): Promise<bigint | null> {
    return this.connection.use(async (client) => {
      const commits = await readCommits(client, this.planner.ref(group), signal)
      const offset = commits.get(topic, partition)?.offset ?? null
      // A negative offset can be stored, and Kafka's clients read it as none.
      return offset === null || offset < 0n ? null : offset
    })
  }
}
