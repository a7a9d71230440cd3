import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/python'
import { tableOf } from '../../../catalogue/dialects/dialects'
import type { Dialect, Role } from '../../../document'
import { codeReader, type Found } from '../code-reader'
import type { Draft } from '../draft'
import { evaluate, listOf, type Language, type Literal } from '../expression'
import type { Scoping } from '../scopes'
import { stringValue, type StringRules } from '../strings'
import { childNamed, childrenOf, elementsOf, soleNode, type Piece } from '../tree'
import { TreeFile, type Grammar } from '../tree-file'
import type { Joint } from '../units'
import { bindings } from './bindings'
import { pythonForm, pythonValue } from './form'
import { dialectsOfLibraries, PythonImports } from './imports'

const strings: StringRules = {
  interpolation: (prefix) => (/f/i.test(prefix) ? /\{/ : null),
  raw: (prefix) => /r/i.test(prefix),
}
const scoping: Scoping = {
  scopes: new Set(['FunctionDefinition', 'LambdaExpression', 'ClassDefinition', 'Script']),
  always: new Set(['ClassDefinition', 'Script']),
  branches: new Set([
    'IfStatement',
    'WhileStatement',
    'ForStatement',
    'MatchStatement',
    'TryStatement',
    'ConditionalExpression',
  ]),
}
const visited: ReadonlySet<string> = new Set([
  'ImportStatement',
  'DictionaryExpression',
  'AssignStatement',
  'CallExpression',
])
const grammar: Grammar = { parser, scoping, visited, bindings }
const servers: ReadonlySet<string> = new Set(['bootstrap.servers', 'metadata.broker.list'])
/** Calls that take settings and leave them as they are. */
const harmless = /(?:^|\.)(?:print|pprint|dumps|len|str|repr|sorted|list|info|debug|warning|error)$/

export const pythonReader = codeReader('python', ['python'], (text): Found => new PythonFile(text).read())

/** Kafka's name of a setting that a client has a name of its own for. */
function ownName(dialect: Dialect, name: string): string | null {
  const names = tableOf(dialect)?.names ?? {}
  return Object.hasOwn(names, name) ? (names[name] ?? null) : null
}

class PythonFile extends TreeFile {
  private readonly imports = new PythonImports()
  private readonly language: Language
  private readonly byPlace = new Map<number, Draft>()

  constructor(text: string) {
    super(text, grammar)
    this.language = {
      booleans: { True: 'true', False: 'false' },
      string: (literal) => stringValue(literal, strings),
      name: (path, argument) => (argument !== null && /^(?:int|str)$/.test(path) ? argument : null),
      constants: this.constants,
    }
  }

  protected visit(node: SyntaxNode): void {
    if (node.name === 'ImportStatement') this.imports.add(this.slice(node))
    else if (this.imports.libraries.size === 0) return
    else if (node.name === 'DictionaryExpression') this.dict(node)
    else if (node.name === 'AssignStatement') this.assign(node)
    else this.call(node)
  }

  /** Whose names a dict of these keys holds. */
  private dialectOf(keys: readonly string[]): Dialect {
    const dialects = [...this.imports.libraries].map((library) => dialectsOfLibraries[library])
    const named = dialects.find((dialect) => keys.some((key) => ownName(dialect, key) !== null))
    return named ?? (dialects.includes('librdkafka') ? 'librdkafka' : (dialects[0] ?? 'kafka-python'))
  }

  private dict(node: SyntaxNode): void {
    const pairs: { key: Piece; value: Piece; unit: Piece; name: Literal; quote: string }[] = []
    let open = node.parent?.name === 'BinaryExpression'
    for (const piece of elementsOf(node)) {
      const colon = piece.nodes.findIndex(({ name }) => name === ':')
      const [keyNode] = piece.nodes
      const value = piece.nodes[colon + 1]
      if (colon !== 1 || keyNode === undefined || value === undefined || piece.nodes.length !== 3) {
        open = true
        continue
      }
      const name = evaluate(this.slice(keyNode), this.language)
      if (name?.kind !== 'text') continue
      pairs.push({
        key: { start: keyNode.from, end: keyNode.to, nodes: [keyNode] },
        value: { start: value.from, end: value.to, nodes: [value] },
        unit: piece,
        name,
        quote: /['"]/.exec(this.slice(keyNode))?.[0] ?? "'",
      })
    }
    const draft = this.make(this.dialectOf(pairs.map(({ name }) => name.value)), open)
    for (const { key, value, unit, name, quote } of pairs)
      this.add(draft, name, key, value, unit, 'list', quote, (k, v) => `${k}: ${v}`)
    this.byPlace.set(node.from, draft)
  }

  private add(
    draft: Draft,
    { value: name, shared: sharedKey }: Literal,
    key: Piece,
    value: Piece,
    unit: { readonly start: number; readonly end: number },
    joint: Joint,
    quote: string | null,
    pair: (key: string, value: string) => string,
    maybe = false,
  ): void {
    // Names of its own that are no setting of Kafka's stay out; others are nobody's and may be slips.
    if (tableOf(draft.dialect)?.ownOnly.includes(name) === true) return
    const kafkaKey = ownName(draft.dialect, name) ?? name
    const literal = this.literalOf(value)
    if (servers.has(kafkaKey)) draft.certain = true
    draft.add({
      key: kafkaKey,
      keyRange: { start: key.start, end: key.end },
      sharedKey,
      value: pythonValue(draft.dialect, kafkaKey, literal),
      sharedValue: literal?.shared,
      valueRange: { start: value.start, end: value.end },
      unit: { start: unit.start, end: unit.end },
      form: pythonForm(draft.dialect, joint, literal, quote, pair),
      maybe,
    })
  }

  private literalOf(piece: Piece): Literal | null {
    const node = soleNode(piece)
    const literal = ({ start, end }: Piece): Literal | null =>
      evaluate(this.text.slice(start, end), this.language)
    const isList = node?.name === 'ArrayExpression' || node?.name === 'TupleExpression'
    return isList ? listOf(elementsOf(node).map(literal)) : literal(piece)
  }

  /** `conf`, `self.conf`, `config.kafka`. */
  private nameOf(node: SyntaxNode | undefined | null): string | null {
    if (node?.name !== 'VariableName' && node?.name !== 'MemberExpression') return null
    const name = this.slice(node)
    return /^[\w.]+$/.test(name) ? name : null
  }

  private draftOf(node: SyntaxNode | null | undefined): Draft | null {
    if (node === null || node === undefined) return null
    const name = this.nameOf(node)
    return name === null
      ? (this.byPlace.get(node.from) ?? null)
      : (this.scopes.find(name, node)?.draft ?? null)
  }

  private assign(node: SyntaxNode): void {
    const children = childrenOf(node)
    const [target] = children
    const value = children.at(-1)
    const sign = children.at(-2)
    if (target === undefined || value === undefined || sign?.name !== 'AssignOp') return
    if (target.name === 'MemberExpression' && childNamed(target, '[') !== null) {
      this.element(node, target, value)
      return
    }
    const name = this.nameOf(target)
    if (name === null) return
    const held =
      value.name === 'DictionaryExpression' || this.nameOf(value) !== null ? this.draftOf(value) : null
    if (held !== null) this.scopes.declare(name, node, held)
    else if (this.scopes.find(name, node) !== null)
      // Another object is in the variable now; what it holds is not in view.
      this.scopes.declare(name, node, this.make(this.dialectOf([]), true))
  }

  /** `conf['session.timeout.ms'] = 6000` */
  private element(node: SyntaxNode, target: SyntaxNode, value: SyntaxNode): void {
    const [object, , keyNode, close] = childrenOf(target)
    const name = this.nameOf(object)
    if (name === null || object === undefined || keyNode === undefined || close?.name !== ']') return
    const key = evaluate(this.slice(keyNode), this.language)
    if (key?.kind !== 'text') return
    if (this.scopes.find(name, node) === null)
      this.scopes.assume(name, node, this.make(this.dialectOf([key.value]), true))
    const found = this.scopes.find(name, node)
    if (found === null) return
    const head = this.slice(object)
    const quote = /['"]/.exec(this.slice(keyNode))?.[0] ?? "'"
    const place = (at: SyntaxNode): Piece => ({ start: at.from, end: at.to, nodes: [at] })
    const pair = (k: string, v: string): string => `${head}[${k}] = ${v}`
    this.add(
      found.draft,
      key,
      place(keyNode),
      place(value),
      place(node),
      'pythonStatement',
      quote,
      pair,
      found.maybe,
    )
  }

  private call(node: SyntaxNode): void {
    const [callee] = childrenOf(node)
    const list = childNamed(node, 'ArgList')
    if (callee === undefined || list === null) return
    const name = this.slice(callee)
    const args = elementsOf(list)
    const client = this.imports.client(name)
    if (client === null) this.other(node, callee, name, args)
    else if (client.library === 'confluent') {
      for (const arg of args) {
        const draft = this.draftOf(arg.nodes.at(-1))
        if (draft?.dialect !== 'librdkafka') continue
        draft.calls.add(client.role)
        draft.certain = true
        draft.constructed = true
      }
    } else this.keywords(node, args, dialectsOfLibraries[client.library], client.role)
  }

  /** `KafkaConsumer('orders', session_timeout_ms=6000, **common)` */
  private keywords(node: SyntaxNode, args: readonly Piece[], dialect: Dialect, role: Role): void {
    const draft = this.make(dialect)
    draft.certain = true
    draft.constructed = true
    draft.calls.add(role)
    for (const arg of args) {
      const [first, sign, value] = arg.nodes
      if (first?.name === '**') {
        draft.open = true
        const spread = this.draftOf(arg.nodes.at(-1))
        if (spread?.dialect !== dialect) continue
        spread.calls.add(role)
        spread.certain = true
        spread.constructed = true
        spread.open ||= args.some(({ nodes }) => nodes[1]?.name === 'AssignOp')
      } else if (first?.name === 'VariableName' && sign?.name === 'AssignOp' && value !== undefined) {
        const place = (from: number, to: number, nodes: readonly SyntaxNode[]): Piece => ({
          start: from,
          end: to,
          nodes,
        })
        const last = arg.nodes.at(-1) ?? value
        this.add(
          draft,
          { kind: 'text', value: this.slice(first) },
          place(first.from, first.to, [first]),
          place(value.from, last.to, arg.nodes.slice(2)),
          arg,
          'list',
          null,
          (k, v) => `${k}=${v}`,
        )
      }
    }
    this.byPlace.set(node.from, draft)
  }

  private other(node: SyntaxNode, callee: SyntaxNode, name: string, args: readonly Piece[]): void {
    const object = callee.name === 'MemberExpression' ? callee.firstChild : null
    const own = this.nameOf(object)
    const method = name.slice(name.lastIndexOf('.') + 1)
    if (own !== null && /^(?:update|setdefault|pop|clear|popitem)$/.test(method)) {
      const found = this.scopes.find(own, node)
      const added = method === 'update' && args.length === 1 ? this.draftOf(soleNode(args[0])) : null
      if (found === null) return
      if (added === null || soleNode(args[0])?.name !== 'DictionaryExpression') found.draft.open = true
      else found.draft.take(added, found.maybe)
      return
    }
    if (harmless.test(name)) return
    for (const arg of args) {
      const argument = soleNode(arg)
      const draft = this.nameOf(argument) === null ? null : this.draftOf(argument)
      if (draft !== null) draft.open = true
    }
  }
}
