import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/javascript'
import type { Role } from '../../../document'
import { codeReader, type Found } from '../code-reader'
import { Constants, declarationsIn } from '../constants'
import { evaluate } from '../expression'
import { Scopes, type Scoping } from '../scopes'
import { childNamed, childrenOf, commentsOf, eachNode, elementsOf, soleNode, type Piece } from '../tree'
import { draftsOf } from './drafts'
import { bindings } from './bindings'
import {
  bareExpression,
  nodeText,
  objectInfo,
  type NodeText,
  type ObjectInfo,
  type Property,
  type Use,
} from './objects'

const typed = parser.configure({ dialect: 'ts' })
const mixed = parser.configure({ dialect: 'ts jsx' })

const scoping: Scoping = {
  scopes: new Set([
    'FunctionDeclaration',
    'FunctionExpression',
    'ArrowFunction',
    'MethodDeclaration',
    'ClassBody',
    'Script',
  ]),
  always: new Set(['ClassBody', 'Script']),
  branches: new Set([
    'IfStatement',
    'SwitchStatement',
    'WhileStatement',
    'DoStatement',
    'ForStatement',
    'CatchClause',
    'ConditionalExpression',
  ]),
}
const visited: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ObjectExpression',
  'VariableDeclaration',
  'PropertyDeclaration',
  'AssignmentExpression',
  'CallExpression',
  'NewExpression',
])
const libraries: Readonly<Record<string, Use['kind']>> = {
  kafkajs: 'kafkajs',
  'node-rdkafka': 'rdkafka',
  '@confluentinc/kafka-javascript': 'confluent',
}
const rolesOfMethods: Readonly<Record<string, Role>> = {
  consumer: 'consumer',
  producer: 'producer',
  admin: 'admin',
}
/** Methods of a client of kafkajs that take settings of their own. */
const callsOfClients: Readonly<Record<string, { readonly role: Role; readonly names: readonly string[] }>> = {
  run: { role: 'consumer', names: ['autoCommit', 'autoCommitInterval'] },
  subscribe: { role: 'consumer', names: ['fromBeginning'] },
  send: { role: 'producer', names: ['acks', 'compression'] },
  sendBatch: { role: 'producer', names: ['acks', 'compression'] },
}
const servers: ReadonlySet<string> = new Set(['bootstrap.servers', 'metadata.broker.list'])

export const nodeReader = codeReader(
  'javascript',
  ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
  (text, fileName): Found => new NodeFile(text, /\.[cm]?ts$/i.test(fileName)).read(),
)

class NodeFile {
  private readonly text: string
  private readonly tree
  private readonly file: NodeText
  private readonly kinds = new Set<Use['kind']>()
  private readonly scopes = new Scopes<ObjectInfo>(scoping)
  private readonly objects = new Map<number, ObjectInfo>()

  constructor(text: string, pure: boolean) {
    this.text = text
    this.tree = (pure ? typed : mixed).parse(text)
    this.file = nodeText(text, new Constants(text, () => declarationsIn(this.tree, text, bindings)))
  }

  read(): Found {
    eachNode(this.tree, (node) => this.visit(node), visited)
    const drafts = [...this.objects.values()].flatMap((info) => {
      const uses = info.uses.length > 0 ? info.uses : this.told(info)
      return uses
        .slice(0, 1)
        .flatMap((use) => draftsOf(info, use, this.file, (property) => this.nested(property)))
    })
    return { drafts, comments: commentsOf(this.tree, this.text) }
  }

  /** librdkafka's settings tell themselves by the brokers they name. */
  private told(info: ObjectInfo): Use[] {
    const native = this.kinds.has('rdkafka') || this.kinds.has('confluent')
    if (!native || !info.properties.some(({ name }) => servers.has(name))) return []
    return [{ kind: 'rdkafka', role: 'client', constructed: false }]
  }

  private nested({ value }: Property): ObjectInfo | null {
    const bare = bareExpression(value)
    return bare === null ? null : (this.objects.get(bare.from) ?? this.named(bare))
  }

  private slice({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to)
  }

  private visit(node: SyntaxNode): void {
    switch (node.name) {
      case 'ImportDeclaration':
        this.library(childNamed(node, 'String'))
        break
      case 'ObjectExpression':
        if (this.kinds.size > 0) this.objects.set(node.from, objectInfo(node, this.file))
        break
      case 'VariableDeclaration':
      case 'PropertyDeclaration':
        this.declare(node)
        break
      case 'AssignmentExpression':
        this.assign(node)
        break
      default:
        this.call(node)
    }
  }

  private library(specifier: SyntaxNode | null): void {
    const name = specifier === null ? '' : this.slice(specifier).slice(1, -1)
    const kind = Object.hasOwn(libraries, name) ? libraries[name] : undefined
    if (kind !== undefined) this.kinds.add(kind)
  }

  private named(node: SyntaxNode): ObjectInfo | null {
    const name = this.nameOf(node)
    return name === null ? null : (this.scopes.find(name, node)?.draft ?? null)
  }

  private nameOf(node: SyntaxNode | null): string | null {
    if (node?.name !== 'VariableName' && node?.name !== 'MemberExpression') return null
    const name = this.slice(node).replace(/^this\./, '')
    return /^[\w$.]+$/.test(name) ? name : null
  }

  private objectOf(piece: Piece | undefined): ObjectInfo | null {
    const node = bareExpression(soleNode(piece))
    return node === null ? null : (this.objects.get(node.from) ?? this.named(node))
  }

  private declare(node: SyntaxNode): void {
    for (let at = node.firstChild; at !== null; at = at.nextSibling) {
      if (at.name !== 'VariableDefinition' && at.name !== 'PropertyDefinition') continue
      let sign = at.nextSibling
      while (sign !== null && sign.name === 'TypeAnnotation') sign = sign.nextSibling
      const value = sign?.name === 'Equals' ? bareExpression(sign.nextSibling) : null
      const info = value === null ? null : (this.objects.get(value.from) ?? null)
      if (info !== null) this.scopes.declare(this.slice(at), node, info)
    }
  }

  private assign(node: SyntaxNode): void {
    const [target, sign, value] = childrenOf(node)
    if (target === undefined || value === undefined || sign?.name !== 'Equals') return
    const whole = this.nameOf(target)
    const info = this.objects.get(bareExpression(value)?.from ?? -1)
    if (whole !== null && info !== undefined && bareExpression(value)?.name === 'ObjectExpression') {
      this.scopes.declare(whole, node, info)
      return
    }
    if (target.name !== 'MemberExpression') return
    const object = target.firstChild
    const key = target.lastChild?.name === ']' ? (target.lastChild.prevSibling ?? null) : target.lastChild
    const found =
      this.nameOf(object) === null || object === null
        ? null
        : this.scopes.find(this.nameOf(object) ?? '', node)
    if (found === null || key === null || object === null) return
    const element = target.lastChild?.name === ']'
    const written = element ? evaluate(this.slice(key), this.file.language) : null
    const name = element ? (written?.kind === 'text' ? written.value : null) : this.slice(key)
    if (name === null) {
      found.draft.open = true
      return
    }
    const statement = node.parent?.name === 'ExpressionStatement' ? node.parent : node
    found.draft.properties.push({
      name,
      keyRange: { start: key.from, end: key.to },
      sharedKey: written?.shared === true,
      quote: key.name === 'String' ? this.text.charAt(key.from) : element ? "'" : null,
      value,
      valueRange: { start: value.from, end: value.to },
      unit: { start: statement.from, end: statement.to },
      assignedTo: this.slice(object),
      statementEnd: this.text[statement.to - 1] === ';' ? ';' : '',
      maybe: found.maybe,
    })
  }

  private call(node: SyntaxNode): void {
    const list = childNamed(node, 'ArgList')
    if (list === null) return
    const callee = childrenOf(node).find(({ name }) => name !== 'new' && name !== 'TypeArgList')
    if (callee === undefined) return
    const path = this.slice(callee)
    const name = path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('#')) + 1)
    const args = elementsOf(list)
    if (path === 'require') this.library(soleNode(args[0]))
    else if (this.kinds.size > 0) {
      const use =
        node.name === 'NewExpression' ? this.made(name) : this.asked(name, callee.name === 'MemberExpression')
      if (use !== null) this.use(args, use)
      else if (Object.hasOwn(callsOfClients, name) && this.kinds.has('kafkajs')) this.client(name, args)
      else this.other(path, args)
    }
  }

  private use(args: readonly Piece[], use: Use): void {
    // The second argument of librdkafka's clients holds settings of topics, with nothing to compare them to.
    this.objectOf(args[0])?.uses.push(use)
  }

  /** `new Kafka(…)`, `new Kafka.KafkaConsumer(…)` */
  private made(name: string): Use | null {
    if (name === 'Kafka') {
      if (this.kinds.has('kafkajs')) return { kind: 'kafkajs', role: 'client', constructed: true }
      return this.kinds.has('confluent') ? { kind: 'confluent', role: 'client', constructed: true } : null
    }
    if (!this.kinds.has('rdkafka') && !this.kinds.has('confluent')) return null
    if (name === 'KafkaConsumer') return { kind: 'rdkafka', role: 'consumer', constructed: true }
    return name === 'Producer' || name === 'HighLevelProducer'
      ? { kind: 'rdkafka', role: 'producer', constructed: true }
      : null
  }

  /** `kafka.consumer(…)`, `KafkaConsumer.createReadStream(…)` */
  private asked(name: string, member: boolean): Use | null {
    if (!member) return null
    const role = Object.hasOwn(rolesOfMethods, name) ? rolesOfMethods[name] : undefined
    if (role !== undefined && this.kinds.has('kafkajs')) return { kind: 'kafkajs', role, constructed: true }
    if (role !== undefined && this.kinds.has('confluent'))
      return { kind: 'confluent', role, constructed: false }
    if (name === 'createReadStream' && this.kinds.has('rdkafka'))
      return { kind: 'rdkafka', role: 'consumer', constructed: true }
    return null
  }

  private client(name: string, args: readonly Piece[]): void {
    const call = callsOfClients[name]
    const node = bareExpression(soleNode(args[0]))
    const info = node === null ? undefined : this.objects.get(node.from)
    if (call === undefined || info === undefined) return
    const kept = info.properties.filter((property) => call.names.includes(property.name))
    info.properties.splice(0, info.properties.length, ...kept)
    info.uses.push({ kind: 'kafkajs', role: call.role, constructed: false })
  }

  /** Settings that another function gets may be changed by it. */
  private other(path: string, args: readonly Piece[]): void {
    if (/^(?:console|log|logger|JSON|Object\.(?:keys|freeze|entries))\b/.test(path)) return
    for (const arg of args) {
      const node = soleNode(arg)
      const info = node === null ? null : this.named(node)
      if (info !== null) info.open = true
    }
  }
}
