import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/rust'
import type { Role, TextRange } from '../../../document'
import { codeReader, type Found } from '../code-reader'
import type { Bindings } from '../constants'
import type { Draft, Form } from '../draft'
import { evaluate, type Language, type Literal } from '../expression'
import type { Scoping } from '../scopes'
import { quoted, stringValue, type StringRules } from '../strings'
import { ancestorOf, childNamed, childrenOf, elementsOf, type Piece } from '../tree'
import { TreeFile, type Grammar } from '../tree-file'

const strings: StringRules = { interpolation: () => null, raw: (prefix) => prefix.includes('r') }
const scoping: Scoping = {
  scopes: new Set(['FunctionItem', 'ClosureExpression', 'SourceFile']),
  always: new Set(['SourceFile']),
  branches: new Set([
    'IfExpression',
    'MatchExpression',
    'WhileExpression',
    'ForExpression',
    'LoopExpression',
  ]),
}
const visited: ReadonlySet<string> = new Set(['CallExpression', 'LetDeclaration', 'AssignmentExpression'])
const bindings: Bindings = {
  declarations: new Set(['ConstItem', 'StaticItem', 'LetDeclaration']),
  declared(node) {
    const name = childNamed(node, 'BoundIdentifier')
    const equals = childNamed(node, '=')
    const value = equals?.nextSibling ?? null
    if (name === null || value === null || childNamed(node, 'mut') !== null) return []
    return [[name, value.from, value.to]]
  },
  names: new Set(['BoundIdentifier']),
  binds: () => true,
}
const grammar: Grammar = { parser, scoping, visited, bindings }
const owners: ReadonlySet<string> = new Set(['LetDeclaration', 'FunctionItem', 'ClosureExpression'])

export const rustReader = codeReader('rust', ['rust'], (text): Found => new RustFile(text).read())

/** `ClientConfig` of rdkafka: every setting is `.set("key", "value")`. */
class RustFile extends TreeFile {
  private readonly language: Language
  private readonly byPlace = new Map<string, Draft>()

  constructor(text: string) {
    super(text, grammar)
    this.language = {
      booleans: {},
      string: (literal) => stringValue(literal, strings),
      name: () => null,
      constants: this.constants,
    }
  }

  protected visit(node: SyntaxNode): void {
    if (node.name === 'CallExpression') this.call(node)
    else this.assign(node)
  }

  private hold(node: SyntaxNode, draft: Draft): void {
    this.byPlace.set(`${node.from}:${node.to}`, draft)
  }

  private heldAt(node: SyntaxNode): { draft: Draft; maybe: boolean } | null {
    const held = this.byPlace.get(`${node.from}:${node.to}`)
    if (held !== undefined) return { draft: held, maybe: false }
    const name = this.slice(node).replace(/^&(?:mut\s+)?/, '')
    return /^[\w.]+$/.test(name) ? this.scopes.find(name, node) : null
  }

  private assign(node: SyntaxNode): void {
    const children = childrenOf(node).filter(({ name }) => name !== ';')
    const sign = children.findIndex(({ name }) => name === '=')
    const value = children.at(-1)
    const target = children
      .slice(0, Math.max(sign, 0))
      .find(({ name }) => name === 'BoundIdentifier' || name === 'Identifier')
    if (sign < 1 || value === undefined || target === undefined) return
    const held = this.heldAt(value)
    if (held !== null) this.scopes.declare(this.slice(target), node, held.draft)
  }

  private call(node: SyntaxNode): void {
    const callee = node.firstChild
    const list = childNamed(node, 'ArgList')
    if (callee === null || list === null) return
    const path = this.slice(callee)
    if (/(?:^|::)ClientConfig::(?:new|default)$/.test(path)) {
      const draft = this.make('librdkafka')
      draft.certain = true
      this.hold(node, draft)
      return
    }
    const args = elementsOf(list)
    const { receiver, method } = partsOf(callee)
    const name = method === null ? '' : this.slice(method)
    let held = receiver === null ? null : this.heldAt(receiver)
    if (held === null && name === 'set' && args.length === 2 && receiver !== null)
      held = this.parameter(receiver)
    if (held === null || receiver === null || method === null) {
      this.handedOn(args)
      return
    }
    this.hold(node, held.draft)
    if (name === 'set') this.set(held, receiver, method, list, args)
    else if (name.startsWith('create')) this.create(node, callee, held.draft)
    else if (name === 'extend' || name === 'remove') held.draft.open = true
  }

  /** A variable of that type which comes from outside. */
  private parameter(receiver: SyntaxNode): { draft: Draft; maybe: boolean } | null {
    const owner = ancestorOf(receiver, scoping.scopes)
    const head = owner === null ? null : childNamed(owner, 'ParamList')
    const name = this.slice(receiver)
    if (head === null || !/^\w+$/.test(name)) return null
    if (!new RegExp(`\\b${name}\\s*:[^,)]*\\bClientConfig\\b`).test(this.slice(head))) return null
    const draft = this.make('librdkafka', true)
    draft.certain = true
    this.scopes.assume(name, receiver, draft)
    return this.scopes.find(name, receiver)
  }

  private handedOn(args: readonly Piece[]): void {
    for (const { nodes, start, end } of args) {
      const [first] = nodes
      const held =
        first === undefined || !this.text.slice(start, end).startsWith('&mut')
          ? null
          : this.heldAt(nodes.at(-1) ?? first)
      if (held !== null) held.draft.open = true
    }
  }

  private set(
    { draft, maybe }: { draft: Draft; maybe: boolean },
    receiver: SyntaxNode,
    method: SyntaxNode,
    list: SyntaxNode,
    args: readonly Piece[],
  ): void {
    const [key, value] = args
    if (key === undefined || value === undefined) return
    const name = this.literal(key)
    if (name === null) return
    const text = this.literal(value)
    const dot = this.text.indexOf('.', receiver.to)
    const form: Form = {
      joint: 'chain',
      key: (text) => quoted(text),
      value: (_key, text) => quoted(text),
      pair: (k, v) => `.set(${k}, ${v})`,
    }
    draft.add({
      key: name.value,
      sharedKey: name.shared,
      keyRange: { start: key.start, end: key.end },
      value: text?.value.trim() ?? null,
      sharedValue: text?.shared,
      valueRange: { start: value.start, end: value.end },
      unit: { start: dot < 0 || dot > method.from ? method.from : dot, end: list.to },
      form,
      maybe,
    })
  }

  private literal({ start, end }: TextRange): Literal | null {
    const bare = this.text
      .slice(start, end)
      .replace(/^&/, '')
      .replace(/\.(?:to_string|to_owned|into|as_str)\(\)$/, '')
    return evaluate(bare, this.language)
  }

  /** What is made of the settings is told by the type that it is made for. */
  private create(node: SyntaxNode, callee: SyntaxNode, draft: Draft): void {
    draft.constructed = true
    const named = callee.name === 'GenericFunction' ? this.slice(callee).slice(-200) : ''
    let role = roleOf(/::<([^;]*)>$/.exec(named)?.[1] ?? '')
    for (let at = ancestorOf(node, owners); role === null && at !== null; at = ancestorOf(at, owners)) {
      const end = at.name === 'LetDeclaration' ? node.from : (childNamed(at, 'Block')?.from ?? at.from)
      role = roleOf(
        /(?::|->)([^=]*)/.exec(this.text.slice(childNamed(at, 'ParamList')?.to ?? at.from, end))?.[1] ?? '',
      )
      if (at.name !== 'LetDeclaration') break
    }
    if (role !== null) draft.calls.add(role)
  }
}

/** `receiver.method`, also with a type behind it. */
function partsOf(callee: SyntaxNode): { receiver: SyntaxNode | null; method: SyntaxNode | null } {
  const field = callee.name === 'GenericFunction' ? callee.firstChild : callee
  if (field?.name !== 'FieldExpression') return { receiver: null, method: null }
  return { receiver: field.firstChild, method: childNamed(field, 'FieldIdentifier') }
}

function roleOf(type: string): Role | null {
  if (/Consumer\b/.test(type)) return 'consumer'
  if (/Producer\b/.test(type)) return 'producer'
  return /\bAdminClient\b/.test(type) ? 'admin' : null
}
