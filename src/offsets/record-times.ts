import type { PartitionMap, TopicPartition } from '../model/topics'
import type { Plan, PlanRow } from './plan-types'

/** So many rows of a document have the times of their records read: a person looks at no more, and a broker reads disks. */
export const MOST_TIMED = 200

/** Where the record of a row is whose time is not known. */
export interface Untimed extends TopicPartition {
  readonly offset: bigint
}

/** The rows that move to a record whose time nobody has read yet, at most `most` of them. */
export function untimed(plan: Plan, most: number): readonly Untimed[] {
  const found: Untimed[] = []
  for (const row of plan.rows) {
    if (found.length === most) break
    if (!isUntimed(row) || row.after === null) continue
    found.push({ topic: row.topic, partition: row.partition, offset: row.after.offset })
  }
  return found
}

/** The plan with times that were read; `null` and what is absent stay unknown. */
export function withRecordTimes(plan: Plan, times: PartitionMap<number | 'end' | null>): Plan {
  const rows = plan.rows.map((row) => {
    const time = isUntimed(row) ? (times.get(row.topic, row.partition) ?? null) : null
    return time === null ? row : { ...row, recordTime: time }
  })
  const asked = plan.rows.filter((row) => isUntimed(row) && times.has(row.topic, row.partition)).length
  return { ...plan, rows, timed: (plan.timed ?? 0) + asked }
}

/** How many rows move to a record inside of their log. */
export function rowsWithRecord(plan: Plan): number {
  return plan.rows.filter((row) => row.moves && isInLog(row)).length
}

function isUntimed(row: PlanRow): boolean {
  return row.moves && row.recordTime === null && isInLog(row)
}

function isInLog({ after, start, end }: PlanRow): boolean {
  return after !== null && start !== null && end !== null && after.offset >= start && after.offset < end
}
