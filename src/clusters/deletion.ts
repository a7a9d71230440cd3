import type { ChangeRecord } from '../model/change'
import type { ClusterClient } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { cancelled, laglineError, toLaglineError } from '../model/errors'
import { isInactive, type GroupDescription } from '../model/groups'
import type { Text } from '../model/text'
import { comparePartitions } from '../model/topics'
import { memberNames } from '../offsets/refusal'
import { readGroup, refOf } from './facts'
import { readOnlyError } from './planning'
import { fail, keep, type CarryOutParts } from './record-keeping'
import { settleByReading } from './settle'
import { say } from './texts'
import type { ChangeOutcome } from './types'

/** Deletes a group, with its offsets kept in a record that undo can bring back. */
export class Deletion {
  private readonly parts: CarryOutParts

  constructor(parts: CarryOutParts) {
    this.parts = parts
  }

  /** Rejects where nothing was deleted. At most 6 requests on one broker. */
  async deleteGroup(id: string, signal: AbortSignal): Promise<ChangeOutcome> {
    const { settings, connection, planner, ports } = this.parts
    if (settings.readOnly) throw readOnlyError(settings)
    if (signal.aborted) throw cancelled()
    const ref = planner.ref(id)
    return connection.use(async (client) => {
      const { group, commits } = await readGroup(client, ref, signal)
      const refusal = deleteRefusal(group)
      if (refusal !== null) throw laglineError('groupActive', refusal)
      const topics = commits.topicNames().sort()
      const metadata = await planner.metadataFor(client, topics, Infinity, signal)
      const idOf = (topic: string): string | null => metadata.topics.get(topic)?.id ?? null
      const record = await ports.changes.create(this.draft(group, commits, idOf))
      return this.carryOut(client, group, record, signal)
    })
  }

  private async carryOut(
    client: ClusterClient,
    group: GroupDescription,
    planned: ChangeRecord,
    signal: AbortSignal,
  ): Promise<ChangeOutcome> {
    const ref = refOf(group)
    let record = planned
    try {
      record = await this.parts.ports.changes.update({ ...record, state: 'sent' })
      if (signal.aborted) throw cancelled()
      const error = (await client.deleteGroups([ref], signal)).get(group.id)
      if (error !== undefined && error !== null) throw error
    } catch (error) {
      const failure = toLaglineError(error)
      if (failure.maybeSent) return settleByReading(this.parts, record, ref)
      throw await fail(this.parts, record, failure)
    }
    return this.readBack(client, record, group)
  }

  /** The broker said that it is gone; then so are its offsets, and of a group without any, the group itself. */
  private async readBack(
    client: ClusterClient,
    record: ChangeRecord,
    group: GroupDescription,
  ): Promise<ChangeOutcome> {
    const ref = refOf(group)
    if (record.rows.length > 0) return settleByReading(this.parts, record, ref)
    const answers = await client.describeGroups([ref], new AbortController().signal).catch(() => null)
    const answer = answers?.get(group.id)
    const gone = answer?.ok === false && answer.error.code === 'groupNotFound'
    const kept = await keep(this.parts, { ...record, state: gone ? 'verified' : 'sent' })
    return { record: kept, done: [], refused: [], different: [], unsettled: [] }
  }

  private draft(
    group: GroupDescription,
    commits: Commits,
    idOf: (topic: string) => string | null,
  ): Omit<ChangeRecord, 'tool'> {
    const { settings, ports } = this.parts
    const at = ports.clock.now()
    return {
      id: `${at}-${ports.newId()}`,
      at,
      kind: 'deleteGroup',
      undoes: null,
      state: 'planned',
      cluster: { id: settings.id, name: settings.name },
      group: { id: group.id, type: group.type },
      rows: [...commits.entries()]
        .map(([{ topic, partition }, before]) => ({
          topic,
          partition,
          topicId: idOf(topic),
          before,
          after: null,
          error: null,
        }))
        .sort(comparePartitions),
    }
  }
}

/** Why a group must not be deleted; null = it may. The broker has the same rule for members (NON_EMPTY_GROUP). */
function deleteRefusal(group: GroupDescription): Text | null {
  if (group.type === 'share') return say('clusters.delete.share', group.id)
  if (group.type === 'streams') return say('clusters.delete.streams', group.id)
  if (group.members.length > 0) return say('clusters.delete.members', group.id, memberNames(group.members))
  return isInactive(group.state) ? null : say('clusters.delete.state', group.id, group.state)
}
