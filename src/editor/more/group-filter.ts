import type { GroupSnapshot } from '../../clusters/types'

/** Which of the groups that can be deleted are meant. */
export interface GroupFilter {
  /** Part of the name; with `*` or `?` the whole name. Empty = any. Group ids are told apart by case. */
  readonly pattern: string
  /** Only those with nothing left to read, as far as it is known of every partition. */
  readonly withoutLag: boolean
  readonly types: readonly ('classic' | 'consumer' | 'share')[]
  /** Only those seen Empty without a break for this long, ms. The protocol tells no time, so more cannot be known. */
  readonly emptyForMs: number
}

/** Any group that can be deleted. */
export const ANY: GroupFilter = {
  pattern: '',
  withoutLag: false,
  types: ['classic', 'consumer', 'share'],
  emptyForMs: 0,
}

/**
 * The groups that are meant, in their order. Only Empty ones whose offsets can be read can be deleted with what undo
 * needs: no streams groups, and no share groups of brokers before Kafka 4.1.
 */
export function deletableGroups(
  groups: Iterable<GroupSnapshot>,
  filter: GroupFilter,
  now: number,
): GroupSnapshot[] {
  const matches = namePattern(filter.pattern)
  return [...groups].filter((group) => {
    if (group.state !== 'Empty' || group.type === 'streams' || group.error?.code === 'unsupported')
      return false
    if (group.type !== 'unknown' && !filter.types.includes(group.type)) return false
    if (group.type === 'unknown' && filter.types.length < ANY.types.length) return false
    if (filter.withoutLag && (group.lag?.lag !== 0 || group.lag.atLeast)) return false
    if (filter.emptyForMs > 0 && (group.emptySince === null || now - group.emptySince < filter.emptyForMs))
      return false
    return matches(group.id)
  })
}

/** A test by name: as a part of it, or, with wildcards, as the whole. */
export function namePattern(pattern: string): (name: string) => boolean {
  if (!/[*?]/.test(pattern)) return (name) => name.includes(pattern)
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.')
  const whole = new RegExp(`^${source}$`, 's')
  return (name) => whole.test(name)
}
