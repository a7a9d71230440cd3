import type { PartitionMap } from './topics'

/** A committed offset as the coordinator keeps it. */
export interface Commit {
  /** The next offset the group will read. A client may have committed any 64-bit number. */
  readonly offset: bigint
  /** Of the last record read; -1 = none given. */
  readonly leaderEpoch: number
  /** Empty string = none given. */
  readonly metadata: string
}

/** A group's commits; a partition without one is absent. */
export type Commits = PartitionMap<Commit>

export function sameCommit(a: Commit | null, b: Commit | null): boolean {
  if (a === null || b === null) return a === b
  return a.offset === b.offset && a.leaderEpoch === b.leaderEpoch && a.metadata === b.metadata
}
