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
