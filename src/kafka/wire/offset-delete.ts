import { api } from './api'

export interface OffsetDeleteRequest {
  readonly group: string
  readonly topics: readonly { readonly topic: string; readonly partitions: readonly number[] }[]
}

export interface OffsetDeleteResponse {
  readonly throttleTimeMs: number
  /** For the whole request; the topics are empty then. */
  readonly error: number
  readonly topics: readonly {
    readonly topic: string
    readonly partitions: readonly { readonly partition: number; readonly error: number }[]
  }[]
}

/** Deletes a group's commits for partitions that no live member subscribes to (KIP-496). */
export const offsetDelete = api<OffsetDeleteRequest, OffsetDeleteResponse>({
  name: 'OffsetDelete',
  key: 47,
  versions: [0],
  since: '2.4',
  flexibleFrom: null,
  write(to, _version, body) {
    to.string(body.group).array(body.topics, ({ topic, partitions }) => {
      to.string(topic).int32s(partitions)
    })
  },
  read(from) {
    const error = from.int16()
    return {
      error,
      throttleTimeMs: from.int32(),
      topics: from.array(() => ({
        topic: from.string(),
        partitions: from.array(() => ({ partition: from.int32(), error: from.int16() })),
      })),
    }
  },
})
