import type { Outcome } from '../model/cluster-client'
import { isLaglineError } from '../model/errors'
import type { FetchedLog, FetchLimits, LogPlace } from '../model/records'
import { PartitionMap } from '../model/topics'
import { readEntries } from './entries'

/** Reads pieces of many logs at once; at most one place in each partition. */
export interface ManyLogs {
  fetchEach(
    places: readonly LogPlace[],
    limits: FetchLimits,
    signal: AbortSignal,
  ): Promise<PartitionMap<Outcome<FetchedLog>>>
}

/** Epoch ms of a record; `end` = nothing but markers is left of the log; null = it could not be read, or has no time. */
export type RecordTime = number | 'end' | null

/** Bytes: of a batch as producers mostly write them at first, then of one as large as a topic takes by default. */
const firstLook = { maxBytes: 4 * 1024 * 1024, eachAtMost: 16 * 1024, isolation: 'all' } as const
const widerLook = { maxBytes: 8 * 1024 * 1024, eachAtMost: 1_100_000, isolation: 'all' } as const
/** A broker leaves out what does not fit into an answer: so often it is asked once more. */
const mostLooks = 8

/**
 * The time of the first record at or after each place: mostly one request for each leader. Rejects only where nothing
 * could be read at all, or with `cancelled`.
 */
export async function recordTimes(
  logs: ManyLogs,
  places: readonly LogPlace[],
  signal: AbortSignal,
): Promise<PartitionMap<RecordTime>> {
  const times = new PartitionMap<RecordTime>()
  let left = places
  for (let looks = 0; looks < mostLooks && left.length > 0; looks++) {
    const found = await logs.fetchEach(left, looks === 0 ? firstLook : widerLook, signal)
    left = left.flatMap((place) => {
      const { topic, partition } = place
      const outcome = found.get(topic, partition)
      const seen = outcome?.ok === true ? timeIn(outcome.value, place.offset) : { time: null }
      if ('next' in seen) return [{ ...place, offset: seen.next }]
      times.set(topic, partition, seen.time)
      return []
    })
  }
  return times
}

/** `next`: the record is not among these bytes, and this is where to look on. */
function timeIn(
  { bytes, end }: FetchedLog,
  offset: bigint,
): { readonly time: RecordTime } | { readonly next: bigint } {
  if (offset >= end) return { time: 'end' }
  let next = offset
  try {
    for (const { last, entries } of readEntries(bytes, 'undecided')) {
      for (const entry of entries) {
        if (entry.kind === 'record' && entry.offset >= offset) return { time: entry.timestamp }
        if (entry.kind === 'unreadable' && entry.to >= offset) return { time: null }
      }
      if (last >= next) next = last + 1n
    }
  } catch (error) {
    if (!isLaglineError(error)) throw error
    return { time: null }
  }
  return next >= end ? { time: 'end' } : { next }
}
