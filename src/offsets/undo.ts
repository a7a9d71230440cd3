import type { Bookmark } from '../model/bookmark'
import type { ChangeRecord, ChangeRow } from '../model/change'
import { sameCommit } from '../model/commits'
import { KafkaError } from '../model/kafka-errors'
import type { Text } from '../model/text'
import { comparePartitions, partitionKey, PartitionMap } from '../model/topics'
import type { GroupFacts, PartitionFacts } from './facts'
import type { Plan, PlanRow, RowFlag } from './plan-types'
import { emptyRefusal, groupRefusal } from './refusal'
import { planRow, readableOffset } from './rows'
import { forgettable, SHARE_MEANS, startText } from './share'
import { summarize } from './summary'
import { partitionList, say } from './texts'

/**
 * Brings back what a change replaced: the commit as it was, with leader epoch and metadata, or none where there was
 * none. Never clamps. Rows that the change did not store are left out.
 * @param facts the group's partitions of the record as they are now; a partition they lack counts as unreadable.
 * @param now epoch ms.
 */
export function undoPlan(record: ChangeRecord, facts: GroupFacts, now: number): Plan {
  const known = new PartitionMap<PartitionFacts>()
  for (const partition of facts.partitions) known.set(partition.topic, partition.partition, partition)
  const stored = record.rows.filter((row) => row.error === null).sort(comparePartitions)
  const share = facts.group.type === 'share'
  const restored = stored.map((row) =>
    restoreRow(row, known.get(row.topic, row.partition) ?? unread(row), share),
  )
  const rows = share ? forgettable(restored, facts) : restored
  const summary = summarize(rows)
  const nothing = stored.length === 0 ? say('offsets.refusal.nothingStored') : null
  return {
    cluster: record.cluster,
    group: facts.group,
    purpose: { kind: 'undo', changeId: record.id, changeAt: record.at },
    madeAt: now,
    rows,
    leftOut: [],
    summary,
    refusal: groupRefusal(facts.group) ?? nothing ?? emptyRefusal(facts.group, summary, true),
    warnings: undoWarnings(record, stored, rows, facts),
  }
}

/**
 * Takes a group back to a bookmark: every commit as it was then, with leader epoch and metadata. Never clamps. What the
 * group has committed elsewhere since stays as it is.
 * @param facts the bookmark's partitions as they are now; `leftOut`: what is committed beside them.
 * @param now epoch ms.
 */
export function bookmarkPlan(bookmark: Bookmark, facts: GroupFacts, now: number): Plan {
  const { id, at, name, cluster, group } = bookmark
  const kept = bookmark.rows.map((row) => ({ ...row, before: row.commit, after: null, error: null }))
  const record = { id, at, tool: bookmark.tool, kind: 'reset', undoes: null, state: 'verified' } as const
  const plan = undoPlan({ ...record, cluster, group, rows: kept }, facts, now)
  const warnings = lossWarnings(plan.rows, facts)
  if (facts.leftOut.length > 0)
    warnings.push(say('offsets.warning.notInBookmark', partitionList(facts.leftOut)))
  return { ...plan, purpose: { kind: 'undo', changeId: id, changeAt: at, bookmark: name }, warnings }
}

function unread({ topic, partition, topicId }: ChangeRow): PartitionFacts {
  const error = KafkaError.unknownTopicOrPartition
  return { topic, partition, topicId, committed: null, start: null, end: null, error }
}

/** A commit needs no leader, so only a partition that is gone cannot take one. Removing a commit always works. */
function restoreRow(row: ChangeRow, facts: PartitionFacts, share: boolean): PlanRow {
  const flags: RowFlag[] = []
  if (facts.committed === null) flags.push(share ? 'notStarted' : 'noCommit')
  if (row.topicId !== null && facts.topicId !== null && row.topicId !== facts.topicId)
    flags.push('topicReplaced')
  const offset = readableOffset(row.before)
  if (offset !== null && facts.start !== null && facts.end !== null)
    if (offset < facts.start || offset > facts.end) flags.push('outsideLog')
  const wanted = row.before?.offset ?? null
  if (sameCommit(facts.committed, row.before)) {
    flags.push('unchanged')
    return planRow(facts, { after: facts.committed, moves: false, flags, wanted })
  }
  if (row.before !== null && facts.error === KafkaError.unknownTopicOrPartition) {
    flags.push('unknown')
    return planRow(facts, { after: facts.committed, moves: false, flags, wanted })
  }
  return planRow(facts, { after: row.before, moves: true, flags, wanted })
}

function undoWarnings(
  record: ChangeRecord,
  stored: readonly ChangeRow[],
  rows: readonly PlanRow[],
  facts: GroupFacts,
): Text[] {
  const warnings: Text[] = []
  if (record.state === 'sent') warnings.push(say('offsets.warning.unsettled'))
  const moved = movedOn(stored, rows, facts.group.type === 'share')
  if (moved !== null) warnings.push(moved)
  return [...warnings, ...lossWarnings(rows, facts)]
}

/** What going back means where something is not there any more. */
function lossWarnings(rows: readonly PlanRow[], facts: GroupFacts): Text[] {
  const share = facts.group.type === 'share'
  const warnings: Text[] = share ? [...SHARE_MEANS] : []
  if (facts.group.state === 'Dead') warnings.push(say('offsets.warning.gone'))
  const outside = rows.filter((row) => row.moves && row.flags.includes('outsideLog'))
  if (outside.length > 0)
    warnings.push(
      say(share ? 'offsets.warning.outsideLog.share' : 'offsets.warning.outsideLog', partitionList(outside)),
    )
  const replaced = rows.filter((row) => row.moves && row.flags.includes('topicReplaced'))
  if (replaced.length > 0) warnings.push(say('offsets.warning.topicReplaced', partitionList(replaced)))
  return warnings
}

/** Compares what stands there with what that change wrote. `stored` and `rows` are in the same order. */
function movedOn(stored: readonly ChangeRow[], rows: readonly PlanRow[], share: boolean): Text | null {
  const others = stored.flatMap((row, index) => {
    const now = rows[index]?.before ?? null
    return sameCommit(now, row.after) || sameCommit(now, row.before) ? [] : [{ row, now }]
  })
  const [first] = others
  if (first === undefined) return null
  const name = partitionKey(first.row.topic, first.row.partition)
  const wrote = share ? startText(first.row.after) : (first.row.after?.offset ?? say('offsets.cell.none'))
  const found = share ? startText(first.now) : (first.now?.offset ?? say('offsets.cell.none'))
  return others.length === 1
    ? say('offsets.warning.movedOn', name, wrote, found)
    : say('offsets.warning.movedOn.more', name, wrote, found, others.length - 1)
}
