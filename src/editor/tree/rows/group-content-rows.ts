import type { GroupPartition } from '../../../clusters/types'
import type { Member } from '../../../model/groups'
import { treeTexts } from '../../texts/tree'
import type { Words } from '../../words'
import { tellerOf } from '../../words'
import type { Row } from '../row'
import { phrase, spoken, tokens } from '../row'
import { lagPhrase, membersPhrase, numberRuns, partitionsPhrase } from './parts'
import type { GroupRights } from './group-row'

/** A topic of a group, with the sum of its partitions. */
export function groupTopicRow(
  topic: string,
  partitions: readonly GroupPartition[],
  words: Words,
  movable = false,
): Row {
  const t = tellerOf(words, treeTexts)
  const known = partitions.flatMap(({ lag }) => (lag.lag === null ? [] : [lag.lag]))
  const total = {
    lag: known.length === 0 ? null : known.reduce((sum, lag) => sum + lag, 0),
    atLeast: known.length < partitions.length,
    partitions: partitions.length,
    lost: partitions.reduce((sum, { lag }) => sum + lag.lost, 0n),
  }
  const parts = [lagPhrase(total, words), partitionsPhrase(partitions.length, words)]
  return {
    label: topic,
    description: phrase(parts),
    tooltip: [],
    icon: { id: 'list-unordered', color: null },
    context: tokens('groupTopic', [movable && 'movable']),
    accessible: t('groupTopic.accessible', topic, spoken(parts)),
    folding: 'collapsed',
  }
}

/** A partition as the group sees it: lag, where it stands, who holds it. */
export function groupPartitionRow(
  partition: GroupPartition,
  rights: Pick<GroupRights, 'writable'> & { readonly movable: boolean },
  words: Words,
): Row {
  const t = tellerOf(words, treeTexts)
  const parts = [...positionParts(partition, words), holder(partition, words)]
  return {
    label: String(partition.partition),
    description: phrase(parts),
    tooltip: partitionTooltip(partition, words),
    icon: null,
    context: tokens('groupPartition', [rights.writable && rights.movable && 'movable']),
    accessible: t('partition.accessible', String(partition.partition), partition.topic, spoken(parts)),
    folding: 'none',
  }
}

function positionParts(partition: GroupPartition, words: Words): (string | null)[] {
  const { commit, start, end, lag } = partition
  const t = tellerOf(words, treeTexts)
  if (commit?.shareLag !== undefined) return sharePositionParts(commit.offset, partition, words)
  // A negative offset can be stored, and Kafka's clients read it as none.
  if (commit === null || commit.offset < 0n)
    return [
      t('partition.notCommitted'),
      end === null ? t('partition.noLeader') : t('partition.waiting', end - (start ?? 0n)),
    ]
  if (end === null) return [t('partition.noLeader'), t('partition.at.endUnknown', commit.offset)]
  return [
    lag.lag === null ? t('lag.unknown') : t('lag', lag.lag),
    lag.lost > 0n ? t('lost', lag.lost) : null,
    lag.beyondEnd > 0n ? t('partition.beyondEnd', lag.beyondEnd) : t('partition.at', commit.offset, end),
  ]
}

/** Of a share group: where it starts, beside the lag that the broker tells. */
function sharePositionParts(from: bigint, { end, lag }: GroupPartition, words: Words): (string | null)[] {
  const t = tellerOf(words, treeTexts)
  if (from < 0n) return [t('partition.notStarted'), end === null ? t('partition.noLeader') : null]
  const waits = lag.lag === null ? t('lag.unknown') : t('lag', lag.lag)
  if (end === null) return [waits, t('partition.noLeader'), t('partition.start.endUnknown', from)]
  return [
    waits,
    lag.beyondEnd > 0n ? t('partition.startBeyondEnd', lag.beyondEnd) : t('partition.start', from, end),
  ]
}

function holder({ member }: GroupPartition, words: Words): string | null {
  return member === null ? null : tellerOf(words, treeTexts)('partition.held', member.clientId, member.host)
}

function partitionTooltip(
  { topic, partition, commit, start, end, lag, member }: GroupPartition,
  words: Words,
): string[] {
  const t = tellerOf(words, treeTexts)
  const lines = [t('partition.tooltip.name', String(partition), topic)]
  const share = commit?.shareLag !== undefined
  if (share)
    lines.push(
      commit.offset < 0n
        ? t('partition.tooltip.shareStart.none')
        : t('partition.tooltip.shareStart', commit.offset),
      t(commit.shareLag === null ? 'partition.tooltip.shareLag.none' : 'partition.tooltip.shareLag'),
    )
  else
    lines.push(
      commit === null ? t('partition.notCommitted') : t('partition.tooltip.committed', commit.offset),
    )
  if (start !== null) lines.push(t('partition.tooltip.start', start))
  lines.push(end === null ? t('partition.noLeader') : t('partition.tooltip.end', end))
  if (lag.lost > 0n) lines.push(t('partition.tooltip.lost', lag.lost))
  // Members of a share group hold partitions together; each of them tells which.
  if (share) return lines
  if (member === null) lines.push(t('partition.free'))
  else {
    lines.push(t('partition.tooltip.member', member.clientId, member.host, member.memberId))
    if (member.instanceId !== null) lines.push(t('partition.tooltip.instance', member.instanceId))
  }
  return lines
}

/** The row that holds a group's members. */
export function membersRow(count: number, words: Words): Row {
  const t = tellerOf(words, treeTexts)
  return {
    label: t('members.label'),
    description: words.format.number(count),
    tooltip: [],
    icon: { id: 'organization', color: null },
    context: tokens('members', []),
    accessible: spoken([t('members.label'), membersPhrase(count, words)]),
    folding: 'collapsed',
  }
}

/** A member: where it runs and what it holds. */
export function memberRow(member: Member, words: Words): Row {
  const t = tellerOf(words, treeTexts)
  const byTopic = new Map<string, number[]>()
  for (const { topic, partition } of member.assignment)
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), partition])
  const held = [...byTopic].map(([topic, numbers]) => t('member.holds', topic, numberRuns(numbers)))
  const holds = held.length === 0 ? t('member.holdsNothing') : phrase(held)
  return {
    label: member.clientId,
    description: phrase([member.host, holds]),
    tooltip: [
      member.memberId,
      ...(member.instanceId === null ? [] : [t('partition.tooltip.instance', member.instanceId)]),
      ...held,
    ],
    icon: { id: 'person', color: null },
    context: tokens('member', [member.instanceId !== null && 'static']),
    accessible: t(
      'member.accessible',
      member.clientId,
      member.host,
      held.length === 0 ? holds : spoken(held),
    ),
    folding: 'none',
  }
}
