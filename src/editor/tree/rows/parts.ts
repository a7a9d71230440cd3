import type { TotalLag } from '../../../lag/lag-types'
import { treeTexts } from '../../texts/tree'
import type { Words } from '../../words'
import { tellerOf } from '../../words'

/** `6 partitions`, `1 partition`. */
export function partitionsPhrase(count: number, words: Words): string {
  const t = tellerOf(words, treeTexts)
  return count === 1 ? t('partitions.one') : t('partitions', count)
}

/** `2 members`, `1 member`. */
export function membersPhrase(count: number, words: Words): string {
  const t = tellerOf(words, treeTexts)
  return count === 1 ? t('members.one') : t('members', count)
}

/** `lag 1,204`, `lag at least 3`, `lag unknown`; null = lag has not been read. */
export function lagPhrase(total: TotalLag | null, words: Words): string | null {
  if (total === null) return null
  const t = tellerOf(words, treeTexts)
  if (total.lag === null) return t('lag.unknown')
  return total.atLeast ? t('lag.atLeast', total.lag) : t('lag', total.lag)
}

/** Partition numbers with runs shortened: `0–3, 5`. */
export function numberRuns(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const number of sorted) {
    const last = runs.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
