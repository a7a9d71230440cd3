import { kafkajs } from '../../../catalogue/dialects/kafkajs'
import { ownNameOf } from '../../../catalogue/dialects/dialects'
import type { Dialect, TextRange } from '../../../document'
import { Draft, type Form } from '../draft'
import type { Literal } from '../expression'
import { quoted } from '../strings'
import { literalOf, type NodeText, type ObjectInfo, type Property, type Use } from './objects'

/** Booleans of kafkajs that stand for words of Kafka's: [false, true]. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  'isolation.level': ['read_committed', 'read_uncommitted'],
  'auto.offset.reset': ['latest', 'earliest'],
}

function kafkaValue(key: string, literal: Literal | null): string | null {
  if (literal === null) return null
  const pair = words[key]
  if (literal.kind === 'boolean' && pair !== undefined) return pair[literal.value === 'true' ? 1 : 0]
  return key === 'acks' && literal.value === '-1' ? 'all' : literal.value.trim()
}

function formOf(dialect: Dialect, property: Property, literal: Literal | null): Form {
  const { assignedTo: object, quote } = property
  const mark = quote ?? "'"
  return {
    joint: object === null ? 'list' : 'statement',
    key(key) {
      const name = ownNameOf(dialect, key) ?? (key.includes('.') ? null : key)
      return name === null || /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name, mark)
    },
    isTruth: (key) => dialect === 'kafkajs' && Object.hasOwn(words, key),
    value(key, text) {
      const pair = dialect === 'kafkajs' ? words[key] : undefined
      if (pair !== undefined) return pair.includes(text) ? String(text === pair[1]) : null
      if (dialect === 'kafkajs' && key === 'acks' && text === 'all') return '-1'
      if (literal?.kind === 'text') return quoted(text, mark)
      return /^-?\d{1,15}$|^true$|^false$/.test(text) ? text : quoted(text, mark)
    },
    pair(key, value) {
      if (object === null) return `${key}: ${value}`
      const place = /^['"]/.test(key) ? `[${key}]` : `.${key}`
      return `${object}${place} = ${value}${property.statementEnd}`
    },
  }
}

/** The settings of an object as one of its uses takes them. */
export function draftsOf(
  info: ObjectInfo,
  use: Use,
  file: NodeText,
  nested: (property: Property) => ObjectInfo | null,
): Draft[] {
  const inner = info.properties.find(({ name }) => name === 'kafkaJS')
  const block = inner === undefined || use.kind !== 'confluent' ? null : nested(inner)
  const dialect: Dialect = use.kind === 'kafkajs' ? 'kafkajs' : 'librdkafka'
  const draft = new Draft(file.text, dialect, info.open || block !== null)
  const drafts = [draft]
  begin(draft, use)
  for (const property of info.properties) {
    if (property === inner) continue
    if (dialect === 'kafkajs') addOwn(draft, property, file, nested)
    else add(draft, property, property.name, file)
  }
  if (block !== null) {
    const own = new Draft(file.text, 'kafkajs', block.open || draft.entries.length > 0)
    begin(own, use)
    for (const property of block.properties) addOwn(own, property, file, nested)
    if (own.entries.length > 0) drafts.push(own)
  }
  if (dialect === 'kafkajs' || block !== null)
    addSecurity(drafts.at(-1) ?? draft, block ?? info, file, nested)
  return drafts
}

function begin(draft: Draft, use: Use): void {
  draft.certain = true
  draft.calls.add(use.role)
  draft.constructed = use.constructed
}

function add(draft: Draft, property: Property, key: string, file: NodeText): void {
  const { keyRange, valueRange, unit, maybe } = property
  const literal = literalOf(property.value, file)
  const sharedKey = property.sharedKey ?? (property.short === true && literal !== null)
  const form = formOf(draft.dialect, property, literal)
  const value = kafkaValue(key, literal)
  const sharedValue = literal?.shared
  draft.add({ key, keyRange, sharedKey, value, sharedValue, valueRange, unit, form, maybe })
}

function addOwn(
  draft: Draft,
  property: Property,
  file: NodeText,
  nested: (property: Property) => ObjectInfo | null,
): void {
  const { name } = property
  if (Object.hasOwn(kafkajs.names, name)) add(draft, property, kafkajs.names[name] ?? name, file)
  else if (!kafkajs.ownOnly.includes(name) && name !== 'ssl' && name !== 'sasl')
    add(draft, property, name, file)
  else if (name === 'sasl')
    for (const part of nested(property)?.properties ?? []) {
      if (part.name === 'mechanism') addAs(draft, part, 'sasl.mechanism', upper(literalOf(part.value, file)))
      else if (part.name === 'username' || part.name === 'password')
        addAs(draft, part, `sasl.${part.name}`, literalOf(part.value, file))
    }
  else if (name === 'ssl')
    for (const part of nested(property)?.properties ?? [])
      if (part.name === 'rejectUnauthorized')
        addAs(draft, part, 'enable.ssl.certificate.verification', literalOf(part.value, file))
}

/** kafkajs writes mechanisms in small letters. */
function upper(literal: Literal | null): Literal | null {
  return literal === null ? null : { ...literal, value: literal.value.toUpperCase() }
}

/** A setting of Kafka's that kafkajs writes another way: fixes can change its place, not write it. */
function addAs(draft: Draft, property: Property, key: string, literal: Literal | null): void {
  const { keyRange, valueRange, unit, maybe } = property
  const value = literal?.value ?? null
  const form: Form = {
    joint: 'list',
    key: () => null,
    value: (_key, text) => (/^(?:true|false|-?\d{1,15})$/.test(text) ? text : quoted(text, "'")),
    pair: (name, text) => `${name}: ${text}`,
  }
  draft.add({ key, keyRange, value, sharedValue: literal?.shared, valueRange, unit, form, maybe })
}

/** An object or `true` switches it on; null where that cannot be told. */
function isOn(literal: Literal | null, object: ObjectInfo | null): boolean | null {
  if (object !== null) return true
  return literal?.kind === 'boolean' ? literal.value === 'true' : null
}

/** kafkajs has no `security.protocol`: whether there is `ssl` and `sasl` says it. */
function addSecurity(
  draft: Draft,
  info: ObjectInfo,
  file: NodeText,
  nested: (property: Property) => ObjectInfo | null,
): void {
  const sasl = info.properties.find(({ name }) => name === 'sasl')
  const ssl = info.properties.find(({ name }) => name === 'ssl')
  const told = ssl ?? sasl
  if (told === undefined) return
  const place: TextRange = told.keyRange
  const literal = ssl === undefined ? null : literalOf(ssl.value, file)
  const known = ssl === undefined ? (info.open ? null : false) : isOn(literal, nested(ssl))
  const layer = sasl === undefined ? ['PLAINTEXT', 'SSL'] : ['SASL_PLAINTEXT', 'SASL_SSL']
  const value = known === null ? null : (layer[known ? 1 : 0] ?? null)
  const form: Form = { joint: 'list', key: () => null, value: () => null, pair: (key, of) => `${key}: ${of}` }
  draft.add({
    key: 'security.protocol',
    keyRange: place,
    value,
    valueRange: told.valueRange,
    unit: told.unit,
    form,
  })
}
