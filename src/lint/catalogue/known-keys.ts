import type { Dialect, Role } from '../document'
import { KafkaCatalogue } from './catalogue'
import { CandidateIndex } from './candidates'
import { tableOf } from './dialects/dialects'
import { isExtensionKey, legacyClientKeys } from './families'
import { LibrdkafkaCatalogue } from './librdkafka'
import { Names } from './names'

/** Mistakes that no edit distance finds: another word of the same meaning. */
const aliases: ReadonlyMap<string, string> = new Map([['max.poll.timeout.ms', 'max.poll.interval.ms']])

/** All names that any Kafka client, worker or broker knows, and what a wrong one was probably meant to be. */
export class KnownKeys {
  readonly kafka: KafkaCatalogue
  readonly librdkafka: LibrdkafkaCatalogue
  readonly names = new Names()
  private readonly indexes = new Map<Dialect, CandidateIndex>()

  constructor(kafka = new KafkaCatalogue(), librdkafka = new LibrdkafkaCatalogue()) {
    this.kafka = kafka
    this.librdkafka = librdkafka
  }

  /** Whether a key of the catalogue, an old client's, librdkafka's, or of a family that cannot be listed. */
  isKnown(key: string): boolean {
    return this.kafka.has(key) || this.librdkafka.has(key) || isExtensionKey(key)
  }

  /** Whether the key by itself tells that a file whose name gives a role is about Kafka. */
  isTelling(key: string): boolean {
    if (key === 'name' || key === 'port') return false
    return this.kafka.has(key) || legacyClientKeys.has(key)
  }

  /**
   * Known names that the unknown `key` was probably meant to be: an alias, the same dotted words in another order, or
   * the nearest ones at most two edits away. Names of the block's own role go first and, where there are any, alone.
   */
  meantBy(key: string, role: Role, dialect: Dialect): readonly string[] {
    const alias = aliases.get(key)
    if (alias !== undefined) return [alias]
    const candidates = this.indexOf(dialect).meantBy(key)
    if (candidates.length === 0) return candidates
    const own = candidates.filter((candidate) => this.belongs(candidate, role, dialect))
    // A connector's own settings are nobody's to guess: only the framework's names are proposed there.
    return own.length > 0 || role === 'connector' ? own : candidates
  }

  private indexOf(dialect: Dialect): CandidateIndex {
    let index = this.indexes.get(dialect)
    if (index === undefined) {
      this.indexes.set(dialect, (index = new CandidateIndex(this.namesOf(dialect))))
    }
    return index
  }

  /** A client with names of its own is offered these alone. */
  private namesOf(dialect: Dialect): Set<string> {
    const table = tableOf(dialect)
    if (table !== null) return new Set([...Object.keys(table.names), ...table.ownOnly])
    return new Set([...this.kafka.keys(), ...(dialect === 'librdkafka' ? this.librdkafka.keys() : [])])
  }

  private belongs(key: string, role: Role, dialect: Dialect): boolean {
    if (tableOf(dialect) !== null) return true
    return dialect === 'librdkafka' ? this.librdkafka.has(key) : this.kafka.facts(role, key) !== null
  }
}
