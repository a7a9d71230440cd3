import type { Role } from '../document'
import { parseConstraint, type Constraint } from './constraints'
import { correctedConstraints, type ConstraintSince } from './corrections'
import { kafkaRows, validForms, versions } from './table.generated'
import { parseKafkaVersion, type KafkaVersion } from './versions'

export type ValueType =
  'BOOLEAN' | 'INT' | 'SHORT' | 'LONG' | 'DOUBLE' | 'STRING' | 'LIST' | 'CLASS' | 'PASSWORD'
export type Importance = 'HIGH' | 'MEDIUM' | 'LOW'

/** A default: its text, or why there is no text. */
export type DefaultValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'required' }
  | { readonly kind: 'jvm' }

/** What Kafka's `ConfigDef` of one role says of one key. */
export interface KeyFacts {
  readonly key: string
  readonly type: ValueType
  readonly importance: Importance
  /** First release with it; the oldest release of the catalogue means that release or earlier. */
  readonly since: KafkaVersion
  /** First release without it. */
  readonly removedIn: KafkaVersion | null
  /** Ascending by release. */
  readonly defaults: readonly { readonly since: KafkaVersion; readonly value: DefaultValue }[]
  /** Ascending by release; prose is left out. */
  readonly constraints: readonly ConstraintSince[]
}

/** Which rows of the table describe a block's keys, first match wins. */
const lettersByRole: Readonly<Record<Role, string>> = {
  consumer: 'c',
  producer: 'p',
  admin: 'a',
  client: 'cpa',
  streams: 'scpa',
  connect: 'w',
  connector: 'oi',
  broker: 'b',
  topic: 't',
  other: '',
}

const typeNames: Readonly<Record<string, ValueType>> = {
  B: 'BOOLEAN',
  I: 'INT',
  H: 'SHORT',
  L: 'LONG',
  D: 'DOUBLE',
  S: 'STRING',
  T: 'LIST',
  C: 'CLASS',
  P: 'PASSWORD',
}
const importanceNames: Readonly<Record<string, Importance>> = { H: 'HIGH', M: 'MEDIUM', L: 'LOW' }

/** The settings of Apache Kafka's consumer, producer, admin client, Streams, Connect, connectors, topics and brokers. */
export class KafkaCatalogue {
  /** Key to its rows of the table, unparsed: most keys are never asked for. */
  private readonly rows = new Map<string, string[]>()
  private readonly parsed = new Map<Role, Map<string, KeyFacts | null>>()
  private readonly releases: readonly KafkaVersion[] = versions
    .split(' ')
    .map((version) => parseKafkaVersion(version) ?? 0)

  constructor() {
    for (const row of kafkaRows.split('\n')) {
      const key = row.slice(0, row.indexOf('|'))
      const rows = this.rows.get(key)
      if (rows === undefined) this.rows.set(key, [row])
      else rows.push(row)
    }
  }

  /** Whether any role in any release has the key. */
  has(key: string): boolean {
    return this.rows.has(key)
  }

  /** All keys of all roles and releases. */
  keys(): Iterable<string> {
    return this.rows.keys()
  }

  /** Keys of a role in any release. */
  keysOf(role: Role): string[] {
    return [...this.rows.keys()].filter((key) => this.facts(role, key) !== null)
  }

  /** Facts of a key in a block of that role, null where the role does not have it. */
  facts(role: Role, key: string): KeyFacts | null {
    let cache = this.parsed.get(role)
    if (cache === undefined) this.parsed.set(role, (cache = new Map<string, KeyFacts | null>()))
    let facts = cache.get(key)
    if (facts === undefined) {
      const rows = this.rows.get(key)
      // What is unknown is not remembered: the names people make up have no end.
      if (rows === undefined) return null
      cache.set(key, (facts = this.parse(role, rows)))
    }
    return facts
  }

  private parse(role: Role, rows: readonly string[]): KeyFacts | null {
    for (const letter of lettersByRole[role]) {
      for (const row of rows) {
        const cells = row.split('|')
        if (cells[2]?.includes(letter) === true) return this.factsOf(letter, cells)
      }
    }
    return null
  }

  private factsOf(letter: string, cells: readonly string[]): KeyFacts {
    const [key = '', kind = '', , since = '', removed = '', defaults = '', valid = ''] = cells
    return {
      key,
      type: typeNames[kind[0] ?? ''] ?? 'STRING',
      importance: importanceNames[kind[1] ?? ''] ?? 'LOW',
      since: this.release(since),
      removedIn: removed === '' ? null : this.release(removed),
      defaults: defaults
        .split('~')
        .map((text) => ({ since: this.release(text[0] ?? ''), value: defaultValue(text.slice(1)) })),
      constraints: correctedConstraints(letter, key) ?? this.constraints(valid),
    }
  }

  private constraints(cell: string): ConstraintSince[] {
    const found: ConstraintSince[] = []
    for (const text of cell === '' ? [] : cell.split('~')) {
      const constraint = parseConstraint(validForms[parseInt(text.slice(1), 36)] ?? '')
      if (constraint !== null) found.push({ since: this.release(text[0] ?? ''), constraint })
    }
    return found
  }

  private release(digit: string): KafkaVersion {
    return this.releases[parseInt(digit, 36)] ?? 0
  }
}

function defaultValue(cell: string): DefaultValue {
  if (cell === '!') return { kind: 'null' }
  if (cell === '?') return { kind: 'required' }
  if (cell === '*') return { kind: 'jvm' }
  return { kind: 'value', text: cell }
}

/** Whether a release has the key. */
export function existsIn(facts: KeyFacts, version: KafkaVersion, oldest: KafkaVersion = 2000): boolean {
  if (facts.removedIn !== null && version >= facts.removedIn) return false
  return facts.since <= Math.max(version, oldest)
}

/** The default in a release, as text; null where it has none that is known. */
export function defaultIn(facts: KeyFacts, version: KafkaVersion): string | null {
  let found = facts.defaults[0]
  for (const entry of facts.defaults) if (entry.since <= version) found = entry
  return found?.value.kind === 'value' ? found.value.text : null
}

/**
 * What the key may hold in a release. Ranges hold from the release that documents them; a list that no older release
 * documents is the earliest known one.
 */
export function constraintIn(facts: KeyFacts, version: KafkaVersion): Constraint | null {
  let found: Constraint | null = null
  for (const entry of facts.constraints) if (entry.since <= version) found = entry.constraint
  if (found !== null) return found
  const earliest = facts.constraints[0]?.constraint
  return earliest?.kind === 'oneOf' ? earliest : null
}
