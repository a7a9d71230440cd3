import { existsIn } from '../catalogue/catalogue'
import { shownName, tableOf } from '../catalogue/dialects/dialects'
import type { KnownKeys } from '../catalogue/known-keys'
import type { KafkaVersion } from '../catalogue/versions'
import type { Block, TextEdit } from '../document'
import { describeKey, versionOf, type DescribeFacts, type KeyDescription } from '../describe/describe'
import { keyEdit, valueEdit } from '../writing'
import { deprecationOf } from '../rules/schema/deprecated-key'
import { probeAt, type Probed, type Read } from './probe'
import { springKeys } from './spring-keys'
import { valuesOf } from './values'

/** Something that may be written where a person types. */
export interface Completion {
  readonly kind: 'key' | 'value'
  /** The key as its client calls it, or the value. */
  readonly label: string
  /** Of the text as it is, over what is written already. */
  readonly edit: TextEdit
  /** What is told of the key; null for values. */
  readonly about: Omit<KeyDescription, 'range'> | null
  /** The first one goes first in the list: defaults before other values. */
  readonly rank: number
}

/** What may be written at an offset: keys of the block that are not set yet, or values of a key. */
export function completeAt(
  text: string,
  at: number,
  languageId: string | null,
  read: Read,
  known: KnownKeys,
  given: DescribeFacts,
): Completion[] {
  const probed = probeAt(text, at, languageId, read)
  if (probed === null) return []
  if (probed.part === 'value') return valuesAt(probed, known, given)
  return probed.block.role === 'other' ? springAt(probed, known, given) : keysAt(probed, known, given)
}

function valuesAt(probed: Probed, known: KnownKeys, given: DescribeFacts): Completion[] {
  const { block, entry, document, toText } = probed
  return valuesOf(block, entry.key, known, versionOf(block, given)).map((value, rank): Completion => {
    const edit = withoutQuotes(toText(valueEdit(document, entry, value)), probed)
    return { kind: 'value', label: value, edit, about: null, rank }
  })
}

function keysAt(probed: Probed, known: KnownKeys, given: DescribeFacts): Completion[] {
  const { block, entry, document, separator, toText } = probed
  const written = new Set(block.entries.filter((other) => other !== entry).map(({ key }) => key))
  // A form of code writes keys as the entry that is given first.
  const own: Block = { ...block, entries: [entry, ...block.entries.filter((other) => other !== entry)] }
  const found: Completion[] = []
  for (const key of keysOf(block, known, versionOf(block, given))) {
    const edit = written.has(key) ? null : keyEdit(document, own, entry, key)
    if (edit === null) continue
    const placed = withoutQuotes(toText(edit), probed)
    found.push({
      kind: 'key',
      label: shownName(block.dialect, key),
      edit: { ...placed, text: placed.text + separator },
      about: describeKey(block, key, known, given),
      rank: 0,
    })
  }
  return found
}

/** Names of the block's role that the release has and does not advise against. */
function keysOf(block: Block, known: KnownKeys, version: KafkaVersion): string[] {
  const table = tableOf(block.dialect)
  if (table !== null) return [...new Set(Object.values(table.names))]
  if (block.dialect === 'librdkafka') return [...known.librdkafka.keys()]
  return known.kafka.keysOf(block.role).filter((key) => {
    const facts = known.kafka.facts(block.role, key)
    const deprecation = deprecationOf(block.role, key)
    if (facts === null || (deprecation !== null && deprecation.since <= version)) return false
    return existsIn(facts, version)
  })
}

/** Where Spring Boot's own name of a setting is begun and is none yet. */
function springAt(probed: Probed, known: KnownKeys, given: DescribeFacts): Completion[] {
  const { entry, document, separator, toText } = probed
  const written = document.text.slice(entry.keyRange.start, entry.keyRange.end)
  return springKeys(document, entry.key, written, known).map(({ block, name, key, start }) => {
    const edit = toText({ start: entry.keyRange.start + start, end: entry.keyRange.end, text: name })
    return {
      kind: 'key',
      label: name,
      edit: { ...edit, text: edit.text + separator },
      about: key === null ? null : describeKey(block, key, known, given),
      rank: 0,
    }
  })
}

/** Where what is written stands in quotes and what is to be written has them too, they stay as they are. */
function withoutQuotes(edit: TextEdit, { document, entry, part, toText }: Probed): TextEdit {
  const { start, end } = part === 'key' ? entry.keyRange : entry.valueRange
  const quote = document.text.charAt(start)
  if (!/['"`]/.test(quote) || !edit.text.startsWith(quote) || !edit.text.endsWith(quote)) return edit
  const closed = document.text.charAt(end - 1) === quote && end - start > 1
  if (!closed || edit.text.length < 2) return edit
  return toText({ start: start + 1, end: end - 1, text: edit.text.slice(1, -1) })
}
