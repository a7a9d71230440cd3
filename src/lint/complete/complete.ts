import { existsIn, type KeyFacts } from '../catalogue/catalogue'
import { shownName, tableOf } from '../catalogue/dialects/dialects'
import { kafkajs } from '../catalogue/dialects/kafkajs'
import type { KnownKeys } from '../catalogue/known-keys'
import type { KafkaVersion } from '../catalogue/versions'
import type { Block, LintDocument, Role, TextEdit } from '../document'
import { describeKey, versionOf, type DescribeFacts, type KeyDescription } from '../describe/describe'
import { keyEdit, valueEdit } from '../writing'
import { deprecationOf } from '../rules/schema/deprecated-key'
import { probesAt, type Probed, type Read } from './probe'
import { springKeys } from './spring-keys'
import { valuesOf } from './values'
import type { CodeEntry } from '../readers/code/draft'
import type { Probe } from '../readers/reader'

/** Something that may be written where a person types. */
export interface Completion {
  readonly kind: 'key' | 'value'
  /** The key or value as it is written there. */
  readonly label: string
  /** Kafka's own name or word, where another one stands for it there. */
  readonly kafka: string | null
  /** Kafka advises against it since the release that the file is for. */
  readonly deprecated: boolean
  /** Of the text as it is, over what is written already. */
  readonly edit: TextEdit
  /** What is told of the key; null for values. */
  readonly about: Omit<KeyDescription, 'range'> | null
  /** The first one goes first in the list: defaults before other values, what Kafka calls important before the rest. */
  readonly rank: number
}

/**
 * What may be written at an offset: keys of the block that are not set yet, or values of a key.
 * @param own ways in which the file's format wants an unfinished line finished.
 */
export function completeAt(
  text: string,
  at: number,
  languageId: string | null,
  read: Read,
  own: readonly Probe[],
  known: KnownKeys,
  given: DescribeFacts,
): Completion[] {
  for (const probed of probesAt(text, at, languageId, read, own)) {
    const found = offeredAt(probed, known, given)
    if (found.length > 0) return found
  }
  return []
}

function offeredAt(probed: Probed, known: KnownKeys, given: DescribeFacts): Completion[] {
  if (probed.part === 'value') return valuesAt(probed, known, given)
  return probed.block.role === 'other' ? springAt(probed, known, given) : keysAt(probed, known, given)
}

function valuesAt(probed: Probed, known: KnownKeys, given: DescribeFacts): Completion[] {
  const { block, entry, document, toText } = probed
  const values = valuesOf(block, entry.key, known, versionOf(block, given))
  const { form = null } = entry as Partial<CodeEntry>
  // Not every value has a member of an enumeration.
  const writable = values.filter((value) => form === null || form.value(entry.key, value) !== null)
  return writable.map((value, rank): Completion => {
    const edit = withoutQuotes(toText(valueEdit(document, entry, value)), probed)
    const written = unquoted(edit.text).trim()
    // What has to be written around a word, as the sign of a bare key, is no part of it.
    const label = written.endsWith(value) ? value : written
    const kafka = label === value ? null : value
    return { kind: 'value', label, kafka, deprecated: false, edit, about: null, rank }
  })
}

function keysAt(probed: Probed, known: KnownKeys, given: DescribeFacts): Completion[] {
  const { block, entry, document, separator, toText } = probed
  const written = new Set(block.entries.filter((other) => other !== entry).map(({ key }) => key))
  // A form of code writes keys as the entry that is given first.
  const own: Block = { ...block, entries: [entry, ...block.entries.filter((other) => other !== entry)] }
  const version = versionOf(block, given)
  const found: Completion[] = []
  for (const key of keysOf(document, block, known, version)) {
    const edit = written.has(key) ? null : keyEdit(document, own, entry, key)
    if (edit === null) continue
    const whole = toText(edit)
    const placed = withoutQuotes(whole, probed)
    const label = labelOf(shownName(block.dialect, key), placed.text)
    const deprecation = block.dialect === 'java' ? deprecationOf(block.role, key) : null
    const deprecated = deprecation !== null && deprecation.since <= version
    const importance = known.kafka.facts(block.role, key)?.importance
    found.push({
      kind: 'key',
      label,
      kafka: label === key ? null : key,
      deprecated,
      // Behind a quote that is there nothing can be added.
      edit: behindHead(placed, label, placed === whole ? separator : '', probed),
      about: describeKey(block, key, known, given),
      rank: deprecated ? ranks.LOW : ranks[importance ?? 'LOW'],
    })
  }
  return found
}

/** What every client wants goes first. */
const ranks: Readonly<Record<KeyFacts['importance'], number>> = { HIGH: 0, MEDIUM: 1, LOW: 2 }

/** As it is written, where that is no part of the name: a variable's name, a constant, a property. */
function labelOf(name: string, written: string): string {
  const bare = unquoted(written)
  if (bare.includes(name) || name.endsWith(bare)) return name
  return bare.slice(bare.lastIndexOf('.') + 1)
}

/** Names of the block's role that the release has. */
function keysOf(document: LintDocument, block: Block, known: KnownKeys, version: KafkaVersion): string[] {
  const table = tableOf(block.dialect)
  if (table !== null || block.dialect === 'librdkafka') {
    const calls = block.dialect === 'kafkajs' && !document.text.includes('kafkaJS') ? kafkajsCalls : []
    const keys = table === null ? known.librdkafka.keys() : Object.values(table.names)
    return [...new Set(keys)].filter((key) => !calls.includes(key) && isUsed(block, key, known))
  }
  return known.kafka.keysOf(block.role).filter((key) => {
    const facts = known.kafka.facts(block.role, key)
    return facts !== null && existsIn(facts, version)
  })
}

/** What kafkajs takes in calls of its clients, not where they are made. */
const kafkajsCalls: readonly string[] = Object.entries(kafkajs.names)
  .filter(([name]) => /^(?:autoCommit|autoCommitInterval|fromBeginning|acks|compression)$/.test(name))
  .map(([, key]) => key)

/** A consumer has no use for what only a producer of Java's has, and the other way round. */
function isUsed({ role, dialect }: Block, key: string, known: KnownKeys): boolean {
  const has = (of: Role): boolean => known.kafka.facts(of, key) !== null
  // Their one object is for consumers and producers.
  if (dialect === 'sarama' || dialect === 'franz-go') return true
  if (role === 'consumer') return has('consumer') || !has('producer')
  if (role === 'producer') return has('producer') || !has('consumer')
  return role !== 'client' || dialect !== 'kafkajs' || has('admin') || !(has('consumer') || has('producer'))
}

/** Where Spring Boot's own name of a setting is begun and is none yet. */
function springAt(probed: Probed, known: KnownKeys, given: DescribeFacts): Completion[] {
  const { entry, document, separator, toText } = probed
  const written = document.text.slice(entry.keyRange.start, entry.keyRange.end)
  return springKeys(document, entry.key, written, known).flatMap((found): Completion[] => {
    const { block, name, key, start, rank, isGroup } = found
    // A map in YAML has a name once.
    if (isGroup && separator === ': ' && isBegun(document, name)) return []
    const edit = toText({ start: entry.keyRange.start + start, end: entry.keyRange.end, text: name })
    const sign = isGroup ? groupSigns[separator] : separator
    return [
      {
        kind: 'key',
        label: name,
        kafka: key === null || name.endsWith(key) ? null : key,
        deprecated: false,
        edit: { ...edit, text: edit.text + (sign ?? '') },
        about: key === null ? null : describeKey(block, key, known, given),
        rank,
      },
    ]
  })
}

/** What follows the name of a group where a name of a setting has the other sign. */
const groupSigns: Readonly<Record<string, string>> = { '=': '.', ': ': ':' }

function isBegun({ blocks }: LintDocument, group: string): boolean {
  const prefix = `spring.kafka.${group}.`
  return blocks.some(
    (block) => block.prefix === prefix || block.entries.some(({ key }) => key.startsWith(prefix)),
  )
}

/** Without what stands before the label and is written already, as the name of a constant's class. */
function behindHead(
  { start, end, text: written }: TextEdit,
  label: string,
  separator: string,
  { text, at }: Probed,
): TextEdit {
  const head = written.slice(0, -label.length)
  const isWritten = start + head.length <= at && text.startsWith(head, start)
  const from = isWritten && head + label === written ? head.length : 0
  return { start: start + from, end, text: written.slice(from) + separator }
}

function unquoted(text: string): string {
  return text.replace(/^['"`]|['"`]$/g, '')
}

/** Where what is written stands in quotes and what is to be written has them too, they stay as they are. */
function withoutQuotes(edit: TextEdit, { text }: Probed): TextEdit {
  const quote = text.charAt(edit.start)
  const closed = edit.end - edit.start > 1 && text.charAt(edit.end - 1) === quote
  if (!/['"`]/.test(quote) || !closed || edit.text.length < 2) return edit
  if (!edit.text.startsWith(quote) || !edit.text.endsWith(quote)) return edit
  return { start: edit.start + 1, end: edit.end - 1, text: edit.text.slice(1, -1) }
}
