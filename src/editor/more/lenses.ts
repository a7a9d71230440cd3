import * as vscode from 'vscode'
import { CommandId } from '../../ids'
import type { Linter } from '../../lint/index'
import { assertNever } from '../../model/assert'
import { Disposables } from '../../model/disposables'
import { Emitter } from '../../model/emitter'
import type { Disposable } from '../../model/ports'
import { isTreeNode } from '../tree/nodes'
import { lensParts, type LensPart } from './lens-titles'
import type { MorePorts } from './index'

/** Several changes within this many ms are one refresh of the lines. */
const GATHER_MS = 300

/**
 * What stands above the group ids of open files. Groups of files that are visible are watched, on clusters that
 * somebody has connected; nothing is watched for a file nobody sees.
 */
export class Lenses implements Disposable {
  private readonly owned = new Disposables()
  private readonly ports: MorePorts
  private readonly linter: Linter
  private readonly changed = this.owned.add(new Emitter<void>())
  private readonly groupsIn = new Map<string, readonly string[]>()
  private readonly watches = new Map<string, Disposable>()
  private soon: Disposable | null = null
  readonly onDidChange = this.changed.event

  constructor(ports: MorePorts, linter: Linter) {
    this.ports = ports
    this.linter = linter
    const { registry } = ports.parts
    this.owned.add(registry.onDidChange(() => this.gather()))
    this.owned.add(registry.onDidChangeList(() => this.gather()))
    this.owned.add(vscode.window.onDidChangeVisibleTextEditors(() => this.follow()))
    this.owned.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.groupsIn.delete(uri.toString())) this.follow()
      }),
    )
  }

  /** The lines of a document, from what is known now. */
  of(document: vscode.TextDocument): vscode.CodeLens[] {
    const { registry, words, clock, log } = this.ports.parts
    try {
      const { fileName, languageId } = document
      const named = this.linter.groups({ fileName, languageId, text: document.getText() })
      this.groupsIn.set(
        document.uri.toString(),
        named.map(({ group }) => group),
      )
      this.follow()
      const clusters = registry.clusters.map(({ settings, state, snapshot }) => ({
        id: settings.id,
        name: settings.name,
        readOnly: settings.readOnly,
        state: state.kind,
        groups: snapshot.groups,
      }))
      return named.flatMap(({ group, range }) => {
        const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end))
        return lensParts(group, clusters, clock.now(), words).map(
          (part) => new vscode.CodeLens(place, commandOf(part, group)),
        )
      })
    } catch (error) {
      log.error(`the groups that ${document.fileName} names could not be found`, error)
      return []
    }
  }

  /** Selects a group in the view of clusters. */
  async reveal(given: unknown): Promise<void> {
    const node = isTreeNode(given) ? given : undefined
    const { cluster, group } = await this.ports.targets.group(node, vscode.l10n.t('Reveal Group'))
    await this.ports.reveal(cluster.settings.id, group)
  }

  dispose(): void {
    this.soon?.dispose()
    for (const watch of this.watches.values()) watch.dispose()
    this.watches.clear()
    this.owned.dispose()
  }

  /** Watches the groups of what is visible, and only these. */
  private follow(): void {
    const wanted = new Map<string, () => Disposable>()
    for (const { document } of vscode.window.visibleTextEditors)
      for (const group of this.groupsIn.get(document.uri.toString()) ?? [])
        for (const cluster of this.ports.parts.registry.clusters)
          if (cluster.state.kind === 'connected')
            wanted.set(`${cluster.settings.id}\n${group}`, () =>
              cluster.watch({ kind: 'group', group }, 'tree'),
            )
    for (const [key, watch] of this.watches)
      if (!wanted.has(key)) {
        watch.dispose()
        this.watches.delete(key)
      }
    for (const [key, watch] of wanted) if (!this.watches.has(key)) this.watches.set(key, watch())
  }

  private gather(): void {
    if (this.groupsIn.size === 0) return
    this.soon ??= this.ports.parts.clock.after(GATHER_MS, () => {
      this.soon = null
      this.changed.fire()
    })
  }
}

function commandOf({ title, does, cluster }: LensPart, group: string): vscode.Command {
  const on = cluster === null ? [] : [{ kind: 'group', cluster, group }]
  switch (does) {
    case 'nothing':
      return { title, command: '' }
    case 'connect':
      return { title, command: CommandId.clusterConnect }
    case 'reset':
      return { title, command: CommandId.groupReset, arguments: on }
    case 'chart':
      return { title, command: CommandId.groupChart, arguments: on }
    case 'reveal':
      return { title, command: CommandId.groupReveal, arguments: on }
    default:
      return assertNever(does)
  }
}
