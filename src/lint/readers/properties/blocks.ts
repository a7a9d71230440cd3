import type { KnownKeys } from '../../catalogue/known-keys'
import type { Block, Dialect, Entry, Role } from '../../document'
import type { FileRole } from './role'

/** An entry that can be moved into a block whose keys begin with `prefix`. */
export interface PrefixedEntry extends Entry {
  under(prefix: string): PrefixedEntry
}

/** Keys under a prefix that make a block of their own. */
interface PrefixRule {
  readonly prefix: string
  readonly role: Role
  /** Prefix of the block where missing keys are looked up; null = nowhere. */
  readonly parent: string | null
  /** Only names that the role knows, so that an application's own `consumer.threads` stays where it is. */
  readonly onlyKnown: boolean
  readonly joinsGroup: boolean
  readonly defaults?: Defaults
}

type Defaults = ReadonlyMap<string, string | null>

function rule(
  prefix: string,
  role: Role,
  parent: string | null,
  onlyKnown = false,
  defaults?: Defaults,
): PrefixRule {
  const groupless = prefix.startsWith('restore.') || prefix.startsWith('global.')
  const joinsGroup = role === 'consumer' && !groupless
  return { prefix, role, parent, onlyKnown, joinsGroup, ...(defaults === undefined ? {} : { defaults }) }
}

const longMax = '9223372036854775807'
const intMax = '2147483647'

/** What Connect gives the consumer of a sink (`Worker.baseConsumerConfigs`). */
const sinkDefaults: Defaults = new Map([
  ['enable.auto.commit', 'false'],
  ['auto.offset.reset', 'earliest'],
])
/** What Connect gives the producer of a source (`Worker.baseProducerConfigs`). */
const sourceDefaults: Defaults = new Map([
  ['acks', 'all'],
  ['enable.idempotence', 'false'],
  ['max.in.flight.requests.per.connection', '1'],
  ['delivery.timeout.ms', intMax],
  ['max.block.ms', longMax],
])
/** What Streams gives its consumers and its producer (`StreamsConfig.CONSUMER_DEFAULT_OVERRIDES` and its sister). */
const streamsConsumerDefaults: Defaults = new Map([
  ['enable.auto.commit', 'false'],
  ['auto.offset.reset', 'earliest'],
  ['max.poll.records', '1000'],
  ['allow.auto.create.topics', 'false'],
])
const streamsProducerDefaults: Defaults = new Map([['linger.ms', '100']])

/** The longest prefix stands first. */
const rulesByRole: Readonly<Partial<Record<Role, readonly PrefixRule[]>>> = {
  client: [
    rule('consumer.', 'consumer', null, true),
    rule('producer.', 'producer', null, true),
    rule('admin.', 'admin', null, true),
  ],
  streams: [
    rule('main.consumer.', 'consumer', 'consumer.', false, streamsConsumerDefaults),
    rule('restore.consumer.', 'consumer', 'consumer.', false, streamsConsumerDefaults),
    rule('global.consumer.', 'consumer', 'consumer.', false, streamsConsumerDefaults),
    rule('consumer.', 'consumer', '', false, streamsConsumerDefaults),
    rule('producer.', 'producer', '', false, streamsProducerDefaults),
    rule('admin.', 'admin', ''),
    rule('topic.', 'topic', null),
  ],
  connect: [
    rule('consumer.', 'consumer', null, false, sinkDefaults),
    rule('producer.', 'producer', null, false, sourceDefaults),
    rule('admin.', 'admin', null),
  ],
  connector: [
    rule('consumer.override.', 'consumer', null, false, sinkDefaults),
    rule('producer.override.', 'producer', null, false, sourceDefaults),
    rule('admin.override.', 'admin', null),
  ],
}

const ksqlRules: readonly PrefixRule[] = [
  rule('ksql.streams.consumer.', 'consumer', 'ksql.streams.', false, streamsConsumerDefaults),
  rule('ksql.streams.producer.', 'producer', 'ksql.streams.', false, streamsProducerDefaults),
  rule('ksql.streams.admin.', 'admin', 'ksql.streams.'),
  rule('ksql.streams.', 'streams', null),
]

/** `A.consumer.`, `A->B.source.producer.` and the like in a file of MirrorMaker 2 (KIP-382). */
const mirrorPrefix = /^[^.\s]+\.(?:source\.|target\.)?(consumer|producer|admin)\./

/** Keys of frameworks that embed Kafka under names of their own; formats of their own read them. */
const foreign = /^(?:spring\.|quarkus\.|mp\.messaging\.|micronaut\.|kafka\.|kafka-streams\.|%)/

/** What such keys begin with; most others do not. */
const foreignSigns = new Uint8Array(128)
for (const sign of 'sqmk%') foreignSigns[sign.charCodeAt(0)] = 1

function isForeign(key: string): boolean {
  return foreignSigns[key.charCodeAt(0)] === 1 && foreign.test(key)
}

interface Draft {
  readonly prefix: string
  readonly role: Role
  readonly parent: string | null
  joinsGroup: boolean
  readonly defaults: Defaults | undefined
  readonly entries: PrefixedEntry[]
}

/** Sorts the entries, whose keys are as written, into blocks; the keys of a block lose its prefix. */
export function blocksOf(
  entries: readonly PrefixedEntry[],
  file: FileRole,
  dialect: Dialect,
  known: KnownKeys,
): readonly Block[] {
  const rules = file.product === 'ksql' ? ksqlRules : (rulesByRole[file.role] ?? [])
  const drafts = new Map<string, Draft>()
  const draftOf = (
    prefix: string,
    role: Role,
    parent: string | null,
    joinsGroup: boolean,
    defaults?: Defaults,
  ): Draft => {
    let draft = drafts.get(prefix)
    if (draft === undefined)
      drafts.set(prefix, (draft = { prefix, role, parent, joinsGroup, defaults, entries: [] }))
    return draft
  }
  const groupRoles: readonly Role[] = ['consumer', 'client', 'streams', 'connect']
  const main = draftOf('', file.role, null, groupRoles.includes(file.role))
  const isPlain = rules.length === 0 && file.product !== 'mirrorMaker'
  for (const entry of entries) {
    const found = isPlain ? undefined : prefixRule(entry.key, rules, file, known)
    if (found === undefined) {
      const draft =
        file.role !== 'broker' && isForeign(entry.key) ? draftOf('\0', 'other', null, false) : main
      draft.entries.push(entry)
    } else {
      const joins = found.role === 'streams' || found.joinsGroup
      const draft = draftOf(found.prefix, found.role, found.parent, joins, found.defaults)
      draft.entries.push(entry.under(found.prefix))
    }
  }
  return link([...drafts.values()], file, dialect)
}

function prefixRule(
  key: string,
  rules: readonly PrefixRule[],
  file: FileRole,
  known: KnownKeys,
): PrefixRule | undefined {
  if (file.product === 'mirrorMaker') return mirrorRule(key)
  const found = rules.find((candidate) => key.startsWith(candidate.prefix))
  if (found === undefined) return undefined
  // A worker's own `admin.listeners` is no setting of its admin client.
  if (known.kafka.facts(file.role, key) !== null || key.startsWith('admin.listeners')) return undefined
  return found.onlyKnown && known.kafka.facts(found.role, key.slice(found.prefix.length)) === null
    ? undefined
    : found
}

function mirrorRule(key: string): PrefixRule | undefined {
  const match = mirrorPrefix.exec(key)
  if (match === null) return undefined
  // MirrorMaker's consumers are assigned their partitions; they join no group.
  return { ...rule(match[0], match[1] as Role, null), joinsGroup: false }
}

/**
 * Streams hands the settings without a prefix to its consumers, `consumer.` over them and `main.consumer.` over those:
 * only the last one there is describes the consumer that joins the group.
 */
function link(drafts: readonly Draft[], file: FileRole, dialect: Dialect): Block[] {
  const filled = drafts.filter((draft) => draft.entries.length > 0)
  const built = new Map<string, Block>()
  const build = (draft: Draft): Block => {
    const done = built.get(draft.prefix)
    if (done !== undefined) return done
    const parent = draft.parent === null ? undefined : nearest(drafts, draft.parent)
    const overridden =
      drafts.some((other) => other.parent === draft.prefix && other.joinsGroup && filled.includes(other)) ||
      (draft.prefix === '' &&
        file.role === 'streams' &&
        filled.some(({ prefix }) => prefix === 'main.consumer.'))
    const block: Block = {
      role: draft.role,
      roleFrom: draft.prefix === '' ? file.roleFrom : 'prefix',
      dialect,
      prefix: draft.prefix === '\0' ? '' : draft.prefix,
      profile: null,
      entries: draft.entries,
      parent: parent === undefined ? null : build(parent),
      joinsGroup: draft.joinsGroup && !overridden,
      complete: isComplete(draft, file),
      ...(draft.defaults === undefined ? {} : { defaults: draft.defaults }),
    }
    built.set(draft.prefix, block)
    return block
  }
  return filled.map(build)
}

/** The block of that prefix, or the file's own where nothing stands under it. */
function nearest(drafts: readonly Draft[], prefix: string): Draft | undefined {
  return drafts.find((draft) => draft.prefix === prefix) ?? drafts.find((draft) => draft.prefix === '')
}

function isComplete(draft: Draft, file: FileRole): boolean {
  const certain = draft.role === 'consumer' && (draft.prefix !== '' || file.roleFrom !== 'keys')
  return certain && draft.entries.some((entry) => entry.key === 'bootstrap.servers')
}
