import * as vscode from 'vscode'
import type { ClusterEvent } from '../../clusters/types'
import { CommandId, ContextKey, ViewId } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { TopicPartition } from '../../model/topics'
import type { PanelTarget } from '../../shared/chart-protocol'
import type { Parts } from '../parts'
import { Nodes, isTreeNode, type TreeNode } from './nodes'
import { ClusterTree } from './provider'
import { Watches } from './watches'

/** The view: its rows, what it watches, its own commands. */
export class ClusterView implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly nodes = new Nodes()
  private readonly tree: ClusterTree
  private readonly watches: Watches
  private readonly view: vscode.TreeView<TreeNode>

  constructor(parts: Parts) {
    this.parts = parts
    const { registry, clock, words, commands } = parts
    this.tree = this.owned.add(new ClusterTree(registry, this.nodes, clock, words))
    this.watches = this.owned.add(new Watches(registry, this.nodes))
    this.tree.onOpened = (node) => this.opened(node)
    this.view = this.owned.add(
      vscode.window.createTreeView(ViewId.clusters, {
        treeDataProvider: this.tree,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    )
    this.watches.setVisible(this.view.visible)
    this.owned.add(this.view.onDidChangeVisibility(({ visible }) => this.watches.setVisible(visible)))
    this.owned.add(this.view.onDidExpandElement(({ element }) => this.expanded(element)))
    this.owned.add(this.view.onDidCollapseElement(({ element }) => this.watches.closed(element)))
    this.owned.add(registry.onDidChangeList(() => this.listChanged()))
    this.owned.add(registry.onDidChange(({ cluster, event }) => this.clusterChanged(cluster, event)))
    this.owned.add(commands.register(CommandId.viewRefresh, () => this.refresh()))
    this.owned.add(commands.register(CommandId.viewFilter, () => this.askFilter()))
    this.owned.add(commands.register(CommandId.viewClearFilter, () => this.setFilter('')))
    this.owned.add(
      commands.register(CommandId.viewMore, (node) => {
        if (isTreeNode(node) && node.kind === 'note') this.tree.showMore(node.parent)
      }),
    )
    this.owned.add(commands.register(CommandId.selectionDelete, () => this.deleteSelected()))
    this.listChanged()
  }

  /** Opens the cluster's row, so that what it holds is seen. */
  async openCluster(cluster: string): Promise<void> {
    await this.reveal({ kind: 'cluster', cluster }, { expand: true, select: true, focus: true })
  }

  async selectCluster(cluster: string): Promise<void> {
    await this.reveal({ kind: 'cluster', cluster }, { select: true, focus: true })
  }

  /** Selects a partition of a group in the view and opens what is above it. */
  async revealPartition(
    { cluster, group }: PanelTarget,
    { topic, partition }: TopicPartition,
  ): Promise<void> {
    await this.reveal(
      { kind: 'groupPartition', cluster, group, topic, partition },
      { select: true, focus: true },
    )
  }

  async revealGroup(cluster: string, group: string): Promise<void> {
    await this.reveal({ kind: 'group', cluster, group }, { select: true, focus: true, expand: true })
  }

  dispose(): void {
    this.owned.dispose()
  }

  private async reveal(
    node: TreeNode,
    how: NonNullable<Parameters<typeof this.view.reveal>[1]>,
  ): Promise<void> {
    await vscode.commands.executeCommand(`${ViewId.clusters}.focus`)
    this.tree.flush()
    await this.view.reveal(this.nodes.of(node), how)
  }

  /** The view asks what is inside: the row is open. A cluster that nobody closed by hand connects then. */
  private opened(node: TreeNode): void {
    this.watches.opened(node)
    if (node.kind === 'cluster' && this.parts.registry.isWaiting(node.cluster)) this.connect(node.cluster)
  }

  /** The person opened the row. */
  private expanded(node: TreeNode): void {
    this.watches.opened(node)
    if (node.kind === 'cluster' && this.parts.registry.get(node.cluster)?.state.kind === 'disconnected')
      this.connect(node.cluster)
  }

  /** The row tells how it went; nobody waits for it here. */
  private connect(cluster: string): void {
    void this.parts.registry.connect(cluster).catch(() => undefined)
  }

  private listChanged(): void {
    this.watches.update()
    this.tree.touchAll()
  }

  private clusterChanged(cluster: string, event: ClusterEvent): void {
    const section = (name: 'groups' | 'topics' | 'brokers'): TreeNode => ({
      kind: 'section',
      cluster,
      section: name,
    })
    switch (event.kind) {
      case 'connection':
        this.tree.touch({ kind: 'cluster', cluster })
        return
      case 'groups':
        this.tree.touch(section('groups'))
        return
      case 'topics':
        this.tree.touch(section('topics'))
        this.tree.touch(section('brokers'))
        return
      case 'group':
      case 'changes':
        this.tree.touch({ kind: 'group', cluster, group: event.group })
    }
  }

  private async refresh(): Promise<void> {
    const connected = this.parts.registry.clusters.filter(({ state }) => state.kind === 'connected')
    await vscode.window.withProgress({ location: { viewId: ViewId.clusters } }, async () => {
      const { signal } = new AbortController()
      await Promise.all(
        connected.flatMap((cluster) =>
          (['groups', 'topics', 'brokers'] as const).map((kind) => cluster.refresh({ kind }, signal)),
        ),
      )
    })
  }

  /** What the key for deleting means depends on what is selected; a key hands on no row. */
  private async deleteSelected(): Promise<void> {
    const selected = this.view.selection
    const [first] = selected
    if (first?.kind === 'groupTopic' || first?.kind === 'groupPartition')
      await vscode.commands.executeCommand(CommandId.groupDeleteOffsets, first, selected)
    if (first?.kind !== 'group') return
    const command = selected.length > 1 ? CommandId.groupsDelete : CommandId.groupDelete
    await vscode.commands.executeCommand(command, first, selected)
  }

  private async askFilter(): Promise<void> {
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Groups and Topics'),
      prompt: vscode.l10n.t('Shows only names that hold this text. Leave it empty to show all.'),
      value: this.tree.filter,
    })
    if (typed !== undefined) this.setFilter(typed.trim())
  }

  private setFilter(filter: string): void {
    this.tree.setFilter(filter)
    this.parts.context.set(ContextKey.viewIsFiltered, filter !== '')
    this.view.message = filter === '' ? '' : vscode.l10n.t('Only names with “{0}”', filter)
  }
}
