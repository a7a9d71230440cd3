import type { KafkaVersion } from './catalogue/versions'

/** What a reader makes of a file: blocks of settings with the places they stand at. All offsets are UTF-16 units. */

/** Half open: `start` inclusive, `end` exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export interface TextEdit extends TextRange {
  readonly text: string
}

/** Whose settings a block holds. `other` = a framework's own keys, which only rules about any key look at. */
export type Role =
  | 'consumer'
  | 'producer'
  | 'admin'
  | 'client'
  | 'streams'
  | 'connect'
  | 'connector'
  | 'broker'
  | 'topic'
  | 'other'

/** The roles that a person may name. */
export const namedRoles = [
  'consumer',
  'producer',
  'admin',
  'client',
  'streams',
  'connect',
  'connector',
  'broker',
  'topic',
] as const satisfies readonly Role[]
export type NamedRole = (typeof namedRoles)[number]

/**
 * Whose names, types and defaults hold: the Java family (also Connect, Streams and brokers), librdkafka (also behind
 * Python, Node, Go, .NET and Rust), or a client with names of its own. Entries carry Kafka's names and units in all.
 */
export type Dialect =
  'java' | 'librdkafka' | 'kafkajs' | 'kafka-python' | 'aiokafka' | 'sarama' | 'franz-go' | 'segmentio'

/** Kinds of files, by what gives the settings their names. A Spring file may be YAML or properties. */
export type Format =
  | 'properties'
  | 'spring'
  | 'quarkus'
  | 'micronaut'
  | 'environment'
  | 'strimzi'
  | 'connect-json'
  | 'appsettings'

/**
 * How sure the role is: rules that say "this does not belong here" want more than a guess from the keys. `call` = by the
 * client that code makes with it.
 */
export type RoleSource = 'setting' | 'name' | 'prefix' | 'call' | 'keys'

/** One setting as written. */
export interface Entry {
  /** Kafka's own name: unescaped, without the block's prefix. */
  readonly key: string
  readonly keyRange: TextRange
  /** What the file calls it, where that is another name of the same setting. */
  readonly written?: string
  /** As Kafka gets it: unescaped and trimmed as `ConfigDef` trims. Null = no literal (an expression in code). */
  readonly value: string | null
  /** Without blanks around; empty at its place where there is no value. */
  readonly valueRange: TextRange
  /** Everything that goes when the entry is deleted, with its line end. */
  readonly range: TextRange
  /** Set on some paths through the code only: nobody can tell whether it counts, so no default stands in for it. */
  readonly maybe?: boolean
}

/** Settings that end up in one client, worker, broker or topic. */
export interface Block {
  readonly role: Role
  readonly roleFrom: RoleSource
  readonly dialect: Dialect
  /** What stands before each key, as `consumer.`. */
  readonly prefix: string
  /** Spring or Quarkus profile, or the number of the document in the file; null where the format has none. */
  readonly profile: string | null
  /** In the order of the file. */
  readonly entries: readonly Entry[]
  /** Where a key that is not in this block is taken from, as Streams does for `consumer.`. */
  readonly parent: Block | null
  /** Whether these are the settings by which a member joins a group (not so for a restore consumer or a producer). */
  readonly joinsGroup: boolean
  /** Whether everything its client gets is here, so that a rule may say that something is missing. */
  readonly complete: boolean
  /** How many instances of it are started or brokers it describes, as a Deployment's `replicas`; absent = not told. */
  readonly replicas?: number
  /** Whether settings come from places that are not in view, so that what is not written here is no default either. */
  readonly open?: boolean
  /** What a framework gives its clients where nothing is written; it goes before Kafka's own defaults. Null = cannot be told. */
  readonly defaults?: ReadonlyMap<string, string | null>
  /** The topic whose settings these are, where the file names it. */
  readonly topic?: string
  /** Whether whoever starts it drops what is written for a key, as an operator does with what it sets itself. */
  drops?(key: string): boolean
  /** The release that the file names for it, as by the tag of an image. */
  readonly kafkaVersion?: KafkaVersion
}

export interface Comment extends TextRange {
  /** Without the comment sign. */
  readonly text: string
}

/** How a format writes what a fix changes. */
export interface Syntax {
  /** The text that stands for a key of the block. */
  key(block: Block, key: string): string
  /** @param entry the setting that gets the value, where what is written depends on it, as in code. */
  value(text: string, entry?: Entry): string
  /** Sign that starts a comment on a line of its own above a setting; absent where the format has none. */
  readonly lineComment?: string
  /** What the file's client calls a setting, where that is not Kafka's name. */
  shownKey?(entry: Entry): string
  /** What a value of Kafka's is there, where the client writes a truth value for a word. */
  shownValue?(entry: Entry, value: string): string
  /** A setting of its own behind another one; an edit that changes nothing where the client has no such setting. */
  insertAfter(block: Block, entry: Entry, key: string, value: string): TextEdit
  /** A comment on a line of its own above an entry, where `lineComment` alone does not do; null = there is no place for it. */
  commentAbove?(entry: Entry, text: string): TextEdit | null
  /** Another value for an entry, where the text of a value depends on how the old one is written. */
  setValue?(entry: Entry, value: string): TextEdit
  /** Another key for an entry, where `key` alone does not do; null = the entry would have to move. */
  rename?(block: Block, entry: Entry, key: string): TextEdit | null
}

export interface LintDocument {
  /** What kind of file it is, for the rules that are about one kind; `properties` where nothing is said. */
  readonly format?: Format
  readonly text: string
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
  readonly syntax: Syntax
  /** Whether the settings stand in a program, so that what it calls tells which client they are for. */
  readonly code?: boolean
}
