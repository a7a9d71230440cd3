import type { TextRange } from '../../../document'
import { codeReader, type Found } from '../code-reader'
import { Constants } from '../constants'
import { Draft } from '../draft'
import type { Language } from '../expression'
import type { StringRules } from '../strings'
import { valuesOf } from '../tokens/constants'
import { Source } from '../tokens/source'
import type { Lexis } from '../tokens/tokenize'
import type { Joint } from '../units'
import { jvmForm } from './form'
import { Functions } from './functions'
import { clientOf, Imports, jvmKey, jvmLanguage, jvmValue, rolesOfClasses } from './names'

interface Dialect {
  readonly lexis: Lexis
  readonly strings: StringRules
  /** Between key and value of a pair. */
  readonly arrow: 'to' | '->'
  /** Whether a list may end with a comma. */
  readonly joint: Joint
}

const kotlin: Dialect = {
  lexis: { nestedComments: true, interpolation: () => '${', raw: (_prefix, quote) => quote === '"""' },
  strings: { interpolation: () => /\$[A-Za-z_{]/, raw: (_prefix, quote) => quote === '"""' },
  arrow: 'to',
  joint: 'list',
}
const scala: Dialect = {
  lexis: {
    nestedComments: true,
    interpolation: (prefix) => (prefix === '' ? null : '${'),
    raw: (prefix, quote) => quote === '"""' || prefix === 'raw',
  },
  strings: {
    interpolation: (prefix) => (prefix === '' ? null : /\$/),
    raw: (prefix, quote) => quote === '"""' || prefix === 'raw',
  },
  arrow: '->',
  joint: 'strictList',
}

const mapMakers =
  /^(?:mapOf|mutableMapOf|hashMapOf|linkedMapOf|Map|HashMap|LinkedHashMap|TreeMap|Properties)$/
/** Methods that bring in settings that are not in view. */
const opening = /^(?:putAll|load|loadFromXML|compute|merge|remove|clear|plusAssign|addAll)$/
/** Calls that take settings and leave them as they are. */
const harmless =
  /^(?:print|println|info|debug|warn|error|trace|create|if|while|for|when|return|asJava|toMap)$/

export const kotlinReader = codeReader('kotlin', ['kotlin', 'kotlinscript'], (text): Found =>
  new JvmTokens(text, kotlin).read(),
)
export const scalaReader = codeReader('scala', ['scala'], (text): Found => new JvmTokens(text, scala).read())

class JvmTokens {
  private readonly dialect: Dialect
  private readonly source: Source<Draft>
  private readonly imports = new Imports()
  private readonly language: Language
  private readonly drafts: Draft[] = []
  /** Maps and lists by the token that opens them, and what is applied to by the brace that does. */
  private readonly byToken = new Map<number, Draft>()
  private readonly functions: Functions

  constructor(text: string, dialect: Dialect) {
    this.dialect = dialect
    this.source = new Source(text, dialect.lexis)
    this.functions = new Functions(this.source, (from) => this.expression(from))
    const constants = new Constants(text, () => valuesOf(this.source))
    this.language = { ...jvmLanguage(this.imports, dialect.strings), constants }
  }

  read(): Found {
    const { source } = this
    for (let at = 0; at < source.tokens.length; at++) {
      const word = source.word(at)
      if (word === 'import' && source.isName(at)) this.import(at)
      else if ((word === 'val' || word === 'var') && source.isName(at)) this.declaration(at)
      else if (word === 'fun' || word === 'def') this.functions.begin(at)
      else if (word === 'return') this.functions.give(at, this.variable(at + 1))
      else if (word === '[') this.element(at)
      else if (word === '(') this.call(at)
    }
    this.functions.settle((at) => this.variable(at))
    return { drafts: this.drafts, comments: source.comments }
  }

  private make(open = false): Draft {
    const draft = new Draft(this.source.text, 'java', open)
    this.drafts.push(draft)
    return draft
  }

  private import(at: number): void {
    const { source } = this
    const line = source.tokens[at]?.line
    let end = at
    while (source.tokens[end + 1]?.line === line) end++
    const text = source
      .slice(at + 1, end)
      .replace(/;.*$/, '')
      .trim()
    const group = /^([\w.]+)\.\{([^}]*)\}$/.exec(text)
    for (const part of group === null ? [text] : (group[2] ?? '').split(',')) {
      const [path = '', alias] = part.trim().split(/\s+(?:as|=>)\s+/)
      this.imports.add(group === null ? path : `${group[1] ?? ''}.${path}`, alias ?? null)
    }
  }

  /** `val settings = Properties()`, `mapOf(…)`, or something that is not in view. */
  private declaration(at: number): void {
    const { source } = this
    const name = source.word(at + 1)
    let equals = at + 2
    if (source.word(equals) === ':')
      while (equals < at + 40 && source.word(equals) !== '=' && source.tokens[equals] !== undefined) equals++
    if (!source.isName(at + 1) || source.word(equals) !== '=') return
    const draft = this.expression(equals + 1)
    source.declare(name, at, draft ?? this.make(true))
  }

  /** The settings that an expression makes; they are read when its brackets come. */
  private expression(from: number): Draft | null {
    const { source } = this
    let at = source.word(from) === 'new' ? from + 1 : from
    while (source.isName(at) && source.word(at + 1) === '.') at += 2
    const maker = source.word(at)
    if (!mapMakers.test(maker) && maker !== 'buildMap') return null
    let next = source.behindTypes(at + 1)
    const draft = this.make()
    if (source.word(next) === '(') {
      this.byToken.set(next, draft)
      const close = source.partnerOf(next)
      const whole =
        source.elements(next).length === 0 || !/^(?:Properties|HashMap|LinkedHashMap|TreeMap)$/.test(maker)
      if (!whole && source.slice(next, close).includes(this.dialect.arrow) === false) draft.open = true
      next = close + 1
    }
    if (/^[-+]/.test(source.word(next)) && source.tokens[next]?.line === source.tokens[next - 1]?.line)
      draft.open = true
    if (source.word(next) === '.' && /^(?:apply|also)$/.test(source.word(next + 1))) next += 2
    if (source.word(next) === '{') this.byToken.set(next, draft)
    return draft
  }

  /** The settings that the path up to `end` stands for: a variable, or what is applied to. */
  private target(start: number, end: number): { value: Draft; maybe: boolean } | null {
    const { source } = this
    const name = source
      .slice(start, end)
      .replace(/\s|\?|!!/g, '')
      .replace(/^this\.(?=.)/, '')
    if (name === 'this' || name === 'it') return this.applied(start)
    const found = source.find(name, start)
    if (found !== null) return found
    if (!/^[\w.]+$/.test(name)) return null
    source.assume(name, start, this.make(true))
    return source.find(name, start)
  }

  /** `Properties().apply { put(…) }` */
  private applied(at: number): { value: Draft; maybe: boolean } | null {
    const { source } = this
    let brace = source.braceAround(at)
    for (let depth = 0; brace >= 0 && depth < 16; depth++) {
      const draft = this.byToken.get(brace)
      if (draft !== undefined) return { value: draft, maybe: source.isMaybe(at, brace) }
      brace = source.braceAround(brace)
    }
    return null
  }

  /** `settings["session.timeout.ms"] = 6000` */
  private element(open: number): void {
    const { source } = this
    const close = source.partnerOf(open)
    if (close < 0 || source.word(close + 1) !== '=' || !source.isName(open - 1)) return
    const start = source.pathStart(open - 1)
    const end = source.expressionEnd(close + 2)
    const found = end < close + 2 ? null : this.target(start, open - 1)
    if (found === null) return
    const head = source.slice(start, open - 1)
    this.add(found.value, [open + 1, close - 1], [close + 2, end], source.range(start, end), 'statement', {
      pair: (k, v) => `${head}[${k}] = ${v}`,
      maybe: found.maybe,
    })
  }

  private call(open: number): void {
    const { source } = this
    if (source.partnerOf(open) < 0) return
    const known = this.byToken.get(open)
    if (known !== undefined) {
      this.pairs(known, open)
      return
    }
    const name = this.calleeOf(open)
    if (name < 0) return
    const word = source.word(name)
    const elements = source.elements(open)
    if (/^(?:put|setProperty|putIfAbsent|set)$/.test(word) && elements.length === 2)
      this.put(name, open, elements)
    else if (/^(?:mapOf|mutableMapOf|hashMapOf|linkedMapOf|Map)$/.test(word)) this.anonymous(open)
    else if (clientOf(word) !== null || word === 'create') this.client(name, open)
    else this.other(name, word, elements)
  }

  /** The name before the bracket, types between them left out. */
  private calleeOf(open: number): number {
    const { source } = this
    let at = open - 1
    if (source.word(at) === ']') at = source.partnerOf(at) - 1
    else if (source.word(at) === '>')
      for (let depth = 0; at > 0 && at > open - 64; at--) {
        if (source.word(at) === '>') depth++
        else if (source.word(at) === '<' && --depth === 0) {
          at--
          break
        }
      }
    return source.isName(at) ? at : -1
  }

  /** A map that no variable holds: an argument, or the value of a function. */
  private anonymous(open: number): Draft {
    const draft = this.make()
    draft.fixed = true
    const { source } = this
    const close = source.partnerOf(open)
    if (/^\+/.test(source.word(close + 1)) || /^\+/.test(source.word(this.calleeOf(open) - 1)))
      draft.open = true
    this.byToken.set(open, draft)
    this.pairs(draft, open)
    return draft
  }

  /** `mapOf(KEY to value)`, `Map(KEY -> value)` */
  private pairs(draft: Draft, open: number): void {
    const { source } = this
    for (const [from, to] of source.elements(open)) {
      let arrow = from
      while (arrow <= to && source.word(arrow) !== this.dialect.arrow) {
        const partner = source.partnerOf(arrow)
        arrow = partner > arrow ? partner + 1 : arrow + 1
      }
      if (arrow > to || arrow === from || arrow === to) {
        // Something else is put into it: a spread, a list of pairs.
        draft.open = true
        continue
      }
      this.add(draft, [from, arrow - 1], [arrow + 1, to], source.range(from, to), this.dialect.joint, {
        pair: (k, v) => `${k} ${this.dialect.arrow} ${v}`,
      })
    }
  }

  private put(name: number, open: number, elements: readonly [number, number][]): void {
    const { source } = this
    const start = source.pathStart(name)
    const found = start === name ? this.applied(name) : this.target(start, name - 2)
    const [key, value] = elements
    if (found === null || key === undefined || value === undefined) return
    const close = source.partnerOf(open)
    const semicolon = source.word(close + 1) === ';'
    const head = source.slice(start, name).replace(/putIfAbsent$/, 'put')
    this.add(found.value, key, value, source.range(start, semicolon ? close + 1 : close), 'statement', {
      pair: (k, v) => `${head}(${k}, ${v})${semicolon ? ';' : ''}`,
      asText: source.word(name) === 'setProperty',
      maybe: found.maybe || source.word(name) === 'putIfAbsent',
    })
  }

  /** `KafkaConsumer<String, String>(settings)` */
  private client(name: number, open: number): void {
    const { source } = this
    const word = source.word(name) === 'create' ? source.word(name - 2) : source.word(name)
    const client = clientOf(word)
    if (client === null) return
    for (const [from, to] of source.elements(open)) {
      const asked = /^(?:this\.)?(\w+)\(\)$/.exec(source.slice(from, to))?.[1]
      if (asked === undefined) this.argument(from, to)?.handTo(client)
      else this.functions.ask(asked, client)
    }
  }

  private argument(from: number, to: number): Draft | null {
    const { source } = this
    const path = source.slice(from, to).replace(/\.(?:asJava|toMap\(\)|toProperties\(\))$/, '')
    if (/^[\w.]+$/.test(path)) return source.find(path.replace(/^this\./, ''), from)?.value ?? null
    return this.expression(from)
  }

  /** The settings that a name stands for. */
  private variable(at: number): Draft | null {
    return this.source.isName(at) ? (this.source.find(this.source.word(at), at)?.value ?? null) : null
  }

  /** Settings that another function gets may be changed by it. */
  private other(name: number, word: string, elements: readonly [number, number][]): void {
    const { source } = this
    const start = source.pathStart(name)
    if (opening.test(word) && start < name) {
      const own = source.find(source.slice(start, name - 2), start)
      if (own !== null) own.value.open = true
    }
    if (harmless.test(word)) return
    for (const [from, to] of elements) {
      const path = source.slice(from, to)
      const found = from === to || /^[\w.]+$/.test(path) ? source.find(path, from) : null
      if (found !== null) found.value.open = true
    }
  }

  private add(
    draft: Draft,
    key: readonly [from: number, to: number],
    value: readonly [from: number, to: number],
    unit: TextRange,
    joint: Joint,
    how: { pair: (key: string, value: string) => string; asText?: boolean; maybe?: boolean },
  ): void {
    const { source } = this
    const keyText = source.slice(...key)
    const written = jvmKey(keyText, this.language, this.imports)
    if (written === null) return
    const literal = jvmValue(source.slice(...value), this.language, this.imports)
    if (written.constant !== null || written.key === 'bootstrap.servers') draft.certain = true
    const hint = rolesOfClasses[written.constant?.className ?? '']
    if (hint !== undefined) draft.hints.add(hint)
    draft.add({
      key: written.key,
      sharedKey: written.shared,
      keyRange: source.range(...key),
      value: literal?.value.trim() ?? null,
      sharedValue: literal?.shared,
      valueRange: source.range(...value),
      unit,
      form: jvmForm(written, literal, how.asText === true, joint, how.pair, keyText),
      maybe: how.maybe === true,
    })
  }
}
