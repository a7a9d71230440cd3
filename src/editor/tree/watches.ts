import type { Registry } from '../clusters/registry'
import type { Interest } from '../../clusters/types'
import { assertNever } from '../../model/assert'
import type { Disposable } from '../../model/ports'
import type { Nodes, TreeNode } from './nodes'
import { nodeKey, parentOf } from './nodes'

/** Watches what a person can see: rows that are open, with everything above them open, while the view is visible. */
export class Watches implements Disposable {
  private readonly registry: Registry
  private readonly nodes: Nodes
  private readonly open = new Map<string, TreeNode>()
  private readonly running = new Map<string, { readonly watched: object; readonly handle: Disposable }>()
  private visible = false

  constructor(registry: Registry, nodes: Nodes) {
    this.registry = registry
    this.nodes = nodes
  }

  setVisible(visible: boolean): void {
    if (this.visible === visible) return
    this.visible = visible
    this.update()
  }

  opened(node: TreeNode): void {
    const key = nodeKey(node)
    if (this.open.has(key)) return
    this.open.set(key, node)
    this.update()
  }

  closed(node: TreeNode): void {
    if (this.open.delete(nodeKey(node))) this.update()
  }

  /** To be called when clusters come, go or are made anew. */
  update(): void {
    const wanted = new Map<string, { readonly cluster: string; readonly interest: Interest }>()
    if (this.visible)
      for (const node of this.open.values())
        if (this.isSeen(node))
          for (const interest of interestsOf(node))
            wanted.set(`${node.cluster}\n${JSON.stringify(interest)}`, { cluster: node.cluster, interest })
    for (const [key, { watched, handle }] of this.running) {
      const want = wanted.get(key)
      if (want !== undefined && this.registry.get(want.cluster) === watched) continue
      handle.dispose()
      this.running.delete(key)
    }
    for (const [key, { cluster: id, interest }] of wanted) {
      const cluster = this.registry.get(id)
      if (cluster === null || this.running.has(key)) continue
      this.running.set(key, { watched: cluster, handle: cluster.watch(interest, 'tree') })
    }
  }

  forgetCluster(cluster: string): void {
    for (const [key, node] of this.open) if (node.cluster === cluster) this.open.delete(key)
    this.update()
  }

  dispose(): void {
    this.open.clear()
    this.update()
  }

  private isSeen(node: TreeNode): boolean {
    for (let above = parentOf(node); above !== null; above = parentOf(above))
      if (!this.open.has(nodeKey(above)) || this.nodes.given(above) === undefined) return false
    return true
  }
}

/** What has to be read for a row that is open. An open cluster shows how many groups, topics and brokers it has. */
function interestsOf(node: TreeNode): Interest[] {
  switch (node.kind) {
    case 'cluster':
      return [{ kind: 'groups' }, { kind: 'topics' }, { kind: 'brokers' }]
    case 'group':
      return [{ kind: 'group', group: node.group }]
    case 'topic':
      return [{ kind: 'topic', topic: node.topic }]
    case 'section':
    case 'groupTopic':
    case 'groupPartition':
    case 'members':
    case 'member':
    case 'topicPartition':
    case 'broker':
    case 'note':
      return []
    default:
      return assertNever(node)
  }
}
