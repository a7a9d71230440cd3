import type { KnownKeys } from '../../catalogue/known-keys'
import type { Format } from '../../document'
import { assemble, type Draft, type DraftLayer } from '../placed/assemble'
import type { Leaf, PlacedBlock } from '../placed/leaf'
import { springDrafts } from '../spring/drafts'
import { micronautDrafts } from './micronaut'
import { quarkusDrafts } from './quarkus'

/** What a framework makes of a file. */
export interface FrameworkBlocks {
  readonly format: Format
  readonly blocks: readonly PlacedBlock[]
}

interface Framework {
  readonly format: Format
  readonly isUsed: RegExp
  drafts(leaves: readonly Leaf[], known: KnownKeys): Draft[]
}

/** The first one that a file uses has it. */
const frameworks: readonly Framework[] = [
  {
    format: 'spring',
    isUsed: /^(?:%[^.]+\.)?spring\.(?:kafka|cloud\.stream\.kafka)[.[]/i,
    drafts: springDrafts,
  },
  {
    format: 'quarkus',
    isUsed: /^(?:%[^.]+\.)?(?:mp\.messaging\.|quarkus\.kafka|kafka-streams\.)/,
    drafts: quarkusDrafts,
  },
  { format: 'micronaut', isUsed: /^kafka\.(?:consumers|producers|streams)\./, drafts: micronautDrafts },
  // What both call the servers of all clients.
  { format: 'quarkus', isUsed: /^(?:%[^.]+\.)?kafka\.bootstrap\.servers$/, drafts: quarkusDrafts },
]

const activation = /^spring\.(?:config\.activate\.on-?profile|profiles)$/i

/**
 * The blocks of a file of properties, flat or nested. Null = it configures no Kafka client.
 * @param documents the leaves of each document of the file.
 */
export function frameworkBlocks(documents: readonly Leaf[][], known: KnownKeys): FrameworkBlocks | null {
  const framework = frameworks.find(({ isUsed }) =>
    documents.some((leaves) => leaves.some(({ path }) => isUsed.test(path))),
  )
  if (framework === undefined) return null
  const layers: DraftLayer[] = []
  documents.forEach((leaves, index) => {
    for (const { profile, prefix, leaves: own } of profilesOf(leaves)) {
      // A second document without a profile goes over the first one, as a profile does.
      const isBase = profile === null && layers.every((layer) => layer.profile !== null)
      const drafts = framework.drafts(own, known)
      layers.push({
        profile: isBase ? null : (profile ?? String(index + 1)),
        drafts: prefix === '' ? drafts : drafts.map((draft) => behind(prefix, draft)),
      })
    }
  })
  const blocks = assemble(layers, known)
  return blocks.length === 0 ? null : { format: framework.format, blocks }
}

interface Profile {
  readonly profile: string | null
  /** What stands before the path of each of its leaves. */
  readonly prefix: string
  /** With paths behind the prefix. */
  readonly leaves: Leaf[]
}

/** Spring gives a document a profile, Quarkus each of its keys (`%dev.`). */
function profilesOf(leaves: readonly Leaf[]): Iterable<Profile> {
  const whole = leaves.find(({ path }) => activation.test(path))?.value ?? null
  const found = new Map<string, Profile>()
  for (const leaf of leaves) {
    const prefix = leaf.path.startsWith('%') ? (/^%[^.]+\./.exec(leaf.path)?.[0] ?? '') : ''
    let profile = found.get(prefix)
    if (profile === undefined) {
      const name = prefix === '' ? whole : prefix.slice(1, -1)
      found.set(prefix, (profile = { profile: name, prefix, leaves: [] }))
    }
    profile.leaves.push(prefix === '' ? leaf : { ...leaf, path: leaf.path.slice(prefix.length) })
  }
  return found.values()
}

function behind(prefix: string, draft: Draft): Draft {
  return { ...draft, pathOf: (key, beside) => prefix + draft.pathOf(key, beside) }
}
