import * as vscode from 'vscode'
import type { Bookmarks } from '../../clusters/bookmarks'
import type { Bookmark } from '../../model/bookmark'
import { cancelled, laglineError, toLaglineError } from '../../model/errors'
import { textsOf } from '../../model/text'
import { askChoice, askText, BACK } from '../ask/quick-input'
import { withCancel } from '../ask/progress'
import { selectedGroups, type SelectedGroups } from '../ask/selected'
import type { GroupTarget } from '../ask/targets'
import { moreTexts } from '../texts/more'
import { isTreeNode } from '../tree/nodes'
import { movable } from '../tree/rows/group-row'
import { tellerOf } from '../words'
import type { MorePorts } from './index'

const text = textsOf(moreTexts)

/** Offsets kept under a name: saved, compared with now, gone back to, removed. */
export class BookmarkActions {
  private readonly ports: MorePorts
  private readonly bookmarks: Bookmarks

  constructor(ports: MorePorts, bookmarks: Bookmarks) {
    this.ports = ports
    this.bookmarks = bookmarks
  }

  /** @param selected what is selected in the view beside the row that was clicked. */
  async save(given: unknown, selected: unknown): Promise<void> {
    const title = vscode.l10n.t('Save Offset Bookmark')
    const { registry } = this.ports.parts
    const several = selectedGroups(selected, (id) => registry.get(id)?.settings.name ?? id)
    if (several !== null) return this.saveSeveral(several, title)
    const { cluster, group } = await this.target(given, title)
    const prompt = vscode.l10n.t(
      'A name for the offsets of {0} as they are now, such as the release that comes.',
      group,
    )
    const name = await this.askName({ cluster: cluster.settings.id, groups: [group] }, title, prompt)
    const saved = await withCancel(vscode.l10n.t('Reading the offsets of {0}…', group), (signal) =>
      cluster.bookmark(group, name, signal),
    )
    const compare = vscode.l10n.t('Compare with Now')
    const said =
      saved.rows.length === 1
        ? vscode.l10n.t('Kept as “{0}”: the offset of 1 partition of {1}.', name, group)
        : vscode.l10n.t(
            'Kept as “{0}”: the offsets of {1} partitions of {2}.',
            name,
            saved.rows.length,
            group,
          )
    if ((await vscode.window.showInformationMessage(said, compare)) === compare)
      await this.show({ cluster, group }, saved)
  }

  /** The same name for each; a group whose offsets cannot be read does not keep the others from being kept. */
  private async saveSeveral({ cluster: id, groups }: SelectedGroups, title: string): Promise<void> {
    const cluster = await this.ports.targets.connected({ kind: 'cluster', cluster: id }, title)
    const prompt = vscode.l10n.t(
      'A name for the offsets of {0} groups as they are now, such as the release that comes.',
      groups.length,
    )
    const name = await this.askName({ cluster: id, groups }, title, prompt)
    const { words, log } = this.ports.parts
    let failed: { readonly group: string; readonly reason: string } | null = null
    let kept = 0
    await withCancel(vscode.l10n.t('Reading the offsets of {0} groups…', groups.length), async (signal) => {
      for (const group of groups)
        try {
          await cluster.bookmark(group, name, signal)
          kept += 1
        } catch (error) {
          log.warn(`no bookmark of ${group}: ${String(error)}`)
          failed ??= { group, reason: words.say(toLaglineError(error).text) }
          if (signal.aborted) return
        }
    })
    const said = tellerOf(words, moreTexts)
    if (kept === groups.length)
      return void vscode.window.showInformationMessage(said('bookmarks.saved', name, kept))
    const { group, reason } = failed ?? { group: '', reason: '' }
    void vscode.window.showWarningMessage(
      said('bookmarks.savedSome', name, kept, groups.length, group, reason),
    )
  }

  /** A name that none of the groups has a bookmark of. Rejects with `cancelled`. */
  private async askName({ cluster, groups }: SelectedGroups, title: string, prompt: string): Promise<string> {
    const { words, clock } = this.ports.parts
    const taken = new Map<string, string>()
    for (const group of groups)
      for (const { name } of await this.bookmarks.list(cluster, group)) taken.set(name, group)
    const name = await askText({
      title,
      prompt,
      value: words.format.time(clock.now()),
      problem: (typed) => {
        if (typed.trim() === '') return vscode.l10n.t('Enter a name.')
        const owner = taken.get(typed.trim())
        return owner === undefined ? null : vscode.l10n.t('{0} has a bookmark of this name already.', owner)
      },
    })
    if (name === BACK) throw cancelled()
    return name
  }

  /** As the plan of going back: what stands there now, what stood there then, and the way between. */
  async compare(given: unknown): Promise<void> {
    const title = vscode.l10n.t('Compare with Offset Bookmark')
    const target = await this.target(given, title)
    await this.show(target, await this.pick(target, title))
  }

  async goBack(given: unknown): Promise<void> {
    const title = vscode.l10n.t('Go Back to Offset Bookmark')
    const target = await this.target(given, title)
    const { id } = await this.pick(target, title)
    await this.ports.flow.undo(target.cluster, id)
  }

  async remove(given: unknown): Promise<void> {
    const title = vscode.l10n.t('Remove Offset Bookmark')
    const target = await this.target(given, title)
    const { id, name } = await this.pick(target, title)
    const go = vscode.l10n.t('Remove')
    const question = vscode.l10n.t('Remove the bookmark “{0}” of {1}?', name, target.group)
    const detail = vscode.l10n.t('Nothing changes on the cluster itself.')
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, go)) !== go) return
    await this.bookmarks.remove(id)
  }

  private target(given: unknown, title: string): Promise<GroupTarget> {
    return this.ports.targets.group(isTreeNode(given) ? given : undefined, title, movable)
  }

  private async show({ cluster, group }: GroupTarget, { id }: Bookmark): Promise<void> {
    const plan = await withCancel(vscode.l10n.t('Reading the offsets of {0}…', group), (signal) =>
      cluster.planUndo(id, signal),
    )
    await this.ports.documents.show([plan])
  }

  private async pick({ cluster, group }: GroupTarget, title: string): Promise<Bookmark> {
    const { words } = this.ports.parts
    const bookmarks = await this.bookmarks.list(cluster.settings.id, group)
    if (bookmarks.length === 0) throw laglineError('invalidInput', text('bookmarks.none', group))
    return askChoice({
      title,
      placeholder: vscode.l10n.t('Which bookmark of {0}?', group),
      choices: bookmarks.map((bookmark) => ({
        label: bookmark.name,
        description: [
          words.format.time(bookmark.at),
          bookmark.by === undefined ? null : words.say(text('changes.by', bookmark.by)),
          words.say(
            bookmark.rows.length === 1
              ? text('changes.partitions.one')
              : text('changes.partitions', bookmark.rows.length),
          ),
        ]
          .filter((part) => part !== null)
          .join(' · '),
        value: bookmark,
      })),
    })
  }
}
