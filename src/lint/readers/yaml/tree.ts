import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml'

/** Thrown where aliases make a file many times larger than it is written; caught by the reader. */
export class TooLarge extends Error {}

/** More fields than any file holds; aliases of aliases reach it, honest files do not. */
const MAX_FIELDS = 50_000
const MAX_DEPTH = 100

/** A key and its value as they stand in the file, seen from where they count: merges and aliases are followed. */
export interface Field {
  /** The key as text; `[a.b]` as `a.b`. Of an element of a list its place, as `[0]`. */
  readonly name: string
  /** Names from the root, joined by dots. */
  readonly path: string
  /** Null for the elements of a list. */
  readonly keyNode: Scalar | null
  /** Without aliases; null = nothing is written. */
  readonly value: Node | null
  /** Path of the map or list that holds it. */
  readonly holder: string
  readonly parent: Field | null
  readonly depth: number
  /** Whether it stands in `{…}` or `[…]`. */
  readonly inFlow: boolean
  /** Where the value ends in the file. */
  readonly end: number
}

/** The fields of one document. */
export class Tree {
  readonly root: Node | null
  private readonly anchors = new Map<string, Node[]>()
  private budget = MAX_FIELDS

  /** @param anchored whether the file may hold anchors at all: looking for them takes a walk. */
  constructor(document: Document, anchored: boolean) {
    this.root = document.contents
    if (!anchored) return
    visit(document, {
      Node: (_key, node) => {
        if (isAlias(node) || node.anchor === undefined) return
        const named = this.anchors.get(node.anchor)
        if (named === undefined) this.anchors.set(node.anchor, [node])
        else named.push(node)
      },
    })
  }

  /** Fields of the root map. */
  top(): Field[] {
    return this.fieldsOf(this.resolve(this.root), null)
  }

  /** Fields of a map, elements of a list; none of anything else. */
  under(field: Field): Field[] {
    return this.fieldsOf(field.value, field)
  }

  /** The field of that name, of several the last. */
  get(fields: readonly Field[], name: string): Field | undefined {
    return fields.findLast((field) => field.name === name)
  }

  /** The field that a row of names leads to. */
  find(from: readonly Field[], ...names: readonly string[]): Field | undefined {
    let fields = from
    let found: Field | undefined
    for (const name of names) {
      found = this.get(fields, name)
      if (found === undefined) return undefined
      fields = this.under(found)
    }
    return found
  }

  private fieldsOf(node: Node | null, parent: Field | null): Field[] {
    const depth = (parent?.depth ?? 0) + 1
    if (depth > MAX_DEPTH) throw new TooLarge()
    const holder = parent?.path ?? ''
    if (isMap(node)) return this.fieldsOfMap(node.items, node.flow === true, holder, parent, depth)
    if (!isSeq(node)) return []
    const inFlow = node.flow === true
    return node.items.flatMap((item, index) => {
      this.spend()
      const value = this.resolve(item as Node | null)
      const name = `[${index}]`
      const end = rangeOf(item as Node | null)?.[1] ?? 0
      return [{ name, path: holder + name, keyNode: null, value, holder, parent, depth, inFlow, end }]
    })
  }

  private fieldsOfMap(
    pairs: readonly Pair[],
    inFlow: boolean,
    holder: string,
    parent: Field | null,
    depth: number,
  ): Field[] {
    const fields: Field[] = []
    const merged: Node[] = []
    for (const { key, value } of pairs) {
      this.spend()
      const keyNode = this.resolve(key as Node | null)
      if (!isScalar(keyNode)) continue
      const written = value as Node | null
      if (keyNode.source === '<<' && keyNode.type === 'PLAIN') {
        if (written !== null) merged.push(written)
        continue
      }
      const name = nameOf(keyNode)
      const path = holder === '' ? name : `${holder}.${name}`
      const end = rangeOf(written)?.[1] ?? rangeOf(keyNode)?.[1] ?? 0
      fields.push({
        name,
        path,
        keyNode,
        value: this.resolve(written),
        holder,
        parent,
        depth,
        inFlow,
        end,
      })
    }
    for (const node of merged) this.merge(fields, node, parent, depth)
    return fields
  }

  /** What a map is merged with (`<<`) counts where the map itself says nothing. */
  private merge(fields: Field[], node: Node, parent: Field | null, depth: number): void {
    const resolved = this.resolve(node)
    if (depth > MAX_DEPTH) throw new TooLarge()
    for (const source of isSeq(resolved) ? resolved.items : [resolved]) {
      const map = this.resolve(source as Node | null)
      if (!isMap(map)) continue
      const own = new Set(fields.map(({ name }) => name))
      const more = this.fieldsOfMap(map.items, map.flow === true, parent?.path ?? '', parent, depth + 1)
      fields.push(...more.filter(({ name }) => !own.has(name)))
    }
  }

  private resolve(node: Node | null): Node | null {
    let found = node
    for (let hops = 0; isAlias(found); hops++) {
      if (hops > MAX_DEPTH) throw new TooLarge()
      const start = found.range?.[0] ?? 0
      const named: readonly Node[] = this.anchors.get(found.source) ?? []
      found = named.findLast((candidate) => (rangeOf(candidate)?.[0] ?? 0) < start) ?? null
    }
    return found
  }

  private spend(): void {
    if (--this.budget < 0) throw new TooLarge()
  }
}

export function rangeOf(node: Node | null): readonly [number, number, number] | null {
  return node?.range ?? null
}

/** A key as text, whatever it would be to a loader. */
export function textOfKey({ value, source = '' }: Scalar): string {
  return typeof value === 'string' ? value : source
}

function nameOf(key: Scalar): string {
  const text = textOfKey(key)
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text
}
