import type { ChangeKind, ChangeRecord, ChangeRow } from '../model/change'
import type { ClusterClient, GroupRef } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { cancelled, laglineError, toLaglineError, type LaglineError } from '../model/errors'
import type { GroupDescription } from '../model/groups'
import { KafkaError } from '../model/kafka-errors'
import type { Plan, PlanRow } from '../offsets/plan-types'
import { checkGroup, checkRange, checkStale, checkTopics } from './checks'
import { readCommits, refOf, typedRef } from './facts'
import { NOBODY, readOnlyError, type Planner } from './planning'
import { fail, keep, type CarryOutParts } from './record-keeping'
import { outcomeOf, settleByReading } from './settle'
import { say } from './texts'
import type { ChangeOutcome } from './types'

/**
 * Carries a plan out in the one safe order: record on disk, group still without members, log range, `sent` on disk,
 * offsets still those of the plan, one request, read back. The stale check comes last because the broker has no
 * compare-and-set: what is left unguarded is the time between two requests on one connection.
 */
export class CarryOut {
  private readonly parts: CarryOutParts

  constructor(parts: CarryOutParts) {
    this.parts = parts
  }

  /** Rejects where nothing was changed; the record then says `failed`. */
  async apply(plan: Plan, signal: AbortSignal): Promise<ChangeOutcome> {
    const { settings, ports } = this.parts
    if (plan.cluster.id !== settings.id) throw laglineError('invalidInput', say('clusters.otherCluster'))
    if (settings.readOnly) throw readOnlyError(settings)
    if (plan.refusal !== null) throw laglineError('groupActive', plan.refusal)
    if (signal.aborted) throw cancelled()
    let record = await ports.changes.create(this.draft(plan))
    try {
      record = await this.parts.connection.use((client) => this.check(client, plan, record, signal))
      return await this.send(plan, record, signal)
    } catch (error) {
      throw await fail(this.parts, record, toLaglineError(error))
    }
  }

  /** (6) of the order of work; ends with the record `sent`. */
  private async check(
    client: ClusterClient,
    plan: Plan,
    record: ChangeRecord,
    signal: AbortSignal,
  ): Promise<ChangeRecord> {
    const { planner, ports } = this.parts
    await checkGroup(client, plan, planner.ref(plan.group.id), signal)
    if (plan.purpose.kind !== 'undo') {
      const topics = [...new Set(plan.rows.map((row) => row.topic))].sort()
      // Read anew: a topic that was deleted and made again has another id, and its offsets mean other records.
      const metadata = await planner.readMetadata(client, topics, signal)
      checkTopics(plan, metadata)
      await checkRange(client, plan, metadata, signal)
    }
    if (signal.aborted) throw cancelled()
    return ports.changes.update({ ...record, state: 'sent' })
  }

  /** From here on the broker may have acted, whatever goes wrong. */
  private async send(plan: Plan, record: ChangeRecord, signal: AbortSignal): Promise<ChangeOutcome> {
    const ref = groupRefOf(plan.group, this.parts.planner)
    try {
      const answered = await this.parts.connection.use(async (client) => {
        checkStale(plan, await readCommits(client, ref, signal))
        if (signal.aborted) throw cancelled()
        return this.request(client, plan, record, ref, signal)
      })
      return await this.readBack(answered, ref)
    } catch (error) {
      const failure = toLaglineError(error)
      if (!failure.maybeSent) throw failure
      this.parts.ports.log.warn(`the answer to ${record.id} did not come: ${failure.message}; reading back`)
      return settleByReading(this.parts, record, ref)
    }
  }

  /** One OffsetCommit for all that get an offset, one OffsetDelete for all that had none (an undo). */
  private async request(
    client: ClusterClient,
    plan: Plan,
    record: ChangeRecord,
    ref: GroupRef,
    signal: AbortSignal,
  ): Promise<ChangeRecord> {
    const commits = record.rows.flatMap(({ topic, partition, after }) =>
      after === null ? [] : [{ topic, partition, commit: after }],
    )
    const deletes = record.rows.filter((row) => row.after === null)
    const errors = new Map<ChangeRow, LaglineError>()
    const note = (
      rows: readonly ChangeRow[],
      answers: Awaited<ReturnType<ClusterClient['commit']>>,
    ): void => {
      for (const row of rows) {
        const error = answers.get(row.topic, row.partition)
        if (error !== undefined && error !== null) errors.set(row, error)
      }
    }
    if (commits.length > 0) note(record.rows, await client.commit(ref, commits, signal))
    if (deletes.length > 0)
      try {
        note(deletes, await client.deleteOffsets(ref, deletes, signal))
      } catch (error) {
        // The commit before it was stored, so this is not "nothing changed" any more.
        throw commits.length > 0 ? asMaybeSent(toLaglineError(error)) : error
      }
    if (errors.size === record.rows.length && [...errors.values()].every(isMemberError))
      throw laglineError('groupActive', say('clusters.active.refused', plan.group.id), {
        kafka: KafkaError.unknownMemberId,
      })
    return { ...record, rows: record.rows.map((row) => ({ ...row, error: errors.get(row)?.text ?? null })) }
  }

  /** (9) of the order of work. The person's signal does not count here: what was sent has to be known. */
  private async readBack(record: ChangeRecord, ref: GroupRef): Promise<ChangeOutcome> {
    const { connection, ports } = this.parts
    const noted = { ...record, state: 'sent' as const }
    let found: Commits
    try {
      found = await connection.use((client) => readCommits(client, ref, new AbortController().signal))
    } catch (error) {
      ports.log.warn(`${record.id} was accepted but could not be read back: ${String(error)}`)
      return settleByReading(this.parts, noted, ref)
    }
    const state = record.rows.some((row) => row.error !== null) ? 'failed' : 'verified'
    return outcomeOf(await keep(this.parts, { ...record, state }), found)
  }

  private draft(plan: Plan): Omit<ChangeRecord, 'tool'> {
    const { clock, newId } = this.parts.ports
    const at = clock.now()
    return {
      id: `${at}-${newId()}`,
      at,
      kind: kindOf(plan),
      undoes: kindOf(plan) === 'undo' && plan.purpose.kind === 'undo' ? plan.purpose.changeId : null,
      state: 'planned',
      cluster: plan.cluster,
      group: { id: plan.group.id, type: plan.group.type },
      rows: plan.rows.filter((row) => row.moves).map(changeRow),
    }
  }
}

/** Going back to a bookmark is a change of its own, which can be undone. */
function kindOf({ purpose }: Plan): ChangeKind {
  return purpose.kind === 'undo' && purpose.bookmark !== undefined ? 'reset' : purpose.kind
}

function changeRow({ topic, partition, topicId, before, after }: PlanRow): ChangeRow {
  return { topic, partition, topicId, before, after, error: null }
}

/** A group that is gone has no coordinator that anybody knows. */
function groupRefOf(group: GroupDescription, planner: Planner): GroupRef {
  if (group.coordinator === NOBODY) return typedRef(group.id, group.type)
  return { ...planner.ref(group.id), ...refOf(group) }
}

function isMemberError(error: LaglineError): boolean {
  return error.kafka === KafkaError.unknownMemberId || error.kafka === KafkaError.nonEmptyGroup
}

function asMaybeSent(error: LaglineError): LaglineError {
  return laglineError(error.code, error.text, {
    maybeSent: true,
    cause: error,
    ...(error.kafka === null ? {} : { kafka: error.kafka }),
  })
}
