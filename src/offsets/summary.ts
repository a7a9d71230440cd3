import type { Text } from '../model/text'
import type { Plan, PlanRow, PlanSummary } from './plan-types'
import { readableOffset } from './rows'
import { shareConsequence } from './share'
import { listOf, partitionCount, say } from './texts'

/**
 * Consequences in numbers, in offsets. Only what is in the log counts: going back from a commit beyond the end does
 * not replay what never was there, going forward over deleted offsets does not skip them once more.
 */
export function summarize(rows: readonly PlanRow[]): PlanSummary {
  let moved = 0
  let unchanged = 0
  let clamped = 0
  let replayed = 0n
  let skipped = 0n
  let topics = 0
  let topic: string | null = null
  const seen = new Set<string>()
  for (const row of rows) {
    if (row.topic !== topic) {
      topic = row.topic
      if (!seen.has(topic)) topics += 1
      seen.add(topic)
    }
    if (row.flags.includes('unchanged')) unchanged += 1
    if (row.flags.includes('clampedToStart') || row.flags.includes('clampedToEnd')) clamped += 1
    if (!row.moves) continue
    moved += 1
    const change = consequence(row)
    replayed += change.replayed
    skipped += change.skipped
  }
  const blocked = rows.length - moved - unchanged
  return { partitions: rows.length, topics, moved, unchanged, clamped, blocked, replayed, skipped }
}

/** What one row does to its reader, of a share group at most; both are 0 where nothing was or will be committed. */
export function consequence(row: PlanRow): { readonly replayed: bigint; readonly skipped: bigint } {
  const before = inLog(row, readableOffset(row.before))
  const after = inLog(row, readableOffset(row.after))
  if (before === null || after === null) return { replayed: 0n, skipped: 0n }
  const shareLag = row.before?.shareLag
  if (shareLag !== undefined) return shareConsequence(shareLag, before, after, row.end)
  if (before === after) return { replayed: 0n, skipped: 0n }
  return after < before
    ? { replayed: before - after, skipped: 0n }
    : { replayed: 0n, skipped: after - before }
}

function inLog(row: PlanRow, offset: bigint | null): bigint | null {
  if (offset === null) return null
  if (row.end !== null && offset > row.end) return row.end
  if (row.start !== null && offset < row.start) return row.start
  return offset
}

/** `Skips 0 offsets, replays 46,310. 6 partitions: 4 move, 1 unchanged, 1 clamped.` */
export function summaryText(plan: Pick<Plan, 'summary' | 'group'>): Text {
  const { summary, group } = plan
  return say(
    group.type === 'share' ? 'offsets.summary.share' : 'offsets.summary',
    summary.skipped,
    summary.replayed,
    partitionCount(summary.partitions),
    summaryParts(summary),
  )
}

/** `4 move, 1 unchanged, 1 clamped`: what is zero is left out, except that nothing moves. */
export function summaryParts(summary: PlanSummary): Text | string {
  const parts = [
    summary.moved === 1 ? say('offsets.part.move.one') : say('offsets.part.move.many', summary.moved),
  ]
  if (summary.unchanged > 0) parts.push(say('offsets.part.unchanged', summary.unchanged))
  if (summary.clamped > 0) parts.push(say('offsets.part.clamped', summary.clamped))
  if (summary.blocked === 1) parts.push(say('offsets.part.blocked.one'))
  if (summary.blocked > 1) parts.push(say('offsets.part.blocked.many', summary.blocked))
  return listOf(parts)
}
