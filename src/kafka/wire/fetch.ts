import { api, type Api } from './api'

export interface FetchRequest {
  readonly topics: readonly {
    /** Name up to version 12, id from version 13 on. */
    readonly topic: string
    readonly partitions: readonly { readonly partition: number; readonly offset: bigint }[]
  }[]
  /** Of the whole answer. */
  readonly maxBytes: number
  /** Of one partition. Only the first batch of the whole answer comes whole where it is larger (KIP-74). */
  readonly eachAtMost: number
  /** 1 = up to the last stable offset, with the aborted transactions; 0 = up to the high watermark. */
  readonly isolation: 0 | 1
}

export interface FetchResponse {
  readonly throttleTimeMs: number
  /** Of the whole request; 0 before version 7. */
  readonly error: number
  readonly topics: readonly {
    /** Name up to version 12, id from version 13 on. */
    readonly topic: string
    readonly partitions: readonly FetchedPartition[]
  }[]
}

export interface FetchedPartition {
  readonly partition: number
  readonly error: number
  readonly highWatermark: bigint
  readonly lastStableOffset: bigint
  /** Null before version 5; -1 = not known. */
  readonly logStartOffset: bigint | null
  readonly aborted: readonly { readonly producerId: bigint; readonly firstOffset: bigint }[]
  readonly records: Uint8Array
}

/** Replica id of a client. */
const consumer = -1
/** Nothing to wait for: what is there is wanted now. Only a log that lies in remote storage takes its time. */
const maxWaitMs = 500
const minBytes = 0
/** Neither opens a fetch session nor belongs to one, so nothing of it stays with the broker (KIP-227). */
const noSession = { id: 0, epoch: -1 } as const
const anyEpoch = -1
const noRack = ''

/** Reads a topic by its name: for brokers, and logs, that know no topic ids. */
export const fetchByName = describe([12, 11, 4])

/** Reads a topic by its id, so that one deleted and made anew is not taken for the old one. */
export const fetchById = describe([13])

function describe(versions: readonly number[]): Api<FetchRequest, FetchResponse> {
  return api<FetchRequest, FetchResponse>({
    name: 'Fetch',
    key: 1,
    versions,
    since: '0.11',
    flexibleFrom: 12,
    write(to, version, body) {
      to.int32(consumer).int32(maxWaitMs).int32(minBytes).int32(body.maxBytes).int8(body.isolation)
      if (version >= 7) to.int32(noSession.id).int32(noSession.epoch)
      to.array(body.topics, ({ topic, partitions }) => {
        if (version >= 13) to.uuid(topic)
        else to.string(topic)
        to.array(partitions, ({ partition, offset }) => {
          to.int32(partition)
          if (version >= 9) to.int32(anyEpoch)
          to.int64(offset)
          if (version >= 12) to.int32(anyEpoch) // of the last record fetched
          if (version >= 5) to.int64(-1n) // log start offset of a follower
          to.int32(body.eachAtMost).tags()
        })
        to.tags()
      })
      if (version >= 7) to.array([], () => undefined) // topics to forget in a session
      if (version >= 11) to.string(noRack)
    },
    read(from, version) {
      const throttleTimeMs = from.int32()
      const error = version >= 7 ? from.int16() : 0
      if (version >= 7) from.int32() // session
      const topics = from.array(() => {
        const topic = version >= 13 ? (from.uuid() ?? '') : from.string()
        const partitions = from.array(() => {
          const partition = from.int32()
          const code = from.int16()
          const highWatermark = from.int64()
          const lastStableOffset = from.int64()
          const logStartOffset = version >= 5 ? from.int64() : null
          const aborted = from.array(() => {
            const row = { producerId: from.int64(), firstOffset: from.int64() }
            from.tags()
            return row
          })
          if (version >= 11) from.int32() // replica to rather read from: asked for by a rack only
          const records = from.byteString()
          from.tags()
          return {
            partition,
            error: code,
            highWatermark,
            lastStableOffset,
            logStartOffset,
            aborted,
            records,
          }
        })
        from.tags()
        return { topic, partitions }
      })
      return { throttleTimeMs, error, topics }
    },
  })
}
