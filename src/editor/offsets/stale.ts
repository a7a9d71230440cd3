import type { GroupSnapshot } from '../../clusters/types'
import { sameCommit, type Commit } from '../../model/commits'
import { isInactive } from '../../model/groups'
import { PartitionMap } from '../../model/topics'
import type { Plan } from '../../offsets/plan-types'

/** `moved`: its offsets are others now. `active`: somebody is in it now. `free`: nobody is any more. */
export type Staleness = 'moved' | 'active' | 'free'

/** What makes a plan out of date, as far as was seen after it was made; null = nothing. */
export function stalenessOf(plan: Plan, group: GroupSnapshot | undefined): Staleness | null {
  if (group === undefined || group.at <= plan.madeAt) return null
  const inactive = isInactive(group.state)
  if (plan.refusal !== null) return !isInactive(plan.group.state) && inactive ? 'free' : null
  if (!inactive && group.state !== 'Unknown') return 'active'
  if (group.partitions === null) return null
  const now = new PartitionMap<(typeof group.partitions)[number]>()
  for (const partition of group.partitions) now.set(partition.topic, partition.partition, partition)
  const moved = plan.rows.some((row) => {
    if (!row.moves && !row.flags.includes('unchanged')) return false
    const commit = now.get(row.topic, row.partition)?.commit ?? null
    return !sameCommit(commit, row.before) || wasRead(row.before, commit)
  })
  return moved ? 'moved' : null
}

/** A share group reads on while its start offsets stand still; its lag falls. */
function wasRead(before: Commit | null, now: Commit | null): boolean {
  const [was, is] = [before?.shareLag ?? null, now?.shareLag ?? null]
  return was !== null && is !== null && is < was
}
