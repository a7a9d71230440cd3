import type { KnownKeys } from '../catalogue/known-keys'
import {
  springProperties,
  springProperty,
  springPropertyOfKey,
  type SpringSection,
} from '../catalogue/spring'
import type { Block, LintDocument, Role } from '../document'
import { holdsProbe } from './probe'

const roles: Readonly<Record<SpringSection, Role>> = {
  '': 'client',
  consumer: 'consumer',
  producer: 'producer',
  admin: 'admin',
  streams: 'streams',
}
const sections: readonly SpringSection[] = ['consumer', 'producer', 'admin', 'streams', '']

/** A name that may stand below `spring.kafka`. */
export interface SpringKey {
  readonly block: Block
  /** As it is written from `start` on. */
  readonly name: string
  /** Kafka's; null = Boot's own setting. */
  readonly key: string | null
  /** Where it begins in what is written. */
  readonly start: number
  /** Boot's own names go before those of `properties`. */
  readonly rank: number
  /** Whether other names stand below it, as below `consumer`. */
  readonly isGroup: boolean
}

const groups = [...sections.filter((section) => section !== ''), 'listener', 'template', 'properties']

/**
 * What Boot calls the settings of a section, and `properties.<key>` for those it has no name for.
 * @param path the whole path of the name that is begun. @param written what of it stands at its place.
 */
export function springKeys(
  document: LintDocument,
  path: string,
  written: string,
  known: KnownKeys,
): SpringKey[] {
  if (document.format !== 'spring' || !path.startsWith('spring.kafka.') || !holdsProbe(path)) return []
  const rest = path.slice('spring.kafka.'.length)
  const section = sections.find((name) => name !== '' && rest.startsWith(`${name}.`)) ?? ''
  const begun = (section === '' ? rest : rest.slice(section.length + 1)).split('.')
  const segments = written.split('.')
  // In nested YAML the first words of the name may stand on lines above.
  const above = Math.max(0, begun.length - segments.length)
  const head = begun
    .slice(0, above)
    .map((word) => `${word}.`)
    .join('')
  const start = segments.slice(0, Math.max(0, segments.length - begun.length)).join('.').length
  const from = start === 0 ? 0 : start + 1
  const block = blockOf(document, section)
  const set = new Set(
    document.blocks
      .filter(({ prefix }) => prefix === block.prefix)
      .flatMap(({ entries }) => entries.map(({ key }) => key)),
  )
  const typed = springProperties(section).map((name) => ({
    name,
    key: springProperty(section, name)?.key ?? null,
  }))
  const others = known.kafka
    .keysOf(roles[section])
    .filter((key) => springPropertyOfKey(section, key) === undefined)
    .map((key) => ({ name: `properties.${key}`, key }))
  const ownGroups = section === '' && head === '' ? groups : []
  return [...typed, ...others]
    .filter(({ name, key }) => name.startsWith(head) && (key === null || !set.has(key)))
    .map(({ name, key }) => ({
      block,
      name: name.slice(head.length),
      key,
      start: from,
      rank: name.startsWith('properties.') ? 1 : 0,
      isGroup: false,
    }))
    .concat(ownGroups.map((name) => ({ block, name, key: null, start: from, rank: 0, isGroup: true })))
}

/** The block of the section as it is written, or an empty one. */
function blockOf(document: LintDocument, section: SpringSection): Block {
  const prefix = section === '' ? 'spring.kafka.' : `spring.kafka.${section}.`
  return (
    document.blocks.find((block) => block.prefix === prefix) ?? {
      role: roles[section],
      roleFrom: 'prefix',
      dialect: 'java',
      prefix,
      profile: null,
      entries: [],
      parent: null,
      joinsGroup: false,
      complete: false,
    }
  )
}
