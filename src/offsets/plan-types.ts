import type { Commit } from '../model/commits'
import type { KafkaErrorCode } from '../model/kafka-errors'
import type { Text } from '../model/text'
import type { TopicPartition } from '../model/topics'
import type { GroupDescription } from '../model/groups'
import type { Scenario, Scope } from './scenario'

/**
 * What is special about a row.
 * `clampedToStart`/`clampedToEnd`: the wanted offset is outside the log. `pastEnd`: no record at or after the time, so
 * the end. `noCommit`: nothing was committed before. `unchanged`: already there. `noLeader`/`unknown`: cannot be moved
 * now. `noBase`: cannot be moved because no offset is committed to count from; `noSource`: because the group that is
 * copied has committed nothing there. `notStarted`/`sameStart` (share groups only): there was no start offset; it stays
 * the same, and what was delivered above it is delivered again. `outsideLog`/`topicReplaced` (undo only): what is restored is now outside the log, or the topic's id changed.
 */
export type RowFlag =
  | 'clampedToStart'
  | 'clampedToEnd'
  | 'pastEnd'
  | 'noCommit'
  | 'unchanged'
  | 'noLeader'
  | 'unknown'
  | 'noBase'
  | 'noSource'
  | 'notStarted'
  | 'sameStart'
  | 'outsideLog'
  | 'topicReplaced'

export interface PlanRow extends TopicPartition {
  readonly topicId: string | null
  readonly before: Commit | null
  /** What will stand there. Null = no commit (undo of a first commit). For rows that cannot move it equals `before`. */
  readonly after: Commit | null
  /** True: part of the request. False: stands in the plan with its reason, is not sent. */
  readonly moves: boolean
  readonly start: bigint | null
  readonly end: bigint | null
  readonly flags: readonly RowFlag[]
  /** Why its log could not be read, as the broker says; absent where it could. */
  readonly error?: KafkaErrorCode
  /** Offset the scenario asked for before clamping; null where it names none. */
  readonly wanted: bigint | null
  /** Null = unknown. Architecture's rule: end − max(committed, start), at least 0. */
  readonly lagBefore: number | null
  readonly lagAfter: number | null
  /** Timestamp of the record at the new offset, epoch ms; `end` = the log has none there; null = it is not known. */
  readonly recordTime: number | 'end' | null
}

/** Consequences in numbers. Offsets, not records: logs may be compacted or hold transaction markers. */
export interface PlanSummary {
  readonly partitions: number
  readonly topics: number
  readonly moved: number
  readonly unchanged: number
  readonly clamped: number
  /** Rows that cannot be moved now. */
  readonly blocked: number
  /** Sum over rows that go back: offsets that will be read again. */
  readonly replayed: bigint
  /** Sum over rows that go forward: offsets that will never be read. */
  readonly skipped: bigint
}

export type PlanPurpose =
  | { readonly kind: 'reset'; readonly scenario: Scenario; readonly scope: Scope }
  | { readonly kind: 'seek'; readonly scenario: Scenario; readonly scope: Scope }
  | {
      readonly kind: 'undo'
      readonly changeId: string
      readonly changeAt: number
      /** Name of the bookmark that is gone back to; `changeId` and `changeAt` are then its own. */
      readonly bookmark?: string
    }

/** A change, worked out and not yet carried out. Pure data; the same for 3 or 3,000 partitions. */
export interface Plan {
  readonly cluster: { readonly id: string; readonly name: string }
  readonly group: GroupDescription
  readonly purpose: PlanPurpose
  /** Epoch ms. */
  readonly madeAt: number
  readonly rows: readonly PlanRow[]
  readonly leftOut: readonly TopicPartition[]
  readonly summary: PlanSummary
  /** Why it cannot be applied (members, group type); null = it can. */
  readonly refusal: Text | null
  /** How many rows had the times of their records read afterwards; absent = nobody asked. */
  readonly timed?: number
  /** What a person should know before: Connect/Streams by name, undo of a group that moved on, … */
  readonly warnings: readonly Text[]
}
