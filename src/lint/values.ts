import type { ValueType } from './catalogue/catalogue'

/** How Kafka's `ConfigDef.parseType` takes a value that is already trimmed. */
export type Parsed =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Text, lists and classes: any text will do. */
  | { readonly kind: 'text' }
  | { readonly kind: 'overflow' }
  | { readonly kind: 'bad' }

/** Inclusive bounds of Java's whole numbers. */
export const integerBounds = {
  SHORT: { min: -32768n, max: 32767n },
  INT: { min: -2147483648n, max: 2147483647n },
  LONG: { min: -9223372036854775808n, max: 9223372036854775807n },
} as const

/** The same as numbers: of LONG, only what is longer than fifteen digits comes near. */
const numberBounds = {
  SHORT: { min: -32768, max: 32767 },
  INT: { min: -2147483648, max: 2147483647 },
  LONG: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER },
} as const

const MINUS = 45
const ZERO = 48

/** `Integer.parseInt` and `Long.parseLong`: a sign and decimal digits, those of any script. */
const integerForm = /^[+-]?\p{Nd}+$/u
const plainIntegerForm = /^[+-]?\d+$/
/** `Double.parseDouble`, without its hexadecimal form. */
const doubleForm = /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)$/
const hexDoubleForm = /^[+-]?0[xX][0-9a-fA-F.]+[pP][+-]?\d+[fFdD]?$/

export function parseValue(type: ValueType, value: string): Parsed {
  switch (type) {
    case 'BOOLEAN': {
      const word = value.length > 5 ? '' : value.toLowerCase()
      return word === 'true' || word === 'false'
        ? { kind: 'boolean', value: word === 'true' }
        : { kind: 'bad' }
    }
    case 'INT':
    case 'SHORT':
    case 'LONG':
      return parseInteger(type, value)
    case 'DOUBLE':
      if (doubleForm.test(value)) return { kind: 'number', value: Number(value.replace(/[fFdD]$/, '')) }
      return hexDoubleForm.test(value) ? { kind: 'text' } : { kind: 'bad' }
    case 'STRING':
    case 'LIST':
    case 'CLASS':
    case 'PASSWORD':
      return { kind: 'text' }
  }
}

/** A whole number of up to fifteen digits, as nearly all are; null where it takes a closer look. */
function plainNumber(value: string): number | null {
  const { length } = value
  if (length === 0 || length > 15) return null
  const isNegative = value.charCodeAt(0) === MINUS
  if (isNegative && length === 1) return null
  let number = 0
  for (let at = isNegative ? 1 : 0; at < length; at++) {
    const digit = value.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return null
    number = number * 10 + digit
  }
  return isNegative && number !== 0 ? -number : number
}

function parseInteger(type: keyof typeof integerBounds, value: string): Parsed {
  const plain = plainNumber(value)
  if (plain !== null)
    return plain < numberBounds[type].min || plain > numberBounds[type].max
      ? { kind: 'overflow' }
      : { kind: 'number', value: plain }
  // Digits of other scripts are numbers to Java; what they amount to is left to it.
  if (!plainIntegerForm.test(value)) return integerForm.test(value) ? { kind: 'text' } : { kind: 'bad' }
  const number = Number(value)
  return isOutside(type, value, number) ? { kind: 'overflow' } : { kind: 'number', value: number }
}

function isOutside(type: keyof typeof integerBounds, value: string, number: number): boolean {
  // Up to fifteen digits a double is exact; beyond, LONG's own bounds need every digit.
  if (value.length < 16) return number < numberBounds[type].min || number > numberBounds[type].max
  const exact = BigInt(value.startsWith('+') ? value.slice(1) : value)
  return exact < integerBounds[type].min || exact > integerBounds[type].max
}

/** A whole number as the Java clients read an INT or LONG; null where they refuse it. */
export function wholeNumber(value: string): number | null {
  const plain = plainNumber(value)
  if (plain !== null) return plain
  const parsed = parseInteger('LONG', value)
  return parsed.kind === 'number' ? parsed.value : null
}
