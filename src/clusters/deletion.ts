import type { ChangeRecord } from '../model/change'
import type { ClusterClient } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { cancelled, isCancelled, laglineError, toLaglineError, type LaglineError } from '../model/errors'
import { isInactive, type GroupDescription } from '../model/groups'
import type { Text } from '../model/text'
import { memberNames } from '../offsets/refusal'
import { deletionDraft } from './deletion-draft'
import { refOf } from './facts'
import { readOnlyError } from './planning'
import { fail, keep, type CarryOutParts } from './record-keeping'
import { outcomeOf, settledBy, settleByReading } from './settle'
import { say } from './texts'
import type { ChangeOutcome, GroupDeletion } from './types'

/** Groups that are read, recorded and deleted together; being cancelled leaves those after them untouched. */
export const DELETED_TOGETHER = 50

/** A group with its offsets kept in a record, about to be deleted. */
interface Ready {
  readonly group: GroupDescription
  readonly record: ChangeRecord
}

/** Deletes groups, their offsets kept in records that undo can bring back. */
export class Deletion {
  private readonly parts: CarryOutParts

  constructor(parts: CarryOutParts) {
    this.parts = parts
  }

  /** Rejects where nothing was deleted. At most 6 requests on one broker. */
  async deleteGroup(id: string, signal: AbortSignal): Promise<ChangeOutcome> {
    const [result] = await this.deleteGroups([id], () => undefined, signal)
    if (result?.kind === 'deleted') return result.outcome
    throw result?.kind === 'failed' ? result.error : cancelled()
  }

  /**
   * Deletes one group after the other, each for itself: Kafka has no way to delete all or none. Rejects only where the
   * cluster is read-only; what became of each group is in the order of `ids`.
   * @param report how many have been tried so far.
   */
  async deleteGroups(
    ids: readonly string[],
    report: (tried: number) => void,
    signal: AbortSignal,
  ): Promise<readonly GroupDeletion[]> {
    const { settings, connection } = this.parts
    if (settings.readOnly) throw readOnlyError(settings)
    const results = new Map<string, GroupDeletion>()
    for (let at = 0; at < ids.length && !signal.aborted; at += DELETED_TOGETHER) {
      const some = ids.slice(at, at + DELETED_TOGETHER)
      try {
        await connection.use((client) => this.deleteSome(client, some, results, signal))
      } catch (error) {
        // Asked of all of them at once, so said of all that have no answer of their own; the rest is not tried.
        const failure = toLaglineError(error)
        for (const id of some)
          if (!results.has(id)) results.set(id, { group: id, kind: 'failed', error: failure })
        break
      }
      report(Math.min(at + DELETED_TOGETHER, ids.length))
    }
    return ids.map((id) => results.get(id) ?? { group: id, kind: 'notTried' })
  }

  private async deleteSome(
    client: ClusterClient,
    ids: readonly string[],
    results: Map<string, GroupDeletion>,
    signal: AbortSignal,
  ): Promise<void> {
    const ready = await this.prepare(client, ids, results, signal)
    if (ready.length === 0) return
    const refused = new Map<string, LaglineError>()
    try {
      if (signal.aborted) throw cancelled()
      const answers = await client.deleteGroups(
        ready.map(({ group }) => refOf(group)),
        signal,
      )
      for (const [id, error] of answers) if (error !== null) refused.set(id, error)
    } catch (error) {
      for (const { group } of ready) refused.set(group.id, toLaglineError(error))
    }
    const accepted = ready.filter(({ group }) => !refused.has(group.id))
    const found = await this.readBack(client, accepted)
    for (const { group, record } of ready) {
      const error = refused.get(group.id) ?? null
      if (error !== null && !error.maybeSent) {
        await fail(this.parts, record, error)
        if (!isCancelled(error)) results.set(group.id, { group: group.id, kind: 'failed', error })
      } else {
        const outcome = await this.settle(client, group, record, found.get(group.id) ?? null)
        results.set(group.id, { group: group.id, kind: 'deleted', outcome })
      }
    }
  }

  /** Reads the groups, and has a record on disk, already `sent`, for each that may be deleted. */
  private async prepare(
    client: ClusterClient,
    ids: readonly string[],
    results: Map<string, GroupDeletion>,
    signal: AbortSignal,
  ): Promise<Ready[]> {
    const { planner, ports } = this.parts
    const told = await client.describeGroups(
      ids.map((id) => planner.ref(id)),
      signal,
    )
    const groups: GroupDescription[] = []
    const failed = (group: string, error: LaglineError): void =>
      void results.set(group, { group, kind: 'failed', error })
    for (const id of ids) {
      const outcome = told.get(id)
      if (outcome?.ok === false) failed(id, outcome.error)
      if (outcome?.ok !== true) continue
      const refusal = deleteRefusal(outcome.value)
      if (refusal === null) groups.push(outcome.value)
      else failed(id, laglineError('groupActive', refusal))
    }
    if (groups.length === 0) return []
    const committed = await client.committed(groups.map(refOf), signal)
    const topics = new Set<string>()
    for (const answer of committed.values())
      if (answer.ok) for (const topic of answer.value.topicNames()) topics.add(topic)
    const metadata = await planner.metadataFor(client, [...topics].sort(), Infinity, signal)
    const ready: Ready[] = []
    try {
      for (const group of groups) {
        const commits = committed.get(group.id)
        if (commits?.ok === false) failed(group.id, commits.error)
        if (commits?.ok !== true || signal.aborted) continue
        const draft = deletionDraft(this.parts, 'deleteGroup', group, {
          partitions: [...commits.value.keys()],
          commits: commits.value,
          metadata,
        })
        const record = await ports.changes.create(draft)
        ready.push({ group, record: await ports.changes.update({ ...record, state: 'sent' }) })
      }
    } catch (error) {
      // Without a record nothing is sent, so the records that were written already tell of nothing.
      for (const { record } of ready) await fail(this.parts, record, toLaglineError(error))
      throw error
    }
    return ready
  }

  /** The offsets of all that are said to be gone, in one request; what cannot be read is settled one by one. */
  private async readBack(client: ClusterClient, accepted: readonly Ready[]): Promise<Map<string, Commits>> {
    const refs = accepted.flatMap(({ group, record }) => (record.rows.length > 0 ? [refOf(group)] : []))
    const found = new Map<string, Commits>()
    if (refs.length === 0) return found
    try {
      const answers = await client.committed(refs, new AbortController().signal)
      for (const [id, answer] of answers) if (answer.ok) found.set(id, answer.value)
    } catch (error) {
      this.parts.ports.log.warn(`deleted groups could not be read back: ${String(error)}`)
    }
    return found
  }

  /** The broker said that it is gone; then so are its offsets, and of a group without any, the group itself. */
  private async settle(
    client: ClusterClient,
    group: GroupDescription,
    record: ChangeRecord,
    found: Commits | null,
  ): Promise<ChangeOutcome> {
    const ref = refOf(group)
    if (record.rows.length > 0) {
      const settled = found === null ? null : settledBy(record, found)
      if (found === null || settled?.state !== 'verified') return settleByReading(this.parts, record, ref)
      return outcomeOf(await keep(this.parts, settled), found)
    }
    const answers = await client.describeGroups([ref], new AbortController().signal).catch(() => null)
    const answer = answers?.get(group.id)
    const gone = answer?.ok === false && answer.error.code === 'groupNotFound'
    const kept = await keep(this.parts, { ...record, state: gone ? 'verified' : 'sent' })
    return { record: kept, done: [], refused: [], different: [], unsettled: [] }
  }
}

/** Why a group must not be deleted; null = it may. The broker has the same rule for members (NON_EMPTY_GROUP). */
function deleteRefusal(group: GroupDescription): Text | null {
  if (group.type === 'streams') return say('clusters.delete.streams', group.id)
  if (group.members.length > 0) return say('clusters.delete.members', group.id, memberNames(group.members))
  return isInactive(group.state) ? null : say('clusters.delete.state', group.id, group.state)
}
