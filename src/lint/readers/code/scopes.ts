import type { SyntaxNode } from '@lezer/common'

/** Which nodes of a language hold names of their own, and which run only on some paths. */
export interface Scoping {
  /** Functions, class bodies, the file. */
  readonly scopes: ReadonlySet<string>
  /** Of these, what runs each time the scope around it does. */
  readonly always: ReadonlySet<string>
  readonly branches: ReadonlySet<string>
}

interface Held<T> {
  readonly draft: T
  readonly scope: SyntaxNode | null
  /** Where the variable gets them. */
  readonly at: number
}

/** The variables that hold settings, by the scope that they are declared in. */
export class Scopes<T> {
  private readonly held = new Map<string, Held<T>>()
  private readonly scoping: Scoping

  constructor(scoping: Scoping) {
    this.scoping = scoping
  }

  private scopeOf(node: SyntaxNode): SyntaxNode | null {
    for (let above = node.parent; above !== null; above = above.parent)
      if (this.scoping.scopes.has(above.name)) return above
    return null
  }

  /** From here on `name` holds these settings, in the scope around `node`. */
  declare(name: string, node: SyntaxNode, draft: T): void {
    const scope = this.scopeOf(node)
    this.held.set(keyOf(name, scope), { draft, scope, at: node.from })
  }

  /** `name` has held these settings since the scope around `node` began: a parameter, or a field of another class. */
  assume(name: string, node: SyntaxNode, draft: T): void {
    const scope = this.scopeOf(node)
    this.held.set(keyOf(name, scope), { draft, scope, at: scope?.from ?? 0 })
  }

  /** The settings that a variable holds at `node`, and whether what happens there may not happen. */
  find(name: string, node: SyntaxNode): { draft: T; maybe: boolean } | null {
    let scope = this.scopeOf(node)
    for (;;) {
      const held = this.held.get(keyOf(name, scope))
      if (held !== undefined) return { draft: held.draft, maybe: this.isMaybe(node, held.at) }
      if (scope === null) return null
      scope = this.scopeOf(scope)
    }
  }

  /** Whether `node` runs only on some of the paths that lead on from `at`. */
  private isMaybe(node: SyntaxNode, at: number): boolean {
    for (let above = node.parent; above !== null; above = above.parent) {
      if (above.from <= at && at < above.to) return false
      if (this.scoping.branches.has(above.name)) return true
      if (this.scoping.scopes.has(above.name) && !this.scoping.always.has(above.name)) return true
    }
    return false
  }
}

function keyOf(name: string, scope: SyntaxNode | null): string {
  return scope === null ? name : `${scope.name}:${scope.from}:${name}`
}
