import type { GroupDescription } from '../model/groups'
import type { Text } from '../model/text'
import { readableOffset } from './rows'
import type { PlanRow } from './plan-types'
import type { Scenario } from './scenario'
import { partitionList, say } from './texts'

/** A row this close to a moving log start may be overtaken by retention before anybody reads there. */
const NEAR_START_PERCENT = 1n

/** What a person should know before a reset or a seek, most telling first. */
export function planWarnings(
  { id: group, state }: GroupDescription,
  rows: readonly PlanRow[],
  scenario: Scenario,
): Text[] {
  const warnings: Text[] = []
  if (state === 'Dead') warnings.push(say('offsets.warning.creates', group))
  const first = rows.filter((row) => row.moves && row.flags.includes('noCommit'))
  if (first.length > 0 && state !== 'Dead')
    warnings.push(say('offsets.warning.firstCommit', partitionList(first)))
  // Who asks for the earliest offset knows that it is where the log begins.
  const near = scenario.kind === 'earliest' ? [] : rows.filter(isNearStart)
  if (near.length > 0) warnings.push(say('offsets.warning.nearStart', partitionList(near)))
  return warnings
}

/** Only where something was deleted already: a log that begins at 0 may well keep everything. */
function isNearStart(row: PlanRow): boolean {
  const after = readableOffset(row.after)
  if (!row.moves || after === null || row.start === null || row.end === null || row.start === 0n) return false
  if (row.end === row.start || after >= row.end) return false
  return (after - row.start) * 100n <= (row.end - row.start) * NEAR_START_PERCENT
}
