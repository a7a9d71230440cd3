import type { Form } from '../draft'
import type { Literal } from '../expression'
import { quoted } from '../strings'
import type { Joint } from '../units'
import { constantFor } from './constants'
import type { WrittenKey } from './names'

const MAX_INT = 2147483647

/** How code of the JVM writes settings beside one that is written as `key` and `value` are. */
export function jvmForm(
  written: WrittenKey,
  value: Literal | null,
  asText: boolean,
  joint: Joint,
  pair: (key: string, value: string) => string,
  keyPath: string,
): Form {
  const textual = asText || value?.kind === 'text'
  const { constant } = written
  return {
    joint,
    pair,
    key(key) {
      const name = constant === null ? null : constantFor(constant.className, key)
      if (constant === null || name === null || !/^[\w.]+$/.test(keyPath)) return quoted(key)
      if (constant.bare) return quoted(key)
      return `${keyPath.slice(0, keyPath.lastIndexOf('.'))}.${name}`
    },
    value(_key, text) {
      if (textual) return quoted(text)
      if (/^-?\d{1,15}$/.test(text)) return Math.abs(Number(text)) > MAX_INT ? `${text}L` : text
      return text === 'true' || text === 'false' ? text : quoted(text)
    },
  }
}
