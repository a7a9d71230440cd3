import type { SyntaxNode } from '@lezer/common'
import { tableOf } from '../../../catalogue/dialects/dialects'
import type { Role } from '../../../document'
import { codeReader, type Found } from '../code-reader'
import { childNamed, childrenOf, commentsOf, eachNode, elementsOf, type Piece } from '../tree'
import { addOption, optionsAt } from './options'
import { GoSettings } from './settings'
import type { GoLibrary, GoPackage } from './values'

const visited: ReadonlySet<string> = new Set([
  'ImportSpec',
  'TypedLiteral',
  'CallExpr',
  'VarDecl',
  'VarSpec',
  'Assignment',
])
const paths: readonly (readonly [RegExp, GoLibrary])[] = [
  [/(?:^|\/)(?:IBM|Shopify)\/sarama(?:\.v\d+)?$/, 'sarama'],
  [/\/confluent-kafka-go(?:\/v\d+)?\/kafka$/, 'confluent'],
  [/\/franz-go\/pkg\/kgo$/, 'kgo'],
  [/\/segmentio\/kafka-go$/, 'segmentio'],
]
const usualNames: Readonly<Record<GoLibrary, string>> = {
  sarama: 'sarama',
  confluent: 'kafka',
  kgo: 'kgo',
  segmentio: 'kafka',
}
/** Functions and structs of the libraries, and whose settings they take. */
const roles: Readonly<Record<string, Role>> = {
  NewConsumer: 'consumer',
  NewConsumerGroup: 'consumer',
  NewConsumerGroupFromClient: 'consumer',
  NewReader: 'consumer',
  ReaderConfig: 'consumer',
  ConsumerGroupConfig: 'consumer',
  NewProducer: 'producer',
  NewSyncProducer: 'producer',
  NewAsyncProducer: 'producer',
  Writer: 'producer',
  WriterConfig: 'producer',
  NewAdminClient: 'admin',
  NewClusterAdmin: 'admin',
}
export const goReader = codeReader('go', ['go'], (text): Found => new GoFile(text).read())

class GoFile extends GoSettings {
  read(): Found {
    eachNode(this.tree, (node) => this.visit(node), visited)
    return { drafts: this.drafts, comments: commentsOf(this.tree, this.text) }
  }

  private visit(node: SyntaxNode): void {
    if (node.name === 'ImportSpec') this.import(node)
    else if (this.packages.length === 0) return
    else if (node.name === 'TypedLiteral') this.literal(node)
    else if (node.name === 'CallExpr') this.call(node)
    else this.assign(node)
  }

  private import(node: SyntaxNode): void {
    const string = childNamed(node, 'String')
    const path = string === null ? '' : this.slice(string).slice(1, -1)
    const library = paths.find(([form]) => form.test(path))?.[1]
    const name = childNamed(node, 'DefName')
    if (library !== undefined)
      this.packages.push({
        library,
        alias: name === null ? usualNames[library] : this.slice(name),
        constants: this.constants,
      })
  }

  private literal(node: SyntaxNode): void {
    const type = node.firstChild
    const body = childNamed(node, 'LiteralValue')
    if (type === null || body === null) return
    const path = this.slice(type)
    const found = this.member(path.replace(/^\[\]/, ''))
    if (path === 'tls.Config') this.tls(body)
    if (found === null) return
    const { pack, name } = found
    if (pack.library === 'kgo' && name === 'Opt') optionsAt(this, body, pack)
    else if (pack.library === 'confluent' && name === 'ConfigMap') this.fields(node, body, pack, null)
    else if (pack.library === 'segmentio' && roles[name] !== undefined)
      this.fields(node, body, pack, roles[name], name === 'WriterConfig')
  }

  /** `tls.Config{InsecureSkipVerify: true}` in a file of a Kafka client. */
  private tls(body: SyntaxNode): void {
    const [pack] = this.packages
    if (pack === undefined || this.packages.length > 1) return
    const held = this.hold(pack, `tls:${body.from}`, true)
    for (const { key, value, piece } of this.pairs(body)) {
      if (this.slice(key) !== 'InsecureSkipVerify') continue
      const skips = this.text.slice(value.start, value.end)
      held.draft.add({
        key: 'enable.ssl.certificate.verification',
        keyRange: { start: key.from, end: key.to },
        value: skips === 'true' ? 'false' : skips === 'false' ? 'true' : null,
        valueRange: value,
        unit: piece,
        form: {
          joint: 'list',
          key: () => null,
          value: (_key, text) => (text === 'true' ? 'false' : text === 'false' ? 'true' : null),
          pair: (k, v) => `${k}: ${v}`,
        },
      })
    }
  }

  private fields(
    node: SyntaxNode,
    body: SyntaxNode,
    pack: GoPackage,
    role: Role | null | undefined,
    open = false,
  ): void {
    const held = this.hold(pack, `${node.from}:${node.to}`, open)
    if (role !== null && role !== undefined) held.draft.calls.add(role)
    for (const { key, value, piece } of this.pairs(body)) {
      const written = this.slice(key)
      const name = pack.library === 'confluent' ? this.string(written) : { value: written }
      if (name === null) continue
      const write = (own: string): string => (pack.library === 'confluent' ? `"${own}"` : own)
      this.add(
        held,
        name,
        { start: key.from, end: key.to },
        value,
        piece,
        'list',
        write,
        (k, v) => `${k}: ${v}`,
      )
    }
  }

  private call(node: SyntaxNode): void {
    const [callee] = childrenOf(node)
    const list = childNamed(node, 'Arguments')
    if (callee === undefined || list === null) return
    const path = this.slice(callee)
    const found = this.member(path)
    const args = elementsOf(list)
    if (found === null) this.other(node, path, list, args)
    else if (found.pack.library === 'sarama' && found.name === 'NewConfig')
      this.hold(found.pack, `${node.from}:${node.to}`)
    else if (found.pack.library === 'kgo') addOption(this, node, found.pack, found.name, callee, list, args)
    else {
      const role = Object.hasOwn(roles, found.name) ? roles[found.name] : undefined
      if (role === undefined) return
      for (const arg of args) {
        const held = this.heldBy(arg)
        held?.draft.calls.add(role)
        if (held !== null) held.draft.constructed ||= found.pack.library === 'confluent'
      }
    }
  }

  private other(node: SyntaxNode, path: string, list: SyntaxNode, args: readonly Piece[]): void {
    const [first] = args
    const name = path.slice(path.lastIndexOf('.') + 1)
    const object = path.slice(0, Math.max(0, path.lastIndexOf('.')))
    if (name === 'SetKey' && args.length === 2) {
      const found = this.scopes.find(object, node)
      const [key, value] = args
      if (found === null || key === undefined || value === undefined) return
      const written = this.string(this.text.slice(key.start, key.end))
      if (written === null) return
      const quote = (own: string): string => `"${own}"`
      const pair = (k: string, v: string): string => `${path}(${k}, ${v})`
      this.add(
        found.draft,
        written,
        key,
        value,
        { start: node.from, end: node.to },
        'statement',
        quote,
        pair,
        found.maybe,
      )
      return
    }
    if (path === 'append') {
      const added = this.byPlace.get(`options:${list.from}`)
      const held = this.heldBy(first)
      if (added !== undefined && held !== null && first?.nodes[0] !== undefined) {
        const maybe = this.scopes.find(this.text.slice(first.start, first.end), node)?.maybe ?? true
        held.draft.take(added.draft, maybe)
      } else if (added !== undefined) added.draft.open = true
      else if (held !== null) held.draft.open = true
      return
    }
    if (/^(?:fmt|log|slog)\./.test(path)) return
    for (const arg of args) {
      const held = this.heldBy(arg)
      if (held !== null) held.draft.open = true
    }
  }

  private assign(node: SyntaxNode): void {
    const children = childrenOf(node)
    const sign = children.findIndex(({ name }) => name === '=' || name === ':=')
    const [target] = children
    const value = children[sign + 1]
    if (target === undefined || value === undefined || sign < 1) return
    const last = children.at(-1) ?? value
    if (node.name === 'Assignment' && target.name === 'SelectorExpr') this.field(node, target, value, last)
    if (node.name === 'Assignment' && target.name === 'IndexExpr') this.element(node, target, value, last)
    const held = this.heldBy({ start: value.from, end: last.to, nodes: [value] })
    // `config, err := …` names several things; the settings are the first.
    if (held !== null && /^[\w.]+$/.test(this.slice(target)))
      this.scopes.declare(this.slice(target), node, held)
  }

  /** `config.Consumer.Group.Session.Timeout = 30 * time.Second` */
  private field(node: SyntaxNode, target: SyntaxNode, value: SyntaxNode, last: SyntaxNode): void {
    const path = this.slice(target)
    const sarama = this.packages.find(({ library }) => library === 'sarama')
    let cut = path.indexOf('.')
    for (; cut > 0; cut = path.indexOf('.', cut + 1)) {
      const object = path.slice(0, cut)
      const name = path.slice(cut + 1)
      let found = this.scopes.find(object, node)
      const known = sarama !== undefined && Object.hasOwn(tableOf('sarama')?.names ?? {}, name)
      if (found === null && known) {
        this.scopes.assume(object, node, this.hold(sarama, `assumed:${node.from}`, true))
        found = this.scopes.find(object, node)
      }
      if (found === null) continue
      if (found.draft.pack.library !== 'sarama' && found.draft.pack.library !== 'segmentio') return
      const write = (own: string): string => `${object}.${own}`
      const range = { start: value.from, end: last.to }
      const unit = { start: node.from, end: node.to }
      this.add(
        found.draft,
        { value: name },
        { start: target.from, end: target.to },
        range,
        unit,
        'statement',
        write,
        (k, v) => `${k} = ${v}`,
        found.maybe,
      )
      return
    }
  }

  /** `settings["session.timeout.ms"] = 6000` */
  private element(node: SyntaxNode, target: SyntaxNode, value: SyntaxNode, last: SyntaxNode): void {
    const [object, open, key] = childrenOf(target)
    if (object === undefined || open?.name !== '[' || key === undefined) return
    const found = this.scopes.find(this.slice(object).replace(/^\(\*(.*)\)$/, '$1'), node)
    const name = this.string(this.slice(key))
    if (found === null || name === null || found.draft.pack.library !== 'confluent') return
    const head = this.slice(object)
    const range = { start: value.from, end: last.to }
    const unit = { start: node.from, end: node.to }
    const pair = (k: string, v: string): string => `${head}[${k}] = ${v}`
    this.add(
      found.draft,
      name,
      { start: key.from, end: key.to },
      range,
      unit,
      'statement',
      (own) => `"${own}"`,
      pair,
      found.maybe,
    )
  }
}
