import { shownName } from '../../catalogue/dialects/dialects'
import { kafkaNameOf } from '../../catalogue/librdkafka-names'
import type { KnownKeys } from '../../catalogue/known-keys'
import type { Block, Dialect, Entry, Role, RoleSource, Syntax, TextEdit, TextRange } from '../../document'
import { deletionOf, insertionAfter, type Joint } from './units'

/** How the code around a setting writes one. Null = this client has no such setting, or no such value. */
export interface Form {
  key(key: string): string | null
  value(key: string, value: string): string | null
  /** Whether it writes a truth value where Kafka has a word. */
  isTruth?(key: string): boolean
  /** The whole setting, of a key and a value as `key` and `value` wrote them. */
  pair(key: string, value: string): string
  readonly joint: Joint
}

export interface CodeEntry extends Entry {
  readonly dialect: Dialect
  readonly form: Form
  /** Whether its key or its value is a constant of the file, which no fix changes: others may use it too. */
  readonly sharedKey?: boolean
  readonly sharedValue?: boolean
  /** The setting without blanks, commas and line ends around it. */
  readonly unit: TextRange
}

/** What a reader found of one setting. */
export interface Setting {
  /** Kafka's name, or librdkafka's. */
  readonly key: string
  readonly keyRange: TextRange
  /** In Kafka's units; null = no literal. */
  readonly value: string | null
  readonly valueRange: TextRange
  readonly unit: TextRange
  readonly form: Form
  readonly sharedKey?: boolean | undefined
  readonly sharedValue?: boolean | undefined
  readonly maybe?: boolean
}

/** What is made with settings. */
export interface Client {
  readonly role: Role
  /** Whether it gets all its settings there. */
  readonly plain: boolean
  /** What it is given where nothing is written. */
  readonly defaults?: ReadonlyMap<string, string>
}

/** The settings of one object, map or builder, as they are found. */
export class Draft {
  readonly dialect: Dialect
  readonly entries: CodeEntry[] = []
  /** By the client made with it. */
  readonly calls = new Set<Role>()
  /** By what names its settings, where the keys do not tell. */
  readonly hints = new Set<Role>()
  /** Whether it is Kafka's beyond doubt. */
  certain = false
  /** Whether settings may come from elsewhere. */
  open: boolean
  /** Whether it is a map that nothing is added to: unless it names the brokers, others may be laid over it. */
  fixed = false
  /** Whether a client that wants all its settings in it is made here. */
  constructed = false
  private defaults: ReadonlyMap<string, string> | null = null
  private readonly text: string

  constructor(text: string, dialect: Dialect, open = false) {
    this.text = text
    this.dialect = dialect
    this.open = open
  }

  /** A client is made with it. */
  handTo({ role, plain, defaults }: Client): void {
    this.calls.add(role)
    this.certain = true
    this.constructed ||= plain
    this.defaults = defaults ?? this.defaults
  }

  /** What a block of it says of its client's own defaults; nothing where settings may come from elsewhere. */
  defaultsOf(role: Role, open: boolean): Pick<Block, 'defaults'> {
    return this.defaults === null || open || role !== 'consumer' ? {} : { defaults: this.defaults }
  }

  /** The settings of another draft come into this one. */
  take(other: Draft, maybe: boolean): void {
    for (const entry of other.entries.splice(0))
      this.add({ ...entry, key: entry.written ?? entry.key, maybe: maybe || entry.maybe === true })
    this.certain ||= other.certain
    this.open ||= other.open
  }

  add(setting: Setting): void {
    const { keyRange, value, valueRange, unit, form, sharedKey, sharedValue, maybe = false } = setting
    const { text, dialect } = this
    const key = dialect === 'librdkafka' ? kafkaNameOf(setting.key) : setting.key
    this.entries.push({
      key,
      ...(key === setting.key ? {} : { written: setting.key }),
      keyRange,
      value,
      valueRange,
      unit,
      form,
      dialect,
      get range() {
        return deletionOf(text, unit, form.joint)
      },
      ...(sharedKey === true ? { sharedKey } : {}),
      ...(sharedValue === true ? { sharedValue } : {}),
      ...(maybe ? { maybe } : {}),
    })
  }
}

const groupRoles: readonly Role[] = ['consumer', 'client', 'streams']

function roleOf(draft: Draft, known: KnownKeys): { role: Role; roleFrom: RoleSource } {
  const [called] = draft.calls
  if (called !== undefined) return { role: draft.calls.size > 1 ? 'client' : called, roleFrom: 'call' }
  const has = (role: Role, key: string): boolean => known.kafka.facts(role, key) !== null
  const keys = draft.entries.map(({ key }) => key)
  const own = (role: Role, other: Role): boolean => keys.some((key) => has(role, key) && !has(other, key))
  const found = new Set<Role>()
  if (keys.includes('application.id')) found.add('streams')
  if (own('consumer', 'producer')) found.add('consumer')
  if (own('producer', 'consumer')) found.add('producer')
  if (found.has('streams')) return { role: 'streams', roleFrom: 'keys' }
  const [role] = found.size > 0 ? found : draft.hints
  const several = found.size > 1 || (found.size === 0 && draft.hints.size > 1)
  return { role: role === undefined || several ? 'client' : role, roleFrom: 'keys' }
}

/** What Streams hands to its clients: prefix, role, and where a key that is not there is looked up. */
const streamsPrefixes: readonly (readonly [prefix: string, role: Role, parent: string])[] = [
  ['main.consumer.', 'consumer', 'consumer.'],
  ['restore.consumer.', 'consumer', 'consumer.'],
  ['global.consumer.', 'consumer', 'consumer.'],
  ['consumer.', 'consumer', ''],
  ['producer.', 'producer', ''],
  ['admin.', 'admin', ''],
  ['topic.', 'topic', ''],
]

/** A map that goes to no client in view and names no brokers holds some settings among others. */
function isPart({ fixed, calls, entries }: Draft): boolean {
  return fixed && calls.size === 0 && !entries.some(({ key }) => key === 'bootstrap.servers')
}

/** The block of a draft; with Streams, one more for each kind of client that has settings of its own. */
export function blocksOf(draft: Draft, known: KnownKeys): Block[] {
  if (draft.entries.length === 0) return []
  const { role, roleFrom } = roleOf(draft, known)
  const open = draft.open || isPart(draft)
  const make = (prefix: string, of: Role, entries: readonly CodeEntry[], parent: Block | null): Block => ({
    role: of,
    roleFrom: prefix === '' ? roleFrom : 'prefix',
    dialect: draft.dialect,
    prefix,
    profile: null,
    entries,
    parent,
    joinsGroup: groupRoles.includes(of),
    complete: prefix === '' && draft.constructed && !open,
    ...(open ? { open: true } : {}),
    ...draft.defaultsOf(of, open),
  })
  if (role !== 'streams') return [make('', role, draft.entries, null)]
  const parts = new Map<string, CodeEntry[]>()
  for (const entry of draft.entries) {
    const prefix = streamsPrefixes.find(([candidate]) => entry.key.startsWith(candidate))?.[0] ?? ''
    const inside = prefix === '' ? entry : under(entry, prefix)
    parts.set(prefix, [...(parts.get(prefix) ?? []), inside])
  }
  const blocks = new Map<string, Block>([['', make('', role, parts.get('') ?? [], null)]])
  for (const [prefix, of, parent] of [...streamsPrefixes].reverse()) {
    const entries = parts.get(prefix)
    if (entries !== undefined)
      blocks.set(prefix, make(prefix, of, entries, blocks.get(parent) ?? blocks.get('') ?? null))
  }
  // Only the innermost settings describe the consumer that joins the group.
  const joining = ['main.consumer.', 'consumer.', ''].find((prefix) => blocks.has(prefix)) ?? ''
  return [...blocks].map(([prefix, block]) => ({ ...block, joinsGroup: prefix === joining }))
}

function under(entry: CodeEntry, prefix: string): CodeEntry {
  const { form } = entry
  const inside: Form = {
    joint: form.joint,
    key: (key) => form.key(prefix + key),
    value: (key, text) => form.value(prefix + key, text),
    pair: (key, text) => form.pair(key, text),
  }
  return { ...entry, key: entry.key.slice(prefix.length), form: inside }
}

/** An edit that changes nothing is none. */
function nothing({ start }: TextRange): TextEdit {
  return { start, end: start, text: '' }
}

/** Fixes are written the way the setting beside them is. */
export function codeSyntax(text: string): Syntax {
  const formOf = (entry: Entry | undefined): Form | null =>
    entry === undefined ? null : ((entry as Partial<CodeEntry>).form ?? null)
  return {
    key(block, key) {
      return formOf(block.entries[0])?.key(key) ?? key
    },
    shownKey: (entry) => shownName((entry as CodeEntry).dialect, entry.key),
    shownValue(entry, value) {
      const form = formOf(entry)
      return form?.isTruth?.(entry.key) === true ? (form.value(entry.key, value) ?? value) : value
    },
    value(value, entry) {
      return formOf(entry)?.value(entry?.key ?? '', value) ?? value
    },
    setValue(entry, value) {
      const { valueRange, sharedValue = false } = entry as CodeEntry
      const form = formOf(entry)
      const written = form === null ? value : form.value(entry.key, value)
      const fixed = sharedValue || valueRange.start === valueRange.end
      return fixed || written === null ? nothing(valueRange) : { ...valueRange, text: written }
    },
    rename(block, entry, key) {
      const { keyRange, sharedKey = false } = entry as CodeEntry
      return sharedKey ? null : { ...keyRange, text: formOf(block.entries[0])?.key(key) ?? key }
    },
    insertAfter(_block, entry, key, value) {
      const { form, unit } = entry as CodeEntry
      const writtenKey = form.key(key)
      const writtenValue = form.value(key, value)
      if (writtenKey === null || writtenValue === null) return { start: unit.end, end: unit.end, text: '' }
      return insertionAfter(text, unit, form.joint, form.pair(writtenKey, writtenValue))
    },
  }
}
