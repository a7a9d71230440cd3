import {
  springProperty,
  springPropertyOfKey,
  uniform,
  type SpringProperty,
  type SpringSection,
} from '../../catalogue/spring'
import type { Role } from '../../document'
import type { Draft } from '../placed/assemble'
import { DraftSet } from '../placed/draft-set'
import { PlacedEntry, type Leaf, type PathOf } from '../placed/leaf'
import { addCloudStream } from './cloud-stream'
import { converted } from './convert'

const string = 'org.apache.kafka.common.serialization.String'
/** What Boot and Spring Kafka (2.3 and later) give their clients. */
const consumerDefaults = new Map([
  ['enable.auto.commit', 'false'],
  ['bootstrap.servers', 'localhost:9092'],
  ['key.deserializer', `${string}Deserializer`],
  ['value.deserializer', `${string}Deserializer`],
])
const producerDefaults = new Map([
  ['bootstrap.servers', 'localhost:9092'],
  ['key.serializer', `${string}Serializer`],
  ['value.serializer', `${string}Serializer`],
])

const roles: Readonly<Record<SpringSection, Role>> = {
  '': 'client',
  consumer: 'consumer',
  producer: 'producer',
  admin: 'admin',
  streams: 'streams',
}

/** `spring.kafka.consumer.properties.max.poll.records` in its parts. */
interface Parts {
  readonly section: SpringSection
  /** Behind the section, without `properties.`. */
  readonly name: string
  readonly isProperty: boolean
}

const propertiesForm = /^properties(?:\.(?!$)|(?=\[))/i
const sectionForm = /^(consumer|producer|admin|streams)\./i

/** `[a.b]` in a path as `.a.b`; elements of lists stay. */
export function withoutBrackets(path: string): string {
  return path.includes('[') ? path.replace(/\.?\[([^\]]*[^\]\d][^\]]*)\]/g, '.$1') : path
}

/** A property's name as Boot's documentation writes it: `autoOffsetReset` and `auto_offset_reset` as `auto-offset-reset`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
}

function partsOf(rest: string): Parts {
  const section = (sectionForm.exec(rest)?.[1]?.toLowerCase() ?? '') as SpringSection
  const name = section === '' ? rest : rest.slice(section.length + 1)
  const isProperty = propertiesForm.test(name)
  return { section, name: isProperty ? name.replace(propertiesForm, '') : name, isProperty }
}

/** The clients that Spring Boot and Spring Cloud Stream make of the properties of one document. */
export function springDrafts(leaves: readonly Leaf[]): Draft[] {
  const set = new DraftSet()
  const properties: (() => void)[] = []
  for (const leaf of leaves) {
    const path = withoutBrackets(leaf.path)
    const match = /^spring\.(kafka|cloud\.stream\.kafka)\./i.exec(path)
    if (match === null) continue
    const rest = path.slice(match[0].length)
    if (match[1]?.toLowerCase() !== 'kafka') {
      addCloudStream(set, rest, leaf)
      continue
    }
    const parts = partsOf(rest)
    // `properties` goes over the typed properties, wherever it stands.
    if (parts.isProperty)
      properties.push(() => set.add(draftOf(parts.section), new PlacedEntry(parts.name, leaf)))
    else addTyped(set, parts, leaf)
  }
  for (const add of properties) add()
  return withoutVariants(set.all())
}

function addTyped(set: DraftSet, { section, name }: Parts, leaf: Leaf): void {
  const property = springProperty(section, name)
  const key = property?.key ?? null
  if (property === undefined || key === null) {
    const written = name.split('.').map(kebab).join('.')
    set.addOther(`spring.kafka.${section === '' ? '' : `${section}.`}${written}`, leaf)
    return
  }
  set.add(draftOf(section), new PlacedEntry(key, leaf, valueOf(property, leaf)))
}

function valueOf(property: SpringProperty, leaf: Leaf): string | null {
  // Each producer's id begins with the prefix; what it is in the end cannot be told.
  if (property.name === 'transaction-id-prefix') return null
  return leaf.value === null ? null : converted(property.type, leaf.value)
}

function draftOf(section: SpringSection): Omit<Draft, 'entries'> {
  const defaults =
    section === 'consumer' ? consumerDefaults : section === 'producer' ? producerDefaults : undefined
  return {
    id: section,
    role: roles[section],
    prefix: section === '' ? 'spring.kafka.' : `spring.kafka.${section}.`,
    parents: section === '' ? [] : [''],
    joinsGroup: section === '' || section === 'consumer' || section === 'streams',
    pathOf: pathIn(section),
    ...(defaults === undefined ? {} : { defaults }),
  }
}

/** Where a setting is written: as a property of Boot's own beside such a one, else among the `properties`. */
function pathIn(section: SpringSection): PathOf {
  const base = section === '' ? 'spring.kafka.' : `spring.kafka.${section}.`
  return (key, beside) => {
    const besideProperty = partsOf(withoutBrackets(beside.path).slice('spring.kafka.'.length)).isProperty
    const typed = besideProperty ? undefined : springPropertyOfKey(section, key)
    const path = typed === undefined ? `${base}properties.${key}` : `${base}${typed.name}`
    return inStyleOf(beside.path, path)
  }
}

/** The beginning that two paths share is written as it stands: `Spring.Kafka` binds as well. */
function inStyleOf(written: string, path: string): string {
  const own = withoutBrackets(written).split('.')
  const pieces = path.split('.')
  let shared = 0
  while (shared < pieces.length - 1 && uniform(own[shared] ?? '') === uniform(pieces[shared] ?? '')) shared++
  return [...own.slice(0, shared), ...pieces.slice(shared)].join('.')
}

/** Two spellings of one property bind to the same field; only the last one is kept. */
function withoutVariants(drafts: Draft[]): Draft[] {
  return drafts.map((draft) => {
    const last = new Map(draft.entries.map((entry) => [entry.key, entry]))
    const kept = draft.entries.filter((entry) => {
      const winner = last.get(entry.key)
      return winner === undefined || winner === entry || !isVariant(entry.leaf.path, winner.leaf.path)
    })
    return { ...draft, entries: kept }
  })
}

function isVariant(path: string, other: string): boolean {
  return path !== other && uniform(withoutBrackets(path)) === uniform(withoutBrackets(other))
}
