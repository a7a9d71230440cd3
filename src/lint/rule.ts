import type { Text } from '../model/text'
import type { KeyFacts } from './catalogue/catalogue'
import type { KnownKeys } from './catalogue/known-keys'
import type { KafkaVersion } from './catalogue/versions'
import type { Block, Entry, LintDocument } from './document'
import type { Fix, RelatedPlace, Severity } from './finding'

/** `recommended` is on by default, `strict` holds opinions, `cluster` needs a connected cluster. */
export type Preset = 'recommended' | 'strict' | 'cluster'

/**
 * One root cause, one finding: on one key the earliest stage that reports wins, and later stages do not build on what
 * an earlier one found wrong. `name` = the key itself; `writing` = comments and quotes in a value; `retired` = values
 * that are gone; `type`, `domain` = what `ConfigDef` refuses; `mixup`; `suspicious` = units; `conflict` = settings that
 * contradict each other; `advice` = ratios and opinions; `beside` = reported whatever else stands on the line.
 */
export const stages = [
  'name',
  'writing',
  'retired',
  'type',
  'domain',
  'mixup',
  'suspicious',
  'conflict',
  'advice',
  'beside',
] as const
export type Stage = (typeof stages)[number]

export interface RuleMeta {
  readonly id: string
  readonly severity: Severity
  readonly preset: Preset
  readonly title: Text
  /** `docs/rules/<id>.md` */
  readonly docs: string
}

/** What a rule found. It is shown at the entry's key. */
export interface Report {
  readonly entry: Entry
  readonly message: Text
  /** Where it differs from the rule's own, as for a dialect. */
  readonly severity?: Severity
  readonly related?: readonly RelatedPlace[]
  readonly fixes?: readonly Fix[]
}

/** A setting as the client will have it. */
export interface Effective {
  readonly text: string
  /** Null = the default. */
  readonly entry: Entry | null
}

/** An entry with what Kafka's `ConfigDef` says of its key. */
export interface Described {
  readonly entry: Entry
  readonly value: string
  readonly facts: KeyFacts
}

/** What a rule sees of a block. */
export interface RuleContext {
  readonly document: LintDocument
  readonly block: Block
  readonly known: KnownKeys
  /** The release the file is for, or the newest released one. */
  readonly version: KafkaVersion
  readonly versionKnown: boolean
  /**
   * The entries with a literal value that `ConfigDef` reads in this block and release, of several with one key the last,
   * with what it says of them. Computed once for all rules.
   */
  described(): readonly Described[]
  /** The entry of this block that counts: the last one. */
  own(key: string): Entry | null
  /**
   * Explicit value of the block or its parents, else the default of dialect, role and release. Null where it cannot be
   * told: a placeholder, an expression, something an earlier stage reported, or no default.
   */
  effective(key: string): Effective | null
}

export interface Rule extends RuleMeta {
  readonly stage: Stage
  check(context: RuleContext): readonly Report[]
}

/** The page of a rule. */
export function docsOf(id: string): string {
  return `docs/rules/${id}.md`
}
