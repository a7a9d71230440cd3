import { api } from './api'

export interface OffsetCommitRequest {
  readonly group: string
  readonly topics: readonly {
    readonly topic: string
    readonly partitions: readonly {
      readonly partition: number
      readonly offset: bigint
      /** Not sent before version 6. */
      readonly leaderEpoch: number
      readonly metadata: string
    }[]
  }[]
}

export interface OffsetCommitResponse {
  readonly throttleTimeMs?: number
  readonly topics: readonly {
    readonly topic: string
    readonly partitions: readonly { readonly partition: number; readonly error: number }[]
  }[]
}

/** Says that no member commits: the group's coordinator accepts it only while the group has none. */
const noGeneration = -1

/** Versions 2 to 4: keep the offset as long as the broker is set to. */
const brokerRetention = -1n

/** Stores offsets for a group without being its member. */
export const offsetCommit = api<OffsetCommitRequest, OffsetCommitResponse>({
  name: 'OffsetCommit',
  key: 8,
  versions: [7, 6, 5, 4, 3, 2],
  since: '0.9',
  flexibleFrom: 8,
  write(to, version, body) {
    to.string(body.group).int32(noGeneration).string('')
    if (version >= 7) to.string(null) // no instance id
    if (version <= 4) to.int64(brokerRetention)
    to.array(body.topics, ({ topic, partitions }) => {
      to.string(topic).array(partitions, (row) => {
        to.int32(row.partition).int64(row.offset)
        if (version >= 6) to.int32(row.leaderEpoch)
        to.string(row.metadata)
      })
    })
  },
  read(from, version) {
    const throttle = version >= 3 ? { throttleTimeMs: from.int32() } : {}
    const topics = from.array(() => ({
      topic: from.string(),
      partitions: from.array(() => ({ partition: from.int32(), error: from.int16() })),
    }))
    return { ...throttle, topics }
  },
})
