import type { Dialect, Role } from '../document'
import { KafkaCatalogue } from './catalogue'
import { editDistance } from './distance'
import { isExtensionKey, legacyClientKeys } from './families'
import { LibrdkafkaCatalogue } from './librdkafka'

/** Shorter names are too near to each other: `topic` and `topics` are no misspellings. */
const MIN_LENGTH = 8
const MAX_EDITS = 2
/** Names people write are looked up again at every keystroke; the memory of them stays small. */
const REMEMBERED = 4096

/** Mistakes that no edit distance finds: another word of the same meaning. */
const aliases: ReadonlyMap<string, string> = new Map([['max.poll.timeout.ms', 'max.poll.interval.ms']])

interface Candidate {
  readonly key: string
  /** One bit per character that occurs: two words a few edits apart differ in a few bits. */
  readonly mask: number
}

/** All names that any Kafka client, worker or broker knows, and what a wrong one was probably meant to be. */
export class KnownKeys {
  readonly kafka: KafkaCatalogue
  readonly librdkafka: LibrdkafkaCatalogue
  private readonly indexes = new Map<Dialect, CandidateIndex>()
  private readonly remembered = new Map<string, readonly string[]>()

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
    const id = `${dialect}/${role}/${key}`
    const known = this.remembered.get(id)
    if (known !== undefined) return known
    const found = this.search(key, role, dialect)
    if (this.remembered.size >= REMEMBERED) this.remembered.clear()
    this.remembered.set(id, found)
    return found
  }

  private search(key: string, role: Role, dialect: Dialect): string[] {
    const alias = aliases.get(key)
    if (alias !== undefined) return [alias]
    let index = this.indexes.get(dialect)
    if (index === undefined) {
      const own = dialect === 'librdkafka' ? this.librdkafka.keys() : []
      this.indexes.set(dialect, (index = new CandidateIndex(new Set([...this.kafka.keys(), ...own]))))
    }
    const permuted = index.samePieces(key)
    const candidates = permuted.length > 0 ? permuted : index.near(key)
    const own = candidates.filter((candidate) => this.belongs(candidate, role, dialect))
    // A connector's own settings are nobody's to guess: only the framework's names are proposed there.
    return own.length > 0 || role === 'connector' ? own : candidates
  }

  private belongs(key: string, role: Role, dialect: Dialect): boolean {
    return dialect === 'librdkafka' ? this.librdkafka.has(key) : this.kafka.facts(role, key) !== null
  }
}

class CandidateIndex {
  private readonly byLength = new Map<number, Candidate[]>()
  private readonly byPieces = new Map<string, string[]>()

  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      push(this.byLength, key.length, { key, mask: maskOf(key) })
      push(this.byPieces, piecesOf(key), key)
    }
  }

  samePieces(key: string): string[] {
    return key.includes('.') ? (this.byPieces.get(piecesOf(key)) ?? []) : []
  }

  /** The nearest known names; never one that is the end of the written name (`app.group.id` is not `group.id`). */
  near(key: string): string[] {
    if (key.length < MIN_LENGTH) return []
    const mask = maskOf(key)
    let nearest = MAX_EDITS
    let found: string[] = []
    for (let length = key.length - MAX_EDITS; length <= key.length + MAX_EDITS; length++) {
      for (const candidate of this.byLength.get(length) ?? []) {
        if (bits(mask ^ candidate.mask) > 2 * MAX_EDITS) continue
        const distance = editDistance(key, candidate.key, nearest)
        if (distance > nearest || key.endsWith(`.${candidate.key}`)) continue
        if (distance < nearest) found = []
        nearest = distance
        found.push(candidate.key)
      }
    }
    return found
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

function piecesOf(key: string): string {
  return key.split('.').sort().join('.')
}

function maskOf(key: string): number {
  let mask = 0
  for (let at = 0; at < key.length; at++) mask |= 1 << (key.charCodeAt(at) & 31)
  return mask
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
