import { describe, expect, it } from 'vitest'
import { Drawn } from '../../../src/editor/tree/drawn'
import type { TreeNode } from '../../../src/editor/tree/nodes'
import { nodeKey } from '../../../src/editor/tree/nodes'
import type { Row } from '../../../src/editor/tree/row'
import type { Note } from '../../../src/editor/tree/rows/note-row'

const section: TreeNode = { kind: 'section', cluster: 'c1', section: 'groups' }
const group = (name: string): TreeNode => ({ kind: 'group', cluster: 'c1', group: name })
const note = (content: Note): TreeNode => ({ kind: 'note', cluster: 'c1', parent: section, note: content })

/** A view that draws what it is told, and then the same with some rows as they are now. */
class View {
  readonly drawn = new Drawn()
  readonly rows = new Map<string, Row>()
  readonly insides = new Map<string, readonly TreeNode[]>()

  put(node: TreeNode, label: string, children?: readonly TreeNode[], tooltip: readonly string[] = []): void {
    const row: Row = {
      label,
      description: null,
      tooltip,
      icon: null,
      context: '',
      accessible: label,
      folding: 'none',
    }
    this.rows.set(nodeKey(node), row)
    if (children !== undefined) this.insides.set(nodeKey(node), children)
  }

  draw(node: TreeNode): void {
    this.drawn.row(node, this.rows.get(nodeKey(node)) ?? null)
    const children = this.insides.get(nodeKey(node))
    if (children === undefined) return
    this.drawn.children(node, children)
    for (const child of children) this.draw(child)
  }

  changed(): TreeNode[] {
    return this.drawn.changed(section, {
      row: (node) => this.rows.get(nodeKey(node)) ?? null,
      children: (node) => this.insides.get(nodeKey(node)) ?? [],
    })
  }
}

describe('what has to be drawn again', () => {
  const view = (): View => {
    const made = new View()
    made.put(section, 'Groups', [group('a'), group('b')])
    made.put(group('a'), 'a 1')
    made.put(group('b'), 'b 1')
    made.draw(section)
    return made
  }

  it('is nothing where nothing looks otherwise', () => {
    const same = view()
    expect(same.changed()).toEqual([])
    same.put(group('a'), 'a 1', undefined, ['read a moment later'])
    expect(same.changed()).toEqual([])
  })

  it('is only the row that changed, and not what holds it', () => {
    const one = view()
    one.put(group('b'), 'b 2')
    expect(one.changed()).toEqual([group('b')])
  })

  it('is the row that holds them where rows come, go or change places', () => {
    const more = view()
    more.put(section, 'Groups', [group('a'), group('b'), group('c')])
    expect(more.changed()).toEqual([section])
    const other = view()
    other.put(section, 'Groups', [group('b'), group('a')])
    expect(other.changed()).toEqual([section])
  })

  it('is the row that holds a note which says something else', () => {
    const noted = new View()
    noted.put(section, 'Groups', [note({ kind: 'more', shown: 200, all: 300 })])
    noted.draw(section)
    expect(noted.changed()).toEqual([])
    noted.put(section, 'Groups', [note({ kind: 'more', shown: 200, all: 301 })])
    expect(noted.changed()).toEqual([section])
  })

  it('is nothing that was never drawn', () => {
    expect(new View().changed()).toEqual([])
  })

  it('is nothing of a cluster that is gone', () => {
    const gone = view()
    gone.put(group('b'), 'b 2')
    gone.drawn.forgetCluster('c1')
    expect(gone.changed()).toEqual([])
  })
})
