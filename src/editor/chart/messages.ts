import type { GroupHistory, GroupPartition, GroupSnapshot } from '../../clusters/types'
import { treeTexts } from '../texts/tree'
import { chartTexts } from '../texts/chart'
import type { ChartMark, HostMessage, PanelHeader, PartitionRow } from '../../shared/chart-protocol'
import type { Words } from '../words'
import { tellerOf } from '../words'

type WindowMessage = Extract<HostMessage, { type: 'window' }>
type SampleMessage = Extract<HostMessage, { type: 'sample' }>

/** Everything kept of a group, for a page that has just loaded or whose series changed. */
export function windowMessage(
  group: GroupSnapshot,
  cluster: string,
  history: GroupHistory,
  words: Words,
): WindowMessage {
  return {
    type: 'window',
    times: history.times,
    series: history.series,
    ...numbers(group, cluster, history, words),
  }
}

/** The newest sample alone; null where there is none. */
export function sampleMessage(
  group: GroupSnapshot,
  cluster: string,
  history: GroupHistory,
  words: Words,
): SampleMessage | null {
  const time = history.times.at(-1)
  if (time === undefined) return null
  return {
    type: 'sample',
    time,
    lag: Float64Array.from(history.series, ({ lag }) => lag.at(-1) ?? NaN),
    ...numbers(group, cluster, history, words),
  }
}

function numbers(
  group: GroupSnapshot,
  cluster: string,
  history: GroupHistory,
  words: Words,
): { rows: PartitionRow[]; header: PanelHeader; marks: ChartMark[] } {
  const t = tellerOf(words, chartTexts)
  return {
    rows: (group.partitions ?? []).map((partition) => rowOf(partition, words)),
    header: header(group, cluster, words),
    marks: history.marks.map(({ at, kind }) => ({ at, kind, text: t(`chart.mark.${kind}`) })),
  }
}

/** Series are compared by name: a page drops a sample that does not fit its window. */
export function seriesKey(history: GroupHistory): string {
  return history.series.map(({ topic, partition }) => `${topic}-${partition}`).join('\n')
}

function header(group: GroupSnapshot, cluster: string, words: Words): PanelHeader {
  const t = tellerOf(words, chartTexts)
  const verdict = tellerOf(words, treeTexts)(`verdict.${group.verdict.kind}`)
  const evidence = group.verdict.evidence
  const worst = worstOf(group.partitions ?? [])
  const sentence =
    worst === null
      ? t('chart.sentence', group.id, verdict, evidence)
      : t(
          'chart.sentence.worst',
          group.id,
          verdict,
          evidence,
          `${worst.topic}-${worst.partition}`,
          worst.lag.lag ?? 0,
        )
  return { group: group.id, cluster, state: group.state, lag: group.lag?.lag ?? null, sentence }
}

/** The partition with most of the lag; null where there is none, or only one to name. */
function worstOf(partitions: readonly GroupPartition[]): GroupPartition | null {
  if (partitions.length < 2) return null
  let worst: GroupPartition | null = null
  for (const partition of partitions) if ((partition.lag.lag ?? 0) > (worst?.lag.lag ?? 0)) worst = partition
  return worst
}

function rowOf(seen: GroupPartition, words: Words): PartitionRow {
  const t = tellerOf(words, chartTexts)
  const { topic, partition, commit, start, end, lag, member } = seen
  // Where a share-partition starts is told beside it: it is no committed offset.
  const readable = commit !== null && commit.offset >= 0n && commit.shareLag === undefined
  return {
    topic,
    partition,
    committed: readable ? commit.offset.toString() : null,
    start: start?.toString() ?? null,
    end: end?.toString() ?? null,
    lag: lag.lag,
    member: member === null ? null : t('chart.member', member.clientId, member.host),
    note: noteOf(seen, words),
  }
}

function noteOf({ commit, end, lag }: GroupPartition, words: Words): string | null {
  const t = tellerOf(words, chartTexts)
  if (end === null) return t('chart.note.noLeader')
  if (commit === null) return t('chart.note.notCommitted')
  if (commit.shareLag !== undefined)
    return commit.offset < 0n ? t('chart.note.notStarted') : t('chart.note.shareStart', commit.offset)
  if (commit.offset < 0n) return t('chart.note.negative', commit.offset)
  if (lag.lost > 0n) return t('chart.note.lost', lag.lost)
  return lag.beyondEnd > 0n ? t('chart.note.beyondEnd', lag.beyondEnd) : null
}
