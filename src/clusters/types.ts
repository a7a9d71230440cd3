import type { ChangeRecord, ChangeRow } from '../model/change'
import type { ConnectionInfo } from '../model/cluster-client'
import type { Commit } from '../model/commits'
import type { LaglineError } from '../model/errors'
import type { Member, GroupState, GroupType } from '../model/groups'
import type { Text } from '../model/text'
import type { Broker, Topic } from '../model/topics'
import type { PartitionLag, TotalLag, VerdictKind } from '../lag/lag-types'

export type ConnectionState =
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly info: ConnectionInfo }
  | { readonly kind: 'failed'; readonly error: LaglineError }

/** One partition of a group as last seen. */
export interface GroupPartition {
  readonly topic: string
  readonly partition: number
  readonly commit: Commit | null
  /** Log start offset; null = unknown. */
  readonly start: bigint | null
  /** High watermark; null = unknown. */
  readonly end: bigint | null
  readonly lag: PartitionLag
  /** Who holds it. */
  readonly member: Member | null
}

/** One group as last seen. */
export interface GroupSnapshot {
  readonly id: string
  readonly type: GroupType
  readonly state: GroupState
  readonly protocolType: string
  /** Null = not described (yet). */
  readonly members: readonly Member[] | null
  /** Committed and assigned partitions, sorted; null = offsets not read (yet). */
  readonly partitions: readonly GroupPartition[] | null
  readonly lag: TotalLag | null
  readonly verdict: { readonly kind: VerdictKind; readonly evidence: Text }
  /** Since when it was seen Empty without a break, epoch ms; null = not Empty, or not watched. A lower bound. */
  readonly emptySince: number | null
  /** Why its offsets or members could not be read; the rest stands. */
  readonly error: LaglineError | null
  /** Epoch ms of the last successful reading. */
  readonly at: number
}

export interface TopicPartitionSnapshot {
  readonly partition: number
  readonly leader: number | null
  readonly replicas: readonly number[]
  readonly isr: readonly number[]
  readonly start: bigint | null
  readonly end: bigint | null
}

export interface TopicSnapshot {
  readonly topic: Topic
  /** Null = ends not read (yet). */
  readonly partitions: readonly TopicPartitionSnapshot[] | null
}

/** What was last seen of a cluster. Null parts have not been looked at. */
export interface ClusterSnapshot {
  readonly groups: ReadonlyMap<string, GroupSnapshot> | null
  readonly groupsError: LaglineError | null
  /** Brokers that did not list their groups: the list may not be whole. */
  readonly silentBrokers: readonly number[]
  readonly topics: ReadonlyMap<string, TopicSnapshot> | null
  readonly topicsError: LaglineError | null
  readonly brokers: readonly Broker[] | null
  readonly controllerId: number | null
}

/**
 * What somebody looks at. The sampler reads the union of all interests, in one batch per beat.
 * `groups`: the list with total lag of each. `group`: one group with its members. `topic`: ends of one topic.
 */
export type Interest =
  | { readonly kind: 'groups' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'topics' }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'brokers' }

/** Lag of a group over time, oldest first. Copies: the caller owns them. */
export interface GroupHistory {
  /** Epoch ms. */
  readonly times: Float64Array
  /** NaN = unknown at that time. Same length as `times`. */
  readonly series: readonly {
    readonly topic: string
    readonly partition: number
    readonly lag: Float64Array
  }[]
  readonly marks: readonly { readonly at: number; readonly kind: 'rebalance' | 'reset' }[]
}

/** What changed. `group` names one; null = the list, or all. `live`: the settings that files are held against. */
export type ClusterEvent =
  | { readonly kind: 'connection' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'topics' }
  | { readonly kind: 'changes'; readonly group: string }
  | { readonly kind: 'live' }

/**
 * What became of one of several groups that were to be deleted. `deleted`: the request was made, the outcome tells how
 * it went. `failed`: nothing was deleted. `notTried`: it was stopped before.
 */
export type GroupDeletion =
  | { readonly group: string; readonly kind: 'deleted'; readonly outcome: ChangeOutcome }
  | { readonly group: string; readonly kind: 'failed'; readonly error: LaglineError }
  | { readonly group: string; readonly kind: 'notTried' }

/** What became of a change, row by row, as read back from the broker. */
export interface ChangeOutcome {
  readonly record: ChangeRecord
  /** Rows that are as planned. */
  readonly done: readonly ChangeRow[]
  /** Rows the broker refused, each with its reason. */
  readonly refused: readonly ChangeRow[]
  /** Rows stored, but read back otherwise: somebody else moved them. */
  readonly different: readonly { readonly row: ChangeRow; readonly found: Commit | null }[]
  /** Rows of which nothing is known: the answer never came. Read back again later. */
  readonly unsettled: readonly ChangeRow[]
}
