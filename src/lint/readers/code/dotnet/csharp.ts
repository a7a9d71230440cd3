import type { KnownKeys } from '../../../catalogue/known-keys'
import type { Role, TextRange } from '../../../document'
import { codeReader, type Found } from '../code-reader'
import { Constants } from '../constants'
import { Draft, type Form } from '../draft'
import { evaluate, type Language, type Literal } from '../expression'
import { quoted, stringValue, type StringRules } from '../strings'
import { constantsOf } from '../tokens/constants'
import { Source } from '../tokens/source'
import type { Lexis } from '../tokens/tokenize'
import { enumMember, enumValue, isEnumeration, propertyKeys, propertyName } from './names'

const lexis: Lexis = {
  nestedComments: false,
  interpolation: (prefix) => (prefix.includes('$') ? '{' : null),
  raw: (prefix, quote) => prefix.includes('@') || quote === '"""',
}
const strings: StringRules = {
  interpolation: (prefix) => (prefix.includes('$') ? /\{/ : null),
  raw: (prefix, quote) => prefix.includes('@') || quote === '"""',
}
const milliseconds: Readonly<Record<string, number>> = {
  FromMilliseconds: 1,
  FromSeconds: 1000,
  FromMinutes: 60_000,
  FromHours: 3_600_000,
}
const language: Language = {
  booleans: { true: 'true', false: 'false' },
  string: (literal) => stringValue(literal, strings),
  name(path, argument) {
    if (path === 'int.MaxValue') return { kind: 'number', value: '2147483647' }
    const time = /^(?:System\.)?TimeSpan\.(\w+)\.TotalMilliseconds$/.exec(path)?.[1] ?? ''
    const factor = milliseconds[time]
    return factor !== undefined && argument?.kind === 'number'
      ? { kind: 'number', value: String(Number(argument.value) * factor) }
      : null
  },
}
const classes: Readonly<Record<string, Role>> = {
  ConsumerConfig: 'consumer',
  ProducerConfig: 'producer',
  AdminClientConfig: 'admin',
  ClientConfig: 'client',
}
const builders: Readonly<Record<string, Role>> = {
  ConsumerBuilder: 'consumer',
  ProducerBuilder: 'producer',
  AdminClientBuilder: 'admin',
  DependentProducerBuilder: 'producer',
}
/** Settings of Confluent.Kafka's own, which librdkafka does not know. */
const own =
  /^dotnet\.|^ConsumeResultFields$|^EnableBackgroundPoll$|^EnableDeliveryReports$|^DeliveryReportFields$|^CancellationDelayMaxMs$/

export const csharpReader = codeReader('csharp', ['csharp'], (text, _fileName, known): Found =>
  new CsharpFile(text, known).read(),
)

/** Confluent.Kafka: objects of configuration classes with a property for each of librdkafka's settings. */
class CsharpFile {
  private readonly source: Source<Draft>
  private readonly keys: ReadonlyMap<string, string>
  private readonly drafts: Draft[] = []
  private readonly language: Language

  constructor(text: string, known: KnownKeys) {
    this.source = new Source(text, lexis)
    this.keys = propertyKeys(known.librdkafka.keys())
    this.language = { ...language, constants: new Constants(text, () => constantsOf(this.source)) }
  }

  read(): Found {
    const { source } = this
    for (let at = 0; at < source.tokens.length; at++) {
      const word = source.word(at)
      if (word === 'new') this.creation(at)
      else if (word === '=') this.assignment(at)
      else if (word === '(') this.call(at)
    }
    return { drafts: this.drafts, comments: source.comments }
  }

  private make(role: Role | null, open = false): Draft {
    const draft = new Draft(this.source.text, 'librdkafka', open)
    draft.certain = role !== null
    if (role !== null && role !== 'client') draft.calls.add(role)
    this.drafts.push(draft)
    return draft
  }

  /** `new ConsumerConfig { … }`, `ConsumerConfig c = new() { … }`, `new Dictionary<string, string> { … }` */
  private creation(at: number): void {
    const { source } = this
    let name = at + 1
    while (source.isName(name) && source.word(name + 1) === '.') name += 2
    const typed = source.isName(name)
    const type = typed ? source.word(name) : this.declaredType(at)
    const role = Object.hasOwn(classes, type) ? (classes[type] ?? null) : null
    const dictionary = type === 'Dictionary'
    if (role === null && !dictionary) return
    let next = typed ? source.behindTypes(name + 1) : at + 1
    let open = false
    if (source.word(next) === '(') {
      open = source.elements(next).length > 0
      if (source.partnerOf(next) < 0) return
      next = source.partnerOf(next) + 1
    }
    const draft = this.make(role, open)
    if (source.word(next) === '{')
      for (const element of source.elements(next)) this.initialiser(draft, element, dictionary)
    const equals = at - 1
    if (source.word(equals) === '=' && source.isName(equals - 1)) {
      const start = source.pathStart(equals - 1)
      source.declare(this.nameOf(start, equals - 1), at, draft)
    }
  }

  private declaredType(at: number): string {
    const { source } = this
    if (source.word(at - 1) !== '=') return ''
    // `private static ConsumerConfig Config => new() { … }` has no name that is assigned to.
    return source.isName(at - 2) && source.isName(at - 3) ? source.word(at - 3) : ''
  }

  private nameOf(from: number, to: number): string {
    return this.source
      .slice(from, to)
      .replace(/\s|[?!]/g, '')
      .replace(/^this\.(?=.)/, '')
  }

  private initialiser(draft: Draft, [from, to]: readonly [number, number], dictionary: boolean): void {
    const { source } = this
    const unit = source.range(from, to)
    if (dictionary) {
      const pair = source.word(from) === '{' ? source.elements(from) : null
      const [key, value] = pair ?? [
        [from + 1, source.partnerOf(from) - 1] as const,
        [source.partnerOf(from) + 2, to] as const,
      ]
      if (key === undefined || value === undefined || (pair === null && source.word(from) !== '[')) {
        draft.open = true
        return
      }
      const write =
        pair === null ? (k: string, v: string) => `[${k}] = ${v}` : (k: string, v: string) => `{ ${k}, ${v} }`
      this.text(draft, key, value, unit, 'list', write)
      return
    }
    if (source.isName(from) && source.word(from + 1) === '=' && to > from + 1)
      this.property(draft, from, [from, from], [from + 2, to], unit, 'list', (k, v) => `${k} = ${v}`)
  }

  /** A setting by its text: `{ "session.timeout.ms", "6000" }`, `config.Set("session.timeout.ms", "6000")` */
  private text(
    draft: Draft,
    key: readonly [number, number],
    value: readonly [number, number],
    unit: TextRange,
    joint: 'list' | 'statement',
    pair: (key: string, value: string) => string,
    maybe = false,
  ): void {
    const { source } = this
    const name = evaluate(source.slice(...key), this.language)
    if (name?.kind !== 'text' || own.test(name.value)) return
    if (name.value === 'bootstrap.servers' || name.value === 'metadata.broker.list') draft.certain = true
    const form: Form = { joint, pair, key: (text) => quoted(text), value: (_key, text) => quoted(text) }
    const literal = evaluate(source.slice(...value), this.language)
    draft.add({
      key: name.value,
      sharedKey: name.shared,
      keyRange: source.range(...key),
      value: literal?.value.trim() ?? null,
      sharedValue: literal?.shared,
      valueRange: source.range(...value),
      unit,
      form,
      maybe,
    })
  }

  private property(
    draft: Draft,
    name: number,
    keyTokens: readonly [number, number],
    value: readonly [number, number],
    unit: TextRange,
    joint: 'list' | 'statement',
    pair: (key: string, value: string) => string,
    maybe = false,
  ): void {
    const { source } = this
    const key = this.keys.get(source.word(name))
    // The compiler refuses a property that there is not.
    if (key === undefined) return
    const written = source.slice(...value)
    const literal = this.valueOf(key, written)
    const head = source.slice(...keyTokens).slice(0, -source.word(name).length)
    draft.add({
      key,
      keyRange: source.range(...keyTokens),
      value: literal?.value.trim() ?? null,
      sharedValue: literal?.shared,
      valueRange: source.range(...value),
      unit,
      form: this.form(literal, head, joint, pair),
      maybe,
    })
  }

  private valueOf(key: string, written: string): Literal | null {
    const member = /^[\w.]+$/.test(written) ? enumValue(key, written) : null
    return member === null ? evaluate(written, this.language) : { kind: 'text', value: member }
  }

  private form(
    literal: Literal | null,
    head: string,
    joint: 'list' | 'statement',
    pair: (key: string, value: string) => string,
  ): Form {
    return {
      joint,
      pair,
      key: (key) => (this.keys.has(propertyName(key)) ? head + propertyName(key) : null),
      value(key, text) {
        const member = enumMember(key, text)
        if (member !== null || isEnumeration(key)) return member
        const bare = /^-?\d{1,15}$|^true$|^false$/.test(text)
        return bare && literal?.kind !== 'text' ? text : quoted(text)
      },
    }
  }

  /** `config.SessionTimeoutMs = 6000;` */
  private assignment(equals: number): void {
    const { source } = this
    const name = equals - 1
    if (!source.isName(name) || source.word(name - 1) !== '.') return
    const start = source.pathStart(name)
    const found = start === name ? null : source.find(this.nameOf(start, name - 2), start)
    const end = source.expressionEnd(equals + 1)
    if (found === null || end <= equals) return
    const semicolon = source.word(end + 1) === ';' ? 1 : 0
    const unit = source.range(start, end + semicolon)
    const tail = semicolon === 1 ? ';' : ''
    const pair = (k: string, v: string): string => `${k} = ${v}${tail}`
    this.property(found.value, name, [start, name], [equals + 1, end], unit, 'statement', pair, found.maybe)
  }

  private call(open: number): void {
    const { source } = this
    let name = open - 1
    if (source.word(name) === '>') {
      while (name > open - 64 && name > 0 && source.word(name) !== '<') name--
      name--
    }
    if (!source.isName(name) || source.partnerOf(open) < 0) return
    const word = source.word(name)
    const elements = source.elements(open)
    const start = source.pathStart(name)
    if (word === 'Set' && start < name && elements.length === 2) {
      const found = source.find(this.nameOf(start, name - 2), start)
      const [key, value] = elements
      if (found === null || key === undefined || value === undefined) return
      const close = source.partnerOf(open)
      const semicolon = source.word(close + 1) === ';' ? 1 : 0
      const head = source.slice(start, name)
      const tail = semicolon === 1 ? ';' : ''
      const pair = (k: string, v: string): string => `${head}(${k}, ${v})${tail}`
      this.text(
        found.value,
        key,
        value,
        source.range(start, close + semicolon),
        'statement',
        pair,
        found.maybe,
      )
      return
    }
    const role = Object.hasOwn(builders, word) ? builders[word] : undefined
    for (const [from, to] of elements) {
      const found = /^[\w.]+$/.test(source.slice(from, to)) ? source.find(this.nameOf(from, to), from) : null
      if (found === null) continue
      if (role === undefined) {
        // Another function may change what it gets.
        found.value.open ||= !/^(?:Write|WriteLine|Log\w*|nameof|if|while|switch)$/.test(word)
        continue
      }
      found.value.certain = true
      found.value.constructed = true
      if (found.value.calls.size === 0) found.value.calls.add(role)
    }
  }
}
