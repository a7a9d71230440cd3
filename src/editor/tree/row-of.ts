import type { Cluster } from '../../clusters/cluster'
import type { Words } from '../words'
import { matches } from './children'
import type { TreeNode } from './nodes'
import type { Row } from './row'
import { clusterRow } from './rows/cluster-row'
import { groupPartitionRow, groupTopicRow, memberRow, membersRow } from './rows/group-content-rows'
import { groupRow, movable } from './rows/group-row'
import { noteRow } from './rows/note-row'
import { sectionRow } from './rows/section-rows'
import { brokerRow, topicPartitionRow, topicRow } from './rows/topic-rows'

/**
 * The row of a node from what was last seen; null where the thing is not there any more.
 * @param filter as typed; empty = none. @param now epoch ms.
 */
export function rowOf(
  node: TreeNode,
  cluster: Cluster,
  filter: string,
  now: number,
  words: Words,
): Row | null {
  const { snapshot, settings } = cluster
  const writable = !settings.readOnly
  switch (node.kind) {
    case 'cluster':
      return clusterRow(settings, cluster.state, words)
    case 'section': {
      const names =
        node.section === 'groups' ? snapshot.groups : node.section === 'topics' ? snapshot.topics : null
      const shown =
        filter === '' || names === null
          ? null
          : [...names.keys()].filter((name) => matches(name, filter)).length
      return sectionRow(node.section, snapshot, shown, words)
    }
    case 'group': {
      const group = snapshot.groups?.get(node.group)
      if (group === undefined) return null
      return groupRow(group, { writable, undoable: cluster.undoable(node.group) !== null, now }, words)
    }
    case 'groupTopic': {
      const group = snapshot.groups?.get(node.group)
      const partitions = (group?.partitions ?? []).filter((p) => p.topic === node.topic)
      if (group === undefined || partitions.length === 0) return null
      return groupTopicRow(node.topic, partitions, words, writable && movable(group))
    }
    case 'groupPartition': {
      const group = snapshot.groups?.get(node.group)
      const partition = group?.partitions?.find(
        (p) => p.topic === node.topic && p.partition === node.partition,
      )
      if (group === undefined || partition === undefined) return null
      return groupPartitionRow(partition, { writable, movable: movable(group) }, words)
    }
    case 'members':
      return membersRow(snapshot.groups?.get(node.group)?.members?.length ?? 0, words)
    case 'member': {
      const member = snapshot.groups
        ?.get(node.group)
        ?.members?.find(({ memberId }) => memberId === node.member)
      return member === undefined ? null : memberRow(member, words)
    }
    case 'topic': {
      const topic = snapshot.topics?.get(node.topic)
      return topic === undefined ? null : topicRow(topic, words)
    }
    case 'topicPartition': {
      const partition = snapshot.topics
        ?.get(node.topic)
        ?.partitions?.find(({ partition: number }) => number === node.partition)
      return partition === undefined ? null : topicPartitionRow(node.topic, partition, words)
    }
    case 'broker': {
      const broker = snapshot.brokers?.find(({ id }) => id === node.broker)
      return broker === undefined ? null : brokerRow(broker, snapshot.controllerId, words)
    }
    case 'note':
      return noteRow(node.note, words)
  }
}
