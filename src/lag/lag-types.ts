/** Lag of one partition. */
export interface PartitionLag {
  /** End − max(committed, log start), at least 0; null = unknown (no commit, no leader). */
  readonly lag: number | null
  /** Offsets between the commit and the log start: deleted before the group read them. */
  readonly lost: bigint
  /** How far the commit is beyond the end (topic recreated, truncated); 0 normally. */
  readonly beyondEnd: bigint
  /** Why it is unknown; `notTold`: of a share group, by a broker before Kafka 4.2. */
  readonly unknown: 'notCommitted' | 'noLeader' | 'notTold' | null
}

/** Lag of a group, or of a topic in it. */
export interface TotalLag {
  /** Null where nothing is known. */
  readonly lag: number | null
  /** True: partitions are outside the total, so it is "at least" this. */
  readonly atLeast: boolean
  readonly partitions: number
  readonly lost: bigint
}

/**
 * How a group does. `unknown`: too little seen to say. `stopped`: nobody in it, and lag. `stuck`: an assigned
 * partition with lag whose offset stands still. `fallingBehind`: lag grows. `keepingUp`: it does not. `idle`: no lag
 * and nobody in it.
 */
export type VerdictKind = 'unknown' | 'keepingUp' | 'fallingBehind' | 'stuck' | 'stopped' | 'idle'
