import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { GroupPartition } from '../../clusters/types'
import { errorText, laglineError } from '../../model/errors'
import { textsOf } from '../../model/text'
import type { SelectedGroups } from '../ask/selected'
import { moreTexts } from '../texts/more'
import { movable } from '../tree/rows/group-row'
import { readGroups } from './ask-groups'
import type { MorePorts } from './index'
import { askMany } from './many'

/** Groups named in a question before the rest is counted. */
const NAMED = 8

/** What of one group is to be deleted. */
interface Meant {
  readonly group: string
  readonly partitions: readonly GroupPartition[]
}

/** Deletes the committed offsets of chosen topics in each of several groups, one group after the other. */
export class DeleteOffsetsOfSeveral {
  private readonly ports: MorePorts

  constructor(ports: MorePorts) {
    this.ports = ports
  }

  async run({ cluster: id, groups }: SelectedGroups, title: string): Promise<void> {
    const cluster = await this.ports.targets.connected({ kind: 'cluster', cluster: id }, title)
    const { name, readOnly } = cluster.settings
    if (readOnly) throw laglineError('readOnly', errorText('error.readOnly', name))
    const found = (await readGroups(cluster)).filter((group) => groups.includes(group.id) && movable(group))
    const committed = found.map((group): Meant => ({
      group: group.id,
      partitions: (group.partitions ?? []).filter(({ commit }) => commit !== null),
    }))
    const topics = await this.askTopics(committed, title)
    const meant = committed
      .map(({ group, partitions }) => ({
        group,
        partitions: partitions.filter(({ topic }) => topics.includes(topic)),
      }))
      .filter(({ partitions }) => partitions.length > 0)
    if (!(await this.confirm(meant))) return
    await this.ports.flow.askNameOfCluster(cluster)
    await this.carryOut(cluster, meant, title)
  }

  private async carryOut(cluster: Cluster, meant: readonly Meant[], title: string): Promise<void> {
    const { several } = this.ports
    const jobs = meant.map(({ group, partitions }) => ({
      group,
      run: (signal: AbortSignal) => cluster.deleteOffsets(group, partitions, signal),
    }))
    const running = vscode.l10n.t('Deleting offsets of {0} groups…', meant.length)
    await several.runs.carryOut(cluster, running, jobs, {
      again: (groups) => this.run({ cluster: cluster.settings.id, groups }, title),
      undo: (changes) => several.undo(cluster, changes),
    })
  }

  private async askTopics(committed: readonly Meant[], title: string): Promise<readonly string[]> {
    const all = committed.flatMap(({ partitions }) => partitions)
    const topics = [...new Set(all.map(({ topic }) => topic))].sort()
    if (topics.length === 0)
      throw laglineError('invalidInput', textsOf(moreTexts)('delete.noOffsets.several'))
    return askMany({
      title,
      placeholder: vscode.l10n.t('The offsets of which topics?'),
      choices: topics.map((topic) => {
        const of = committed.filter(({ partitions }) => partitions.some((each) => each.topic === topic))
        const partitions = all.filter((each) => each.topic === topic).length
        return {
          label: topic,
          description: vscode.l10n.t('{0} offsets in {1} groups', partitions, of.length),
          value: topic,
          picked: topics.length === 1,
        }
      }),
    })
  }

  private async confirm(meant: readonly Meant[]): Promise<boolean> {
    const { format } = this.ports.parts.words
    const count = meant.reduce((sum, { partitions }) => sum + partitions.length, 0)
    const more = meant.length - NAMED
    const detail = [
      ...meant
        .slice(0, NAMED)
        .map(({ group, partitions }) =>
          partitions.length === 1
            ? vscode.l10n.t('{0}: 1 partition', group)
            : vscode.l10n.t('{0}: {1} partitions', group, format.number(partitions.length)),
        ),
      ...(more > 0 ? [vscode.l10n.t('and {0} more', format.number(more))] : []),
      '',
      vscode.l10n.t(
        'A consumer that comes back to these partitions starts where its auto.offset.reset says.',
      ),
      vscode.l10n.t('Of a group in use, the broker refuses topics that its members subscribe to.'),
      vscode.l10n.t(
        'The groups are changed one after the other: where one fails, those before it stay changed.',
      ),
      vscode.l10n.t('Snapshots are kept: Undo brings the old offsets back.'),
    ]
    const go = vscode.l10n.t('Delete Offsets')
    const [only] = meant
    const question =
      meant.length === 1 && only !== undefined
        ? vscode.l10n.t('Delete {0} committed offsets of {1}?', format.number(count), only.group)
        : vscode.l10n.t(
            'Delete {0} committed offsets of {1} groups?',
            format.number(count),
            format.number(meant.length),
          )
    const options = { modal: true, detail: detail.join('\n') }
    return (await vscode.window.showWarningMessage(question, options, go)) === go
  }
}
