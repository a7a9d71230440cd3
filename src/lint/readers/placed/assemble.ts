import type { KnownKeys } from '../../catalogue/known-keys'
import type { KafkaVersion } from '../../catalogue/versions'
import type { Block, Dialect, Role, RoleSource } from '../../document'
import { blocksOf } from '../properties/blocks'
import type { PathOf, PlacedBlock, PlacedEntry } from './leaf'

/** The settings of one client in one document of a file, before it is known what it inherits. */
export interface Draft {
  /** The same in every document for the same client, as `consumer` or `incoming.orders`. */
  readonly id: string
  readonly role: Role
  readonly roleFrom?: RoleSource
  /** Java's where nothing is said. */
  readonly dialect?: Dialect
  readonly prefix: string
  /** Ids of the drafts that it inherits from, the nearest first. */
  readonly parents: readonly string[]
  readonly joinsGroup: boolean
  readonly entries: PlacedEntry[]
  readonly pathOf: PathOf
  /** Where the entries are to be split as in a file of that product. */
  readonly product?: 'ksql'
  readonly defaults?: ReadonlyMap<string, string | null>
  readonly topic?: string
  readonly kafkaVersion?: KafkaVersion
  readonly replicas?: number
  readonly drops?: (key: string) => boolean
  readonly open?: boolean
}

/** The clients of one document or profile. */
export interface DraftLayer {
  /** Null = the one whose settings hold in all others of the file. */
  readonly profile: string | null
  readonly drafts: readonly Draft[]
}

/**
 * Turns drafts into blocks. A client of a profile inherits from the same client without profile, then from its parents
 * with and without profile: the order in which frameworks look a setting up.
 */
export function assemble(layers: readonly DraftLayer[], known: KnownKeys): PlacedBlock[] {
  const base = layers.find((layer) => layer.profile === null)
  return layers.flatMap((layer) =>
    layer.drafts
      .filter((draft) => draft.entries.length > 0)
      .flatMap((draft) => split(draft, layer, parentOf(draft, layer, base), layers, known)),
  )
}

function find(layer: DraftLayer | undefined, id: string): Draft | undefined {
  return layer?.drafts.find((draft) => draft.id === id && draft.entries.length > 0)
}

/** The chain of everything that a draft inherits, as one block after another. */
function parentOf(draft: Draft, layer: DraftLayer, base: DraftLayer | undefined): PlacedBlock | null {
  const below = layer === base ? undefined : base
  const chain: [Draft, DraftLayer][] = []
  const same = find(below, draft.id)
  if (same !== undefined && below !== undefined) chain.push([same, below])
  for (const id of draft.parents)
    for (const candidate of [layer, below]) {
      const found = find(candidate, id)
      if (found !== undefined && candidate !== undefined) chain.push([found, candidate])
    }
  return chain.reduceRight<PlacedBlock | null>(
    (parent, [found, from]) => blockOf(found, from, parent, false),
    null,
  )
}

function blockOf(
  draft: Draft,
  layer: DraftLayer,
  parent: PlacedBlock | null,
  joinsGroup: boolean,
): PlacedBlock {
  const { role, roleFrom = 'prefix', dialect = 'java', prefix, entries, pathOf } = draft
  const { profile } = layer
  return {
    role,
    roleFrom,
    dialect,
    prefix,
    profile,
    entries,
    parent,
    joinsGroup,
    complete: false,
    pathOf,
    ...factsOf(draft),
  }
}

type Facts = Pick<Block, 'defaults' | 'drops' | 'kafkaVersion' | 'open' | 'replicas' | 'topic'>

function factsOf(draft: Draft): Facts {
  const { defaults, drops, kafkaVersion, open = false, replicas, topic } = draft
  return {
    ...(defaults === undefined ? {} : { defaults }),
    ...(open ? { open } : {}),
    ...(drops === undefined ? {} : { drops }),
    ...(kafkaVersion === undefined ? {} : { kafkaVersion }),
    ...(replicas === undefined ? {} : { replicas }),
    ...(topic === undefined ? {} : { topic }),
  }
}

const splitRoles: readonly Role[] = ['streams', 'connect', 'connector']

/** Streams, workers and connectors hold settings of several clients under prefixes of their own. */
function split(
  draft: Draft,
  layer: DraftLayer,
  parent: PlacedBlock | null,
  layers: readonly DraftLayer[],
  known: KnownKeys,
): PlacedBlock[] {
  const inherited = layers.some(({ drafts }) =>
    drafts.some(({ parents, joinsGroup, entries }) => {
      return joinsGroup && entries.length > 0 && parents.includes(draft.id)
    }),
  )
  const joins = draft.joinsGroup && !inherited
  if (!splitRoles.includes(draft.role) && draft.product === undefined)
    return [blockOf(draft, layer, parent, joins)]
  const { role, roleFrom = 'prefix', prefix, entries, product = 'kafka' } = draft
  const inner = blocksOf(entries, { product, role, roleFrom }, 'java', known)
  const done = new Map<Block, PlacedBlock>()
  const placed = (block: Block): PlacedBlock => {
    let made = done.get(block)
    if (made === undefined) {
      const outer = block.parent === null ? (block.role === role ? parent : null) : placed(block.parent)
      made = {
        ...block,
        // They are the very entries that came in.
        entries: block.entries as readonly PlacedEntry[],
        prefix: prefix + block.prefix,
        profile: layer.profile,
        parent: outer,
        joinsGroup: block.joinsGroup && (block.prefix !== '' || joins),
        complete: false,
        pathOf: (key, beside) => draft.pathOf(block.prefix + key, beside),
        ...factsOf({ ...draft, ...(block.defaults === undefined ? {} : { defaults: block.defaults }) }),
      }
      done.set(block, made)
    }
    return made
  }
  return inner.map(placed)
}
