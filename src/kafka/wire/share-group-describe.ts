import type { TopicPartition } from '../../model/topics'
import { api } from './api'
import { readAssignment } from './consumer-group-describe'

export interface ShareGroupDescribeRequest {
  readonly groups: readonly string[]
}

/** A share group. */
export interface DescribedShareGroup {
  /** 69 for a group of another type and for none. */
  readonly error: number
  readonly id: string
  readonly state: string
  readonly epoch: number
  readonly assignor: string
  readonly members: readonly {
    readonly memberId: string
    readonly clientId: string
    readonly host: string
    /** The same partition may be held by several members. */
    readonly assignment: readonly TopicPartition[]
  }[]
}

export interface ShareGroupDescribeResponse {
  readonly throttleTimeMs: number
  readonly groups: readonly DescribedShareGroup[]
}

/** State, epoch and members of share groups (KIP-932). Version 0 was that of the early access in Kafka 4.0. */
export const shareGroupDescribe = api<ShareGroupDescribeRequest, ShareGroupDescribeResponse>({
  name: 'ShareGroupDescribe',
  key: 77,
  versions: [1],
  since: '4.1',
  flexibleFrom: 0,
  write(to, _version, { groups }) {
    to.strings(groups).bool(false) // no authorised operations
  },
  read(from) {
    return {
      throttleTimeMs: from.int32(),
      groups: from.array(() => {
        const error = from.int16()
        from.nullableString() // error message
        const id = from.string()
        const state = from.string()
        const epoch = from.int32()
        from.int32() // assignment epoch
        const assignor = from.string()
        const members = from.array(() => {
          const memberId = from.string()
          from.nullableString() // rack
          from.int32() // member epoch
          const clientId = from.string()
          const host = from.string()
          from.array(() => from.string()) // subscribed topics
          const assignment = readAssignment(from)
          from.tags()
          return { memberId, clientId, host, assignment }
        })
        from.int32() // authorised operations
        from.tags()
        return { error, id, state, epoch, assignor, members }
      }),
    }
  },
})
