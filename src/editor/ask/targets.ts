import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { GroupPartition, GroupSnapshot, TopicSnapshot } from '../../clusters/types'
import { laglineError } from '../../model/errors'
import { textsOf } from '../../model/text'
import type { TopicPartition } from '../../model/topics'
import type { Registry } from '../clusters/registry'
import { isTreeNode, type TreeNode } from '../tree/nodes'
import { groupPartitionRow } from '../tree/rows/group-content-rows'
import { groupRow, movable } from '../tree/rows/group-row'
import { topicRow } from '../tree/rows/topic-rows'
import { askTexts } from '../texts/ask'
import type { Words } from '../words'
import type { Scope } from '../../offsets/scenario'
import { askChoice, askSeveral } from './quick-input'

const text = textsOf(askTexts)

/** A group of a cluster that a command works on. */
export interface GroupTarget {
  readonly cluster: Cluster
  readonly group: string
}

/** Finds out what a command is meant for: what it was called on, else what the person picks. */
export class Targets {
  private readonly registry: Registry
  private readonly words: Words
  private readonly now: () => number

  constructor(registry: Registry, words: Words, now: () => number) {
    this.registry = registry
    this.words = words
    this.now = now
  }

  /** @param fits which clusters can be picked; a row's own cluster is taken as it is. */
  async cluster(
    node: TreeNode | undefined,
    title: string,
    fits: (cluster: Cluster) => boolean,
  ): Promise<Cluster> {
    const given = isTreeNode(node) ? this.registry.get(node.cluster) : null
    if (given !== null) return given
    const clusters = this.registry.clusters.filter(fits)
    const [only] = clusters
    if (only === undefined) throw laglineError('invalidInput', text('ask.noCluster'))
    if (clusters.length === 1) return only
    return askChoice({
      title,
      placeholder: vscode.l10n.t('Which cluster?'),
      choices: clusters.map((cluster) => ({
        label: cluster.settings.name,
        description: cluster.settings.bootstrapServers.join(', '),
        value: cluster,
      })),
    })
  }

  /** The group of a row, or one that is picked from the list as the broker has it now. */
  async group(
    node: TreeNode | undefined,
    title: string,
    fits?: (group: GroupSnapshot) => boolean,
  ): Promise<GroupTarget> {
    const given = isTreeNode(node) && 'group' in node ? node : null
    const cluster = await this.connected(node, title)
    if (given !== null) return { cluster, group: given.group }
    const groups = (await this.groupsOf(cluster)).filter(fits ?? (() => true))
    if (groups.length === 0) throw laglineError('invalidInput', text('ask.noGroup', cluster.settings.name))
    const rights = { writable: false, undoable: false, now: this.now() }
    const group = await askChoice({
      title,
      placeholder: vscode.l10n.t('Which group of {0}?', cluster.settings.name),
      choices: groups.map((found) => ({
        label: found.id,
        description: groupRow(found, rights, this.words).description ?? '',
        value: found.id,
      })),
    })
    return { cluster, group }
  }

  /** The partition of a row, or one that is picked from those of a group. */
  async partition(node: TreeNode | undefined, title: string): Promise<GroupTarget & TopicPartition> {
    if (isTreeNode(node) && node.kind === 'groupPartition')
      return { ...(await this.group(node, title)), topic: node.topic, partition: node.partition }
    const target = await this.group(node, title, movable)
    const partitions = await this.partitionsOf(target)
    if (partitions.length === 0) throw laglineError('invalidInput', text('ask.noPartition', target.group))
    const picked = await askChoice({
      title,
      placeholder: vscode.l10n.t('Which partition of {0}?', target.group),
      choices: partitions.map((partition) => ({
        label: `${partition.topic}-${partition.partition}`,
        description:
          groupPartitionRow(partition, { writable: false, movable: false }, this.words).description ?? '',
        value: partition,
      })),
    })
    return { ...target, topic: picked.topic, partition: picked.partition }
  }

  /** Topics and partitions of a group, picked from a list; at least one. */
  async parts(target: GroupTarget, title: string): Promise<Scope> {
    const partitions = await this.partitionsOf(target)
    if (partitions.length === 0) throw laglineError('invalidInput', text('ask.noPartition', target.group))
    const topics = [...new Set(partitions.map(({ topic }) => topic))]
    const picked = await askSeveral<{ readonly topic: string; readonly partition: number | null }>({
      title,
      placeholder: vscode.l10n.t('Which topics and partitions of {0}?', target.group),
      choices: topics.flatMap((topic) => [
        { label: topic, description: vscode.l10n.t('all its partitions'), value: { topic, partition: null } },
        ...partitions
          .filter((partition) => partition.topic === topic)
          .map(({ partition }) => ({ label: `${topic}-${partition}`, value: { topic, partition } })),
      ]),
    })
    const whole = picked.flatMap(({ topic, partition }) => (partition === null ? [topic] : []))
    const single = picked.flatMap(({ topic, partition }) =>
      partition === null || whole.includes(topic) ? [] : [{ topic, partition }],
    )
    return { kind: 'parts', topics: whole, partitions: single }
  }

  /** Several groups of one cluster, picked from the list as the broker has it now; at least one. */
  async groups(
    node: TreeNode | undefined,
    title: string,
    fits: (group: GroupSnapshot) => boolean,
  ): Promise<{ readonly cluster: Cluster; readonly groups: readonly string[] }> {
    const cluster = await this.connected(node, title)
    const found = (await this.groupsOf(cluster)).filter(fits)
    if (found.length === 0) throw laglineError('invalidInput', text('ask.noGroup', cluster.settings.name))
    const rights = { writable: false, undoable: false, now: this.now() }
    const groups = await askSeveral({
      title,
      placeholder: vscode.l10n.t('Which groups of {0}?', cluster.settings.name),
      choices: found.map((group) => ({
        label: group.id,
        description: groupRow(group, rights, this.words).description ?? '',
        value: group.id,
      })),
    })
    return { cluster, groups }
  }

  /** The log of a row, with the group whose row it is; or one that is picked from the topics of a cluster. */
  async log(
    node: TreeNode | undefined,
    title: string,
  ): Promise<TopicPartition & { readonly cluster: Cluster; readonly group: string | null }> {
    const cluster = await this.connected(node, title)
    if (isTreeNode(node) && (node.kind === 'groupPartition' || node.kind === 'topicPartition')) {
      const { topic, partition } = node
      const group = node.kind === 'groupPartition' ? node.group : null
      // A share group delivers many records at once: none is the next one.
      const share = group !== null && cluster.snapshot.groups?.get(group)?.type === 'share'
      return { cluster, topic, partition, group: share ? null : group }
    }
    const topics = await this.topicsOf(cluster)
    const topic = await askChoice({
      title,
      placeholder: vscode.l10n.t('Which topic of {0}?', cluster.settings.name),
      choices: topics.map((found) => ({
        label: found.topic.name,
        description: topicRow(found, this.words).description ?? '',
        value: found.topic,
      })),
    })
    const [first, ...others] = topic.partitions
    if (first === undefined) throw laglineError('invalidInput', text('ask.noTopic', cluster.settings.name))
    const { partition } =
      others.length === 0
        ? first
        : await askChoice({
            title,
            placeholder: vscode.l10n.t('Which partition of {0}?', topic.name),
            choices: topic.partitions.map((row) => ({ label: String(row.partition), value: row })),
          })
    return { cluster, topic: topic.name, partition, group: null }
  }

  /** A cluster that is connected: the row's, or the one picked, connected first where it is not. */
  async connected(node: TreeNode | undefined, title: string): Promise<Cluster> {
    const cluster = await this.cluster(node, title, () => true)
    if (cluster.state.kind === 'connected') return cluster
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Connecting to {0}…', cluster.settings.name),
        cancellable: true,
      },
      async (_progress, token) => {
        const listening = token.onCancellationRequested(() => this.registry.cancel(cluster.settings.id))
        try {
          await this.registry.connect(cluster.settings.id)
        } finally {
          listening.dispose()
        }
      },
    )
    return cluster
  }

  private async groupsOf(cluster: Cluster): Promise<GroupSnapshot[]> {
    await cluster.refresh({ kind: 'groups' }, new AbortController().signal)
    const { groups, groupsError } = cluster.snapshot
    if (groups === null && groupsError !== null) throw groupsError
    return [...(groups?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  private async topicsOf(cluster: Cluster): Promise<readonly TopicSnapshot[]> {
    await cluster.refresh({ kind: 'topics' }, new AbortController().signal)
    const { topics, topicsError } = cluster.snapshot
    if (topics === null && topicsError !== null) throw topicsError
    const found = [...(topics?.values() ?? [])]
    if (found.length === 0) throw laglineError('invalidInput', text('ask.noTopic', cluster.settings.name))
    return found.sort((a, b) => (a.topic.name < b.topic.name ? -1 : 1))
  }

  private async partitionsOf({ cluster, group }: GroupTarget): Promise<readonly GroupPartition[]> {
    await cluster.refresh({ kind: 'group', group }, new AbortController().signal)
    const found = cluster.snapshot.groups?.get(group)
    if (found === undefined) return []
    if (found.partitions === null && found.error !== null) throw found.error
    return found.partitions ?? []
  }
}
