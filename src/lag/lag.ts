import type { Commit } from '../model/commits'
import { lagOf } from '../model/lag-rule'
import type { PartitionLag, TotalLag } from './lag-types'

/**
 * Lag of one partition, in offsets, with what the number alone hides beside it.
 * @param start log start offset. @param end high watermark. Null = unknown.
 */
export function partitionLag(commit: Commit | null, start: bigint | null, end: bigint | null): PartitionLag {
  const committed = commit === null || commit.offset < 0n ? null : commit.offset
  const lag = lagOf(committed, start, end)
  return {
    lag: lag === null ? null : Number(lag),
    lost: committed !== null && start !== null && start > committed ? start - committed : 0n,
    beyondEnd: committed !== null && end !== null && committed > end ? committed - end : 0n,
    unknown: committed === null ? 'notCommitted' : end === null ? 'noLeader' : null,
  }
}

/**
 * Lag of one share-partition, as the broker tells it: what was delivered above the start offset is known nowhere else.
 * What retention deleted below the log start may have been delivered before, so nothing of it counts as lost.
 * @param end high watermark. Null = unknown.
 */
export function shareLag(commit: Commit | null, end: bigint | null): PartitionLag {
  const from = commit === null || commit.offset < 0n ? null : commit.offset
  const told = commit?.shareLag ?? null
  return {
    lag: told === null ? null : Number(told),
    lost: 0n,
    beyondEnd: from !== null && end !== null && from > end ? from - end : 0n,
    unknown: told !== null ? null : from === null ? 'notCommitted' : 'notTold',
  }
}

/** The sum of what is known. Partitions of which nothing is known make it "at least". */
export function totalLag(partitions: Iterable<PartitionLag>): TotalLag {
  let lag: number | null = null
  let atLeast = false
  let count = 0
  let lost = 0n
  for (const partition of partitions) {
    count += 1
    lost += partition.lost
    if (partition.lag === null) atLeast = true
    else lag = (lag ?? 0) + partition.lag
  }
  return { lag, atLeast, partitions: count, lost }
}
