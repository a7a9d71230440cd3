import type { Comment, TextRange } from '../../../document'
import { commentAt } from '../tree'

/** What two languages differ in where strings and comments are told from code. */
export interface Lexis {
  /** Block comments inside block comments. */
  readonly nestedComments: boolean
  /** What opens an expression in a string with that prefix; null = nothing does. */
  interpolation(prefix: string, quote: string): '${' | '{' | null
  /** Whether backslashes are plain signs in a string. */
  raw(prefix: string, quote: string): boolean
}

export interface Token extends TextRange {
  readonly kind: 'name' | 'number' | 'string' | 'sign'
  readonly text: string
  readonly line: number
}

export interface Tokens {
  readonly tokens: readonly Token[]
  readonly comments: readonly Comment[]
  /** Partner of a bracket, -1 for none. */
  readonly partner: Int32Array
  /** The innermost brace that a token stands in, -1 for none. */
  readonly brace: Int32Array
}

const name = /[\p{L}_][\p{L}\p{N}_]*|`[^`\r\n]+`/uy
const number = /(?:0[xX][\da-fA-F_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)[A-Za-z]*/y
const opening = /([@$A-Za-z]{0,4})("""|")/y
const character = /'(?:\\.[^'\r\n]{0,8}|[^'\\\r\n])'/y
const signs = /->|=>|==|!=|<=|>=|::|\+=|\+\+|\?\.|!!|&&|\|\||[\s\S]/y
const MAX_NESTING = 16

/** Splits a text into tokens and pairs its brackets. Never throws; what does not end, ends with the text. */
export function tokenize(text: string, lexis: Lexis): Tokens {
  const tokens: Token[] = []
  const comments: Comment[] = []
  let line = 0
  let at = 0
  const match = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at
    return form.exec(text)
  }
  const push = (kind: Token['kind'], end: number): void => {
    const token = { kind, start: at, end, text: text.slice(at, end), line }
    tokens.push(token)
    for (let place = at; place < end; place++) if (text.charCodeAt(place) === 10) line++
    at = end
  }
  while (at < text.length) {
    const sign = text.charAt(at)
    if (sign === '\n') line++
    if (/\s|\ufeff/.test(sign)) {
      at++
      continue
    }
    if (sign === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = text[at + 1] === '/' ? lineEnd(text, at) : commentEnd(text, at, lexis.nestedComments)
      comments.push(commentAt(text, at, end))
      for (; at < end; at++) if (text.charCodeAt(at) === 10) line++
      continue
    }
    const string = match(opening)
    if (string !== null) push('string', stringEnd(text, at, lexis, 0))
    else if (sign === "'" && match(character) !== null) push('string', character.lastIndex)
    else if (match(name) !== null) push('name', name.lastIndex)
    else if (match(number) !== null) push('number', number.lastIndex)
    else if (match(signs) !== null) push('sign', signs.lastIndex)
    else at++
  }
  return { tokens, comments, ...pair(tokens) }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end
}

function commentEnd(text: string, at: number, nested: boolean): number {
  let depth = 0
  const marks = /\/\*|\*\//g
  marks.lastIndex = at
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    if (found[0] === '/*') depth = nested ? depth + 1 : 1
    else depth--
    if (depth === 0) return marks.lastIndex
  }
  return text.length
}

/** Behind the string that starts at `at`; what is filled into it may hold strings again. */
function stringEnd(text: string, at: number, lexis: Lexis, depth: number): number {
  opening.lastIndex = at
  const [, prefix = '', quote = '"'] = opening.exec(text) ?? []
  const filled = lexis.interpolation(prefix, quote)
  const raw = lexis.raw(prefix, quote)
  let place = at + prefix.length + quote.length
  while (place < text.length) {
    const sign = text[place]
    if (text.startsWith(quote, place)) {
      if (prefix.includes('@') && text[place + 1] === '"') place += 2
      else if (quote === '"""' && text[place + 3] === '"') place++
      else return place + quote.length
    } else if (sign === '\\' && !raw) place += 2
    else if (sign === '\n' && quote === '"' && !prefix.includes('@')) return place
    else if (filled === '{' && text.startsWith('{{', place)) place += 2
    else if (filled !== null && text.startsWith(filled, place))
      place = filledEnd(text, place + filled.length, lexis, depth + 1)
    else place++
  }
  return text.length
}

/** Behind the brace that ends what is filled in. */
function filledEnd(text: string, from: number, lexis: Lexis, depth: number): number {
  let open = 1
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '{') open++
    else if (sign === '}' && --open === 0) return at + 1
    else if (sign === '"') {
      if (depth > MAX_NESTING) return text.length
      at = stringEnd(text, at, lexis, depth) - 1
    } else if (sign === '\n' && depth > MAX_NESTING) return at
  }
  return text.length
}

const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

function pair(tokens: readonly Token[]): { partner: Int32Array; brace: Int32Array } {
  const partner = new Int32Array(tokens.length).fill(-1)
  const brace = new Int32Array(tokens.length).fill(-1)
  const open: number[] = []
  const braces: number[] = []
  tokens.forEach(({ kind, text }, at) => {
    brace[at] = braces.at(-1) ?? -1
    if (kind !== 'sign') return
    if (text === '(' || text === '[' || text === '{') {
      open.push(at)
      if (text === '{') braces.push(at)
      return
    }
    const wanted = partners[text]
    if (wanted === undefined) return
    // A bracket that is missing ends with the one around it.
    let from = open.length - 1
    while (from >= 0 && tokens[open[from] ?? 0]?.text !== wanted && open.length - from < 64) from--
    const start = open[from]
    if (start === undefined || tokens[start]?.text !== wanted) return
    open.length = from
    while (braces.length > 0 && (braces.at(-1) ?? 0) >= start) braces.pop()
    partner[start] = at
    partner[at] = start
    if (text === '}') brace[at] = start
  })
  return { partner, brace }
}
