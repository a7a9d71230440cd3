import type { ClusterClient, GroupRef } from '../model/cluster-client'
import { sameCommit, type Commits } from '../model/commits'
import { isLaglineError, laglineError } from '../model/errors'
import type { GroupDescription } from '../model/groups'
import { partitionKey, type ClusterMetadata } from '../model/topics'
import type { Plan, PlanRow } from '../offsets/plan-types'
import { groupRefusal } from '../offsets/refusal'
import { describeGroup } from './facts'
import { say } from './texts'

/**
 * The group still allows the change. Rejects with `groupActive` where somebody is in it, with `groupNotFound` where it
 * went: a commit would make it anew, which only an undo may want, or a plan that
 * says so.
 */
export async function checkGroup(
  client: ClusterClient,
  plan: Plan,
  ref: GroupRef,
  signal: AbortSignal,
): Promise<void> {
  let group: GroupDescription
  try {
    group = await describeGroup(client, ref, signal)
  } catch (error) {
    if (!isLaglineError(error) || error.code !== 'groupNotFound') throw error
    // Dead: the plan was made for a group that is not there, and says so.
    if (plan.purpose.kind === 'undo' || plan.group.state === 'Dead') return
    throw laglineError('groupNotFound', say('clusters.plan.groupGone', plan.group.id), { cause: error })
  }
  const refusal = groupRefusal(group)
  if (refusal !== null) throw laglineError('groupActive', say('clusters.active', refusal))
  // Its start offsets may stand where they stood while records above them were delivered: who joined tells.
  if (group.type === 'share' && plan.group.state !== 'Dead' && group.epoch !== plan.group.epoch)
    throw laglineError('stale', say('clusters.stale.share', group.id))
}

/** The topics are still those of the plan. Rejects with `stale`. */
export function checkTopics(plan: Plan, metadata: ClusterMetadata): void {
  for (const row of plan.rows) {
    if (!row.moves || row.topicId === null) continue
    const id = metadata.topics.get(row.topic)?.id ?? null
    if (id !== null && id !== row.topicId)
      throw laglineError('stale', say('clusters.topicReplaced', row.topic))
  }
}

/** What will be committed is still inside its log. Rejects with `outOfRange`, or with why the log cannot be read. */
export async function checkRange(
  client: ClusterClient,
  plan: Plan,
  metadata: ClusterMetadata,
  signal: AbortSignal,
): Promise<void> {
  const moving = plan.rows.filter((row) => row.moves)
  const partitions = moving.map(({ topic, partition }) => ({ topic, partition }))
  const [starts, ends] = await Promise.all([
    client.offsets(partitions, 'earliest', metadata, signal),
    client.offsets(partitions, 'latest', metadata, signal),
  ])
  for (const row of moving) {
    const start = starts.get(row.topic, row.partition)
    const end = ends.get(row.topic, row.partition)
    for (const found of [start, end])
      if (found?.ok === false)
        throw laglineError(found.error.code, noRange(row, found.error), { cause: found.error })
    const from = start?.ok === true ? start.value.offset : null
    const to = end?.ok === true ? end.value.offset : null
    const after = row.after?.offset ?? null
    if (after === null || from === null || to === null || (after >= from && after <= to)) continue
    throw laglineError('outOfRange', say('clusters.outOfRange', nameOf(row), after, from, to))
  }
}

/**
 * The group still stands where the plan saw it: offset, metadata and leader epoch of every row that the plan decided
 * on, moved or left as it is. Rejects with `stale`, naming the three values.
 */
export function checkStale(plan: Plan, now: Commits): void {
  const stale = plan.rows.filter((row) => {
    if (!row.moves && !row.flags.includes('unchanged')) return false
    return !sameCommit(now.get(row.topic, row.partition) ?? null, row.before)
  })
  const [row] = stale
  if (row === undefined) return
  const found = now.get(row.topic, row.partition) ?? null
  const none = say('clusters.stale.none')
  const before = row.before?.offset ?? none
  const after = row.after?.offset ?? none
  if (found !== null && row.before !== null && found.offset === row.before.offset)
    throw laglineError('stale', say('clusters.stale.metadata', nameOf(row), before, after))
  const values = [nameOf(row), before, after, found?.offset ?? none] as const
  throw laglineError(
    'stale',
    stale.length === 1
      ? say('clusters.stale', ...values)
      : say('clusters.stale.more', ...values, stale.length - 1),
  )
}

function nameOf(row: PlanRow): string {
  return partitionKey(row.topic, row.partition)
}

function noRange(
  row: PlanRow,
  error: { readonly text: Parameters<typeof laglineError>[1] },
): ReturnType<typeof say> {
  return say('clusters.noRange', nameOf(row), error.text)
}
