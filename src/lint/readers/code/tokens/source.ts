import type { TextRange } from '../../../document'
import { tokenize, type Lexis, type Token, type Tokens } from './tokenize'

/** What a pair of braces encloses, by what stands before it. */
export type BraceKind = 'function' | 'branch' | 'plain'

const branchWords = new Set([
  'if',
  'else',
  'for',
  'foreach',
  'while',
  'when',
  'switch',
  'catch',
  'match',
  'case',
  'do',
])
const functionWords = new Set([
  'fun',
  'def',
  'class',
  'object',
  'interface',
  'trait',
  'constructor',
  'struct',
  'record',
  'namespace',
  'void',
])

/** Code that is nested deeper was made by a machine. */
const MAX_DEPTH = 128

interface Held<T> {
  readonly name: string
  readonly brace: number
  readonly at: number
  readonly value: T
}

/** A text in tokens, with the variables that are found in it. */
export class Source<T> {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly comments: Tokens['comments']
  private readonly partners: Int32Array
  private readonly braces: Int32Array
  private readonly held = new Map<string, Held<T>[]>()
  private readonly kinds = new Map<number, BraceKind>()

  constructor(text: string, lexis: Lexis) {
    this.text = text
    const { tokens, comments, partner, brace } = tokenize(text, lexis)
    this.tokens = tokens
    this.comments = comments
    this.partners = partner
    this.braces = brace
  }

  /** The text of a token, empty outside the file. */
  word(at: number): string {
    return this.tokens[at]?.text ?? ''
  }

  isName(at: number): boolean {
    return this.tokens[at]?.kind === 'name'
  }

  partnerOf(at: number): number {
    return this.partners[at] ?? -1
  }

  braceAround(at: number): number {
    return this.braces[at] ?? -1
  }

  /** The text from one token to another, both included. */
  range(from: number, to: number): TextRange {
    return { start: this.tokens[from]?.start ?? 0, end: this.tokens[to]?.end ?? 0 }
  }

  slice(from: number, to: number): string {
    const { start, end } = this.range(from, to)
    return this.text.slice(start, end)
  }

  /** First token of the dotted name that ends at `at`. */
  pathStart(at: number): number {
    let start = at
    while (/^\??\.$/.test(this.word(start - 1)) && this.isName(start - 2)) start -= 2
    return start
  }

  /** Last token of the dotted name that starts at `at`. */
  pathEnd(at: number): number {
    let end = at
    while (/^\??\.$/.test(this.word(end + 1)) && this.isName(end + 2)) end += 2
    return end
  }

  /** The elements between two brackets: first and last token of each. */
  elements(open: number): [from: number, to: number][] {
    const close = this.partnerOf(open)
    const found: [number, number][] = []
    if (close < 0) return found
    let from = open + 1
    for (let at = open + 1; at <= close; at++) {
      const partner = this.partnerOf(at)
      if (at < close && partner > at) at = partner
      if (at !== close && this.word(at) !== ',') continue
      if (at > from) found.push([from, at - 1])
      from = at + 1
    }
    return found
  }

  /** Behind `<…>` or `[…]` that starts at `at`, or `at` itself. */
  behindTypes(at: number): number {
    if (this.word(at) === '[') return this.partnerOf(at) < 0 ? at : this.partnerOf(at) + 1
    if (this.word(at) !== '<') return at
    let depth = 0
    for (let place = at; place < at + 64; place++) {
      const word = this.word(place)
      if (word === '<') depth++
      else if (word === '>' && --depth === 0) return place + 1
      else if (/^[;{}]$/.test(word)) break
    }
    return at
  }

  /** Last token of the expression that starts at `at` and ends with its line or statement. */
  expressionEnd(at: number): number {
    let end = at - 1
    for (let place = at; place < this.tokens.length; place++) {
      const word = this.word(place)
      const token = this.tokens[place]
      if (token === undefined || /^[;,)\]}]$/.test(word)) break
      const previous = this.tokens[end]
      const goesOn = /^(?:[-+*.]|\?\.)$/.test(word) || /^[-+*=.]$/.test(previous?.text ?? '')
      if (place > at && previous !== undefined && token.line > this.endLine(end) && !goesOn) break
      const partner = this.partnerOf(place)
      if (partner > place) place = partner
      end = place
    }
    return end
  }

  /** Line that a token ends on. */
  private endLine(at: number): number {
    const token = this.tokens[at]
    return token === undefined
      ? 0
      : token.line + (token.kind === 'string' ? token.text.split('\n').length - 1 : 0)
  }

  private kindOf(brace: number): BraceKind {
    let kind = this.kinds.get(brace)
    if (kind === undefined) this.kinds.set(brace, (kind = this.classify(brace)))
    return kind
  }

  private classify(brace: number): BraceKind {
    let line = this.tokens[brace]?.line ?? 0
    for (let at = brace - 1; at >= 0 && at > brace - 256; at--) {
      const token = this.tokens[at]
      if (token === undefined) break
      // In C# the brace stands on a line of its own.
      if (token.line !== line && !(at === brace - 1 && token.line === line - 1)) break
      line = token.line
      if (/^[;{}]$/.test(token.text)) break
      if (token.text === ')' || token.text === ']') {
        const open = this.partnerOf(at)
        if (open < 0) break
        line = this.tokens[open]?.line ?? line
        at = open
      } else if (branchWords.has(token.text) || token.text === '->' || token.text === '=>') return 'branch'
      else if (functionWords.has(token.text)) return 'function'
      else if (
        token.kind === 'name' &&
        this.word(at + 1) === '(' &&
        this.isName(at - 1) &&
        !/^(?:new|return|await|val|var)$/.test(this.word(at - 1))
      )
        return 'function'
    }
    return 'plain'
  }

  /** From here on a variable holds this. */
  declare(name: string, at: number, value: T): void {
    this.hold(name, { name, brace: this.braceAround(at), at, value })
  }

  /** A variable has held this since the function around `at` began. */
  assume(name: string, at: number, value: T): void {
    let brace = this.braceAround(at)
    for (let depth = 0; brace >= 0 && this.kindOf(brace) !== 'function' && depth < MAX_DEPTH; depth++)
      brace = this.braceAround(brace)
    this.hold(name, { name, brace, at: brace, value })
  }

  private hold(name: string, held: Held<T>): void {
    const known = this.held.get(name)
    if (known === undefined) this.held.set(name, [held])
    else known.push(held)
  }

  find(name: string, at: number): { value: T; maybe: boolean } | null {
    const held = this.held
      .get(name)
      ?.findLast(({ brace, at: since }) => since <= at && (brace < 0 || at < this.endOf(brace)) && brace < at)
    return held === undefined ? null : { value: held.value, maybe: this.isMaybe(at, held.brace) }
  }

  private endOf(brace: number): number {
    const end = this.partnerOf(brace)
    return end < 0 ? this.tokens.length : end
  }

  /** Whether what starts at `at` runs only on some of the paths through the braces. */
  isMaybe(at: number, within: number): boolean {
    if (this.isBranchBefore(at)) return true
    let brace = this.braceAround(at)
    for (let depth = 0; brace >= 0 && brace !== within; depth++) {
      if (depth > MAX_DEPTH || this.kindOf(brace) !== 'plain') return true
      brace = this.braceAround(brace)
    }
    return false
  }

  /** `if (x) statement` without braces. */
  private isBranchBefore(at: number): boolean {
    const before = this.word(at - 1)
    if (/^(?:else|->|=>|do|then)$/.test(before)) return true
    const open = before === ')' ? this.partnerOf(at - 1) : -1
    return open > 0 && branchWords.has(this.word(open - 1))
  }
}
