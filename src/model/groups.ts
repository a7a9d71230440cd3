import type { TopicPartition } from './topics'

/** `unknown`: the broker does not tell (before 3.8) or told a type this version has no name for. */
export type GroupType = 'classic' | 'consumer' | 'share' | 'streams' | 'unknown'

/** As Kafka spells them (org.apache.kafka.common.GroupState). `Unknown` where the broker does not tell. */
export type GroupState =
  | 'PreparingRebalance'
  | 'CompletingRebalance'
  | 'Stable'
  | 'Empty'
  | 'Dead'
  | 'Assigning'
  | 'Reconciling'
  | 'NotReady'
  | 'Unknown'

/** A row of ListGroups. */
export interface GroupListing {
  readonly id: string
  readonly type: GroupType
  readonly state: GroupState
  /** `consumer`, `connect`, `share`, `streams`, or empty for a group that only ever had offsets committed. */
  readonly protocolType: string
  /** The broker that listed it is its coordinator. */
  readonly coordinator: number
}

export interface Member {
  readonly memberId: string
  /** `group.instance.id`; null for a dynamic member. */
  readonly instanceId: string | null
  readonly clientId: string
  /** As the broker saw it, without the leading slash. */
  readonly host: string
  /** What it holds now; empty while a classic group rebalances. */
  readonly assignment: readonly TopicPartition[]
}

export interface GroupDescription {
  readonly id: string
  readonly type: GroupType
  readonly state: GroupState
  readonly protocolType: string
  /** Name of the assignor in use, null where none is. */
  readonly assignor: string | null
  /** Group epoch; null for classic groups. */
  readonly epoch: number | null
  readonly coordinator: number
  readonly members: readonly Member[]
}

/** True where a commit with generation -1 can be accepted: nobody is in the group. */
export function isInactive(state: GroupState): boolean {
  return state === 'Empty' || state === 'Dead'
}
