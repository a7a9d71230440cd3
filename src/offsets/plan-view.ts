import { assertNever } from '../model/assert'
import type { Text } from '../model/text'
import { comparePartitions } from '../model/topics'
import type { PlanRow } from './plan-types'
import { consequence } from './summary'
import { listOf, say } from './texts'

export type PlanSort = 'partition' | 'replayed' | 'skipped' | 'lagAfter'

/** Which rows of a plan are shown, and in which order. What is not shown is applied all the same. */
export interface PlanView {
  readonly sort: PlanSort
  /** True: only rows that move. */
  readonly onlyMoved: boolean
  /** Part of a topic's name, in any case; empty = all topics. */
  readonly topic: string
}

export const WHOLE_PLAN: PlanView = { sort: 'partition', onlyMoved: false, topic: '' }

/** The rows as `view` wants them; those with the same value stay in the order of their partitions. */
export function viewRows(rows: readonly PlanRow[], view: PlanView): readonly PlanRow[] {
  const topic = view.topic.toLowerCase()
  const chosen = rows.filter(
    (row) => (!view.onlyMoved || row.moves) && (topic === '' || row.topic.toLowerCase().includes(topic)),
  )
  if (view.sort === 'partition') return chosen
  const sort = view.sort
  return chosen
    .map((row) => ({ row, weight: weightOf(row, sort) }))
    .sort((a, b) => (a.weight < b.weight ? 1 : a.weight > b.weight ? -1 : comparePartitions(a.row, b.row)))
    .map(({ row }) => row)
}

/** Unknown comes last. */
function weightOf(row: PlanRow, sort: Exclude<PlanSort, 'partition'>): bigint | number {
  switch (sort) {
    case 'replayed':
      return row.moves ? consequence(row).replayed : 0n
    case 'skipped':
      return row.moves ? consequence(row).skipped : 0n
    case 'lagAfter':
      return row.lagAfter ?? -1
    default:
      return assertNever(sort)
  }
}

/** Says that not everything is shown, or not in its usual order; null = everything is. */
export function viewText(view: PlanView, shown: number, of: number): Text | null {
  const parts: (Text | string)[] = []
  if (view.onlyMoved) parts.push(say('offsets.view.onlyMoved'))
  if (view.topic !== '') parts.push(say('offsets.view.topic', view.topic))
  if (view.sort !== 'partition') parts.push(say(`offsets.view.sort.${view.sort}`))
  return parts.length === 0 ? null : say('offsets.view', shown, of, listOf(parts))
}
