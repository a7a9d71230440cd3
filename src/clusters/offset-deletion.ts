import type { ChangeRecord } from '../model/change'
import type { ClusterClient, GroupRef } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { cancelled, laglineError, toLaglineError } from '../model/errors'
import type { GroupDescription } from '../model/groups'
import type { Text } from '../model/text'
import type { TopicPartition } from '../model/topics'
import { memberNames } from '../offsets/refusal'
import { deletionDraft } from './deletion-draft'
import { readCommits, readGroup, refOf } from './facts'
import { readOnlyError } from './planning'
import { fail, keep, type CarryOutParts } from './record-keeping'
import { outcomeOf, settleByReading } from './settle'
import { say } from './texts'
import type { ChangeOutcome } from './types'

/** Deletes single offsets of a group, kept in a record that undo can bring back. */
export class OffsetDeletion {
  private readonly parts: CarryOutParts

  constructor(parts: CarryOutParts) {
    this.parts = parts
  }

  /**
   * Deletes the commits of these partitions that have one; also of a group in use, as far as the broker lets it: topics
   * that a member subscribes to are refused (KIP-496). A share group has to be Empty, and forgets whole topics only:
   * rejects with `invalidInput` where a part of one is chosen. Rejects where nothing was sent.
   */
  async delete(
    id: string,
    partitions: readonly TopicPartition[],
    signal: AbortSignal,
  ): Promise<ChangeOutcome> {
    const { settings, connection, planner, ports } = this.parts
    if (settings.readOnly) throw readOnlyError(settings)
    if (signal.aborted) throw cancelled()
    return connection.use(async (client) => {
      const { group, commits } = await readGroup(client, planner.ref(id), signal)
      const refusal = deleteOffsetsRefusal(group)
      if (refusal !== null) throw laglineError('groupType', refusal)
      const chosen = partitions.filter(({ topic, partition }) => commits.has(topic, partition))
      if (chosen.length === 0) throw laglineError('invalidInput', say('clusters.deleteOffsets.none', id))
      const partly = group.type === 'share' ? partlyChosen(chosen, commits) : undefined
      if (partly !== undefined)
        throw laglineError('invalidInput', say('clusters.deleteOffsets.share', partly))
      const topics = [...new Set(chosen.map(({ topic }) => topic))].sort()
      const metadata = await planner.metadataFor(client, topics, Infinity, signal)
      const planned = await ports.changes.create(
        deletionDraft(this.parts, 'deleteOffsets', group, { partitions: chosen, commits, metadata }),
      )
      return this.send(client, planned, refOf(group), signal)
    })
  }

  private async send(
    client: ClusterClient,
    planned: ChangeRecord,
    ref: GroupRef,
    signal: AbortSignal,
  ): Promise<ChangeOutcome> {
    let record = planned
    try {
      if (signal.aborted) throw cancelled()
      record = await this.parts.ports.changes.update({ ...record, state: 'sent' })
      const answers = await client.deleteOffsets(ref, record.rows, signal)
      const rows = record.rows.map((row) => ({
        ...row,
        error: answers.get(row.topic, row.partition)?.text ?? null,
      }))
      record = { ...record, rows }
    } catch (error) {
      const failure = toLaglineError(error)
      if (failure.maybeSent) return settleByReading(this.parts, record, ref)
      throw await fail(this.parts, record, failure)
    }
    try {
      const found = await readCommits(client, ref, new AbortController().signal)
      const state = record.rows.some((row) => row.error !== null) ? 'failed' : 'verified'
      return outcomeOf(await keep(this.parts, { ...record, state }), found)
    } catch (error) {
      this.parts.ports.log.warn(`${record.id} was accepted but could not be read back: ${String(error)}`)
      return settleByReading(this.parts, record, ref)
    }
  }
}

/** A topic of which the group has more partitions than are chosen. */
function partlyChosen(chosen: readonly TopicPartition[], commits: Commits): string | undefined {
  return commits.topicNames().find((topic) => {
    const count = chosen.filter((partition) => partition.topic === topic).length
    return count > 0 && count < commits.ofTopic(topic).size
  })
}

/** Why single offsets must not be deleted; null = the broker decides topic by topic (OffsetDelete, KIP-496). */
function deleteOffsetsRefusal(group: GroupDescription): Text | null {
  if (group.type === 'streams') return say('clusters.delete.streams', group.id)
  const consumers = group.protocolType === '' || group.protocolType === 'consumer'
  return consumers || group.members.length === 0
    ? null
    : say('clusters.delete.members', group.id, memberNames(group.members))
}
