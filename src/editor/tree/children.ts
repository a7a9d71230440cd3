import type { Cluster } from '../../clusters/cluster'
import type { GroupSnapshot } from '../../clusters/types'
import { assertNever } from '../../model/assert'
import type { Note } from './rows/note-row'
import type { TreeNode } from './nodes'

/** How much of long lists is shown, and which rows. */
export interface Shown {
  /** Lower case; empty = no filter. */
  readonly filter: string
  /** Rows of one list that are shown before "Show more…". */
  readonly limit: (parent: TreeNode) => number
}

/** Rows of one page of a long list. */
export const PAGE = 200

/** What stands inside a row, from what was last seen. Never asks the cluster, never throws. */
export function childrenOf(node: TreeNode, cluster: Cluster, shown: Shown): TreeNode[] {
  const id = node.cluster
  switch (node.kind) {
    case 'cluster':
      if (cluster.state.kind !== 'connected') return [note(node, { kind: 'notConnected' })]
      return (['groups', 'topics', 'brokers'] as const).map((section) => ({
        kind: 'section',
        cluster: id,
        section,
      }))
    case 'section':
      return sectionChildren(node, cluster, shown)
    case 'group':
      return groupChildren(node, cluster)
    case 'groupTopic':
      return (groupOf(cluster, node.group)?.partitions ?? [])
        .filter(({ topic }) => topic === node.topic)
        .map(({ topic, partition }) => ({
          kind: 'groupPartition',
          cluster: id,
          group: node.group,
          topic,
          partition,
        }))
    case 'members': {
      const members = groupOf(cluster, node.group)?.members ?? []
      if (members.length === 0) return [note(node, { kind: 'noMembers' })]
      return members.map(({ memberId }) => ({
        kind: 'member',
        cluster: id,
        group: node.group,
        member: memberId,
      }))
    }
    case 'topic': {
      const topic = cluster.snapshot.topics?.get(node.topic)
      if (topic === undefined || topic.partitions === null)
        return cluster.snapshot.topicsError === null
          ? [note(node, { kind: 'loading' })]
          : [note(node, { kind: 'failed', error: cluster.snapshot.topicsError })]
      return topic.partitions.map(({ partition }) => ({
        kind: 'topicPartition',
        cluster: id,
        topic: node.topic,
        partition,
      }))
    }
    case 'groupPartition':
    case 'member':
    case 'topicPartition':
    case 'broker':
    case 'note':
      return []
    default:
      return assertNever(node)
  }
}

type SectionNode = Extract<TreeNode, { kind: 'section' }>

function sectionChildren(node: SectionNode, cluster: Cluster, shown: Shown): TreeNode[] {
  const { groups, groupsError, silentBrokers, topics, topicsError, brokers } = cluster.snapshot
  const id = node.cluster
  switch (node.section) {
    case 'groups': {
      const partial: TreeNode[] = []
      if (groupsError !== null) partial.push(note(node, { kind: 'failed', error: groupsError }))
      if (silentBrokers.length > 0)
        partial.push(note(node, { kind: 'silentBrokers', brokers: silentBrokers }))
      if (groups === null) return groupsError === null ? [note(node, { kind: 'loading' })] : partial
      const names = sortedNames(groups.keys())
      return [
        ...partial,
        ...listed(node, names, shown, { kind: 'noGroups' }, (group) => ({
          kind: 'group',
          cluster: id,
          group,
        })),
      ]
    }
    case 'topics':
      if (topics === null) return [waiting(node, topicsError)]
      return [
        ...(topicsError === null ? [] : [note(node, { kind: 'failed', error: topicsError })]),
        ...listed(node, sortedNames(topics.keys()), shown, { kind: 'noTopics' }, (topic) => ({
          kind: 'topic',
          cluster: id,
          topic,
        })),
      ]
    case 'brokers':
      if (brokers === null) return [waiting(node, topicsError)]
      return brokers.map((broker) => ({ kind: 'broker', cluster: id, broker: broker.id }))
  }
}

function groupChildren(node: Extract<TreeNode, { kind: 'group' }>, cluster: Cluster): TreeNode[] {
  const group = groupOf(cluster, node.group)
  if (group === null) return []
  const rows: TreeNode[] = []
  if (group.error !== null) rows.push(note(node, { kind: 'failed', error: group.error }))
  if (group.partitions === null || group.members === null) {
    if (group.error === null) rows.push(note(node, { kind: 'loading' }))
  } else if (group.partitions.length === 0 && group.error === null)
    rows.push(note(node, { kind: group.type === 'share' ? 'noStarts' : 'noCommits' }))
  const topics = new Set((group.partitions ?? []).map(({ topic }) => topic))
  for (const topic of topics)
    rows.push({ kind: 'groupTopic', cluster: node.cluster, group: node.group, topic })
  if (group.members !== null && group.members.length > 0)
    rows.push({ kind: 'members', cluster: node.cluster, group: node.group })
  return rows
}

function groupOf(cluster: Cluster, group: string): GroupSnapshot | null {
  return cluster.snapshot.groups?.get(group) ?? null
}

function waiting(parent: TreeNode, error: Extract<Note, { kind: 'failed' }>['error'] | null): TreeNode {
  return note(parent, error === null ? { kind: 'loading' } : { kind: 'failed', error })
}

/** A long list: filtered, cut to the pages shown, with the row that shows more. */
function listed(
  parent: SectionNode,
  names: readonly string[],
  shown: Shown,
  empty: Note,
  nodeOf: (name: string) => TreeNode,
): TreeNode[] {
  if (names.length === 0) return [note(parent, empty)]
  const matching = names.filter((name) => matches(name, shown.filter))
  if (matching.length === 0) return [note(parent, { kind: 'noneMatches', filter: shown.filter })]
  const limit = shown.limit(parent)
  const rows = matching.slice(0, limit).map(nodeOf)
  return matching.length > limit
    ? [...rows, note(parent, { kind: 'more', shown: limit, all: matching.length })]
    : rows
}

/** True where a name holds what is typed into the filter, in any case. */
export function matches(name: string, filter: string): boolean {
  return filter === '' || name.toLowerCase().includes(filter.toLowerCase())
}

/** By code point: the order does not change with the reader's language. */
function sortedNames(names: Iterable<string>): string[] {
  return [...names].sort()
}

function note(parent: TreeNode, content: Note): TreeNode {
  return { kind: 'note', cluster: parent.cluster, parent, note: content }
}
