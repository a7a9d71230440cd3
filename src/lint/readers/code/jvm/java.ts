import type { SyntaxNode } from '@lezer/common'
import type { TextRange } from '../../../document'
import { codeReader, type Found } from '../code-reader'
import type { Client, Draft } from '../draft'
import { ancestorOf, childNamed, childrenOf, elementsOf, soleNode, type Piece } from '../tree'
import { JavaSettings } from './java-settings'
import { clientOf } from './names'

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

const functions: ReadonlySet<string> = new Set([
  'MethodDeclaration',
  'ConstructorDeclaration',
  'LambdaExpression',
])

class JavaFile extends JavaSettings {
  /** Settings by the method that gives them back, and the clients that are made with what a method gives. */
  private readonly given = new Map<string, Draft | null>()
  private readonly asked: [method: string, client: Client][] = []

  override read(): Found {
    const found = super.read()
    for (const [method, client] of this.asked) this.given.get(method)?.handTo(client)
    return found
  }

  protected visit(node: SyntaxNode): void {
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
      case 'ReturnStatement':
        this.gives(node)
        break
      case 'VariableDeclarator':
      case 'AssignmentExpression':
        this.assign(node)
        break
    }
  }

  private import(node: SyntaxNode): void {
    const match = /^import\s+(?:static\s+)?([\w.]+(?:\.\*)?)\s*;?$/.exec(this.slice(node))
    if (match?.[1] !== undefined) this.imports.add(match[1])
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
      this.scopes.declare(name, node, this.settings(true))
    else if (target.name === 'Definition' && value.name === 'MethodInvocation')
      this.scopes.declare(name, node, this.settings(true))
  }

  private creation(node: SyntaxNode): void {
    const children = childrenOf(node)
    const type = this.typeName(children.find(({ name }) => /Type|Identifier/.test(name)))
    const list = childNamed(node, 'ArgumentList')
    if (type === null || list === null) return
    const args = elementsOf(list)
    if (this.isMap(type)) {
      const [first] = args
      const sized = first === undefined || /^[\d_]+$/.test(this.text.slice(first.start, first.end))
      const body = childNamed(node, 'ClassBody')
      const draft = (body === null ? null : this.at(body)) ?? this.settings()
      if (!sized) draft.open = true
      this.hold(node, draft)
    } else this.client(type, args)
  }

  /** `new KafkaConsumer<>(settings)` and the like. */
  private client(type: string, args: readonly Piece[]): void {
    const client = clientOf(type)
    if (client === null) return
    for (const arg of args) {
      const node = soleNode(arg)
      const method = node === null ? null : this.methodOf(node)
      if (method === null) this.draftOf(node)?.handTo(client)
      else this.asked.push([method, client])
    }
  }

  /** The method of this class that a call without arguments asks: `consumerSettings()`. */
  private methodOf(node: SyntaxNode): string | null {
    if (node.name !== 'MethodInvocation') return null
    return /^(?:this\s*\.\s*)?(\w+)\s*\(\s*\)$/.exec(this.slice(node))?.[1] ?? null
  }

  /** What a method gives back; of several things nothing. */
  private gives(node: SyntaxNode): void {
    const value = childrenOf(node)[1]
    const method = ancestorOf(node, functions)
    const name = method?.name === 'MethodDeclaration' ? childNamed(method, 'Definition') : null
    if (value === undefined || name === null) return
    const key = this.slice(name)
    this.given.set(key, this.given.has(key) ? null : this.draftOf(value))
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
      this.hold(node, this.settings())
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

  private mapOf(node: SyntaxNode, args: readonly Piece[]): void {
    const draft = this.settings()
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
    const draft = this.settings()
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
}
