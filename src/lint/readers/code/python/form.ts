import { ownNameOf } from '../../../catalogue/dialects/dialects'
import type { Dialect } from '../../../document'
import type { Form } from '../draft'
import type { Literal } from '../expression'
import { quoted } from '../strings'
import type { Joint } from '../units'

/** How Python writes settings: as pairs of a dict, as assignments to its elements, or as arguments with a name. */
export function pythonForm(
  dialect: Dialect,
  joint: Joint,
  value: Literal | null,
  quote: string | null,
  pair: (key: string, value: string) => string,
): Form {
  return {
    joint,
    pair,
    key(key) {
      const name = ownNameOf(dialect, key) ?? (key.includes('.') ? null : key)
      return name === null || quote === null ? name : quoted(name, quote)
    },
    value(_key, text) {
      if (value?.kind === 'text') return quoted(text, quote ?? "'")
      if (/^-?\d{1,15}$/.test(text)) return text
      if (text === 'true') return 'True'
      return text === 'false' ? 'False' : quoted(text, quote ?? "'")
    },
  }
}
