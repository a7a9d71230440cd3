import type { SyntaxNode } from '@lezer/common'
import type { Role, TextRange } from '../../../document'
import type { Constants } from '../constants'
import { evaluate, listOf, type Language, type Literal } from '../expression'
import { stringValue, type StringRules } from '../strings'
import { elementsOf, soleNode } from '../tree'

const strings: StringRules = {
  interpolation: (_prefix, quote) => (quote === '`' ? /\$\{/ : null),
  raw: () => false,
}

const nodeLanguage: Language = {
  booleans: { true: 'true', false: 'false' },
  string: (literal) => stringValue(literal, strings),
  name: (path, argument) => {
    if (argument !== null) return /^(?:Number|String|parseInt)$/.test(path) ? argument : null
    return path === 'Number.MAX_SAFE_INTEGER'
      ? { kind: 'number', value: String(Number.MAX_SAFE_INTEGER) }
      : null
  },
}

/** A file's text, and what its expressions are read with. */
export interface NodeText {
  readonly text: string
  readonly language: Language
}

export function nodeText(text: string, constants: Constants): NodeText {
  return { text, language: { ...nodeLanguage, constants } }
}

/** A property of an object, or an assignment to one. */
export interface Property {
  readonly name: string
  readonly keyRange: TextRange
  /** Whether the name is a constant of the file (`[KEY]: …`). */
  readonly sharedKey?: boolean
  /** Whether the name is the value's too: `{ groupId }`. */
  readonly short?: boolean
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
export function literalOf(node: SyntaxNode | null, { text, language }: NodeText): Literal | null {
  const bare = bareExpression(node)
  if (bare === null) return null
  if (bare.name !== 'ArrayExpression') return evaluate(text.slice(bare.from, bare.to), language)
  return listOf(elementsOf(bare).map(({ start, end }) => evaluate(text.slice(start, end), language)))
}

/** The properties between the braces. */
export function objectInfo(node: SyntaxNode, { text, language }: NodeText): ObjectInfo {
  const info: ObjectInfo = { properties: [], uses: [], open: false }
  for (const piece of elementsOf(node)) {
    const property = soleNode(piece)
    const first = property?.firstChild ?? null
    if (property === null || first === null) continue
    const colon = first.nextSibling
    const value = colon?.name === ':' ? property.lastChild : null
    if (first.name === '[') {
      const key = colon?.nextSibling?.name === ']' ? colon : null
      const name = key === null ? null : evaluate(text.slice(key.from, key.to), language)
      const last = property.lastChild
      if (key === null || name?.kind !== 'text' || last === null || last.from <= key.to) info.open = true
      else
        info.properties.push({
          ...placed(property, key, last),
          name: name.value,
          sharedKey: name.shared === true,
          quote: key.name === 'String' ? text.charAt(key.from) : "'",
        })
      continue
    }
    if (first.name === 'Spread') {
      info.open = true
      continue
    }
    const quoted = first.name === 'String'
    const name = quoted
      ? stringValue(text.slice(first.from, first.to), strings)
      : text.slice(first.from, first.to)
    if (name === null) continue
    info.properties.push({
      ...placed(property, first, value),
      name,
      quote: quoted ? text.charAt(first.from) : null,
      // `{ groupId }` is what a name of that name holds.
      ...(colon === null && !quoted ? { value: first, short: true } : {}),
    })
  }
  return info
}

function placed(
  property: SyntaxNode,
  key: SyntaxNode,
  value: SyntaxNode | null,
): Omit<Property, 'name' | 'quote'> {
  return {
    keyRange: { start: key.from, end: key.to },
    value,
    valueRange: { start: value?.from ?? key.to, end: value?.to ?? key.to },
    unit: { start: property.from, end: property.to },
    assignedTo: null,
    statementEnd: '',
    maybe: false,
  }
}
