import type { Constants } from './constants'

/** A value as code writes it, where it is one: literals, sums and products of them, and names that the caller knows. */
export interface Literal {
  readonly kind: 'number' | 'text' | 'boolean'
  /** As Kafka gets it. */
  readonly value: string
  /** Whether a constant of the file is part of it, which others may use too. */
  readonly shared?: boolean
}

/** What a language brings along. */
export interface Language {
  /** A whole string literal, undone; null where something is filled into it. */
  string(literal: string): string | null
  /** What a dotted name stands for; with `argument`, what a call of it with that one argument does. */
  name(path: string, argument: Literal | null): Literal | null
  /** Signs that open a string: what stands before them up to a blank or operator is its prefix. */
  readonly booleans: Readonly<Record<string, string>>
  /** Of the file that the expression stands in. */
  readonly constants?: Constants
}

/** Longer than any value of a setting; a certificate in a string is not. */
const MAX_LENGTH = 32_768
const MAX_DEPTH = 32

const token =
  /\s*(?:((?:0[xX][0-9a-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)(?:[a-zA-Z][a-zA-Z0-9]*)?)|([A-Za-z_$][\w$]*(?:\s*(?:\.|::|\?\.|!!\.)\s*[A-Za-z_$][\w$]*)*)|([()*+\-,]))/y
const cast =
  /\s*\(\s*(?:int|long|short|double|Integer|Long|Short|Double|Object|byte|float|time\.Duration)\s*\)/y

/** Null where the text is no literal: what a program computes is not known here. */
export function evaluate(text: string, language: Language): Literal | null {
  if (text.length > MAX_LENGTH) return null
  const reader = new Expression(text, language)
  const found = reader.sum(0)
  if (found === null || !reader.atEnd()) return null
  return reader.shared ? { ...found, shared: true } : found
}

/** A list of texts is one text with commas; null where it is empty or holds anything else. */
export function listOf(elements: readonly (Literal | null)[]): Literal | null {
  const texts = elements.flatMap((element) => (element?.kind === 'text' ? [element.value] : []))
  if (texts.length === 0 || texts.length !== elements.length) return null
  const shared = elements.some((element) => element?.shared === true)
  return { kind: 'text', value: texts.join(','), ...(shared ? { shared } : {}) }
}

function number(value: number): Literal | null {
  return Number.isFinite(value) ? { kind: 'number', value: String(value) } : null
}

class Expression {
  /** Whether a constant of the file was needed. */
  shared = false
  private at = 0
  private readonly text: string
  private readonly language: Language

  constructor(text: string, language: Language) {
    this.text = text
    this.language = language
  }

  atEnd(): boolean {
    return this.text.slice(this.at).trim() === ''
  }

  sum(depth: number): Literal | null {
    if (depth > MAX_DEPTH) return null
    let left = this.product(depth)
    for (;;) {
      const sign = this.sign('+', '-')
      if (sign === null || left === null) return left
      const right = this.product(depth)
      left = right === null ? null : added(left, right, sign)
    }
  }

  private product(depth: number): Literal | null {
    let left = this.factor(depth)
    while (left !== null && this.sign('*') !== null) {
      const right = this.factor(depth)
      if (right?.kind !== 'number' || left.kind !== 'number') return null
      left = number(Number(left.value) * Number(right.value))
    }
    return left
  }

  private factor(depth: number): Literal | null {
    if (depth > MAX_DEPTH) return null
    cast.lastIndex = this.at
    if (cast.test(this.text)) this.at = cast.lastIndex
    const string = this.string()
    if (string !== undefined) return string
    token.lastIndex = this.at
    const match = token.exec(this.text)
    if (match === null) return null
    this.at = token.lastIndex
    const [, digits, name, sign] = match
    if (digits !== undefined) return numberOf(digits)
    if (name !== undefined) return this.named(name.replace(/\s|!!|\?/g, '').replaceAll('::', '.'), depth)
    if (sign === '-' || sign === '+') {
      const inner = this.factor(depth + 1)
      if (inner?.kind !== 'number') return null
      return sign === '+' ? inner : { kind: 'number', value: negated(inner.value) }
    }
    if (sign !== '(') return null
    const inner = this.sum(depth + 1)
    return this.sign(')') === null ? null : inner
  }

  private named(path: string, depth: number): Literal | null {
    const boolean = this.language.booleans[path]
    if (boolean !== undefined) return { kind: 'boolean', value: boolean }
    if (this.sign('(') === null) return this.language.name(path, null) ?? this.constant(path)
    if (this.sign(')') !== null) return this.language.name(`${path}()`, null)
    const argument = this.sum(depth + 1)
    if (argument === null || this.sign(')') === null) return null
    // `Duration.ofSeconds(3).toMillis()`
    const rest = /\s*\.\s*[A-Za-z_]\w*(?:\s*\(\s*\))?/y
    rest.lastIndex = this.at
    const tail = rest.exec(this.text)?.[0].replace(/[\s()]/g, '') ?? ''
    if (tail !== '') this.at = rest.lastIndex
    return this.language.name(path + tail, argument)
  }

  private constant(path: string): Literal | null {
    const { language } = this
    const found = language.constants?.valueOf(path, (text) => evaluate(text, language)) ?? null
    this.shared ||= found !== null
    return found
  }

  /** Undefined where no string stands here. */
  private string(): Literal | null | undefined {
    const opening = /\s*([A-Za-z@$]{0,3}(?:"""|'''|["'`]|#*"))/y
    opening.lastIndex = this.at
    const match = opening.exec(this.text)
    if (match === null) return undefined
    const start = opening.lastIndex - (match[1] ?? '').length
    const end = stringEnd(this.text, start)
    if (end === null) return null
    this.at = end
    const value = this.language.string(this.text.slice(start, end))
    return value === null ? null : { kind: 'text', value }
  }

  private sign(...signs: readonly string[]): string | null {
    let at = this.at
    while (at < this.text.length && /\s/.test(this.text.charAt(at))) at++
    const found = signs.find((sign) => this.text[at] === sign)
    if (found === undefined) return null
    this.at = at + 1
    return found
  }
}

function added(left: Literal, right: Literal, sign: string): Literal | null {
  if (left.kind === 'number' && right.kind === 'number')
    return number(Number(left.value) + (sign === '+' ? 1 : -1) * Number(right.value))
  return sign === '+' && (left.kind === 'text' || right.kind === 'text')
    ? { kind: 'text', value: left.value + right.value }
    : null
}

function negated(value: string): string {
  return value.startsWith('-') ? value.slice(1) : value === '0' ? '0' : `-${value}`
}

function numberOf(written: string): Literal | null {
  const bare = written.replaceAll('_', '')
  if (/^0[xX]/.test(bare)) return number(Number(bare.replace(/[lLuU]+$/, '')))
  const match = /^([\d.]+(?:[eE][+-]?\d+)?)(?:[lLfFdDmMuUn]|[iu](?:8|16|32|64|size)|UL|ul)?$/.exec(bare)
  const digits = match?.[1]
  if (digits === undefined) return null
  // Whole numbers keep every digit.
  return /^\d+$/.test(digits)
    ? { kind: 'number', value: digits.replace(/^0+(?=\d)/, '') }
    : number(Number(digits))
}

/** Behind the string literal that starts at `start`; null where it does not end. */
export function stringEnd(text: string, start: number): number | null {
  const opening = /[A-Za-z@$]{0,3}(#*)("""|'''|["'`])/y
  opening.lastIndex = start
  const match = opening.exec(text)
  if (match === null) return null
  const [whole, hashes = '', quote = ''] = match
  const prefix = whole.slice(0, whole.length - quote.length - hashes.length)
  const raw = /[rR@]/.test(prefix) || quote === '`'
  const close = quote + hashes
  for (let at = opening.lastIndex; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\' && (!raw || /[rR]/.test(prefix)) && hashes === '') at++
    else if (quote.length === 1 && quote !== '`' && sign === '\n' && !raw) return null
    else if (text.startsWith(close, at)) {
      if (prefix.includes('@') && text[at + 1] === '"') at++
      else return at + close.length
    }
  }
  return null
}
