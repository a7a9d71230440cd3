import type { Text } from '../model/text'
import type { KeyFacts } from './catalogue/catalogue'
import type { KnownKeys } from './catalogue/known-keys'
import type { KafkaVersion } from './catalogue/versions'
import type { Block, Entry, LintDocument, Role } from './document'
import type { FindingTag, Fix, RelatedPlace, Severity } from './finding'
import type { ClusterSnapshot } from './snapshot'
import type { Parsed } from './values'

/** `recommended` is on by default, `strict` holds opinions, `cluster` is on where there is a snapshot of a cluster. */
export const presets = ['recommended', 'strict', 'cluster'] as const
export type Preset = (typeof presets)[number]

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
  readonly tag?: FindingTag
  /** `docs/rules/<id>.md` */
  readonly docs: string
}

/** What a rule found. It is shown at the entry's key. */
export interface Report {
  readonly entry: Entry
  readonly message: Text
  /** Where it differs from the rule's own, as for a dialect. */
  readonly severity?: Severity | undefined
  /** Whether it rests on what a running cluster has, so that it is told which one; always so in the cluster preset. */
  readonly live?: boolean
  readonly related: readonly RelatedPlace[]
  readonly fixes: readonly Fix[]
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
  /** The value as Kafka takes it. */
  readonly parsed: Parsed
}

/** An entry whose key stands above it already. */
export interface Repeat {
  readonly entry: Entry
  /** The one before it. */
  readonly earlier: Entry
}

/** What a rule sees of a block. */
export interface RuleContext {
  /** Path or name, as it was given. */
  readonly fileName: string
  readonly document: LintDocument
  readonly block: Block
  readonly known: KnownKeys
  /** The release the file is for, or the newest released one. */
  readonly version: KafkaVersion
  readonly versionKnown: boolean
  /** The cluster that the file is for, null = none is known. */
  readonly snapshot: ClusterSnapshot | null
  /** All blocks of the document, this one too. */
  readonly siblings: readonly RuleContext[]
  /**
   * The entries with a literal value that `ConfigDef` reads in this block and release, of several with one key the last,
   * with what it says of them. Computed once for all rules.
   */
  described(): readonly Described[]
  /** Those of `described` whose value Kafka takes so. */
  describedAs(kind: Parsed['kind']): readonly Described[]
  /** As `described`, for keys that the release has no longer. */
  retired(): readonly Described[]
  /** What stands in the block once more, in the order of the file. */
  readonly repeats: readonly Repeat[]
  /** The entry of this block that counts: the last one. */
  own(key: string): Entry | null
  /** What is written for a key, here or in a parent; null also where the key itself was found wrong. */
  explicit(key: string): Entry | null
  /**
   * Explicit value of the block or its parents, else the default of dialect, role and release. Null where it cannot be
   * told: a placeholder, an expression, something an earlier stage reported, or no default.
   */
  effective(key: string): Effective | null
  /** The default of dialect, role and release, null where there is none. */
  defaultOf(key: string): string | null
}

/** Whose settings a name stands among. */
export type Client = Pick<Block, 'role' | 'dialect'>

/** Whether a rule about single lines looks at those with such a key. */
export type LineTest = (key: string, client: Client, known: KnownKeys) => boolean

export interface Rule extends RuleMeta {
  readonly stage: Stage
  /** Roles of the blocks it looks at; null = every block, also those of a framework's own keys. */
  readonly roles: readonly Role[] | null
  /** It runs only where the block or its parents write one of these; null = always, or as `lines` says. */
  readonly keys: readonly string[] | null
  /**
   * For a rule about single lines, whatever a client takes from elsewhere: it runs only where a key of the block itself
   * passes. Asked once for each name, role and client, and remembered.
   */
  readonly lines?: LineTest
  check(context: RuleContext): readonly Report[]
}

/** A rule about several blocks, of one file or of many: it runs when all files are read. */
export interface WorkspaceRule extends RuleMeta {
  /** Whether a block is one that it is about; where none is, it is not asked. */
  concerns(context: RuleContext): boolean
  /** Every report stands in the block of its context. */
  checkAll(
    contexts: readonly RuleContext[],
  ): readonly { readonly context: RuleContext; readonly report: Report }[]
}

/** The page of a rule. */
export function docsOf(id: string): string {
  return `docs/rules/${id}.md`
}
