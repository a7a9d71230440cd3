import * as vscode from 'vscode'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Targets } from './editor/ask/targets'
import { Charts } from './editor/chart/charts'
import { ClusterCommands } from './editor/clusters/cluster-commands'
import { Registry } from './editor/clusters/registry'
import { systemClock } from './editor/clock'
import { Commands } from './editor/commands'
import { ContextKeys } from './editor/context'
import { folderFiles } from './editor/files'
import { GroupLenses } from './editor/lint/group-lenses'
import { Linting } from './editor/lint/linting'
import { ChangesView } from './editor/history/changes-view'
import { MoreCommands } from './editor/history/more-commands'
import { EditorWords } from './editor/localise'
import { EditorLog } from './editor/log'
import { OffsetsLater } from './editor/offsets-later'
import { once } from './editor/once'
import type { Parts } from './editor/parts'
import { editorSecrets } from './editor/secrets'
import { settings } from './editor/settings/settings'
import { ClusterView } from './editor/tree/view'
import { whoWorksHere } from './editor/user'
import { CommandId } from './ids'
import { Disposables } from './model/disposables'
import type { ClusterSettings } from './model/settings'

/** Composes the parts. Nothing connects, nothing is read from disk, and what is loaded later is not loaded yet. */
export function activate(context: vscode.ExtensionContext): void {
  const began = performance.now()
  const owned = new Disposables()
  context.subscriptions.push(owned)
  const log = owned.add(new EditorLog())
  try {
    compose(context, owned, log)
    log.info(`activated in ${(performance.now() - began).toFixed(1)} ms`)
  } catch (error) {
    log.error('activation failed', error)
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = vscode.l10n.t(
      'Lagline could not start: {0}. Reload the window; if it happens again, report it.',
      reason,
    )
    void vscode.window.showErrorMessage(sentence)
    throw error
  }
}

function compose(context: vscode.ExtensionContext, owned: Disposables, log: EditorLog): void {
  const words = new EditorWords()
  const clock = systemClock
  const newId = randomUUID
  const secrets = editorSecrets(context.secrets, (secret) => log.hide(secret))
  const commands = new Commands(words, log)
  const engine = once(async () => {
    const loaded = await import('./clusters')
    words.add(loaded.texts)
    return loaded
  })
  const decoders = once(async () => {
    const loaded = await import('./decoders')
    words.add(loaded.texts)
    return loaded
  })
  const { version } = context.extension.packageJSON as { readonly version: string }
  const folder = (name: string) => ({
    files: folderFiles(join(context.globalStorageUri.fsPath, name), newId),
    log,
    tool: `lagline ${version}`,
    ...whoWorksHere(),
  })
  const changes = once(async () => owned.add(new (await engine()).Changes(folder('changes'))))
  const bookmarks = once(async () => new (await engine()).Bookmarks(folder('bookmarks')))
  const clusterMaker = once(async () => {
    const { Cluster } = await engine()
    const [records, kept] = await Promise.all([changes(), bookmarks()])
    const client = async (cluster: ClusterSettings) => {
      const { createClusterClient } = await import('./kafka')
      return createClusterClient(cluster, settings.deadlines(), { log, clock })
    }
    return (cluster: ClusterSettings) =>
      new Cluster(cluster, {
        createClient: () => client(cluster),
        clock,
        log,
        changes: records,
        bookmarks: kept,
        newId,
        poll: () => settings.poll(),
      })
  })
  const registry = owned.add(new Registry(clusterMaker, log))
  const keys = owned.add(new ContextKeys())
  const parts: Parts = {
    registry,
    commands,
    context: keys,
    words,
    clock,
    log,
    newId,
    secrets,
    engine,
    decoders,
    changes,
  }
  const targets = new Targets(registry, words, () => clock.now())
  owned.add(commands.register(CommandId.logShow, () => log.show()))
  const view = owned.add(new ClusterView(parts))
  const clusters = owned.add(new ClusterCommands(parts, targets, view))
  const linter = once(async () => {
    const loaded = await import('./lint')
    words.add(loaded.texts)
    return loaded.createLinter()
  })
  const reveal = view.revealGroup.bind(view)
  const more = async () => (await offsets.part()).more()
  owned.add(new ChangesView(parts, more))
  owned.add(new MoreCommands(parts, more))
  const panels = {
    parts,
    extension: context.extensionUri,
    reveal: view.revealPartition.bind(view),
  }
  owned.add(new Charts(panels, targets))
  owned.add(new Linting(parts, linter, more, context.extensionUri))
  owned.add(new GroupLenses(parts, more))
  const offsets = owned.add(
    new OffsetsLater(commands, async () => {
      const { OffsetsPart, texts } = await import('./editor/offsets')
      words.add(texts)
      return () =>
        new OffsetsPart(parts, targets, { bookmarks, linter, reveal, state: context.workspaceState })
    }),
  )
  void clusters.follow()
}
