/**
 * What few people use often: the list of changes, deleting several groups or single offsets, bookmarks, and what stands
 * above a group id in a file. Made when it is first needed.
 */
import type { Bookmarks } from '../../clusters/bookmarks'
import type { Targets } from '../ask/targets'
import type { Linter } from '../../lint/index'
import type { ChangeFlow } from '../offsets/change-flow'
import type { PlanDocuments } from '../offsets/plan-documents'
import type { SeveralFlow } from '../offsets/several-flow'
import type { Parts } from '../parts'
import { BookmarkActions } from './bookmark-actions'
import { DeleteGroups } from './delete-groups'
import { DeleteOffsets } from './delete-offsets'
import { History } from './history'
import { Lenses } from './lenses'

/** What it needs of the parts that are there already. */
export interface MorePorts {
  readonly parts: Parts
  readonly targets: Targets
  readonly flow: ChangeFlow
  readonly several: SeveralFlow
  readonly documents: PlanDocuments
  readonly bookmarks: () => Promise<Bookmarks>
  readonly linter: () => Promise<Linter>
  /** Selects a group in the view of clusters. */
  readonly reveal: (cluster: string, group: string) => Promise<void>
}

export interface More {
  readonly history: History
  readonly deleteGroups: DeleteGroups
  readonly deleteOffsets: DeleteOffsets
  readonly bookmarks: BookmarkActions
  readonly lenses: Lenses
}

/** Makes everything of this file. */
export async function createMore(ports: MorePorts): Promise<More> {
  const engine = await ports.parts.engine()
  const changes = await ports.parts.changes()
  return {
    history: new History(ports, changes, engine),
    deleteGroups: new DeleteGroups(ports),
    deleteOffsets: new DeleteOffsets(ports),
    bookmarks: new BookmarkActions(ports, await ports.bookmarks()),
    lenses: new Lenses(ports, await ports.linter()),
  }
}
