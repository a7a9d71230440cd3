import * as vscode from 'vscode'
import type { Clock, Disposable } from '../../model/ports'
import type { Registry } from '../clusters/registry'
import type { Words } from '../words'
import { CommandId } from '../../ids'
import { childrenOf, PAGE } from './children'
import { Drawn } from './drawn'
import { treeItem } from './item'
import type { Nodes, TreeNode } from './nodes'
import { nodeKey, parentOf } from './nodes'
import type { Row } from './row'
import { rowOf } from './row-of'

/** Several changes within this many ms are one refresh of the rows. */
const GATHER_MS = 60

/** Gives rows to the view from what was last seen; never asks a cluster, never throws. */
export class ClusterTree implements vscode.TreeDataProvider<TreeNode>, Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode[] | undefined>()
  private readonly registry: Registry
  private readonly nodes: Nodes
  private readonly clock: Clock
  private readonly words: Words
  private readonly drawn = new Drawn()
  private drawnClusters: ReadonlySet<string> = new Set()
  private readonly limits = new Map<string, number>()
  private pending = new Map<string, TreeNode>()
  private pendingAll = false
  private timer: Disposable | null = null
  private typed = ''
  readonly onDidChangeTreeData = this.changed.event
  /** Called whenever the view asks what is inside a row: it is open then. */
  onOpened: (node: TreeNode) => void = () => undefined

  constructor(registry: Registry, nodes: Nodes, clock: Clock, words: Words) {
    this.registry = registry
    this.nodes = nodes
    this.clock = clock
    this.words = words
  }

  get filter(): string {
    return this.typed
  }

  /** Shows only groups and topics whose name holds this; empty shows all. */
  setFilter(filter: string): void {
    this.typed = filter
    this.limits.clear()
    for (const cluster of this.registry.clusters)
      this.touch({ kind: 'cluster', cluster: cluster.settings.id })
  }

  /** One more page of the list. */
  showMore(parent: TreeNode): void {
    this.limits.set(nodeKey(parent), this.limitOf(parent) + PAGE)
    this.touch(parent)
  }

  /** The row, and what is inside it, has to be drawn anew soon. */
  touch(node: TreeNode): void {
    const own = this.nodes.given(node)
    if (own === undefined) return
    this.pending.set(nodeKey(own), own)
    this.soon()
  }

  /** The list of clusters changed. */
  touchAll(): void {
    for (const cluster of this.drawnClusters)
      if (this.registry.get(cluster) === null) {
        this.drawn.forgetCluster(cluster)
        this.nodes.forgetCluster(cluster)
      }
    this.drawnClusters = new Set(this.registry.clusters.map(({ settings }) => settings.id))
    this.pendingAll = true
    this.soon()
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const row = this.rowOf(node)
    this.drawn.row(node, row)
    return item(node, row)
  }

  /** The hover is made when it is wanted: it may be about numbers that move all the time. */
  resolveTreeItem(made: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const row = this.rowOf(node)
    if (row !== null) made.tooltip = row.tooltip.length > 0 ? row.tooltip.join('\n') : row.accessible
    return made
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (node === undefined)
      return this.registry.clusters.map(({ settings }) =>
        this.nodes.of({ kind: 'cluster', cluster: settings.id }),
      )
    this.onOpened(node)
    const children = this.childrenOf(node).map((child) => this.nodes.of(child))
    this.drawn.children(node, children)
    return children
  }

  getParent(node: TreeNode): TreeNode | undefined {
    const parent = parentOf(node)
    return parent === null ? undefined : this.nodes.of(parent)
  }

  dispose(): void {
    this.timer?.dispose()
    this.changed.dispose()
  }

  private rowOf(node: TreeNode): Row | null {
    const cluster = this.registry.get(node.cluster)
    return cluster === null ? null : rowOf(node, cluster, this.typed, this.clock.now(), this.words)
  }

  private childrenOf(node: TreeNode): TreeNode[] {
    const cluster = this.registry.get(node.cluster)
    if (cluster === null) return []
    return childrenOf(node, cluster, { filter: this.typed, limit: (parent) => this.limitOf(parent) })
  }

  private limitOf(parent: TreeNode): number {
    return this.limits.get(nodeKey(parent)) ?? PAGE
  }

  private soon(): void {
    this.timer ??= this.clock.after(GATHER_MS, () => this.flush())
  }

  /** Has the rows that changed drawn now: what follows, such as revealing one, meets them as they are. */
  flush(): void {
    this.timer?.dispose()
    this.timer = null
    const pending = this.pending
    this.pending = new Map()
    if (this.pendingAll) {
      this.pendingAll = false
      this.changed.fire(undefined)
      return
    }
    const current = {
      row: (node: TreeNode) => this.rowOf(node),
      children: (node: TreeNode) => this.childrenOf(node),
    }
    // What stands inside another row that is looked at is looked at with it.
    const tops = [...pending.values()].filter((node) => {
      for (let above = parentOf(node); above !== null; above = parentOf(above))
        if (pending.has(nodeKey(above))) return false
      return true
    })
    const roots = tops.flatMap((node) => this.drawn.changed(node, current))
    if (roots.length > 0) this.changed.fire(roots)
  }
}

function item(node: TreeNode, row: Row | null): vscode.TreeItem {
  if (row === null) return { id: nodeKey(node), label: '' }
  const made = treeItem(nodeKey(node), row)
  if (node.kind === 'note' && node.note.kind === 'more')
    made.command = { command: CommandId.viewMore, title: row.label, arguments: [node] }
  return made
}
