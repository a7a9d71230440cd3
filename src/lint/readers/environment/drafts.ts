import type { Draft } from '../placed/assemble'
import { PlacedEntry, type Leaf } from '../placed/leaf'
import type { Image } from './images'
import { springDraftsOf } from './spring'
import { keyOfVariable, namingOf, variableOfKey, type Naming } from './names'

/** The environment of one container. */
export interface Environment {
  /** Of the service or container, to tell several apart. */
  readonly id: string
  readonly image: Image | null
  /** Path of the map or list that holds the variables. */
  readonly holder: string
  /** One leaf per variable, whose path is `<holder>.<NAME>`. */
  readonly leaves: readonly Leaf[]
  readonly replicas?: number
}

/** The clients, workers and brokers that get their settings from environments; a container of anything else has none. */
export function draftsOf(environments: readonly Environment[]): Draft[] {
  return environments.flatMap((environment) => [
    ...(draftOf(environment) ?? []),
    ...springDraftsOf(environment),
  ])
}

/** What images that refuse to start without a setting are given by those who only run a command of them. */
const IGNORED = 'ignored'

function draftOf({ id, image, holder, leaves, replicas }: Environment): [Draft] | null {
  const nameOf = (leaf: Leaf): string => leaf.path.slice(holder.length + 1)
  const naming = namingOf(image?.product ?? null, leaves.map(nameOf))
  if (naming === null || leaves.some(({ value }) => value?.toLowerCase() === IGNORED)) return null
  const kafkaVersion = image?.kafkaVersion ?? null
  const entries: PlacedEntry[] = []
  for (const leaf of leaves) {
    const key = keyOfVariable(naming, nameOf(leaf))
    if (key !== null) entries.push(new PlacedEntry(key, leaf))
  }
  const draft: Draft = {
    id,
    role: naming.role,
    roleFrom: 'prefix',
    prefix: naming.prefix,
    parents: [],
    joinsGroup: naming.role === 'connect',
    entries,
    pathOf: pathIn(naming, holder),
    ...(naming.product === 'ksqldb' ? { product: 'ksql' as const } : {}),
    ...(kafkaVersion === null ? {} : { kafkaVersion }),
    ...(replicas === undefined ? {} : { replicas }),
  }
  return [draft]
}

function pathIn(naming: Naming, holder: string): Draft['pathOf'] {
  return (key) => `${holder}.${variableOfKey(naming, key)}`
}
