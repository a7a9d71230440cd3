import type { Section } from './rows/section-rows'
import type { Note } from './rows/note-row'

/**
 * What a row of the tree stands for: names only, no state. The same thing is always the same object (see `Nodes`), so
 * the editor keeps expansion and selection over every refresh.
 */
export type TreeNode =
  | { readonly kind: 'cluster'; readonly cluster: string }
  | { readonly kind: 'section'; readonly cluster: string; readonly section: Section }
  | { readonly kind: 'group'; readonly cluster: string; readonly group: string }
  | { readonly kind: 'groupTopic'; readonly cluster: string; readonly group: string; readonly topic: string }
  | {
      readonly kind: 'groupPartition'
      readonly cluster: string
      readonly group: string
      readonly topic: string
      readonly partition: number
    }
  | { readonly kind: 'members'; readonly cluster: string; readonly group: string }
  | { readonly kind: 'member'; readonly cluster: string; readonly group: string; readonly member: string }
  | { readonly kind: 'topic'; readonly cluster: string; readonly topic: string }
  | {
      readonly kind: 'topicPartition'
      readonly cluster: string
      readonly topic: string
      readonly partition: number
    }
  | { readonly kind: 'broker'; readonly cluster: string; readonly broker: number }
  | { readonly kind: 'note'; readonly cluster: string; readonly parent: TreeNode; readonly note: Note }

const KINDS: ReadonlySet<unknown> = new Set<TreeNode['kind']>([
  'cluster',
  'section',
  'group',
  'groupTopic',
  'groupPartition',
  'members',
  'member',
  'topic',
  'topicPartition',
  'broker',
  'note',
])

/** True for what the view hands to commands; anybody can call a command with anything. */
export function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'kind' in value && KINDS.has(value.kind)
}

/** A text that is the same for the same thing and different for others. Only a group id can hold a line break. */
export function nodeKey(node: TreeNode): string {
  switch (node.kind) {
    case 'cluster':
      return `cluster\n${node.cluster}`
    case 'section':
      return `section\n${node.cluster}\n${node.section}`
    case 'group':
    case 'members':
      return `${node.kind}\n${node.cluster}\n${node.group}`
    case 'groupTopic':
      return `groupTopic\n${node.cluster}\n${node.group}\n${node.topic}`
    case 'groupPartition':
      return `groupPartition\n${node.cluster}\n${node.group}\n${node.topic}\n${node.partition}`
    case 'member':
      return `member\n${node.cluster}\n${node.group}\n${node.member}`
    case 'topic':
      return `topic\n${node.cluster}\n${node.topic}`
    case 'topicPartition':
      return `topicPartition\n${node.cluster}\n${node.topic}\n${node.partition}`
    case 'broker':
      return `broker\n${node.cluster}\n${node.broker}`
    case 'note':
      return `note\n${node.note.kind}\n${nodeKey(node.parent)}`
  }
}

/** The row above; null for a cluster. */
export function parentOf(node: TreeNode): TreeNode | null {
  const { cluster } = node
  switch (node.kind) {
    case 'cluster':
      return null
    case 'section':
      return { kind: 'cluster', cluster }
    case 'group':
      return { kind: 'section', cluster, section: 'groups' }
    case 'groupTopic':
    case 'members':
      return { kind: 'group', cluster, group: node.group }
    case 'groupPartition':
      return { kind: 'groupTopic', cluster, group: node.group, topic: node.topic }
    case 'member':
      return { kind: 'members', cluster, group: node.group }
    case 'topic':
      return { kind: 'section', cluster, section: 'topics' }
    case 'topicPartition':
      return { kind: 'topic', cluster, topic: node.topic }
    case 'broker':
      return { kind: 'section', cluster, section: 'brokers' }
    case 'note':
      return node.parent
  }
}

/** One object for each thing. */
export class Nodes {
  private readonly known = new Map<string, TreeNode>()

  /** The object that stands for this thing. A note's content may change; the newest counts. */
  of(node: TreeNode): TreeNode {
    const key = nodeKey(node)
    const known = this.known.get(key)
    if (known !== undefined && node.kind !== 'note') return known
    this.known.set(key, node)
    return node
  }

  /** The object, if the view was ever given it. */
  given(node: TreeNode): TreeNode | undefined {
    return this.known.get(nodeKey(node))
  }

  forgetCluster(cluster: string): void {
    for (const [key, node] of this.known) if (node.cluster === cluster) this.known.delete(key)
  }
}
