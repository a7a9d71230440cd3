import type { SyntaxNode } from '@lezer/common'
import type { Role, TextRange } from '../../../document'
import { evaluate, type Language, type Literal } from '../expression'
import { stringValue, type StringRules } from '../strings'
import { elementsOf, soleNode } from '../tree'

const strings: StringRules = {
  interpolation: (_prefix, quote) => (quote === '`' ? /\$\{/ : null),
  raw: () => false,
}

export const nodeLanguage: Language = {
  booleans: { true: 'true', false: 'false' },
  string: (literal) => stringValue(literal, strings),
  name: (path, argument) => {
    if (argument !== null) return /^(?:Number|String|parseInt)$/.test(path) ? argument : null
    return path === 'Number.MAX_SAFE_INTEGER'
      ? { kind: 'number', value: String(Number.MAX_SAFE_INTEGER) }
      : null
  },
}

/** A property of an object, or an assignment to one. */
export interface Property {
  readonly name: string
  readonly keyRange: TextRange
  /** Null where the name is no string. */
  readonly quote: string | null
  readonly value: SyntaxNode | null
  readonly valueRange: TextRange
  readonly unit: TextRange
  /** What the property is assigned to; null inside an object's braces. */
  readonly assignedTo: string | null
  readonly statementEnd: string
  readonly maybe: boolean
}

/** What an object is taken for where it is used. */
export interface Use {
  readonly kind: 'kafkajs' | 'rdkafka' | 'confluent'
  readonly role: Role
  readonly constructed: boolean
}

/** An object literal, and what is assigned to it later. */
export interface ObjectInfo {
  readonly properties: Property[]
  readonly uses: Use[]
  /** Something is spread into it, or it is handed on to code that is not in view. */
  open: boolean
}

/** Without `as T`, `satisfies T` and parentheses around it. */
export function bareExpression(node: SyntaxNode | null): SyntaxNode | null {
  let at = node
  for (let depth = 0; at !== null && depth < 8; depth++) {
    const first = at.firstChild
    if (at.name === 'ParenthesizedExpression') at = first?.nextSibling ?? null
    else if (at.name === 'BinaryExpression' && /^(?:as|satisfies)$/.test(first?.nextSibling?.name ?? ''))
      at = first
    else break
  }
  return at
}

/** What a literal amounts to; a list of strings is one with commas. */
export function valueOf(node: SyntaxNode | null, text: string): Literal | null {
  const bare = bareExpression(node)
  if (bare === null) return null
  if (bare.name !== 'ArrayExpression') return evaluate(text.slice(bare.from, bare.to), nodeLanguage)
  const elements = elementsOf(bare).map((element) =>
    evaluate(text.slice(element.start, element.end), nodeLanguage),
  )
  const whole = elements.flatMap((element) => (element?.kind === 'text' ? [element.value] : []))
  return whole.length === elements.length && whole.length > 0
    ? { kind: 'text', value: whole.join(',') }
    : null
}

/** The properties between the braces. */
export function objectInfo(node: SyntaxNode, text: string): ObjectInfo {
  const info: ObjectInfo = { properties: [], uses: [], open: false }
  for (const piece of elementsOf(node)) {
    const property = soleNode(piece)
    const first = property?.firstChild ?? null
    if (property === null || first === null) continue
    const colon = first.nextSibling
    const value = colon?.name === ':' ? property.lastChild : null
    if (first.name === 'Spread' || first.name === '[') {
      info.open = true
      continue
    }
    const quoted = first.name === 'String'
    const name = quoted
      ? stringValue(text.slice(first.from, first.to), strings)
      : text.slice(first.from, first.to)
    if (name === null) continue
    const end = value?.to ?? first.to
    info.properties.push({
      name,
      keyRange: { start: first.from, end: first.to },
      quote: quoted ? text.charAt(first.from) : null,
      value,
      valueRange: { start: value?.from ?? first.to, end },
      unit: { start: property.from, end: property.to },
      assignedTo: null,
      statementEnd: '',
      maybe: false,
    })
  }
  return info
}
