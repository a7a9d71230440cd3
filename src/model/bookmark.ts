import type { Commit } from './commits'
import type { GroupType } from './groups'
import type { TopicPartition } from './topics'

/** A commit as it stood when a bookmark was made. */
export interface BookmarkRow extends TopicPartition {
  readonly topicId: string | null
  readonly commit: Commit
}

/** A group's offsets, kept under a name that a person chose. */
export interface Bookmark {
  /** `<epoch ms>-<random>`, also the file's name. */
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  /** Name and version of what wrote it. */
  readonly tool: string
  /** Name of the operating system's user who made it; absent where it is not known. */
  readonly by?: string
  readonly name: string
  readonly cluster: { readonly id: string; readonly name: string }
  readonly group: { readonly id: string; readonly type: GroupType }
  readonly rows: readonly BookmarkRow[]
}
