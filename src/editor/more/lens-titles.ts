import type { ConnectionState, GroupSnapshot } from '../../clusters/types'
import { moreTexts } from '../texts/more'
import { groupRow, movable } from '../tree/rows/group-row'
import { tellerOf, type Words } from '../words'

/** What is known of one cluster, as far as a line above a group id needs it. */
export interface LensCluster {
  readonly id: string
  readonly name: string
  readonly readOnly: boolean
  readonly state: ConnectionState['kind']
  /** Null = its groups have not been read. */
  readonly groups: ReadonlyMap<string, GroupSnapshot> | null
}

/** One part of the line above a group id. */
export interface LensPart {
  readonly title: string
  readonly does: 'nothing' | 'connect' | 'reset' | 'chart' | 'reveal'
  /** Lagline's id; null where no cluster is meant. */
  readonly cluster: string | null
}

/** How a group does on each connected cluster that has it, and what can be done; or why that is not known. */
export function lensParts(
  group: string,
  clusters: readonly LensCluster[],
  now: number,
  words: Words,
): LensPart[] {
  const t = tellerOf(words, moreTexts)
  const connected = clusters.filter(({ state }) => state === 'connected')
  if (connected.length === 0)
    return clusters.some(({ state }) => state === 'connecting')
      ? []
      : [{ title: t('lens.connect', group), does: 'connect', cluster: null }]
  const parts: LensPart[] = []
  for (const cluster of connected) {
    const found = cluster.groups?.get(group)
    if (found !== undefined) parts.push(...partsOf(found, cluster, connected.length > 1, now, words))
  }
  if (parts.length > 0 || connected.some(({ groups }) => groups === null)) return parts
  const title =
    connected.length === 1 ? t('lens.none', group, connected[0]?.name ?? '') : t('lens.none.many', group)
  return [{ title, does: 'nothing', cluster: null }]
}

function partsOf(
  group: GroupSnapshot,
  { id, name, readOnly }: LensCluster,
  named: boolean,
  now: number,
  words: Words,
): LensPart[] {
  const t = tellerOf(words, moreTexts)
  const row = groupRow(group, { writable: false, undoable: false, now }, words)
  const how = row.description ?? ''
  const part = (title: string, does: LensPart['does']): LensPart => ({ title, does, cluster: id })
  return [
    part(named ? t('lens.on', name, how) : how, 'nothing'),
    ...(movable(group) && !readOnly ? [part(t('lens.reset'), 'reset')] : []),
    part(t('lens.chart'), 'chart'),
    part(t('lens.reveal'), 'reveal'),
  ]
}
