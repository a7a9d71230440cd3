import type { Entry, LintDocument, Role, TextRange } from './document'
import { hasPlaceholder } from './placeholder'

/** A place in a file that names a consumer group. */
export interface NamedGroup {
  readonly group: string
  /** Of the key. */
  readonly range: TextRange
}

/** By whose settings it is: the key whose value is the id of the group that its client joins. */
const KEYS: Partial<Record<Role, string>> = {
  consumer: 'group.id',
  client: 'group.id',
  streams: 'application.id',
}

/** Every place in a document that names a group; of a key set twice in one block only the one that holds. */
export function groupsNamed({ blocks }: Pick<LintDocument, 'blocks'>): NamedGroup[] {
  const found = new Map<number, NamedGroup>()
  for (const { role, entries } of blocks) {
    const key = KEYS[role]
    const entry = key === undefined ? undefined : entries.findLast((each) => each.key === key)
    const group = entry === undefined ? null : groupOf(entry)
    if (entry !== undefined && group !== null)
      found.set(entry.keyRange.start, {
        group,
        range: { start: entry.keyRange.start, end: entry.keyRange.end },
      })
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start)
}

function groupOf({ value }: Entry): string | null {
  return value === null || value === '' || hasPlaceholder(value) ? null : value
}
