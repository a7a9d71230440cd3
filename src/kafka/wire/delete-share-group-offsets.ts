import { api } from './api'

export interface DeleteShareGroupOffsetsRequest {
  readonly group: string
  /** Whole topics: there is no way to name a partition. */
  readonly topics: readonly string[]
}

export interface DeleteShareGroupOffsetsResponse {
  readonly throttleTimeMs: number
  /** For the whole request; the topics are empty then. */
  readonly error: number
  readonly topics: readonly { readonly topic: string; readonly error: number }[]
}

/** Makes a share group that nobody is in forget topics (KIP-932). */
export const deleteShareGroupOffsets = api<DeleteShareGroupOffsetsRequest, DeleteShareGroupOffsetsResponse>({
  name: 'DeleteShareGroupOffsets',
  key: 92,
  versions: [0],
  since: '4.1',
  flexibleFrom: 0,
  write(to, _version, { group, topics }) {
    to.string(group).array(topics, (topic) => to.string(topic).tags())
  },
  read(from) {
    const throttleTimeMs = from.int32()
    const error = from.int16()
    from.nullableString() // error message
    const topics = from.array(() => {
      const topic = from.string()
      from.uuid()
      const row = { topic, error: from.int16() }
      from.nullableString() // error message
      from.tags()
      return row
    })
    return { throttleTimeMs, error, topics }
  },
})
