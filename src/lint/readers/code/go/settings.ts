import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@lezer/go'
import { tableOf } from '../../../catalogue/dialects/dialects'
import type { TextRange } from '../../../document'
import { Constants, declarationsIn, type Bindings } from '../constants'
import { Draft } from '../draft'
import { listOf, type Literal } from '../expression'
import { Scopes, type Scoping } from '../scopes'
import { childNamed, childrenOf, elementsOf, soleNode, type Piece } from '../tree'
import type { Joint } from '../units'
import { dialectsOfLibraries, goForm, goString, goValue, type GoPackage } from './values'

const scoping: Scoping = {
  scopes: new Set(['FunctionDecl', 'MethodDecl', 'FunctionLiteral', 'SourceFile']),
  always: new Set(['SourceFile']),
  branches: new Set([
    'IfStatement',
    'ForStatement',
    'SwitchStatement',
    'TypeSwitchStatement',
    'SelectStatement',
  ]),
}

/** What the client calls a setting, and whether that is a constant of the file. */
export type Name = Pick<Literal, 'value' | 'shared'>

const bindings: Bindings = {
  declarations: new Set(['ConstSpec']),
  declared(node) {
    const name = node.firstChild
    const value = childNamed(node, '=')?.nextSibling ?? null
    const single = node.getChildren('DefName').length === 1
    return name === null || value === null || !single ? [] : [[name, value.from, node.to]]
  },
  names: new Set(['DefName']),
  binds: () => true,
}

/** Settings, and the library whose names they have. */
export interface Held {
  readonly draft: Draft
  readonly pack: GoPackage
}

/** What is known of a Go file's settings while it is read. */
export class GoSettings {
  readonly text: string
  readonly constants: Constants
  readonly tree: Tree
  readonly packages: GoPackage[] = []
  readonly scopes = new Scopes<Held>(scoping)
  readonly drafts: Draft[] = []
  readonly byPlace = new Map<string, Held>()

  constructor(text: string) {
    this.text = text
    // The grammar ends no statement at a line that ends in `true` or `false`; in any other word it does.
    this.tree = parser.parse(text.replace(/\b(?:true|false)\b/g, (word) => word.toUpperCase()))
    this.constants = new Constants(text, () => declarationsIn(this.tree, text, bindings))
  }

  slice({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to)
  }

  hold(pack: GoPackage, place: string, open = false): Held {
    const draft = new Draft(this.text, dialectsOfLibraries[pack.library], open)
    draft.certain = true
    this.drafts.push(draft)
    const held = { draft, pack }
    this.byPlace.set(place, held)
    return held
  }

  /** `kafka.ConfigMap` as the package and the name in it. */
  member(path: string): { pack: GoPackage; name: string } | null {
    const dot = path.indexOf('.')
    const pack = this.packages.find(({ alias }) => alias === path.slice(0, dot))
    return dot < 0 || pack === undefined ? null : { pack, name: path.slice(dot + 1) }
  }

  pairs(body: SyntaxNode): { key: SyntaxNode; value: TextRange; piece: Piece }[] {
    return elementsOf(body).flatMap((piece) => {
      const element = soleNode(piece)
      const key = element === null ? null : childNamed(element, 'Key')
      const inside = element === null ? [] : childrenOf(element)
      const first = inside[2]
      if (key === null || first === undefined || inside[1]?.name !== ':') return []
      return [{ key, value: { start: first.from, end: element?.to ?? first.to }, piece }]
    })
  }

  /** What an argument or the right side of an assignment holds: a literal, its address, a variable. */
  heldBy(piece: Piece | undefined): Held | null {
    let node = soleNode(piece)
    if (node?.name === 'UnaryExp') node = node.lastChild
    if (node === null) return null
    const name = this.slice(node)
    if (/^[\w.]+$/.test(name)) return this.scopes.find(name, node)?.draft ?? null
    return this.byPlace.get(`${node.from}:${node.to}`) ?? null
  }

  string(text: string): Literal | null {
    return goString(text, this.constants)
  }

  /** @param name as the client calls the setting */
  add(
    held: Held,
    { value: name, shared: sharedKey }: Name,
    keyRange: TextRange,
    valueRange: TextRange,
    unit: TextRange,
    joint: Joint,
    write: (own: string) => string,
    pair: (key: string, value: string) => string,
    maybe = false,
  ): void {
    const { draft, pack } = held
    const table = tableOf(draft.dialect)
    const key = table === null ? name : Object.hasOwn(table.names, name) ? table.names[name] : undefined
    // The compiler refuses a field that there is not.
    if (key === undefined) return
    const literal = this.literalOf(key, valueRange, pack)
    draft.add({
      key,
      sharedKey,
      keyRange: { start: keyRange.start, end: keyRange.end },
      value: literal?.value.trim() ?? null,
      sharedValue: literal?.shared,
      valueRange: { start: valueRange.start, end: valueRange.end },
      unit: { start: unit.start, end: unit.end },
      form: goForm(pack, joint, literal, write, pair),
      maybe,
    })
  }

  literalOf(key: string, { start, end }: TextRange, pack: GoPackage): Literal | null {
    const text = this.text.slice(start, end)
    const list = /^\[\]string\s*\{([\s\S]*)\}$/.exec(text)?.[1]
    if (list === undefined) return goValue(key, text, pack)
    const parts = list.split(',').map((part) => part.trim())
    return listOf(parts.filter((part) => part !== '').map((part) => this.string(part)))
  }
}
