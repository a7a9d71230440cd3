import { api } from './api'
import type { Reader } from './reader'

export interface OffsetFetchRequest {
  /** Group ids; all their commits are asked for. One only before version 8. */
  readonly groups: readonly string[]
}

/** One group's commits. */
export interface FetchedGroup {
  /** Null before version 8: the one asked for. */
  readonly group: string | null
  readonly error: number
  readonly topics: readonly {
    readonly topic: string
    readonly partitions: readonly {
      readonly partition: number
      readonly offset: bigint
      readonly leaderEpoch: number
      readonly metadata: string | null
      readonly error: number
    }[]
  }[]
}

export interface OffsetFetchResponse {
  readonly throttleTimeMs: number
  readonly groups: readonly FetchedGroup[]
}

/** Committed offsets of whole groups. Many groups at once from version 8 (KIP-709). */
export const offsetFetch = api<OffsetFetchRequest, OffsetFetchResponse>({
  name: 'OffsetFetch',
  key: 9,
  versions: [8, 7, 5],
  since: '2.1',
  flexibleFrom: 6,
  write(to, version, body) {
    if (version >= 8) {
      // A null list of topics asks for all that have a commit.
      to.array(body.groups, (group) =>
        to
          .string(group)
          .array(null, () => undefined)
          .tags(),
      )
    } else {
      const [only, ...others] = body.groups
      if (only === undefined || others.length > 0)
        throw new RangeError(`OffsetFetch version ${version} takes exactly one group`)
      to.string(only).array(null, () => undefined)
    }
    // Not only stable offsets: with a transaction pending the last commit is still the answer to "where is it".
    if (version >= 7) to.bool(false)
  },
  read(from, version) {
    const throttleTimeMs = from.int32()
    if (version < 8) {
      const topics = readTopics(from)
      return { throttleTimeMs, groups: [{ group: null, error: from.int16(), topics }] }
    }
    const groups = from.array(() => {
      const group = from.string()
      const topics = readTopics(from)
      const error = from.int16()
      from.tags()
      return { group, error, topics }
    })
    return { throttleTimeMs, groups }
  },
})

function readTopics(from: Reader): FetchedGroup['topics'] {
  return from.array(() => {
    const topic = from.string()
    const partitions = from.array(() => {
      const row = {
        partition: from.int32(),
        offset: from.int64(),
        leaderEpoch: from.int32(),
        metadata: from.nullableString(),
        error: from.int16(),
      }
      from.tags()
      return row
    })
    from.tags()
    return { topic, partitions }
  })
}
