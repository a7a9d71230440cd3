import { api } from './api'

export interface DescribeShareGroupOffsetsRequest {
  /** Group ids; the start offsets of all their partitions are asked for. */
  readonly groups: readonly string[]
}

/** One share group's start offsets. */
export interface DescribedShareOffsets {
  readonly group: string
  /** For the whole group; the topics are empty then. */
  readonly error: number
  readonly topics: readonly {
    readonly topic: string
    readonly partitions: readonly {
      readonly partition: number
      /** Share-partition start offset; -1 = the group knows the partition, but has not begun to read it. */
      readonly start: bigint
      /** Records still to be delivered; null before version 1, -1 = the broker cannot tell. */
      readonly lag: bigint | null
      readonly error: number
    }[]
  }[]
}

export interface DescribeShareGroupOffsetsResponse {
  readonly throttleTimeMs: number
  readonly groups: readonly DescribedShareOffsets[]
}

/** Where share groups stand (KIP-932). Version 1 adds the lag (KIP-1226). */
export const describeShareGroupOffsets = api<
  DescribeShareGroupOffsetsRequest,
  DescribeShareGroupOffsetsResponse
>({
  name: 'DescribeShareGroupOffsets',
  key: 90,
  versions: [1, 0],
  since: '4.1',
  flexibleFrom: 0,
  write(to, _version, { groups }) {
    // A null list of topics asks for all.
    to.array(groups, (group) =>
      to
        .string(group)
        .array(null, () => undefined)
        .tags(),
    )
  },
  read(from, version) {
    return {
      throttleTimeMs: from.int32(),
      groups: from.array(() => {
        const group = from.string()
        const topics = from.array(() => {
          const topic = from.string()
          from.uuid()
          const partitions = from.array(() => {
            const partition = from.int32()
            const start = from.int64()
            from.int32() // leader epoch
            const lag = version >= 1 ? from.int64() : null
            const error = from.int16()
            from.nullableString() // error message
            from.tags()
            return { partition, start, lag, error }
          })
          from.tags()
          return { topic, partitions }
        })
        const error = from.int16()
        from.nullableString() // error message
        from.tags()
        return { group, error, topics }
      }),
    }
  },
})
