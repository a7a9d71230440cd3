import type { SyntaxNode, Tree } from '@lezer/common'
import type { Comment, TextRange } from '../../document'

/** Children of a node, comments left out. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (!child.name.endsWith('Comment')) found.push(child)
  return found
}

export function childNamed(node: SyntaxNode, name: string): SyntaxNode | null {
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.name === name) return child
  return null
}

/** One element of a list, or one side of it. */
export interface Piece extends TextRange {
  readonly nodes: readonly SyntaxNode[]
}

export function pieceOf(nodes: readonly SyntaxNode[]): Piece | null {
  const first = nodes[0]
  const last = nodes.at(-1)
  return first === undefined || last === undefined ? null : { start: first.from, end: last.to, nodes }
}

/** The elements between the brackets of a list, split at its commas. */
export function elementsOf(list: SyntaxNode): Piece[] {
  const found: Piece[] = []
  let nodes: SyntaxNode[] = []
  const close = (): void => {
    const piece = pieceOf(nodes)
    if (piece !== null) found.push(piece)
    nodes = []
  }
  for (const child of childrenOf(list)) {
    if (child.name === ',') close()
    else if (!/^[()[\]{}]$/.test(child.name)) nodes.push(child)
  }
  close()
  return found
}

/** The only node of a piece. */
export function soleNode(piece: Piece | undefined): SyntaxNode | null {
  return piece?.nodes.length === 1 ? (piece.nodes[0] ?? null) : null
}

/** The nearest ancestor of one of these names. */
export function ancestorOf(node: SyntaxNode, names: ReadonlySet<string>): SyntaxNode | null {
  for (let above = node.parent; above !== null; above = above.parent) if (names.has(above.name)) return above
  return null
}

/** Calls `leave` for every node, children before their parents, in the order of the text. */
export function eachNode(tree: Tree, leave: (node: SyntaxNode) => void, names: ReadonlySet<string>): void {
  tree.iterate({
    enter: () => undefined,
    leave: (ref) => {
      if (names.has(ref.name)) leave(ref.node)
    },
  })
}

export function commentsOf(tree: Tree, text: string): Comment[] {
  const found: Comment[] = []
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name.endsWith('Comment')) found.push(commentAt(text, from, to))
    },
  })
  return found
}

/** A comment without its signs. */
export function commentAt(text: string, start: number, end: number): Comment {
  const body = text
    .slice(start, end)
    .replace(/^(?:\/\/+!?|\/\*+|#+)/, '')
    .replace(/\*+\/$/, '')
  return { start, end, text: body }
}
