import type { Parser, SyntaxNode, Tree } from '@lezer/common'
import type { Dialect } from '../../document'
import type { Found } from './code-reader'
import { Constants, declarationsIn, type Bindings } from './constants'
import { Draft } from './draft'
import { Scopes, type Scoping } from './scopes'
import { commentsOf, eachNode } from './tree'

/** What a language brings along. */
export interface Grammar {
  readonly parser: Parser
  readonly scoping: Scoping
  /** Nodes that a reader looks at, children before their parents. */
  readonly visited: ReadonlySet<string>
  readonly bindings: Bindings
}

/** A file that a grammar reads, and the settings that are found in it. */
export abstract class TreeFile {
  protected readonly text: string
  protected readonly tree: Tree
  protected readonly constants: Constants
  protected readonly scopes: Scopes<Draft>
  protected readonly drafts: Draft[] = []
  private readonly visited: ReadonlySet<string>

  constructor(text: string, { parser, scoping, visited, bindings }: Grammar) {
    this.text = text
    this.tree = parser.parse(text)
    this.scopes = new Scopes(scoping)
    this.visited = visited
    this.constants = new Constants(text, () => declarationsIn(this.tree, text, bindings))
  }

  read(): Found {
    eachNode(this.tree, (node) => this.visit(node), this.visited)
    return { drafts: this.drafts, comments: commentsOf(this.tree, this.text) }
  }

  protected abstract visit(node: SyntaxNode): void

  protected slice({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to)
  }

  protected make(dialect: Dialect, open = false): Draft {
    const draft = new Draft(this.text, dialect, open)
    this.drafts.push(draft)
    return draft
  }
}
