import type { SyntaxNode, Tree } from '@lezer/common'
import type { Literal } from './expression'

/** A name that is given a value where it is declared. */
export interface Declaration {
  readonly name: string
  /** What it is given, as written. */
  readonly value: string
}

/** What a file says of the names in it. */
export interface Declarations {
  readonly declared: readonly Declaration[]
  /** How often each of these names is declared or changed; once = by its declaration alone. */
  times(names: ReadonlySet<string>): ReadonlyMap<string, number>
}

/** Constants of constants are followed no further. */
const MAX_DEPTH = 8
/** The object or type itself. */
const selves: ReadonlySet<string> = new Set(['this', 'self', 'cls', 'Self', 'crate'])

/**
 * The constants of a file: names that get a value once and are never changed. Looked for when the first unknown name is
 * asked for: most files have no use for them.
 */
export class Constants {
  private readonly text: string
  private readonly look: () => Declarations
  private values: ReadonlyMap<string, string> | null = null
  private depth = 0

  /** @param look called once, if at all. */
  constructor(text: string, look: () => Declarations) {
    this.text = text
    this.look = look
  }

  /** What a name stands for; null where that is not certain. `Owner.NAME` counts where the file declares the owner. */
  valueOf(path: string, evaluate: (text: string) => Literal | null): Literal | null {
    const [name = '', owner] = path.split('.').reverse()
    if (!/^\w+$/.test(name) || (owner !== undefined && !this.owns(owner))) return null
    const value = (this.values ??= certain(this.look())).get(name)
    if (value === undefined || this.depth >= MAX_DEPTH) return null
    this.depth++
    try {
      return evaluate(value)
    } finally {
      this.depth--
    }
  }

  private owns(owner: string): boolean {
    if (selves.has(owner)) return true
    return new RegExp(`\\b(?:class|object|interface|enum|record|struct|impl|trait|mod)\\s+${owner}\\b`).test(
      this.text,
    )
  }
}

function certain(found: Declarations): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const { name, value } of found.declared) values.set(name, value)
  for (const [name, count] of found.times(new Set(values.keys()))) if (count !== 1) values.delete(name)
  return values
}

/** How a grammar shows which names are bound. */
export interface Bindings {
  /** Nodes that may declare a constant. */
  readonly declarations: ReadonlySet<string>
  /** Those of such a node: where the name stands, and where the value begins and ends. */
  declared(node: SyntaxNode): readonly (readonly [name: SyntaxNode, from: number, to: number])[]
  /** Nodes whose text is a name. */
  readonly names: ReadonlySet<string>
  /** Whether a name is declared or changed there, and not only read. */
  binds(name: SyntaxNode): boolean
}

/** The declarations of a parsed file. */
export function declarationsIn(tree: Tree, text: string, bindings: Bindings): Declarations {
  const declared: Declaration[] = []
  tree.iterate({
    enter: (ref) => {
      if (!bindings.declarations.has(ref.name)) return
      for (const [name, from, to] of bindings.declared(ref.node))
        declared.push({ name: text.slice(name.from, name.to), value: text.slice(from, to) })
    },
  })
  return {
    declared,
    times(names) {
      const found = new Map<string, number>()
      tree.iterate({
        enter: (ref) => {
          if (!bindings.names.has(ref.name)) return
          const name = text.slice(ref.from, ref.to)
          if (names.has(name) && bindings.binds(ref.node)) found.set(name, (found.get(name) ?? 0) + 1)
        },
      })
      return found
    },
  }
}

/** Whether a node is what an assignment or `++` changes, or the last part of it. */
export function isChanged(name: SyntaxNode, changes: ReadonlySet<string>): boolean {
  let target = name
  const around = name.parent
  if (around !== null && /^(?:FieldAccess|MemberExpression|SelectorExpr)$/.test(around.name)) {
    if (around.lastChild?.from !== name.from) return false
    target = around
  }
  return (
    target.parent !== null &&
    changes.has(target.parent.name) &&
    target.parent.firstChild?.from === target.from
  )
}
