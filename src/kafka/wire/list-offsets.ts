import { api } from './api'

/** `timestamp` of the request for the high watermark. */
export const latestTimestamp = -1n
/** `timestamp` of the request for the log start offset. */
export const earliestTimestamp = -2n

export interface ListOffsetsRequest {
  readonly topics: readonly {
    readonly topic: string
    /** No partition twice: the broker answers INVALID_REQUEST (42) for it. */
    readonly partitions: readonly number[]
  }[]
  /** Epoch ms, or one of the two above; the same for all partitions. */
  readonly timestamp: bigint
}

export interface ListOffsetsResponse {
  readonly throttleTimeMs: number
  readonly topics: readonly {
    readonly topic: string
    readonly partitions: readonly {
      readonly partition: number
      readonly error: number
      /** Epoch ms of the record found; -1 = none, and always with the two special timestamps. */
      readonly timestamp: bigint
      /** -1: no record at or after the time asked for. */
      readonly offset: bigint
      /** Null before version 4; -1 = not known. */
      readonly leaderEpoch: number | null
    }[]
  }[]
}

/** Replica id of a client. */
const consumer = -1
/** Isolation level: read uncommitted, so that the end is the high watermark, as Kafka's own tools show it. */
const readUncommitted = 0
/** The leader epoch we know is not compared: a client that asks once needs no fence. */
const anyEpoch = -1

/** Offsets in logs. Version 4 adds the leader epoch. */
export const listOffsets = api<ListOffsetsRequest, ListOffsetsResponse>({
  name: 'ListOffsets',
  key: 2,
  versions: [7, 3, 2],
  since: '0.11',
  flexibleFrom: 6,
  write(to, version, body) {
    to.int32(consumer).int8(readUncommitted)
    to.array(body.topics, ({ topic, partitions }) => {
      to.string(topic).array(partitions, (partition) => {
        to.int32(partition)
        if (version >= 4) to.int32(anyEpoch)
        to.int64(body.timestamp).tags()
      })
      to.tags()
    })
  },
  read(from, version) {
    return {
      throttleTimeMs: from.int32(),
      topics: from.array(() => {
        const topic = from.string()
        const partitions = from.array(() => {
          const row = {
            partition: from.int32(),
            error: from.int16(),
            timestamp: from.int64(),
            offset: from.int64(),
            leaderEpoch: version >= 4 ? from.int32() : null,
          }
          from.tags()
          return row
        })
        from.tags()
        return { topic, partitions }
      }),
    }
  },
})
