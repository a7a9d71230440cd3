import { defaultIn, existsIn } from './catalogue/catalogue'
import type { KnownKeys } from './catalogue/known-keys'
import type { KafkaVersion } from './catalogue/versions'
import type { Block, Entry, LintDocument } from './document'
import { hasPlaceholder } from './placeholder'
import { stages, type Described, type Effective, type RuleContext, type Stage } from './rule'

/** The earliest stage that reported something on an entry. */
export type Reports = ReadonlyMap<Entry, Stage>

const order = new Map(stages.map((stage, place) => [stage, place]))

/** Whether `stage` comes before `other`. */
export function isBefore(stage: Stage, other: Stage): boolean {
  return (order.get(stage) ?? 0) < (order.get(other) ?? 0)
}

/** What holds for all blocks of one run. */
export interface RunFacts {
  readonly document: LintDocument
  readonly known: KnownKeys
  readonly version: KafkaVersion
  readonly versionKnown: boolean
  readonly reports: Reports
}

/** One block as the rules of the current stage see it. */
export class BlockContext implements RuleContext {
  readonly document: LintDocument
  readonly block: Block
  readonly known: KnownKeys
  readonly version: KafkaVersion
  readonly versionKnown: boolean
  /** Set by the engine as it goes through the stages. */
  stage: Stage = 'name'
  private readonly reports: Reports
  private readonly parent: BlockContext | null
  private byKey: Map<string, Entry> | null = null
  private descriptions: readonly Described[] | null = null

  constructor(run: RunFacts, block: Block) {
    this.document = run.document
    this.block = block
    this.known = run.known
    // What a person says goes before what the file says of itself.
    const own = run.versionKnown ? undefined : block.kafkaVersion
    this.version = own ?? run.version
    this.versionKnown = run.versionKnown || own !== undefined
    this.reports = run.reports
    this.parent = block.parent === null ? null : new BlockContext(run, block.parent)
  }

  described(): readonly Described[] {
    return (this.descriptions ??= this.describe())
  }

  private describe(): Described[] {
    const found: Described[] = []
    if (this.block.dialect !== 'java') return found
    for (const entry of this.block.entries) {
      const { key, value } = entry
      const facts = value === null ? null : this.known.kafka.facts(this.block.role, key)
      if (value === null || facts === null || !existsIn(facts, this.version)) continue
      if (this.own(key) === entry) found.push({ entry, value, facts })
    }
    return found
  }

  own(key: string): Entry | null {
    if (this.byKey === null) {
      this.byKey = new Map()
      for (const entry of this.block.entries) this.byKey.set(entry.key, entry)
    }
    return this.byKey.get(key) ?? null
  }

  effective(key: string): Effective | null {
    const entry = this.inherited(key)
    if (entry === null) {
      const text = this.defaultOf(key)
      return text === null ? null : { text, entry: null }
    }
    const { value } = entry
    const reported = this.reports.get(entry)
    // What a rule of the same stage said of the key does not hide it from its sisters.
    if (reported !== undefined && isBefore(reported, this.stage)) return null
    return value === null || hasPlaceholder(value) ? null : { text: value, entry }
  }

  private inherited(key: string): Entry | null {
    return this.own(key) ?? this.parent?.inherited(key) ?? null
  }

  private defaultOf(key: string): string | null {
    const given = this.block.defaults?.get(key)
    if (given !== undefined) return given
    if (this.block.dialect === 'librdkafka') return this.known.librdkafka.defaultOf(key)
    const facts = this.known.kafka.facts(this.block.role, key)
    return facts === null ? null : defaultIn(facts, this.version)
  }
}
