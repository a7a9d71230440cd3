import { defaultIn, existsIn } from './catalogue/catalogue'
import { ownDefault, tableOf } from './catalogue/dialects/dialects'
import type { KnownKeys } from './catalogue/known-keys'
import type { KafkaVersion } from './catalogue/versions'
import type { Block, Entry, LintDocument } from './document'
import { hasPlaceholder } from './placeholder'
import { stages, type Described, type Effective, type Repeat, type RuleContext, type Stage } from './rule'
import type { Schedule } from './schedule'
import type { ClusterSnapshot } from './snapshot'
import { parseValue, type Parsed } from './values'
import type { Word } from './words'

/** The earliest stage that reported something on an entry. */
export type Reports = ReadonlyMap<Entry, Stage>

const order = new Map(stages.map((stage, place) => [stage, place]))

/** Whether `stage` comes before `other`. */
export function isBefore(stage: Stage, other: Stage): boolean {
  return (order.get(stage) ?? 0) < (order.get(other) ?? 0)
}

const none: readonly Described[] = []
const nothing = { key: '', facts: null }

/** What holds for all blocks of one run. */
export interface RunFacts {
  readonly fileName: string
  readonly document: LintDocument
  readonly schedule: Schedule
  readonly version: KafkaVersion
  readonly versionKnown: boolean
  readonly snapshot: ClusterSnapshot | null
  readonly reports: Reports
  /** All blocks of the document, once they are there. */
  readonly contexts: readonly BlockContext[]
}

/** One block as the rules of the current stage see it. */
export class BlockContext implements RuleContext {
  readonly block: Block
  readonly version: KafkaVersion
  readonly versionKnown: boolean
  /** Set by the engine as it goes through the stages. */
  stage: Stage = 'name'
  /** What is known of the key of each entry, in their order. */
  readonly words: readonly Word[]
  readonly repeats: readonly Repeat[]
  private readonly run: RunFacts
  private readonly parent: BlockContext | null
  /** Of several entries with one key the last. */
  private readonly byKey = new Map<string, Entry>()
  private current: Described[] | null = null
  private readonly byKind = new Map<Parsed['kind'], Described[]>()
  private gone: readonly Described[] = []

  constructor(run: RunFacts, block: Block) {
    this.run = run
    this.block = block
    // What a person says goes before what the file says of itself.
    const own = run.versionKnown ? undefined : block.kafkaVersion
    this.version = own ?? run.version
    this.versionKnown = run.versionKnown || own !== undefined
    this.parent = block.parent === null ? null : new BlockContext(run, block.parent)
    const words: Word[] = (this.words = [])
    const known = run.schedule.words(block.role, block.dialect)
    const repeats: Repeat[] = (this.repeats = [])
    for (const entry of block.entries) {
      const word = known.of(entry.key)
      const earlier = this.byKey.get(word.key)
      if (earlier !== undefined) repeats.push({ entry, earlier })
      words.push(word)
      this.byKey.set(word.key, entry)
    }
  }

  get fileName(): string {
    return this.run.fileName
  }

  get document(): LintDocument {
    return this.run.document
  }

  get known(): KnownKeys {
    return this.run.schedule.known
  }

  get snapshot(): ClusterSnapshot | null {
    return this.run.snapshot
  }

  get siblings(): readonly BlockContext[] {
    return this.run.contexts
  }

  described(): readonly Described[] {
    return this.current ?? this.describe()
  }

  describedAs(kind: Parsed['kind']): readonly Described[] {
    if (this.current === null) this.describe()
    return this.byKind.get(kind) ?? none
  }

  retired(): readonly Described[] {
    if (this.current === null) this.describe()
    return this.gone
  }

  private describe(): Described[] {
    const current: Described[] = (this.current = [])
    const { entries, dialect } = this.block
    if (dialect !== 'java') return current
    const gone: Described[] = []
    const { version, words } = this
    const repeats = this.repeats.length > 0
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at]
      const { key, facts } = words[at] ?? nothing
      if (entry === undefined || facts === null) continue
      const { value } = entry
      if (value === null) continue
      if (repeats && entry.maybe !== true && this.own(key) !== entry) continue
      const isCurrent = existsIn(facts, version)
      if (!isCurrent && (facts.removedIn === null || version < facts.removedIn)) continue
      const described = { entry, value, facts, parsed: parseValue(facts.type, value) }
      if (isCurrent) this.add(described)
      else gone.push(described)
    }
    this.gone = gone
    return current
  }

  private add(described: Described): void {
    this.current?.push(described)
    const { kind } = described.parsed
    const same = this.byKind.get(kind)
    if (same === undefined) this.byKind.set(kind, [described])
    else same.push(described)
  }

  own(key: string): Entry | null {
    return this.byKey.get(key) ?? null
  }

  explicit(key: string): Entry | null {
    const entry = this.inherited(key)
    return entry === null || this.run.reports.get(entry) === 'name' ? null : entry
  }

  effective(key: string): Effective | null {
    const entry = this.inherited(key)
    if (entry === null) {
      const text = this.defaultOf(key)
      return text === null ? null : { text, entry: null }
    }
    const { value } = entry
    const reported = this.run.reports.get(entry)
    // What a rule of the same stage said of the key does not hide it from its sisters.
    if (reported !== undefined && isBefore(reported, this.stage)) return null
    return value === null || entry.maybe === true || hasPlaceholder(value) ? null : { text: value, entry }
  }

  private inherited(key: string): Entry | null {
    return this.own(key) ?? this.parent?.inherited(key) ?? null
  }

  defaultOf(key: string): string | null {
    const given = this.block.defaults?.get(key)
    if (given !== undefined) return given
    if (this.block.open === true) return null
    const table = tableOf(this.block.dialect)
    if (table !== null) return ownDefault(table, this.block.role, key)
    if (this.block.dialect === 'librdkafka') return this.known.librdkafka.defaultOf(key)
    const facts = this.known.kafka.facts(this.block.role, key)
    return facts === null || !existsIn(facts, this.version) ? null : defaultIn(facts, this.version)
  }
}
