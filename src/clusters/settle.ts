import type { ChangeRecord, ChangeRow } from '../model/change'
import type { GroupRef } from '../model/cluster-client'
import { sameCommit, type Commit, type Commits } from '../model/commits'
import { isCancelled } from '../model/errors'
import type { Clock, Log } from '../model/ports'
import type { Changes } from './changes'
import type { Connection } from './connection'
import { readCommits, typedRef } from './facts'
import { keep, type CarryOutParts } from './record-keeping'
import { say } from './texts'
import type { ChangeOutcome } from './types'

/** How long a request of another window of ours may still be under way, ms. */
const IN_FLIGHT_MS = 60_000
/** A request that was cut off may still be on its way when the first reading back returns; asked again after this, ms. */
const SECOND_LOOK_MS = 1_000

/** The rows of a change beside what was read back. */
export function outcomeOf(record: ChangeRecord, found: Commits): ChangeOutcome {
  const done: ChangeRow[] = []
  const refused: ChangeRow[] = []
  const different: { row: ChangeRow; found: Commit | null }[] = []
  for (const row of record.rows) {
    const now = found.get(row.topic, row.partition) ?? null
    if (row.error !== null) refused.push(row)
    else if (sameCommit(now, row.after)) done.push(row)
    else different.push({ row, found: now })
  }
  return { record, done, refused, different, unsettled: [] }
}

/**
 * What a reading back tells of a record whose answer never came: rows found as planned were stored, rows found as
 * before were not, and of the others nothing can be told (the group moved on, or a share group was set to where it
 * starts): then the record stays `sent`.
 */
export function settledBy(record: ChangeRecord, found: Commits): ChangeRecord {
  let unknown = false
  const rows = record.rows.map((row) => {
    if (row.error !== null) return row
    if (tellsNothing(row)) {
      unknown = true
      return row
    }
    const now = found.get(row.topic, row.partition) ?? null
    if (sameCommit(now, row.after)) return row
    if (sameCommit(now, row.before)) return { ...row, error: say('clusters.row.notStored') }
    unknown = true
    return row
  })
  if (unknown) return { ...record, rows }
  return { ...record, rows, state: rows.every((row) => row.error === null) ? 'verified' : 'failed' }
}

/**
 * Finds out what became of a request whose answer never came; reconnects once where the connection went with it. Never
 * rejects: what cannot be found out now stays `sent`, and is settled at the next connect.
 */
export async function settleByReading(
  parts: CarryOutParts,
  record: ChangeRecord,
  ref: GroupRef,
): Promise<ChangeOutcome> {
  const { ports } = parts
  let known = record
  let found: Commits | null = null
  // The signal of who asked does not count here: what was sent has to be known.
  for (const wait of [0, SECOND_LOOK_MS]) {
    if (wait > 0) await pause(ports.clock, wait)
    try {
      found = await readThroughLoss(parts.connection, ref)
      known = settledBy(record, found)
      if (known.state === 'verified') break
    } catch (error) {
      ports.log.warn(`reading back ${record.id} failed: ${String(error)}`)
      if (isCancelled(error)) break
    }
  }
  const kept = await keep(parts, known)
  if (found === null) return unsettledOutcome(kept, kept.rows)
  const outcome = outcomeOf(kept, found)
  if (kept.state !== 'sent') return outcome
  const done = outcome.done.filter((row) => !tellsNothing(row))
  const untold = outcome.done.filter(tellsNothing)
  return {
    ...outcome,
    done,
    different: [],
    unsettled: [...outcome.different.map(({ row }) => row), ...untold],
  }
}

/** A share group set to where it starts: whether what was delivered above is forgotten cannot be read. */
function tellsNothing(row: ChangeRow): boolean {
  return sameCommit(row.before, row.after)
}

function unsettledOutcome(record: ChangeRecord, rows: readonly ChangeRow[]): ChangeOutcome {
  const refused = rows.filter((row) => row.error !== null)
  const unsettled = rows.filter((row) => row.error === null)
  return { record, done: [], refused, different: [], unsettled }
}

/** Reads; where the connection turns out to be gone, opens it anew and reads again. */
async function readThroughLoss(connection: Connection, ref: GroupRef): Promise<Commits> {
  const { signal } = new AbortController()
  const read = (): Promise<Commits> =>
    connection.use((client) => readCommits(client, typedRef(ref.id, ref.type ?? 'unknown'), signal))
  try {
    return await read()
  } catch (error) {
    if (connection.state.kind === 'connected' || connection.recoversAt === null) throw error
    await connection.connect(signal)
    return read()
  }
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve))
}

/** What settling needs of the world. */
export interface SettlePorts {
  readonly clock: Clock
  readonly log: Log
  readonly changes: Changes
}

/**
 * Reads back what a crash left as `sent`, all groups in one request. Called after connecting; rejects only when
 * cancelled. "Not stored" is believed only of a request nobody can still be waiting for.
 */
export async function settleSent(
  cluster: string,
  connection: Connection,
  ports: SettlePorts,
  signal: AbortSignal,
): Promise<void> {
  try {
    await ports.changes.reload()
    const sent = ports.changes.known(cluster).filter((record) => record.state === 'sent')
    if (sent.length === 0) return
    const types = new Map(sent.map(({ group }) => [group.id, group.type]))
    const groups = [...types].map(([id, type]) => typedRef(id, type))
    const answers = await connection.use((client) => client.committed(groups, signal))
    for (const record of sent) {
      const answer = answers.get(record.group.id)
      if (answer === undefined || !answer.ok) continue
      const settled = settledBy(record, answer.value)
      const young = ports.clock.now() - record.at < IN_FLIGHT_MS
      if (settled.state === 'sent' || (settled.state === 'failed' && young)) continue
      await ports.changes.update(settled)
      ports.log.info(`change ${record.id} was left without an answer and is ${settled.state} now`)
    }
  } catch (error) {
    if (isCancelled(error) || signal.aborted) throw error
    ports.log.error('changes left without an answer could not be settled', error)
  }
}
