import { api } from './api'

export interface FindCoordinatorRequest {
  /** Group ids. One only before version 4 (KIP-699). */
  readonly groups: readonly string[]
}

export interface FindCoordinatorResponse {
  readonly throttleTimeMs: number
  readonly coordinators: readonly {
    /** Null before version 4: the one asked for. */
    readonly group: string | null
    /** Broker id; -1 with an error. */
    readonly broker: number
    readonly error: number
  }[]
}

/** Coordinator type 0 of the protocol. */
const group = 0

/** Which broker coordinates a group. */
export const findCoordinator = api<FindCoordinatorRequest, FindCoordinatorResponse>({
  name: 'FindCoordinator',
  key: 10,
  versions: [4, 2],
  since: '2.0',
  flexibleFrom: 3,
  write(to, version, body) {
    if (version >= 4) {
      to.int8(group).strings(body.groups)
      return
    }
    const [only, ...others] = body.groups
    if (only === undefined || others.length > 0)
      throw new RangeError(`FindCoordinator version ${version} takes exactly one group`)
    to.string(only).int8(group)
  },
  read(from, version) {
    const throttleTimeMs = from.int32()
    if (version < 4) {
      const error = from.int16()
      from.nullableString() // error message
      const broker = from.int32()
      from.string() // host
      from.int32() // port
      return { throttleTimeMs, coordinators: [{ group: null, broker, error }] }
    }
    const coordinators = from.array(() => {
      const key = from.string()
      const broker = from.int32()
      from.string() // host
      from.int32() // port
      const error = from.int16()
      from.nullableString() // error message
      from.tags()
      return { group: key, broker, error }
    })
    return { throttleTimeMs, coordinators }
  },
})
