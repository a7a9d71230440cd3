import type { Text } from '../../../model/text'
import { shownName, tableOf } from '../../catalogue/dialects/dialects'
import { formatKafkaVersion } from '../../catalogue/versions'
import type { Entry } from '../../document'
import { javaTrim } from '../../java-text'
import { hasPlaceholder } from '../../placeholder'
import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { wholeNumber } from '../../values'

/** A number as the client will have it. */
export interface NumberSetting {
  readonly key: string
  readonly value: number
  /** Null = the default. */
  readonly entry: Entry | null
}

/** A value that is written and can be told. */
export interface Written {
  readonly key: string
  readonly text: string
  readonly entry: Entry
}

export interface WrittenNumber extends NumberSetting {
  readonly entry: Entry
}

/** The effective number of a key, null where it cannot be told. */
export function numberOf(context: RuleContext, key: string): NumberSetting | null {
  const found = context.effective(key)
  const value = found === null ? null : wholeNumber(found.text)
  return found === null || value === null ? null : { key, value, entry: found.entry }
}

/** The value that is written for a key; null where there is none, or none that can be told. */
export function written(context: RuleContext, key: string): Written | null {
  const found = context.explicit(key) === null ? null : context.effective(key)
  const entry = found?.entry ?? null
  return found === null || entry === null ? null : { key, text: found.text, entry }
}

export function writtenNumber(context: RuleContext, key: string): WrittenNumber | null {
  const found = context.explicit(key) === null ? null : numberOf(context, key)
  const entry = found?.entry ?? null
  return found === null || entry === null ? null : { key, value: found.value, entry }
}

/** Whether a key is set, be it to something that cannot be told; a blank is not set. */
export function isSet(context: RuleContext, key: string): boolean {
  const entry = context.explicit(key)
  return entry !== null && entry.value !== ''
}

/** The effective value in small letters, null where it cannot be told. */
export function wordOf(context: RuleContext, key: string): string | null {
  return context.effective(key)?.text.toLowerCase() ?? null
}

/** The value that is written, in small letters. */
export function writtenWord(context: RuleContext, key: string): string | null {
  return written(context, key)?.text.toLowerCase() ?? null
}

/** Two numbers, at least one of them written. */
export interface Pair {
  readonly first: NumberSetting
  readonly second: NumberSetting
  /** The first one's entry, else the second one's. */
  readonly anchor: Entry
}

export function pairOf(context: RuleContext, firstKey: string, secondKey: string): Pair | null {
  const first = numberOf(context, firstKey)
  const second = numberOf(context, secondKey)
  const anchor = first?.entry ?? second?.entry ?? null
  return first === null || second === null || anchor === null ? null : { first, second, anchor }
}

/** `session.timeout.ms 10,000`, and where a default decides, that it does. */
export function shown(context: RuleContext, { key, value, entry }: NumberSetting): Text {
  const { dialect } = context.block
  if (entry !== null) return text('lint.setting', entry.written ?? shownName(dialect, key), value)
  const client = tableOf(dialect)
  if (client !== null) return text('lint.setting.clientDefault', shownName(dialect, key), value, client.label)
  return dialect === 'librdkafka'
    ? text('lint.setting.nativeDefault', shownName(dialect, key), value)
    : text('lint.setting.default', key, value, formatKafkaVersion(context.version))
}

/** The elements of a list as `ConfigDef` splits it, without empty ones. */
export function elementsOf(value: string): string[] {
  if (value.includes(','))
    return value
      .split(',')
      .map(javaTrim)
      .filter((element) => element !== '')
  const element = javaTrim(value)
  return element === '' ? [] : [element]
}

/** Whether an entry has a value that is text as it stands. */
export function isLiteral(entry: Entry): entry is Entry & { readonly value: string } {
  return entry.value !== null && !hasPlaceholder(entry.value)
}
