import type { Commit } from '../model/commits'
import type { GroupDescription } from '../model/groups'
import type { KafkaErrorCode } from '../model/kafka-errors'
import type { TopicPartition } from '../model/topics'

/** What the cluster said about one partition when a plan was made, or checked. */
export interface PartitionFacts extends TopicPartition {
  readonly topicId: string | null
  readonly committed: Commit | null
  /** Log start offset; null = could not be read. */
  readonly start: bigint | null
  /** High watermark; null = could not be read. */
  readonly end: bigint | null
  /** For a time: the first offset at or after it; null = no record there. Absent for other scenarios. */
  readonly atTime?: bigint | null
  /** Timestamp of the record at `atTime`, epoch ms; null where the broker gives none. */
  readonly recordTime?: number | null
  /** For `fromFile` and `copyFrom`: the offset named for this partition; null = none. Absent for other scenarios. */
  readonly given?: bigint | null
  /** Why the ends could not be read; 0 = they could. */
  readonly error: KafkaErrorCode
}

/** All that a plan is made from: pure data, read in the order of offsets before ends. */
export interface GroupFacts {
  /** Epoch ms. */
  readonly readAt: number
  readonly group: GroupDescription
  /** Sorted by topic, then partition. */
  readonly partitions: readonly PartitionFacts[]
  /** Partitions of the same topics that the scope leaves out because they have no committed offset. */
  readonly leftOut: readonly TopicPartition[]
  /** Names of topics that are known to exist, as far as somebody looked; absent = nobody did. */
  readonly knownTopics?: ReadonlySet<string>
  /** When its offsets were seen to go on while nobody was in the group, epoch ms; absent = they were not. */
  readonly movedAlone?: number
}
