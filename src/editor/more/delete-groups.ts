import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { GroupDeletion, GroupSnapshot } from '../../clusters/types'
import { errorText, isCancelled, laglineError, toLaglineError } from '../../model/errors'
import { textsOf } from '../../model/text'
import { askText, BACK } from '../ask/quick-input'
import { withCancel } from '../ask/progress'
import { moreTexts } from '../texts/more'
import { isTreeNode } from '../tree/nodes'
import { groupRow } from '../tree/rows/group-row'
import { bulkDocument, bulkSentence, countsOf } from './bulk-result'
import { ANY, deletableGroups, type GroupFilter } from './group-filter'
import type { MorePorts } from './index'
import { askMany } from './many'

const text = textsOf(moreTexts)
const HOUR = 3_600_000
/** Names in a question before the rest is counted. */
const NAMED = 8

/** Deletes several groups at once: which ones by name and condition, then group by group what became of it. */
export class DeleteGroups {
  private readonly ports: MorePorts

  constructor(ports: MorePorts) {
    this.ports = ports
  }

  async run(given: unknown): Promise<void> {
    const title = vscode.l10n.t('Delete Groups')
    const cluster = await this.ports.targets.connected(isTreeNode(given) ? given : undefined, title)
    const { name, readOnly } = cluster.settings
    if (readOnly) throw laglineError('readOnly', errorText('error.readOnly', name))
    const chosen = await this.choose(cluster, title)
    if (!(await this.confirm(cluster, chosen))) return
    await this.askNameOfCluster(cluster)
    const results = await withCancel(vscode.l10n.t('Deleting groups of {0}…', name), (signal, say) =>
      cluster.deleteGroups(
        chosen.map(({ id }) => id),
        (tried) => say(vscode.l10n.t('{0} of {1}', tried, chosen.length)),
        signal,
      ),
    )
    await this.tell(cluster, results)
  }

  private async choose(cluster: Cluster, title: string): Promise<readonly GroupSnapshot[]> {
    const { words, clock } = this.ports.parts
    await withCancel(vscode.l10n.t('Reading the groups of {0}…', cluster.settings.name), (signal) =>
      cluster.refresh({ kind: 'groups' }, signal),
    )
    const all = [...(cluster.snapshot.groups?.values() ?? [])]
    const empty = deletableGroups(all, ANY, clock.now())
    if (empty.length === 0)
      throw laglineError('invalidInput', text('delete.noneEmpty', cluster.settings.name))
    const matching = (pattern: string): GroupSnapshot[] =>
      deletableGroups(empty, { ...ANY, pattern: pattern.trim() }, clock.now())
    const pattern = await askText({
      title,
      step: { number: 1, of: 3 },
      prompt: vscode.l10n.t('A part of the names, or with * and ? the whole name. Leave it empty for all.'),
      placeholder: 'console-consumer-*',
      problem: (typed) =>
        matching(typed).length === 0 ? vscode.l10n.t('No Empty group has such a name.') : null,
      hint: (typed) => vscode.l10n.t('{0} of {1} Empty groups', matching(typed).length, empty.length),
    })
    const named = matching(pattern === BACK ? '' : pattern)
    const filter = await this.askConditions(named, title)
    const groups = deletableGroups(named, filter, clock.now())
    if (groups.length === 0) throw laglineError('invalidInput', text('delete.noneLeft'))
    const rights = { writable: false, undoable: false, now: clock.now() }
    return askMany({
      title,
      step: { number: 3, of: 3 },
      placeholder: vscode.l10n.t('Delete these groups'),
      choices: groups.map((group) => ({
        label: group.id,
        description: groupRow(group, rights, words).description ?? '',
        value: group,
        picked: true,
      })),
    })
  }

  private async askConditions(groups: readonly GroupSnapshot[], title: string): Promise<GroupFilter> {
    const now = this.ports.parts.clock.now()
    const since = (hours: number): Partial<GroupFilter> => ({ emptyForMs: hours * HOUR })
    const conditions: readonly (readonly [string, Partial<GroupFilter>])[] = [
      [vscode.l10n.t('Only without lag'), { withoutLag: true }],
      [vscode.l10n.t('Only classic groups'), { types: ['classic'] }],
      [vscode.l10n.t('Only groups of the consumer protocol'), { types: ['consumer'] }],
      [vscode.l10n.t('Only seen Empty for at least an hour'), since(1)],
      [vscode.l10n.t('Only seen Empty for at least a day'), since(24)],
    ]
    const picked = await askMany({
      title,
      step: { number: 2, of: 3 },
      placeholder: vscode.l10n.t('Only some of them? Choose nothing for all.'),
      none: true,
      choices: conditions.map(([label, value]) => {
        const count = deletableGroups(groups, { ...ANY, ...value }, now).length
        return { label, description: vscode.l10n.t('{0} of {1}', count, groups.length), value, picked: false }
      }),
    })
    return picked.reduce<GroupFilter>((filter, next) => ({ ...filter, ...next }), ANY)
  }

  private async confirm(cluster: Cluster, groups: readonly GroupSnapshot[]): Promise<boolean> {
    const { format } = this.ports.parts.words
    const offsets = groups.reduce((sum, group) => sum + (group.partitions?.length ?? 0), 0)
    const lagging = groups.filter(
      (group) => group.lag === null || group.lag.lag !== 0 || group.lag.atLeast,
    ).length
    const more = groups.length - NAMED
    const detail = [
      ...groups.slice(0, NAMED).map(({ id }) => id),
      ...(more > 0 ? [vscode.l10n.t('and {0} more', format.number(more))] : []),
      '',
      vscode.l10n.t('Committed offsets of {0} partitions are deleted with them.', format.number(offsets)),
      ...(lagging > 0
        ? [vscode.l10n.t('{0} of them have not read everything, or it is not known.', format.number(lagging))]
        : []),
      vscode.l10n.t('A consumer that comes back under this name starts where its auto.offset.reset says.'),
      vscode.l10n.t('Snapshots are kept: Undo brings the groups back with these offsets.'),
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

  /** On a production cluster its name is typed before anything is sent. Rejects with `cancelled`. */
  private async askNameOfCluster(cluster: Cluster): Promise<void> {
    const { name, production } = cluster.settings
    if (!production) return
    await askText({
      title: vscode.l10n.t('{0} is a production cluster', name),
      prompt: vscode.l10n.t('Type {0} to go on.', name),
      problem: (typed) =>
        typed.trim() === name.trim() ? null : vscode.l10n.t('This is not the name of the cluster yet.'),
    })
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
    if (picked === show) {
      const { tableLines } = await this.ports.parts.engine()
      await this.ports.documents.showResult(cluster, name, bulkDocument(results, name, words, tableLines))
    } else if (picked === undo) await this.undo(cluster, back)
  }

  /** Brings the groups back one by one; what cannot be is named, and stays in the list of changes to be undone. */
  private async undo(cluster: Cluster, changes: readonly string[]): Promise<void> {
    const { words, log } = this.ports.parts
    const go = vscode.l10n.t('Bring Back')
    const count = words.format.number(changes.length)
    const question =
      changes.length === 1
        ? vscode.l10n.t('Bring back 1 group of {0}?', cluster.settings.name)
        : vscode.l10n.t('Bring back {0} groups of {1}?', count, cluster.settings.name)
    const detail = vscode.l10n.t(
      'They come back with the offsets they had; other state of a group is not kept.',
    )
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) !== go) return
    await this.askNameOfCluster(cluster)
    const failures: string[] = []
    let done = 0
    await withCancel(
      vscode.l10n.t('Bringing groups of {0} back…', cluster.settings.name),
      async (signal, say) => {
        for (const change of changes) {
          if (signal.aborted) return
          try {
            const plan = await cluster.planUndo(change, signal)
            const outcome = await cluster.apply(plan, signal)
            if (outcome.done.length === outcome.record.rows.length) done += 1
            else failures.push(outcome.record.group.id)
          } catch (error) {
            if (isCancelled(error)) return
            log.error(`the deletion ${change} could not be undone`, error)
            failures.push(words.say(toLaglineError(error).text))
          }
          say(vscode.l10n.t('{0} of {1}', done + failures.length, changes.length))
        }
      },
    )
    const number = words.format.number(done)
    if (done === changes.length)
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} of {1} groups are back with their offsets.', number, count),
      )
    else
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          '{0} of {1} groups are back with their offsets. The others can be undone one by one in the view Changes. {2}',
          number,
          count,
          failures[0] ?? '',
        ),
      )
  }
}
