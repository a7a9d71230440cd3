import { api } from './api'

export interface AlterShareGroupOffsetsRequest {
  readonly group: string
  readonly topics: readonly {
    readonly topic: string
    readonly partitions: readonly { readonly partition: number; readonly start: bigint }[]
  }[]
}

export interface AlterShareGroupOffsetsResponse {
  readonly throttleTimeMs: number
  /** For the whole request; the topics are empty then. */
  readonly error: number
  readonly topics: readonly {
    readonly topic: string
    readonly partitions: readonly { readonly partition: number; readonly error: number }[]
  }[]
}

/** Sets start offsets of a share group that nobody is in, and drops the state of its records (KIP-932). */
export const alterShareGroupOffsets = api<AlterShareGroupOffsetsRequest, AlterShareGroupOffsetsResponse>({
  name: 'AlterShareGroupOffsets',
  key: 91,
  versions: [0],
  since: '4.1',
  flexibleFrom: 0,
  write(to, _version, { group, topics }) {
    to.string(group).array(topics, ({ topic, partitions }) => {
      to.string(topic).array(partitions, ({ partition, start }) => to.int32(partition).int64(start).tags())
      to.tags()
    })
  },
  read(from) {
    const throttleTimeMs = from.int32()
    const error = from.int16()
    from.nullableString() // error message
    const topics = from.array(() => {
      const topic = from.string()
      from.uuid()
      const partitions = from.array(() => {
        const row = { partition: from.int32(), error: from.int16() }
        from.nullableString() // error message
        from.tags()
        return row
      })
      from.tags()
      return { topic, partitions }
    })
    return { throttleTimeMs, error, topics }
  },
})
