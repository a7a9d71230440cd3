import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { GroupDeletion, GroupSnapshot } from '../../clusters/types'
import { errorText, laglineError } from '../../model/errors'
import { textsOf } from '../../model/text'
import { withCancel } from '../ask/progress'
import { selectedGroups } from '../ask/selected'
import { moreTexts } from '../texts/more'
import { isTreeNode } from '../tree/nodes'
import { GroupQuestion, readGroups } from './ask-groups'
import { bulkDocument, bulkSentence, countsOf } from './bulk-result'
import { ANY, deletableGroups } from './group-filter'
import type { MorePorts } from './index'

const text = textsOf(moreTexts)
/** Names in a question before the rest is counted. */
const NAMED = 8

/** Which groups are to be deleted, as they were just read. */
interface Chosen {
  readonly groups: readonly GroupSnapshot[]
  /** Those that were meant too and cannot be deleted now, by name. */
  readonly leftAlone: readonly string[]
}

/** Deletes several groups at once: those selected, or by name and condition; then group by group what became of it. */
export class DeleteGroups {
  private readonly ports: MorePorts

  constructor(ports: MorePorts) {
    this.ports = ports
  }

  /** @param selected what is selected in the view beside the row that was clicked. */
  async run(given: unknown, selected: unknown): Promise<void> {
    const title = vscode.l10n.t('Delete Groups')
    const { registry } = this.ports.parts
    const meant = selectedGroups(selected, (id) => registry.get(id)?.settings.name ?? id)
    const node = isTreeNode(given) ? given : undefined
    const cluster = await this.ports.targets.connected(node, title)
    const { name, readOnly } = cluster.settings
    if (readOnly) throw laglineError('readOnly', errorText('error.readOnly', name))
    const chosen =
      meant === null
        ? { groups: await new GroupQuestion(this.ports.parts, cluster, title).ask(), leftAlone: [] }
        : await this.chosenOf(cluster, meant.groups)
    if (!(await this.confirm(cluster, chosen))) return
    await this.ports.flow.askNameOfCluster(cluster)
    const { groups } = chosen
    const results = await withCancel(vscode.l10n.t('Deleting groups of {0}…', name), (signal, say) =>
      cluster.deleteGroups(
        groups.map(({ id }) => id),
        (tried) => say(vscode.l10n.t('{0} of {1}', tried, groups.length)),
        signal,
      ),
    )
    await this.tell(cluster, results)
  }

  private async chosenOf(cluster: Cluster, names: readonly string[]): Promise<Chosen> {
    const all = await readGroups(cluster)
    const meant = all.filter(({ id }) => names.includes(id))
    const groups = deletableGroups(meant, ANY, this.ports.parts.clock.now())
    if (groups.length === 0)
      throw laglineError('invalidInput', text('delete.noneSelected', cluster.settings.name))
    const ids = new Set(groups.map(({ id }) => id))
    return { groups, leftAlone: names.filter((name) => !ids.has(name)) }
  }

  private async confirm(cluster: Cluster, { groups, leftAlone }: Chosen): Promise<boolean> {
    const { format } = this.ports.parts.words
    const offsets = groups.reduce((sum, group) => sum + (group.partitions?.length ?? 0), 0)
    const lagging = groups.filter(
      (group) => group.lag === null || group.lag.lag !== 0 || group.lag.atLeast,
    ).length
    const share = groups.filter(({ type }) => type === 'share').length
    const detail = [
      ...this.named(groups.map(({ id }) => id)),
      '',
      vscode.l10n.t('Committed offsets of {0} partitions are deleted with them.', format.number(offsets)),
      ...(lagging > 0
        ? [vscode.l10n.t('{0} of them have not read everything, or it is not known.', format.number(lagging))]
        : []),
      vscode.l10n.t('A consumer that comes back under this name starts where its auto.offset.reset says.'),
      vscode.l10n.t('Snapshots are kept: Undo brings the groups back with these offsets.'),
      ...(share > 0
        ? [
            vscode.l10n.t(
              'Share groups ({0} of them) come back with their start offsets, but not with the state of the records.',
              format.number(share),
            ),
          ]
        : []),
      ...(leftAlone.length === 0
        ? []
        : ['', vscode.l10n.t('Left alone, because they are in use or no groups of consumers:')]),
      ...this.named(leftAlone),
    ]
    const go =
      groups.length === 1
        ? vscode.l10n.t('Delete 1 Group')
        : vscode.l10n.t('Delete {0} Groups', format.number(groups.length))
    const question =
      groups.length === 1
        ? vscode.l10n.t('Delete 1 group of {0}?', cluster.settings.name)
        : vscode.l10n.t('Delete {0} groups of {1}?', format.number(groups.length), cluster.settings.name)
    const options = { modal: true, detail: detail.join('\n') }
    return (await vscode.window.showWarningMessage(question, options, go)) === go
  }

  private named(names: readonly string[]): string[] {
    const more = names.length - NAMED
    const rest = vscode.l10n.t('and {0} more', this.ports.parts.words.format.number(more))
    return [...names.slice(0, NAMED), ...(more > 0 ? [rest] : [])]
  }

  private async tell(cluster: Cluster, results: readonly GroupDeletion[]): Promise<void> {
    const { words, log } = this.ports.parts
    const { name } = cluster.settings
    const sentence = bulkSentence(results, name, words)
    log.info(sentence)
    const { deleted } = countsOf(results)
    const back = results.flatMap((result) =>
      result.kind === 'deleted' && result.outcome.done.length > 0 ? [result.outcome.record.id] : [],
    )
    const show = vscode.l10n.t('Show')
    const undo = vscode.l10n.t('Undo')
    const buttons = back.length > 0 ? [undo, show] : [show]
    const picked =
      deleted === results.length
        ? await vscode.window.showInformationMessage(sentence, ...buttons)
        : await vscode.window.showWarningMessage(sentence, ...buttons)
    if (picked === undo) await this.ports.several.undo(cluster, back)
    if (picked !== show) return
    const { tableLines } = await this.ports.parts.engine()
    await this.ports.documents.showResult(cluster, name, bulkDocument(results, name, words, tableLines))
  }
}
