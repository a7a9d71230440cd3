import { ownNameOf } from '../../../catalogue/dialects/dialects'
import type { Dialect } from '../../../document'
import type { Form } from '../draft'
import type { Literal } from '../expression'
import { quoted } from '../strings'
import type { Joint } from '../units'

/** What a truth value of a client stands for, [False, True]; null where the setting is none that Kafka writes as a word. */
function truthsOf(dialect: Dialect, key: string): readonly [string, string] | null {
  const checksName = dialect === 'kafka-python' && key === 'ssl.endpoint.identification.algorithm'
  return checksName ? ['', 'https'] : null
}

/** What Kafka calls a value that a client of Python gets. */
export function pythonValue(dialect: Dialect, key: string, literal: Literal | null): string | null {
  if (literal === null) return null
  const truths = truthsOf(dialect, key)
  if (truths !== null) return literal.kind === 'boolean' ? truths[literal.value === 'true' ? 1 : 0] : null
  return key === 'acks' && literal.value === '-1' ? 'all' : literal.value.trim()
}

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
    isTruth: (key) => truthsOf(dialect, key) !== null,
    value(key, text) {
      const truths = truthsOf(dialect, key)
      if (truths !== null) return truths.includes(text) ? (text === truths[1] ? 'True' : 'False') : null
      if (value?.kind === 'text') return quoted(text, quote ?? "'")
      if (/^-?\d{1,15}$/.test(text)) return text
      if (text === 'true') return 'True'
      return text === 'false' ? 'False' : quoted(text, quote ?? "'")
    },
  }
}
