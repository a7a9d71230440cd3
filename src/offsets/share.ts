/**
 * Share groups (KIP-932). Where one of their partitions starts is all that can be read and set: which records above it
 * were delivered, acknowledged or are being tried again is known to the broker only, which forgets it with every
 * change, also with one to the same offset.
 */
import { NOT_STARTED, type Commit } from '../model/commits'
import type { Text } from '../model/text'
import type { GroupFacts } from './facts'
import type { PlanRow } from './plan-types'
import { plainCommit } from './rows'
import { partitionList, say } from './texts'

/**
 * What a move does to its readers, at most. What was delivered above the start offset is delivered again, and is not
 * skipped by a start offset beyond it; the broker tells how much it is, but not where.
 * @param start and @param end of the log; @param before and @param after inside it.
 */
export function shareConsequence(
  lag: bigint | null,
  before: bigint,
  after: bigint,
  end: bigint | null,
): { readonly replayed: bigint; readonly skipped: bigint } {
  const back = before > after ? before - after : 0n
  const on = after > before ? after - before : 0n
  if (end === null) return { replayed: back, skipped: on }
  const above = end - before
  const delivered = lag === null ? above : atLeastNone(above - lag)
  const stillThere = atLeastNone(end - after)
  return {
    replayed: back + smaller(delivered, stillThere),
    skipped: lag === null ? on : smaller(on, lag),
  }
}

function atLeastNone(value: bigint): bigint {
  return value > 0n ? value : 0n
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/**
 * Rows of an undo that bring back "nothing there": Kafka makes a share group forget whole topics only, so where others
 * of the topic stay, the partition goes back to one that nobody has begun to read.
 */
export function forgettable(rows: readonly PlanRow[], facts: GroupFacts): readonly PlanRow[] {
  const staying = new Set([
    ...facts.leftOut.map(({ topic }) => topic),
    ...rows.filter((row) => row.after !== null).map(({ topic }) => topic),
  ])
  return rows.map((row) =>
    row.moves && row.after === null && staying.has(row.topic)
      ? { ...row, after: plainCommit(NOT_STARTED) }
      : row,
  )
}

/** A start offset in a sentence. */
export function startText(commit: Commit | null): Text {
  if (commit === null) return say('offsets.cell.none')
  return commit.offset === NOT_STARTED
    ? say('offsets.cell.notStarted')
    : say('offsets.cell.offset', commit.offset)
}

/** What every change of a share group means. */
export const SHARE_MEANS: readonly Text[] = [say('offsets.warning.share'), say('offsets.warning.share.again')]

/** What a person should know before a share group is moved, most telling first. */
export function shareWarnings(group: string, rows: readonly PlanRow[]): Text[] {
  const warnings = [...SHARE_MEANS]
  const moving = rows.filter((row) => row.moves)
  const begun = moving.filter((row) => !row.flags.includes('notStarted'))
  if (begun.some((row) => row.before?.shareLag === null))
    warnings.push(say('offsets.warning.share.noLag', group))
  const first = moving.filter((row) => row.flags.includes('notStarted'))
  if (first.length > 0) warnings.push(say('offsets.warning.share.firstStart', partitionList(first)))
  return warnings
}
