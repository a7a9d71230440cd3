import { api } from './api'

export interface DeleteGroupsRequest {
  readonly groups: readonly string[]
}

export interface DeleteGroupsResponse {
  readonly throttleTimeMs: number
  readonly groups: readonly { readonly id: string; readonly error: number }[]
}

/** Deletes groups that have no members, with their commits. */
export const deleteGroups = api<DeleteGroupsRequest, DeleteGroupsResponse>({
  name: 'DeleteGroups',
  key: 42,
  versions: [1],
  since: '2.0',
  flexibleFrom: 2,
  write(to, _version, body) {
    to.strings(body.groups)
  },
  read(from) {
    return {
      throttleTimeMs: from.int32(),
      groups: from.array(() => ({ id: from.string(), error: from.int16() })),
    }
  },
})
