import * as vscode from 'vscode'
import type { GroupPartition } from '../../clusters/types'
import { errorText, laglineError } from '../../model/errors'
import { isInactive, type GroupState } from '../../model/groups'
import { textsOf } from '../../model/text'
import { partitionKey } from '../../model/topics'
import { withCancel } from '../ask/progress'
import { selectedGroups, selectedParts, type SelectedParts } from '../ask/selected'
import type { GroupTarget } from '../ask/targets'
import { moreTexts } from '../texts/more'
import { isTreeNode, type TreeNode } from '../tree/nodes'
import { groupPartitionRow } from '../tree/rows/group-content-rows'
import { movable } from '../tree/rows/group-row'
import { DeleteOffsetsOfSeveral } from './delete-offsets-several'
import type { MorePorts } from './index'
import { askMany } from './many'

/** Partitions named in a question before the rest is counted. */
const NAMED = 8

/** Deletes the committed offsets of chosen topics or partitions of a group. */
export class DeleteOffsets {
  private readonly ports: MorePorts

  constructor(ports: MorePorts) {
    this.ports = ports
  }

  /** @param selected what is selected in the view beside the row that was clicked. */
  async run(given: unknown, selected: unknown): Promise<void> {
    const node = isTreeNode(given) ? given : undefined
    const title = vscode.l10n.t('Delete Committed Offsets')
    const { registry } = this.ports.parts
    if (node?.kind === 'group') {
      const several = selectedGroups(selected, (id) => registry.get(id)?.settings.name ?? id)
      if (several !== null) return new DeleteOffsetsOfSeveral(this.ports).run(several, title)
    }
    const parts = selectedParts(selected) ?? partsOf(node)
    const target = await this.ports.targets.group(node, title, movable)
    const { cluster, group } = target
    const { name, readOnly } = cluster.settings
    if (readOnly) throw laglineError('readOnly', errorText('error.readOnly', name))
    const chosen = await this.choose(target, parts, title)
    const go = vscode.l10n.t('Delete Offsets')
    const share = cluster.snapshot.groups?.get(group)?.type === 'share'
    const question = share
      ? vscode.l10n.t('Make {0} forget its start offsets (partitions: {1})?', group, chosen.length)
      : chosen.length === 1
        ? vscode.l10n.t('Delete the committed offset of 1 partition of {0}?', group)
        : vscode.l10n.t('Delete the committed offsets of {0} partitions of {1}?', chosen.length, group)
    const options = { modal: true, detail: this.details(target, chosen).join('\n') }
    if ((await vscode.window.showWarningMessage(question, options, go)) !== go) return
    await this.ports.flow.askNameOfGroup(cluster, group)
    const outcome = await withCancel(vscode.l10n.t('Deleting offsets of {0}…', group), (signal) =>
      cluster.deleteOffsets(group, chosen, signal),
    )
    await this.ports.flow.tell(cluster, outcome, () => this.ports.flow.undo(cluster, outcome.record.id))
  }

  private async choose(
    { cluster, group }: GroupTarget,
    parts: Pick<SelectedParts, 'topics' | 'partitions'> | null,
    title: string,
  ): Promise<readonly GroupPartition[]> {
    await withCancel(vscode.l10n.t('Reading the offsets of {0}…', group), (signal) =>
      cluster.refresh({ kind: 'group', group }, signal),
    )
    const all = (cluster.snapshot.groups?.get(group)?.partitions ?? []).filter(
      ({ commit }) => commit !== null,
    )
    const meant = all.filter(
      ({ topic, partition }) =>
        parts === null ||
        parts.topics.includes(topic) ||
        parts.partitions.some((each) => each.topic === topic && each.partition === partition),
    )
    if (meant.length === 0) throw laglineError('invalidInput', textsOf(moreTexts)('delete.noOffsets', group))
    const share = cluster.snapshot.groups?.get(group)?.type === 'share'
    if (parts !== null) return share ? wholeTopics(all, meant) : meant
    const rights = { writable: false, movable: false }
    const picked = await askMany({
      title,
      placeholder: share
        ? vscode.l10n.t('Which topics? All partitions of a topic go together.')
        : vscode.l10n.t('Which partitions? Type a topic’s name to see only its own.'),
      choices: meant.map((partition) => ({
        label: partitionKey(partition.topic, partition.partition),
        description: groupPartitionRow(partition, rights, this.ports.parts.words).description ?? '',
        value: partition,
        picked: false,
      })),
    })
    return share ? wholeTopics(all, picked) : picked
  }

  private details({ cluster, group }: GroupTarget, chosen: readonly GroupPartition[]): string[] {
    const { format } = this.ports.parts.words
    const { state, type } = cluster.snapshot.groups?.get(group) ?? {}
    const more = chosen.length - NAMED
    return [
      ...chosen
        .slice(0, NAMED)
        .map(({ topic, partition, commit }) =>
          commit === null || commit.offset < 0n
            ? partitionKey(topic, partition)
            : vscode.l10n.t('{0} at {1}', partitionKey(topic, partition), format.number(commit.offset)),
        ),
      ...(more > 0 ? [vscode.l10n.t('and {0} more', format.number(more))] : []),
      '',
      ...(type === 'share' ? shareDetails() : consumerDetails(state)),
    ]
  }
}

function consumerDetails(state: GroupState | undefined): string[] {
  return [
    vscode.l10n.t('A consumer that comes back to these partitions starts where its auto.offset.reset says.'),
    ...(state === undefined || isInactive(state)
      ? []
      : [vscode.l10n.t('The group is in use: the broker refuses topics that its members subscribe to.')]),
    vscode.l10n.t('A snapshot is kept: Undo brings the old offsets back.'),
  ]
}

function shareDetails(): string[] {
  return [
    vscode.l10n.t(
      'Kafka makes a share group forget whole topics, with the state of the records above these start offsets.',
    ),
    vscode.l10n.t(
      'When it reads them again it begins where share.auto.offset.reset says; what was delivered may be delivered again.',
    ),
    vscode.l10n.t(
      'A snapshot is kept: Undo brings the old start offsets back, but not the state of the records.',
    ),
  ]
}

/** All partitions of the topics of those chosen. */
function wholeTopics(
  all: readonly GroupPartition[],
  chosen: readonly GroupPartition[],
): readonly GroupPartition[] {
  const topics = new Set(chosen.map(({ topic }) => topic))
  return all.filter(({ topic }) => topics.has(topic))
}

/** The topic or partition of a row; null where it is neither. */
function partsOf(node: TreeNode | undefined): Pick<SelectedParts, 'topics' | 'partitions'> | null {
  if (node?.kind === 'groupTopic') return { topics: [node.topic], partitions: [] }
  if (node?.kind !== 'groupPartition') return null
  return { topics: [], partitions: [{ topic: node.topic, partition: node.partition }] }
}
