import * as vscode from 'vscode'
import { CommandId, ContextKey, SettingId } from '../../ids'
import { Disposables } from '../../model/disposables'
import { isCancelled } from '../../model/errors'
import type { Disposable } from '../../model/ports'
import { secretKey } from '../../model/settings'
import { BACK } from '../ask/quick-input'
import type { Targets } from '../ask/targets'
import type { Parts } from '../parts'
import { tellError } from '../tell'
import { SecretField } from '../peek/registry-secrets'
import { entryOf, settings } from '../settings/settings'
import type { ClusterView } from '../tree/view'
import type { TreeNode } from '../tree/nodes'
import { askCluster, askName } from './add'

/** Clusters come, connect and go: the commands, and the setting they follow. */
export class ClusterCommands implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly targets: Targets
  private readonly view: ClusterView
  private told = ''

  constructor(parts: Parts, targets: Targets, view: ClusterView) {
    this.parts = parts
    this.targets = targets
    this.view = view
    const { commands } = parts
    this.owned.add(settings.onDidChange([SettingId.clusters], () => void this.follow()))
    this.owned.add(commands.register(CommandId.clusterAdd, () => this.add()))
    this.owned.add(commands.register(CommandId.clusterConnect, (node) => this.connect(node)))
    this.owned.add(commands.register(CommandId.clusterRetry, (node) => this.connect(node)))
    this.owned.add(
      commands.register(CommandId.clusterCancel, (node) => {
        if (node !== undefined) parts.registry.cancel(node.cluster)
      }),
    )
    this.owned.add(commands.register(CommandId.clusterDisconnect, (node) => this.disconnect(node)))
    this.owned.add(commands.register(CommandId.clusterWhy, (node) => this.why(node)))
    this.owned.add(commands.register(CommandId.clusterRename, (node) => this.rename(node)))
    this.owned.add(commands.register(CommandId.clusterRemove, (node) => this.remove(node)))
  }

  /** Takes over the setting; what is wrong in it is told once for each way it is wrong. */
  async follow(): Promise<void> {
    const { clusters, problems } = settings.clusters()
    this.parts.context.set(ContextKey.hasClusters, clusters.length > 0)
    try {
      await this.parts.registry.follow(clusters)
    } catch (error) {
      await tellError(error, 'taking over the clusters of the settings', this.parts.words, this.parts.log)
    }
    const said = problems.map((problem) => this.parts.words.say(problem)).join('\n')
    if (said === '' || said === this.told) {
      this.told = said
      return
    }
    this.told = said
    this.parts.log.warn(said)
    void this.tellProblems(said)
  }

  dispose(): void {
    this.owned.dispose()
  }

  private async tellProblems(said: string): Promise<void> {
    const open = vscode.l10n.t('Open Settings')
    if ((await vscode.window.showWarningMessage(said, open)) !== open) return
    await vscode.commands.executeCommand('workbench.action.openSettingsJson', {
      revealSetting: { key: SettingId.clusters },
    })
  }

  private async add(): Promise<void> {
    const taken = this.parts.registry.clusters.map((cluster) => cluster.settings.name)
    const cluster = await askCluster(this.parts.newId(), taken, this.parts.words)
    await settings.updateClusters((entries) => [...entries, entryOf(cluster)])
    await this.follow()
    await this.open(cluster.id)
  }

  private async connect(node: TreeNode | undefined): Promise<void> {
    const cluster = await this.targets.cluster(
      node,
      vscode.l10n.t('Connect'),
      ({ state }) => state.kind !== 'connected' && state.kind !== 'connecting',
    )
    await this.open(cluster.settings.id)
  }

  /** Connects and opens the row. The row itself tells how it went, so nothing else does. */
  private async open(id: string): Promise<void> {
    try {
      await this.parts.registry.connect(id)
    } catch (error) {
      if (!isCancelled(error)) await this.view.selectCluster(id)
      return
    }
    await this.view.openCluster(id)
  }

  private async disconnect(node: TreeNode | undefined): Promise<void> {
    const cluster = await this.targets.cluster(
      node,
      vscode.l10n.t('Disconnect'),
      ({ state }) => state.kind === 'connected',
    )
    await this.parts.registry.disconnect(cluster.settings.id)
  }

  private async why(node: TreeNode | undefined): Promise<void> {
    const cluster = node === undefined ? null : this.parts.registry.get(node.cluster)
    if (cluster?.state.kind !== 'failed') return
    const again = vscode.l10n.t('Try Again')
    const showLog = vscode.l10n.t('Show Log')
    const picked = await vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be reached', cluster.settings.name),
      { modal: true, detail: this.parts.words.say(cluster.state.error.text) },
      again,
      showLog,
    )
    if (picked === again) await this.open(cluster.settings.id)
    else if (picked === showLog) await vscode.commands.executeCommand(CommandId.logShow)
  }

  private async rename(node: TreeNode | undefined): Promise<void> {
    const title = vscode.l10n.t('Rename Cluster')
    const { settings: old } = await this.targets.cluster(node, title, () => true)
    const taken = this.parts.registry.clusters
      .filter((cluster) => cluster.settings.id !== old.id)
      .map((cluster) => cluster.settings.name)
    const name = await askName(title, undefined, old.name, taken)
    if (name === BACK || name === old.name) return
    await settings.updateClusters((entries) =>
      entries.map((entry) => (isEntryOf(entry, old.id) ? { ...entry, name } : entry)),
    )
  }

  private async remove(node: TreeNode | undefined): Promise<void> {
    const { settings: old } = await this.targets.cluster(node, vscode.l10n.t('Remove Cluster'), () => true)
    const remove = vscode.l10n.t('Remove')
    const picked = await vscode.window.showWarningMessage(
      vscode.l10n.t('Remove {0} from the view?', old.name),
      {
        modal: true,
        detail: vscode.l10n.t('Nothing changes on the cluster itself. Records of past changes are kept.'),
      },
      remove,
    )
    if (picked !== remove) return
    await settings.updateClusters((entries) => entries.filter((entry) => !isEntryOf(entry, old.id)))
    for (const field of Object.values(SecretField)) await this.parts.secrets.forget(secretKey(old.id, field))
  }
}

function isEntryOf(entry: unknown, id: string): entry is Record<string, unknown> {
  return typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === id
}
