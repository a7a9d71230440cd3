import { springProperties, type SpringSection } from '../../catalogue/spring'
import type { Draft } from '../placed/assemble'
import type { Leaf } from '../placed/leaf'
import { springDrafts } from '../spring/drafts'
import type { Environment } from './drafts'

const PREFIX = 'SPRING_KAFKA_'
const sections: readonly SpringSection[] = ['consumer', 'producer', 'admin', 'streams']

/**
 * Spring's properties as variables of a container (relaxed binding): dots as `_`, dashes left out or as `_` too, the
 * names in `properties` with a `_` for each dot.
 */
export function springDraftsOf({ id, holder, leaves }: Environment): Draft[] {
  const found = leaves.flatMap((leaf): Leaf[] => {
    const path = pathOfVariable(leaf.path.slice(holder.length + 1))
    return path === null ? [] : [{ ...leaf, path }]
  })
  return springDrafts(found).map((draft) => ({
    ...draft,
    id: `${id}.${draft.id}`,
    parents: draft.parents.map((parent) => `${id}.${parent}`),
    pathOf: (key, beside) => `${holder}.${variableOfPath(draft.pathOf(key, beside))}`,
  }))
}

function pathOfVariable(name: string): string | null {
  if (!name.startsWith(PREFIX)) return null
  const words = name.slice(PREFIX.length).toLowerCase()
  const section = sections.find((candidate) => words.startsWith(`${candidate}_`)) ?? ''
  const rest = section === '' ? words : words.slice(section.length + 1)
  const base = section === '' ? 'spring.kafka.' : `spring.kafka.${section}.`
  if (rest.startsWith('properties_')) return `${base}${rest.replaceAll('_', '.')}`
  const plain = rest.replaceAll('_', '')
  const known = springProperties(section).find((property) => property.replace(/[-.]/g, '') === plain)
  if (known !== undefined) return base + known
  const [group = '', ...others] = rest.split('_')
  return others.length === 0 || section !== ''
    ? base + rest.replaceAll('_', '-')
    : `${base}${group}.${others.join('-')}`
}

function variableOfPath(path: string): string {
  return path.replaceAll('-', '').replaceAll('.', '_').toUpperCase()
}
