import { api } from './api'

export interface DescribeGroupsRequest {
  readonly groups: readonly string[]
}

/** A classic group. */
export interface DescribedGroup {
  readonly error: number
  readonly id: string
  /** `Dead` for a group that does not exist and for one of another type. */
  readonly state: string
  readonly protocolType: string
  /** Name of the assignor; empty unless the group is Stable. */
  readonly protocol: string
  readonly members: readonly {
    readonly memberId: string
    readonly instanceId: string | null
    readonly clientId: string
    readonly host: string
    /** In the form of the protocol type; empty unless the group is Stable. */
    readonly assignment: Uint8Array
  }[]
}

export interface DescribeGroupsResponse {
  readonly throttleTimeMs: number
  readonly groups: readonly DescribedGroup[]
}

/** State and members of classic groups. Version 4 adds the instance id. */
export const describeGroups = api<DescribeGroupsRequest, DescribeGroupsResponse>({
  name: 'DescribeGroups',
  key: 15,
  versions: [5, 4],
  since: '2.4',
  flexibleFrom: 5,
  write(to, _version, body) {
    to.strings(body.groups).bool(false) // no authorised operations
  },
  read(from) {
    return {
      throttleTimeMs: from.int32(),
      groups: from.array(() => {
        const error = from.int16()
        const id = from.string()
        const state = from.string()
        const protocolType = from.string()
        const protocol = from.string()
        const members = from.array(() => {
          const memberId = from.string()
          const instanceId = from.nullableString()
          const clientId = from.string()
          const host = from.string()
          from.byteString() // subscription
          const assignment = from.byteString()
          from.tags()
          return { memberId, instanceId, clientId, host, assignment }
        })
        from.int32() // authorised operations
        from.tags()
        return { error, id, state, protocolType, protocol, members }
      }),
    }
  },
})
