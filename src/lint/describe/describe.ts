import type { Text } from '../../model/text'
import { lintKeyTexts } from '../../model/texts/lint-keys'
import { constraintIn, defaultIn, existsIn, type KeyFacts } from '../catalogue/catalogue'
import type { Constraint } from '../catalogue/constraints'
import { shownName, tableOf, ownDefault } from '../catalogue/dialects/dialects'
import { nativeNameOf } from '../catalogue/librdkafka-names'
import type { KnownKeys } from '../catalogue/known-keys'
import { formatKafkaVersion, newestReleased, parseKafkaVersion } from '../catalogue/versions'
import type { KafkaVersion } from '../catalogue/versions'
import type { Block, LintDocument, Role, TextRange } from '../document'
import { deprecationOf } from '../rules/schema/deprecated-key'
import type { ClusterSnapshot } from '../snapshot'
import { text } from '../texts'
import { linkOf } from './links'
import { liveValues } from './live'
import { placeAt } from './place'

/** What is to be told of a key where it is written. */
export interface KeyDescription {
  /** As its client calls it. */
  readonly key: string
  /** The key, or the value that the offset is in. */
  readonly range: TextRange
  /** What it does; null where we have no words of our own for it. */
  readonly meaning: Text | null
  /** Type, default, valid values, releases, what the cluster has; a line each. */
  readonly facts: readonly Text[]
  /** The page that tells more. */
  readonly link: string | null
}

/** What describing needs to know beside the file. */
export interface DescribeFacts {
  /** What a person says the file is for; null = the file itself, else the newest release. */
  readonly kafkaVersion: string | null
  readonly snapshot: ClusterSnapshot | null
  readonly clusterName: string | null
}

/** The key at an offset of the text; null where there is none that any Kafka client or broker knows. */
export function describeAt(
  document: LintDocument,
  at: number,
  known: KnownKeys,
  given: DescribeFacts,
): KeyDescription | null {
  const place = placeAt(document, at)
  if (place === null || place.block.role === 'other') return null
  const { block, entry, part } = place
  const described = describeKey(block, entry.key, known, given)
  return described === null
    ? null
    : { ...described, range: part === 'key' ? entry.keyRange : entry.valueRange }
}

/** As `describeAt`, of a key that may be written into a block. */
export function describeKey(
  block: Block,
  key: string,
  known: KnownKeys,
  given: DescribeFacts,
): Omit<KeyDescription, 'range'> | null {
  const version = versionOf(block, given)
  const java = known.kafka.facts(block.role, key) ?? clientFacts(key, known)
  const facts = block.dialect === 'java' ? java : null
  if (!isKnownTo(block, key, known, facts)) return null
  return {
    key: shownName(block.dialect, key),
    meaning: meaningOf(block.role, key),
    facts: [
      ...(java === null ? [] : [text('lint.describe.type', typeOf(java, hasUnit(block, key)))]),
      ...defaultsOf(block, key, known, facts, version),
      ...(facts === null ? [] : [...validOf(facts, version), ...releasesOf(block.role, facts, version)]),
      ...liveOf(block, key, given),
    ],
    link: linkOf(block, key, known),
  }
}

/** The release a block is held against: a person's word, else the file's own, else the newest. */
export function versionOf(block: Block, given: Pick<DescribeFacts, 'kafkaVersion'>): KafkaVersion {
  return parseKafkaVersion(given.kafkaVersion ?? '') ?? block.kafkaVersion ?? newestReleased
}

/** What a key does, in a sentence; null where there is none. */
export function meaningOf(role: Role, key: string): Text | null {
  const own = `key.${role}.${key}`
  if (hasText(own)) return { id: own, args: [] }
  const id = `key.${key}`
  return hasText(id) ? { id, args: [] } : null
}

function hasText(id: string): boolean {
  return Object.hasOwn(lintKeyTexts, id)
}

/** Names that the clients share, where a client with names of its own has one that its role has not in Java. */
function clientFacts(key: string, known: KnownKeys): KeyFacts | null {
  return known.kafka.facts('client', key)
}

function isKnownTo(block: Block, key: string, known: KnownKeys, facts: KeyFacts | null): boolean {
  switch (block.dialect) {
    case 'java':
      return facts !== null
    case 'librdkafka':
      return known.librdkafka.has(nativeNameOf(key))
    case 'kafkajs':
    case 'kafka-python':
    case 'aiokafka':
    case 'sarama':
    case 'franz-go':
    case 'segmentio':
      return Object.values(tableOf(block.dialect)?.names ?? {}).includes(key)
  }
}

/** Whether the client writes the setting with its unit of time, as Go's do. */
function hasUnit({ dialect }: Block, key: string): boolean {
  return tableOf(dialect)?.unitsWritten === true && key.endsWith('.ms')
}

function typeOf({ type, key }: KeyFacts, withUnit: boolean): Text {
  if (withUnit) return text('lint.describe.duration')
  switch (type) {
    case 'BOOLEAN':
      return text('lint.type.boolean')
    case 'INT':
    case 'SHORT':
    case 'LONG':
      if (/\.ms$/.test(key)) return text('lint.describe.milliseconds')
      return text(/\.bytes$/.test(key) ? 'lint.describe.bytes' : 'lint.describe.integer')
    case 'DOUBLE':
      return text('lint.type.double')
    case 'STRING':
      return text('lint.describe.text')
    case 'LIST':
      return text('lint.describe.list')
    case 'CLASS':
      return text('lint.describe.class')
    case 'PASSWORD':
      return text('lint.describe.password')
  }
}

function defaultsOf(
  block: Block,
  key: string,
  known: KnownKeys,
  facts: KeyFacts | null,
  version: KafkaVersion,
): Text[] {
  const framework = block.defaults?.get(key) ?? null
  const own = framework === null ? [] : [text('lint.describe.default.framework', shownValue(framework))]
  const table = tableOf(block.dialect)
  if (table !== null) {
    const value = ownDefault(table, block.role, key)
    if (value === null) return own
    const id = hasUnit(block, key) ? 'lint.describe.default.client.ms' : 'lint.describe.default.client'
    return [...own, text(id, table.label, shownValue(value))]
  }
  if (block.dialect === 'librdkafka') {
    const value = known.librdkafka.defaultOf(key)
    return value === null
      ? own
      : [...own, text('lint.describe.default.client', 'librdkafka', shownValue(value))]
  }
  return facts === null || !existsIn(facts, version) ? own : [...own, ...kafkaDefaults(facts, version)]
}

function kafkaDefaults(facts: KeyFacts, version: KafkaVersion): Text[] {
  const value = defaultIn(facts, version)
  const release = formatKafkaVersion(version)
  const now =
    value === null
      ? text('lint.describe.default.none', release)
      : text('lint.describe.default', release, shownValue(value))
  const changes = facts.defaults.filter(({ since }) => since <= version)
  const last = changes.at(-1)
  const before = changes.at(-2)?.value
  if (last === undefined || before?.kind !== 'value') return [now]
  return [now, text('lint.describe.default.before', formatKafkaVersion(last.since), shownValue(before.text))]
}

function shownValue(value: string): string {
  return value === '' ? '""' : value
}

function validOf(facts: KeyFacts, version: KafkaVersion): Text[] {
  const constraint = constraintIn(facts, version)
  return constraint === null ? [] : [validText(constraint)]
}

function validText(constraint: Constraint): Text {
  if (constraint.kind === 'oneOf') return text('lint.describe.valid.list', constraint.values.join(', '))
  const { min, max, also } = constraint
  if (max === null) return text('lint.describe.valid.from', String(min ?? ''))
  const range = text('lint.describe.valid.range', String(min ?? ''), String(max))
  return also.length === 0 ? range : text('lint.describe.valid.also', range, also.join(', '))
}

/** The catalogue begins with it: what is there since then may be older. */
const OLDEST: KafkaVersion = 2000

function releasesOf(role: Role, facts: KeyFacts, version: KafkaVersion): Text[] {
  const { since, removedIn } = facts
  const found: Text[] = []
  if (since > OLDEST) found.push(text('lint.describe.since', formatKafkaVersion(since)))
  const deprecation = deprecationOf(role, facts.key)
  if (deprecation !== null && deprecation.since <= version) {
    const release = formatKafkaVersion(deprecation.since)
    found.push(
      deprecation.successor === null
        ? text('lint.describe.deprecated', release)
        : text('lint.describe.deprecated.for', release, deprecation.successor),
    )
  }
  if (removedIn !== null) found.push(text('lint.describe.removed', formatKafkaVersion(removedIn)))
  return found
}

function liveOf(block: Block, key: string, { snapshot, clusterName }: DescribeFacts): Text[] {
  if (snapshot === null || clusterName === null) return []
  return liveValues(snapshot, block, key).map(({ key: name, topic, value }) => {
    if (value === null) return text('lint.describe.live.unset', clusterName, name)
    return topic === null
      ? text('lint.describe.live', clusterName, name, shownValue(value))
      : text('lint.describe.live.topic', clusterName, topic, name, shownValue(value))
  })
}
