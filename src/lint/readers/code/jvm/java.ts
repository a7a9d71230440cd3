import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/java'
import type { TextRange } from '../../../document'
import { codeReader, type Found } from '../code-reader'
import { Draft } from '../draft'
import type { Language } from '../expression'
import { Scopes, type Scoping } from '../scopes'
import type { StringRules } from '../strings'
import { childNamed, childrenOf, commentsOf, eachNode, elementsOf, soleNode, type Piece } from '../tree'
import type { Joint } from '../units'
import { jvmForm } from './form'
import { Imports, jvmKey, jvmLanguage, jvmValue, plainClients, rolesOfClasses, rolesOfClients } from './names'

const strings: StringRules = { interpolation: () => null, raw: () => false }

const scoping: Scoping = {
  scopes: new Set([
    'MethodDeclaration',
    'ConstructorDeclaration',
    'LambdaExpression',
    'ClassBody',
    'StaticInitializer',
    'Program',
  ]),
  always: new Set(['ConstructorDeclaration', 'StaticInitializer', 'ClassBody', 'Program']),
  branches: new Set([
    'IfStatement',
    'SwitchStatement',
    'SwitchExpression',
    'WhileStatement',
    'DoStatement',
    'ForStatement',
    'EnhancedForStatement',
    'CatchClause',
    'TernaryExpression',
  ]),
}

const visited: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'MethodInvocation',
  'ObjectCreationExpression',
  'VariableDeclarator',
  'AssignmentExpression',
])
const maps = /^(?:Properties|HashMap|LinkedHashMap|TreeMap|ConcurrentHashMap|Hashtable)$/
/** Methods that bring in settings that are not in view. */
const opening: ReadonlySet<string> = new Set([
  'putAll',
  'load',
  'loadFromXML',
  'compute',
  'merge',
  'remove',
  'clear',
])
/** Calls that take settings and leave them as they are. */
const harmless =
  /^(?:print|println|printf|format|info|debug|warn|error|trace|of|entry|create|unmodifiableMap|copyOf)$/

export const javaReader = codeReader('java', ['java'], (text): Found => new JavaFile(text).read())

class JavaFile {
  private readonly text: string
  private readonly tree
  private readonly imports = new Imports()
  private readonly language: Language
  private readonly scopes = new Scopes<Draft>(scoping)
  private readonly drafts: Draft[] = []
  /** Settings that an expression or class body holds, by where it starts and ends. */
  private readonly byPlace = new Map<string, Draft>()

  constructor(text: string) {
    this.text = text
    this.tree = parser.parse(text)
    this.language = jvmLanguage(this.imports, strings)
  }

  read(): Found {
    eachNode(this.tree, (node) => this.visit(node), visited)
    return { drafts: this.drafts, comments: commentsOf(this.tree, this.text) }
  }

  private visit(node: SyntaxNode): void {
    switch (node.name) {
      case 'ImportDeclaration':
        this.import(node)
        break
      case 'MethodInvocation':
        this.call(node)
        break
      case 'ObjectCreationExpression':
        this.creation(node)
        break
      case 'VariableDeclarator':
      case 'AssignmentExpression':
        this.assign(node)
        break
    }
  }

  private slice({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to)
  }

  private import(node: SyntaxNode): void {
    const match = /^import\s+(?:static\s+)?([\w.]+(?:\.\*)?)\s*;?$/.exec(this.slice(node))
    if (match?.[1] !== undefined) this.imports.add(match[1])
  }

  private make(open = false): Draft {
    const draft = new Draft(this.text, 'java', open)
    this.drafts.push(draft)
    return draft
  }

  private at(node: SyntaxNode): Draft | null {
    return this.byPlace.get(`${node.from}:${node.to}`) ?? null
  }

  private hold(node: SyntaxNode, draft: Draft): void {
    this.byPlace.set(`${node.from}:${node.to}`, draft)
  }

  /** The settings that an expression stands for. */
  private draftOf(node: SyntaxNode | null): Draft | null {
    if (node === null) return null
    const name = this.nameOf(node)
    return name === null ? this.at(node) : (this.scopes.find(name, node)?.draft ?? null)
  }

  private nameOf(node: SyntaxNode): string | null {
    if (node.name === 'Identifier') return this.slice(node)
    return node.name === 'FieldAccess'
      ? this.slice(node)
          .replace(/\s/g, '')
          .replace(/^this\./, '')
      : null
  }

  private assign(node: SyntaxNode): void {
    const children = childrenOf(node)
    const [target] = children
    const value = children.at(-1)
    if (target === undefined || value === undefined || children.length !== 3) return
    const name = target.name === 'Definition' ? this.slice(target) : this.nameOf(target)
    const draft = this.at(value) ?? (value.name === 'Identifier' ? this.draftOf(value) : null)
    if (name === null) return
    if (draft !== null) this.scopes.declare(name, node, draft)
    // Another object is in the variable now; what it holds is not in view.
    else if (this.scopes.find(name, node) !== null && target.name !== 'Definition')
      this.scopes.declare(name, node, this.make(true))
    else if (target.name === 'Definition' && value.name === 'MethodInvocation')
      this.scopes.declare(name, node, this.make(true))
  }

  private creation(node: SyntaxNode): void {
    const children = childrenOf(node)
    const type = this.typeName(children.find(({ name }) => /Type|Identifier/.test(name)))
    const list = childNamed(node, 'ArgumentList')
    if (type === null || list === null) return
    const args = elementsOf(list)
    if (maps.test(type)) {
      const [first] = args
      const sized = first === undefined || /^[\d_]+$/.test(this.text.slice(first.start, first.end))
      const body = childNamed(node, 'ClassBody')
      const draft = (body === null ? null : this.at(body)) ?? this.make()
      if (!sized) draft.open = true
      this.hold(node, draft)
    } else this.client(type, args)
  }

  private typeName(node: SyntaxNode | undefined): string | null {
    if (node === undefined) return null
    const bare = this.slice(node)
      .replace(/<[\s\S]*$/, '')
      .trim()
    return bare.slice(bare.lastIndexOf('.') + 1)
  }

  /** `new KafkaConsumer<>(settings)` and the like. */
  private client(type: string, args: readonly Piece[]): void {
    const role = Object.hasOwn(rolesOfClients, type) ? rolesOfClients[type] : undefined
    if (role === undefined) return
    for (const arg of args) {
      const draft = this.draftOf(soleNode(arg))
      if (draft === null) continue
      draft.calls.add(role)
      draft.certain = true
      draft.constructed ||= plainClients.has(type)
    }
  }

  private call(node: SyntaxNode): void {
    const nameNode = childNamed(node, 'MethodName')
    const list = childNamed(node, 'ArgumentList')
    if (nameNode === null || list === null) return
    const name = this.slice(nameNode)
    const [first] = childrenOf(node)
    const receiver = first === undefined || first.from === nameNode.from ? null : first
    const args = elementsOf(list)
    if ((name === 'put' || name === 'setProperty' || name === 'putIfAbsent') && args.length === 2)
      this.put(node, receiver, name, args, list)
    else if (name === 'of' && /Map$/.test(receiver === null ? '' : this.slice(receiver)))
      this.mapOf(node, args)
    else if (name === 'ofEntries' && receiver !== null) this.mapOfEntries(node, args)
    else if (name === 'builder' && receiver !== null && /Map$/.test(this.slice(receiver)))
      this.hold(node, this.make())
    else if (/^build/.test(name) && receiver !== null) {
      const built = this.at(receiver)
      if (built !== null) this.hold(node, built)
    } else if (
      name === 'create' &&
      receiver !== null &&
      /^(?:Kafka)?Admin(?:Client)?$/.test(this.slice(receiver))
    )
      this.client('Admin', args)
    else this.other(name, receiver, args)
  }

  /** Any other call: settings that it gets may be changed by it. */
  private other(name: string, receiver: SyntaxNode | null, args: readonly Piece[]): void {
    const own = opening.has(name) ? this.draftOf(receiver) : null
    if (own !== null) own.open = true
    if (harmless.test(name)) return
    for (const arg of args) {
      const node = soleNode(arg)
      const draft = node === null || this.nameOf(node) === null ? null : this.draftOf(node)
      if (draft !== null) draft.open = true
    }
  }

  private put(
    node: SyntaxNode,
    receiver: SyntaxNode | null,
    method: string,
    args: readonly Piece[],
    list: SyntaxNode,
  ): void {
    const [key, value] = args
    if (key === undefined || value === undefined) return
    const chained = receiver?.name === 'MethodInvocation' ? this.at(receiver) : null
    const found = chained === null ? this.target(node, receiver) : { draft: chained, maybe: false }
    if (found === null) return
    if (chained !== null) this.hold(node, chained)
    const statement = node.parent?.name === 'ExpressionStatement' ? node.parent : null
    const unit: TextRange =
      chained !== null && receiver !== null
        ? { start: this.dotAfter(receiver), end: list.to }
        : { start: statement?.from ?? node.from, end: statement?.to ?? node.to }
    const head =
      chained !== null || receiver === null ? (chained === null ? '' : '.') : `${this.slice(receiver)}.`
    const name = method === 'putIfAbsent' ? 'put' : method
    const tail = chained === null ? ';' : ''
    this.add(found.draft, key, value, unit, chained === null ? 'statement' : 'chain', {
      pair: (k, v) => `${head}${name}(${k}, ${v})${tail}`,
      asText: method === 'setProperty',
      maybe: found.maybe || method === 'putIfAbsent',
    })
  }

  /** Where the call hangs on: the dot, or what stands before it on its line. */
  private dotAfter(receiver: SyntaxNode): number {
    const dot = this.text.indexOf('.', receiver.to)
    return dot < 0 ? receiver.to : dot
  }

  private target(node: SyntaxNode, receiver: SyntaxNode | null): { draft: Draft; maybe: boolean } | null {
    if (receiver === null) return this.implicit(node)
    const name = this.nameOf(receiver)
    if (name === null) return null
    const found = this.scopes.find(name, node)
    if (found !== null) return found
    const draft = this.make(true)
    this.scopes.assume(name, node, draft)
    return this.scopes.find(name, node)
  }

  /** `new Properties() {{ put(…); }}` */
  private implicit(node: SyntaxNode): { draft: Draft; maybe: boolean } | null {
    for (let above = node.parent; above !== null; above = above.parent) {
      if (above.name === 'MethodDeclaration' || above.name === 'LambdaExpression') return null
      if (above.name !== 'ClassBody') continue
      const type = above.parent?.name === 'ObjectCreationExpression' ? childrenOf(above.parent)[1] : undefined
      if (!maps.test(this.typeName(type) ?? '')) return null
      const known = this.at(above)
      if (known !== null) return { draft: known, maybe: false }
      const draft = this.make()
      this.hold(above, draft)
      return { draft, maybe: false }
    }
    return null
  }

  private mapOf(node: SyntaxNode, args: readonly Piece[]): void {
    const draft = this.make()
    draft.fixed = true
    for (let at = 0; at + 1 < args.length; at += 2) {
      const [key, value] = [args[at], args[at + 1]]
      if (key === undefined || value === undefined) continue
      const unit = { start: key.start, end: value.end }
      this.add(draft, key, value, unit, 'strictList', { pair: (k, v) => `${k}, ${v}` })
    }
    this.hold(node, draft)
  }

  private mapOfEntries(node: SyntaxNode, args: readonly Piece[]): void {
    const draft = this.make()
    draft.fixed = true
    for (const arg of args) {
      const entry = soleNode(arg)
      const list = entry?.name === 'MethodInvocation' ? childNamed(entry, 'ArgumentList') : null
      const [key, value] = list === null ? [] : elementsOf(list)
      if (entry === null || list === null || key === undefined || value === undefined) {
        draft.open = true
        continue
      }
      const head = this.text.slice(entry.from, list.from)
      this.add(draft, key, value, { start: entry.from, end: entry.to }, 'strictList', {
        pair: (k, v) => `${head}(${k}, ${v})`,
      })
    }
    this.hold(node, draft)
  }

  private add(
    draft: Draft,
    keyPiece: Piece,
    valuePiece: Piece,
    unit: TextRange,
    joint: Joint,
    how: { pair: (key: string, value: string) => string; asText?: boolean; maybe?: boolean },
  ): void {
    const keyText = this.text.slice(keyPiece.start, keyPiece.end)
    const written = jvmKey(keyText, this.language, this.imports)
    if (written === null) return
    const value = jvmValue(this.text.slice(valuePiece.start, valuePiece.end), this.language, this.imports)
    const { className } = written.constant ?? { className: '' }
    if (written.constant !== null || written.key === 'bootstrap.servers') draft.certain = true
    const hint = rolesOfClasses[className]
    if (hint !== undefined) draft.hints.add(hint)
    draft.add({
      key: written.key,
      keyRange: { start: keyPiece.start, end: keyPiece.end },
      value: value === null ? null : value.value.trim(),
      valueRange: { start: valuePiece.start, end: valuePiece.end },
      unit,
      form: jvmForm(written, value, how.asText === true, joint, how.pair, keyText),
      maybe: how.maybe === true,
    })
  }
}
