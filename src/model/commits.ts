import type { PartitionMap } from './topics'

/** A committed offset as the coordinator keeps it; of a share group, where one of its share-partitions starts. */
export interface Commit {
  /**
   * The next offset the group will read. A client may have committed any 64-bit number. Of a share group the start
   * offset (KIP-932): nothing below it is delivered any more, while above it records may have been already;
   * `NOT_STARTED` where it has not begun to read.
   */
  readonly offset: bigint
  /** Of the last record read; -1 = none given. */
  readonly leaderEpoch: number
  /** Empty string = none given. */
  readonly metadata: string
  /**
   * Only of a share group: offsets still to be delivered, as the broker tells (KIP-1226); null where it does not. It
   * cannot be worked out from here, and is not part of what is stored.
   */
  readonly shareLag?: bigint | null
}

/** The start offset of a share-partition that its group has not begun to read (PartitionFactory.UNINITIALIZED_START_OFFSET). */
export const NOT_STARTED = -1n

/** A group's commits; a partition without one is absent. */
export type Commits = PartitionMap<Commit>

export function sameCommit(a: Commit | null, b: Commit | null): boolean {
  if (a === null || b === null) return a === b
  return a.offset === b.offset && a.leaderEpoch === b.leaderEpoch && a.metadata === b.metadata
}
