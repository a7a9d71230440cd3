import type { TreeNode } from './nodes'
import { nodeKey } from './nodes'
import type { Row } from './row'

/** What stands in the view at this moment, to compare with. */
export interface Current {
  readonly row: (node: TreeNode) => Row | null
  readonly children: (node: TreeNode) => readonly TreeNode[]
}

/**
 * What the view was given last. While the editor draws a row anew, all rows inside it are unknown to it for a moment,
 * and a click on one of them would come without its row: so only what really changed is drawn again, as deep as can be.
 */
export class Drawn {
  private readonly rows = new Map<string, string>()
  private readonly insides = new Map<
    string,
    { readonly signature: string; readonly nodes: readonly TreeNode[] }
  >()

  row(node: TreeNode, row: Row | null): void {
    this.rows.set(nodeKey(node), looksOf(row))
  }

  children(node: TreeNode, children: readonly TreeNode[]): void {
    this.insides.set(nodeKey(node), { signature: signatureOf(children), nodes: children })
  }

  /** The topmost rows at or inside `node` that are not as they were drawn. What was never drawn is left out. */
  changed(node: TreeNode, current: Current): TreeNode[] {
    const key = nodeKey(node)
    const drawn = this.rows.get(key)
    if (drawn === undefined) return []
    if (drawn !== looksOf(current.row(node))) return [node]
    const inside = this.insides.get(key)
    if (inside === undefined) return []
    if (inside.signature !== signatureOf(current.children(node))) return [node]
    return inside.nodes.flatMap((child) => this.changed(child, current))
  }

  forgetCluster(cluster: string): void {
    for (const map of [this.rows, this.insides])
      for (const key of map.keys()) if (key.split('\n').includes(cluster)) map.delete(key)
  }
}

/** All of a row but its hover, which is made when it is wanted. */
function looksOf(row: Row | null): string {
  return JSON.stringify(row === null ? null : { ...row, tooltip: null })
}

/** The names of the rows in their order; of a note also what it says, for its name stays the same. */
function signatureOf(children: readonly TreeNode[]): string {
  return children
    .map((child) => (child.kind === 'note' ? `${nodeKey(child)}\n${noteText(child.note)}` : nodeKey(child)))
    .join('\n\n')
}

function noteText(note: Extract<TreeNode, { kind: 'note' }>['note']): string {
  return note.kind === 'failed' ? JSON.stringify([note.error.code, note.error.message]) : JSON.stringify(note)
}
