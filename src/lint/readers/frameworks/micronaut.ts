import type { Role } from '../../document'
import type { Draft } from '../placed/assemble'
import { DraftSet } from '../placed/draft-set'
import { PlacedEntry, type Leaf } from '../placed/leaf'

const clientForm = /^kafka\.(consumers|producers|streams)\.([^.]+)\.(.+)$/
/** Parts of `kafka` that are Micronaut's own. */
const own = /^kafka\.(?:enabled|health|metrics|embedded|schema|security-manager|binders?)(?:\.|$)/

const roles: Readonly<Record<string, Role>> = {
  consumers: 'consumer',
  producers: 'producer',
  streams: 'streams',
}

/** The clients of Micronaut: `kafka.consumers.<group or default>`, `kafka.producers.<id>`, `kafka.*` for all. */
export function micronautDrafts(leaves: readonly Leaf[]): Draft[] {
  const set = new DraftSet()
  for (const leaf of leaves) {
    const { path } = leaf
    if (!path.startsWith('kafka.')) continue
    const client = clientForm.exec(path)
    const [, kind = '', name = '', key = path.slice(6)] = client ?? []
    if (own.test(path)) set.addOther(path, leaf)
    else add(set, roles[kind] ?? 'client', kind, name, key, leaf)
  }
  return set.all()
}

function add(set: DraftSet, role: Role, kind: string, name: string, key: string, leaf: Leaf): void {
  const prefix = kind === '' ? 'kafka.' : `kafka.${kind}.${name}.`
  const isDefault = name === 'default' || kind === ''
  const draft = {
    id: kind === '' ? '' : `${kind}.${name}`,
    role,
    prefix,
    parents: kind === '' ? [] : isDefault ? [''] : [`${kind}.default`, ''],
    joinsGroup: role === 'consumer' || role === 'client' || role === 'streams',
    pathOf: (other: string) => prefix + other,
    ...(role === 'consumer' ? { defaults: consumerDefaults(isDefault ? null : name) } : {}),
  }
  set.add(draft, new PlacedEntry(key, leaf))
}

/** Listeners commit as their annotation says, and their group is what the settings are named by. */
function consumerDefaults(group: string | null): Map<string, string | null> {
  return new Map([
    ['enable.auto.commit', null],
    ['group.id', group],
  ])
}
