import type { Draft } from './assemble'
import { PlacedEntry, type Leaf, type PathOf } from './leaf'

/** Collects drafts by id; a draft appears with its first entry. */
export class DraftSet {
  private readonly drafts = new Map<string, Draft>()

  add(draft: Omit<Draft, 'entries'>, entry: PlacedEntry): void {
    const found = this.drafts.get(draft.id)
    if (found === undefined) this.drafts.set(draft.id, { ...draft, entries: [entry] })
    else found.entries.push(entry)
  }

  /** A framework's own key, which only rules about that framework look at. */
  addOther(key: string, leaf: Leaf, pathOf: PathOf = (name) => name): void {
    const facts = { id: 'other', role: 'other', prefix: '', parents: [], joinsGroup: false, pathOf } as const
    this.add(facts, new PlacedEntry(key, leaf))
  }

  all(): Draft[] {
    return [...this.drafts.values()]
  }
}
