import { api } from './api'

export interface ListGroupsRequest {
  /** Only these states; empty = all. Not sent before version 4. */
  readonly states: readonly string[]
  /** Only these types; empty = all. Not sent before version 5. */
  readonly types: readonly string[]
}

export interface ListGroupsResponse {
  readonly throttleTimeMs: number
  readonly error: number
  readonly groups: readonly {
    readonly id: string
    readonly protocolType: string
    /** Null before version 4. */
    readonly state: string | null
    /** Null before version 5. */
    readonly type: string | null
  }[]
}

/** The groups that the asked broker coordinates. State since KIP-518, type since KIP-848. */
export const listGroups = api<ListGroupsRequest, ListGroupsResponse>({
  name: 'ListGroups',
  key: 16,
  versions: [5, 4, 2],
  since: '2.0',
  flexibleFrom: 3,
  write(to, version, body) {
    if (version >= 4) to.strings(body.states)
    if (version >= 5) to.strings(body.types)
  },
  read(from, version) {
    return {
      throttleTimeMs: from.int32(),
      error: from.int16(),
      groups: from.array(() => {
        const group = {
          id: from.string(),
          protocolType: from.string(),
          state: version >= 4 ? from.string() : null,
          type: version >= 5 ? from.string() : null,
        }
        from.tags()
        return group
      }),
    }
  },
})
