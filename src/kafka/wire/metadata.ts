import { api } from './api'
import { readBroker } from './broker'

export interface MetadataRequest {
  /** Null = all topics, empty = none. */
  readonly topics: readonly string[] | null
}

export interface MetadataResponse {
  readonly throttleTimeMs: number
  readonly brokers: readonly {
    readonly id: number
    readonly host: string
    readonly port: number
    readonly rack: string | null
  }[]
  readonly clusterId: string | null
  /** -1 = none known. */
  readonly controller: number
  readonly topics: readonly {
    readonly error: number
    readonly name: string
    /** Null before version 10. */
    readonly id: string | null
    readonly internal: boolean
    readonly partitions: readonly {
      readonly error: number
      readonly partition: number
      /** -1 = none now. */
      readonly leader: number
      /** -1 = not known. */
      readonly leaderEpoch: number
      readonly replicas: readonly number[]
      readonly isr: readonly number[]
    }[]
  }[]
}

/** Brokers and where the leaders of partitions are. Leader epochs from version 7, topic ids from 10. */
export const metadata = api<MetadataRequest, MetadataResponse>({
  name: 'Metadata',
  key: 3,
  versions: [12, 6],
  since: '2.0',
  flexibleFrom: 9,
  write(to, version, body) {
    to.array(body.topics, (topic) => {
      if (version >= 10) to.uuid(null)
      to.string(topic).tags()
    })
    to.bool(false) // a misspelt topic must not come into being by a look at it
    if (version >= 8) to.bool(false) // no authorised operations
  },
  read(from, version) {
    const throttleTimeMs = from.int32()
    const brokers = from.array(() => readBroker(from))
    const clusterId = from.nullableString()
    const controller = from.int32()
    const topics = from.array(() => {
      const error = from.int16()
      const name = from.string()
      const id = version >= 10 ? from.uuid() : null
      const internal = from.bool()
      const partitions = from.array(() => {
        const row = {
          error: from.int16(),
          partition: from.int32(),
          leader: from.int32(),
          leaderEpoch: version >= 7 ? from.int32() : -1,
          replicas: from.int32s(),
          isr: from.int32s(),
        }
        from.int32s() // offline replicas
        from.tags()
        return row
      })
      if (version >= 8) from.int32() // authorised operations
      from.tags()
      return { error, name, id, internal, partitions }
    })
    return { throttleTimeMs, brokers, clusterId, controller, topics }
  },
})
