import type { ChangeKind, ChangeRecord } from '../model/change'
import type { Commits } from '../model/commits'
import type { GroupDescription } from '../model/groups'
import { comparePartitions, type ClusterMetadata, type TopicPartition } from '../model/topics'
import type { CarryOutParts } from './record-keeping'

/** What is to go: partitions with their commits, and the metadata that tells their topics' ids. */
interface ToDelete {
  readonly partitions: readonly TopicPartition[]
  readonly commits: Commits
  readonly metadata: ClusterMetadata
}

/** The record of a deletion before anything is sent: what stands there, and nothing after it. */
export function deletionDraft(
  { settings, ports }: CarryOutParts,
  kind: ChangeKind,
  group: GroupDescription,
  { partitions, commits, metadata }: ToDelete,
): Omit<ChangeRecord, 'tool'> {
  const at = ports.clock.now()
  return {
    id: `${at}-${ports.newId()}`,
    at,
    kind,
    undoes: null,
    state: 'planned',
    cluster: { id: settings.id, name: settings.name },
    group: { id: group.id, type: group.type },
    rows: partitions
      .map(({ topic, partition }) => ({
        topic,
        partition,
        topicId: metadata.topics.get(topic)?.id ?? null,
        before: commits.get(topic, partition) ?? null,
        after: null,
        error: null,
      }))
      .sort(comparePartitions),
  }
}
