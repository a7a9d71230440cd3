import { api } from './api'
import { readBroker } from './broker'

export interface DescribeClusterResponse {
  readonly throttleTimeMs: number
  readonly error: number
  readonly clusterId: string
  /** -1 = none known. */
  readonly controller: number
  readonly brokers: readonly {
    readonly id: number
    readonly host: string
    readonly port: number
    readonly rack: string | null
  }[]
}

/** The cluster's id and brokers without any topic (KIP-700). */
export const describeCluster = api<Record<string, never>, DescribeClusterResponse>({
  name: 'DescribeCluster',
  key: 60,
  versions: [0],
  since: '2.8',
  flexibleFrom: 0,
  write(to) {
    to.bool(false) // no authorised operations
  },
  read(from) {
    const throttleTimeMs = from.int32()
    const error = from.int16()
    from.nullableString() // error message
    const clusterId = from.string()
    const controller = from.int32()
    const brokers = from.array(() => readBroker(from))
    from.int32() // authorised operations
    return { throttleTimeMs, error, clusterId, controller, brokers }
  },
})
