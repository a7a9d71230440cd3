import type { Commit } from './commits'
import type { GroupType } from './groups'
import type { TopicPartition } from './topics'
import type { Text } from './text'

export type ChangeKind = 'reset' | 'seek' | 'deleteGroup' | 'deleteOffsets' | 'undo'

/**
 * `planned`: written, nothing sent. `sent`: written before the request leaves, so the broker may have acted.
 * `verified`: read back and as planned, per row. `failed`: nothing, or not all, was stored; the rows tell.
 */
export type ChangeState = 'planned' | 'sent' | 'verified' | 'failed'

/** What one change does to one partition. Null = no commit. */
export interface ChangeRow extends TopicPartition {
  readonly topicId: string | null
  readonly before: Commit | null
  readonly after: Commit | null
  /** Why this row was not stored; null while it is not known to have failed. */
  readonly error: Text | null
}

/** A change, as it is kept on disk before anything is sent: what Undo needs. */
export interface ChangeRecord {
  /** `<epoch ms>-<random>`, also the file's name. */
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  /** Name and version of what wrote it. */
  readonly tool: string
  /** Name of the operating system's user who made the change; absent where it is not known. */
  readonly by?: string
  readonly kind: ChangeKind
  /** Id of the change that this one undoes. */
  readonly undoes: string | null
  readonly state: ChangeState
  readonly cluster: { readonly id: string; readonly name: string }
  readonly group: { readonly id: string; readonly type: GroupType }
  readonly rows: readonly ChangeRow[]
}
