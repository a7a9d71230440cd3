import type { Text } from '../model/text'
import { say } from './texts'

/** The largest 64-bit number, and so the largest offset. */
export const MAX_OFFSET = 2n ** 63n - 1n

/** An offset as typed; digits may be grouped as they are shown (`4,310`, `4 310`, `4_310`). A text says what is wrong. */
export function parseOffset(input: string): bigint | Text {
  const trimmed = input.trim()
  if (trimmed === '') return say('offsets.input.offset.empty')
  const digits = /^-?\d{1,3}([,_\u0020\u00a0\u202f]\d{3})+$/.test(trimmed)
    ? trimmed.replace(/[^-\d]/g, '')
    : trimmed
  if (!/^-?\d+$/.test(digits)) return say('offsets.input.offset.notNumber', trimmed)
  const offset = BigInt(digits)
  if (digits.startsWith('-')) return say('offsets.input.offset.negative')
  return offset > MAX_OFFSET ? say('offsets.input.offset.tooLarge', trimmed) : offset
}

/** By how much to shift, as typed: `-100`, `+1,000`, `1000`. A text says what is wrong. */
export function parseShift(input: string): bigint | Text {
  const trimmed = input.trim()
  if (trimmed === '') return say('offsets.input.shift.empty')
  const match = /^([-+\u2212]?)\s*(\d{1,3}(?:[,_\u0020\u00a0\u202f]\d{3})+|\d+)$/.exec(trimmed)
  if (match === null) return say('offsets.input.shift.notNumber', trimmed)
  const size = BigInt((match[2] ?? '').replace(/\D/g, ''))
  if (size === 0n) return say('offsets.input.shift.zero')
  if (size > MAX_OFFSET) return say('offsets.input.shift.tooLarge', trimmed)
  return match[1] === '-' || match[1] === '\u2212' ? -size : size
}
