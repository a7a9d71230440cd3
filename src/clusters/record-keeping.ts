import type { ChangeRecord } from '../model/change'
import type { LaglineError } from '../model/errors'
import type { Clock, Log, NewId } from '../model/ports'
import type { ClusterSettings } from '../model/settings'
import type { Changes } from './changes'
import type { Connection } from './connection'
import type { Planner } from './planning'
import { say } from './texts'

/** What carrying out a change needs. */
export interface CarryOutParts {
  readonly settings: ClusterSettings
  readonly connection: Connection
  readonly planner: Planner
  readonly ports: {
    readonly clock: Clock
    readonly log: Log
    readonly changes: Changes
    readonly newId: NewId
  }
}

/** Ends a change that never reached the broker; returns the error to reject with. */
export async function fail(
  parts: CarryOutParts,
  record: ChangeRecord,
  error: LaglineError,
): Promise<LaglineError> {
  const rows = record.rows.map((row) => ({ ...row, error: say('clusters.row.notSent', error.text) }))
  await keep(parts, { ...record, state: 'failed', rows })
  return error
}

/** Writes a newer state of a record. The change itself is over, so a disk that fails now is logged and not more. */
export async function keep(parts: CarryOutParts, record: ChangeRecord): Promise<ChangeRecord> {
  try {
    return await parts.ports.changes.update(record)
  } catch (error) {
    parts.ports.log.error(`the state of change ${record.id} could not be written`, error)
    return record
  }
}
