import { laglineError } from '../../model/errors'
import { textsOf } from '../../model/text'
import type { TopicPartition } from '../../model/topics'
import { askTexts } from '../texts/ask'
import { isTreeNode, type TreeNode } from '../tree/nodes'

const text = textsOf(askTexts)

/** Several groups of one cluster, as selected in the view. `cluster`: Lagline's id. */
export interface SelectedGroups {
  readonly cluster: string
  readonly groups: readonly string[]
}

/** Topics and partitions of one group, as selected in the view; a topic means all of its partitions. */
export interface SelectedParts {
  readonly cluster: string
  readonly group: string
  readonly topics: readonly string[]
  readonly partitions: readonly TopicPartition[]
}

/**
 * The groups that are selected beside the row a command was called on, by name: the editor gives them in the order in
 * which they were selected, and a change that stops half-way is to stop where anybody expects it. Null where only
 * that row is meant. Throws `invalidInput` where not all of them are groups of one cluster.
 * @param selected what the view hands on; anybody can call a command with anything
 * @param nameOf the name of a cluster
 */
export function selectedGroups(
  selected: unknown,
  nameOf: (cluster: string) => string,
): SelectedGroups | null {
  const nodes = several(selected)
  const groups = nodes.filter((node) => node.kind === 'group')
  const [first] = groups
  if (first === undefined) return null
  if (groups.length < nodes.length) throw laglineError('invalidInput', text('ask.onlyGroups'))
  const other = groups.find(({ cluster }) => cluster !== first.cluster)
  if (other !== undefined)
    throw laglineError('invalidInput', text('ask.oneCluster', nameOf(first.cluster), nameOf(other.cluster)))
  return { cluster: first.cluster, groups: groups.map(({ group }) => group).sort() }
}

/** The names of all groups that are selected, on whichever cluster; empty where only one row is meant. */
export function selectedNames(selected: unknown): readonly string[] {
  return several(selected).flatMap((node) => (node.kind === 'group' ? [node.group] : []))
}

/**
 * The topics and partitions of a group that are selected; null where only the row is meant. Throws `invalidInput`
 * where something else is selected with them.
 */
export function selectedParts(selected: unknown): SelectedParts | null {
  const nodes = several(selected)
  const parts = nodes.filter((node) => node.kind === 'groupTopic' || node.kind === 'groupPartition')
  const [first] = parts
  if (first === undefined) return null
  const { cluster, group } = first
  if (parts.length < nodes.length || parts.some((node) => node.cluster !== cluster || node.group !== group))
    throw laglineError('invalidInput', text('ask.onlyParts'))
  const topics = parts.flatMap((node) => (node.kind === 'groupTopic' ? [node.topic] : []))
  const partitions = parts.flatMap((node) =>
    node.kind === 'groupPartition' && !topics.includes(node.topic)
      ? [{ topic: node.topic, partition: node.partition }]
      : [],
  )
  return { cluster, group, topics, partitions }
}

function several(selected: unknown): TreeNode[] {
  const nodes = Array.isArray(selected) ? selected.filter(isTreeNode) : []
  return nodes.length > 1 ? nodes : []
}
