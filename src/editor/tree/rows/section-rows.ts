import type { ClusterSnapshot } from '../../../clusters/types'
import type { VerdictKind } from '../../../lag/lag-types'
import { treeTexts } from '../../texts/tree'
import type { Words } from '../../words'
import { tellerOf } from '../../words'
import type { Row } from '../row'
import { phrase, spoken, tokens } from '../row'

export type Section = 'groups' | 'topics' | 'brokers'

/** Groups, Topics and Brokers under a cluster. `shown`: how many pass the filter; null = no filter. */
export function sectionRow(
  section: Section,
  snapshot: ClusterSnapshot,
  shown: number | null,
  words: Words,
): Row {
  const t = tellerOf(words, treeTexts)
  const parts = [
    count(section, snapshot, shown, words),
    ...(section === 'groups' ? troubles(snapshot, words) : []),
  ]
  const label = t(`section.${section}`)
  return {
    label,
    description: phrase(parts),
    tooltip: [],
    icon: {
      id: { groups: 'organization', topics: 'list-unordered', brokers: 'server' }[section],
      color: null,
    },
    context: tokens(section, []),
    accessible: spoken([label, ...parts]),
    folding: section === 'groups' ? 'expanded' : 'collapsed',
  }
}

function count(
  section: Section,
  snapshot: ClusterSnapshot,
  shown: number | null,
  words: Words,
): string | null {
  const known =
    section === 'brokers'
      ? snapshot.brokers?.length
      : (section === 'groups' ? snapshot.groups : snapshot.topics)?.size
  if (known === undefined) return null
  if (shown === null || section === 'brokers') return words.format.number(known)
  return tellerOf(words, treeTexts)('section.shown', shown, known)
}

/** What somebody should look at first, worst first. */
function troubles(snapshot: ClusterSnapshot, words: Words): (string | null)[] {
  const t = tellerOf(words, treeTexts)
  const of = (kind: VerdictKind): number =>
    [...(snapshot.groups?.values() ?? [])].filter((group) => group.verdict.kind === kind).length
  const say = (kind: 'stuck' | 'fallingBehind' | 'stopped'): string | null => {
    const number = of(kind)
    return number === 0 ? null : t(`section.${kind}`, number)
  }
  return [say('stuck'), say('fallingBehind'), say('stopped')]
}
