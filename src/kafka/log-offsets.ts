import type { FoundOffset, OffsetSpec, Outcome } from '../model/cluster-client'
import { toLaglineError, type LaglineError } from '../model/errors'
import { KafkaError } from '../model/kafka-errors'
import { PartitionMap, type ClusterMetadata, type TopicPartition } from '../model/topics'
import { brokerError, leaderMoved } from './broker-errors'
import type { Brokers } from './brokers'
import type { Call } from './call'
import { earliestTimestamp, latestTimestamp, listOffsets } from './wire/list-offsets'

/** Found offsets, or why there is none, per partition. */
export type FoundOffsets = PartitionMap<Outcome<FoundOffset>>

/** Reads offsets in logs: every leader is asked once, all at the same time; those that moved, once more. */
export class LogOffsets {
  private readonly brokers: Brokers
  private readonly timestamp: bigint
  private readonly refresh: (topics: readonly string[]) => Promise<ClusterMetadata>
  private readonly call: Call
  private readonly found: FoundOffsets = new PartitionMap()
  /** Partitions to ask about once more; `lost` is the leader that was not reached and is not worth another try. */
  private readonly stale: (TopicPartition & { readonly lost: number | null })[] = []

  constructor(
    brokers: Brokers,
    at: OffsetSpec,
    refresh: (topics: readonly string[]) => Promise<ClusterMetadata>,
    call: Call,
  ) {
    this.brokers = brokers
    this.timestamp = timestampOf(at)
    this.refresh = refresh
    this.call = call
  }

  /** Never rejects where the leaders are given; otherwise with what kept them from being read. */
  async of(partitions: readonly TopicPartition[], leaders: ClusterMetadata | null): Promise<FoundOffsets> {
    // A partition named twice in one request is refused by the broker.
    const unique = new PartitionMap<TopicPartition>()
    for (const row of partitions) unique.set(row.topic, row.partition, row)
    if (unique.size === 0) return this.found
    const routed = leaders ?? (await this.refresh(unique.topicNames()))
    await this.askLeaders(this.route([...unique.keys()], routed))
    await this.askAgain()
    return this.found
  }

  private async askAgain(): Promise<void> {
    const stale = this.stale.splice(0)
    if (stale.length === 0 || this.call.ended !== null) return
    let fresh: ClusterMetadata
    try {
      fresh = await this.refresh([...new Set(stale.map(({ topic }) => topic))])
    } catch {
      // The first answers stand: they say what is wrong with these partitions better than this does.
      return
    }
    const moved = stale.filter(({ topic, partition, lost }) => {
      if (lost === null) return true
      const now = fresh.topics.get(topic)?.partitions.find((row) => row.partition === partition)
      return now?.leader !== lost
    })
    await this.askLeaders(this.route(moved, fresh))
  }

  /** By leader; what has none gets its error here. */
  private route(
    partitions: readonly TopicPartition[],
    metadata: ClusterMetadata,
  ): Map<number, PartitionMap<true>> {
    const byLeader = new Map<number, PartitionMap<true>>()
    const leadersOf = new Map<string, Map<number, number | null>>()
    for (const { topic, partition } of partitions) {
      let leaders = leadersOf.get(topic)
      if (!leaders) {
        const rows = metadata.topics.get(topic)?.partitions ?? []
        leadersOf.set(topic, (leaders = new Map(rows.map((row) => [row.partition, row.leader]))))
      }
      const leader = leaders.get(partition)
      if (leader === undefined || leader === null) {
        const code = metadata.topics.get(topic)?.error ?? KafkaError.none
        const missing =
          leader === undefined ? KafkaError.unknownTopicOrPartition : KafkaError.leaderNotAvailable
        this.fail(
          { topic, partition },
          brokerError(code === KafkaError.none ? missing : code, { partition: { topic, partition } }),
        )
        continue
      }
      let own = byLeader.get(leader)
      if (!own) byLeader.set(leader, (own = new PartitionMap()))
      own.set(topic, partition, true)
    }
    return byLeader
  }

  private async askLeaders(byLeader: ReadonlyMap<number, PartitionMap<true>>): Promise<void> {
    await Promise.all([...byLeader].map(([leader, partitions]) => this.askLeader(leader, partitions)))
  }

  private async askLeader(leader: number, partitions: PartitionMap<true>): Promise<void> {
    const topics = partitions
      .topicNames()
      .map((topic) => ({ topic, partitions: [...partitions.ofTopic(topic).keys()] }))
    try {
      const answer = await this.brokers.at(leader, this.call, (via) =>
        via.send(listOffsets, { topics, timestamp: this.timestamp }),
      )
      for (const { topic, partitions: rows } of answer.topics)
        for (const { partition, error, ...row } of rows) {
          if (error === KafkaError.none)
            this.found.set(topic, partition, { ok: true, value: foundOffset(row) })
          else this.fail({ topic, partition }, brokerError(error, { partition: { topic, partition } }))
          if (leaderMoved(error)) this.stale.push({ topic, partition, lost: null })
        }
      for (const { topic, partition } of partitions.keys())
        if (!this.found.has(topic, partition))
          this.fail(
            { topic, partition },
            brokerError(KafkaError.unknownTopicOrPartition, { partition: { topic, partition } }),
          )
    } catch (thrown) {
      const error = toLaglineError(thrown)
      for (const row of partitions.keys()) {
        this.fail(row, error)
        if (error.code !== 'timedOut' && error.code !== 'cancelled') this.stale.push({ ...row, lost: leader })
      }
    }
  }

  private fail({ topic, partition }: TopicPartition, error: LaglineError): void {
    this.found.set(topic, partition, { ok: false, error })
  }
}

function timestampOf(at: OffsetSpec): bigint {
  if (at === 'latest') return latestTimestamp
  if (at === 'earliest') return earliestTimestamp
  // Before 1970 there are no records; below zero the protocol means something else.
  return BigInt(Math.max(0, Math.trunc(at.time)))
}

function foundOffset(row: { timestamp: bigint; offset: bigint; leaderEpoch: number | null }): FoundOffset {
  const { timestamp, offset, leaderEpoch } = row
  return {
    offset: offset < 0n ? null : offset,
    timestamp: timestamp < 0n ? null : Number(timestamp),
    leaderEpoch: leaderEpoch === null || leaderEpoch < 0 ? null : leaderEpoch,
  }
}
