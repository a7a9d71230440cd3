import type { Outcome } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import type { GroupDescription, GroupListing, GroupType, Member } from '../model/groups'
import { comparePartitions, PartitionMap } from '../model/topics'
import { partitionLag, shareLag, totalLag } from '../lag/lag'
import type { GroupPartition, GroupSnapshot } from './types'
import { say } from './texts'

/** What a beat says of one group; absent parts were not asked for. */
export interface GroupReading {
  readonly listing?: GroupListing | undefined
  readonly description?: Outcome<GroupDescription> | undefined
  readonly commits?: Outcome<Commits> | undefined
  readonly starts: PartitionMap<bigint>
  readonly ends: PartitionMap<bigint>
  /** Epoch ms. */
  readonly at: number
}

/** The group as it is now: what was read, and what was known where nothing was. The verdict is put in by the caller. */
export function groupSnapshot(
  id: string,
  before: GroupSnapshot | null,
  reading: GroupReading,
): GroupSnapshot {
  const { listing, description, commits, at } = reading
  const told = description?.ok === true ? description.value : listing
  const state = told?.state ?? before?.state ?? 'Unknown'
  const members = membersOf(state === 'Empty' || state === 'Dead', description, before)
  const type = told?.type ?? before?.type ?? 'unknown'
  const partitions =
    commits?.ok === true
      ? groupPartitions(type, commits.value, members, reading)
      : (before?.partitions ?? null)
  const error =
    (commits?.ok === false ? commits.error : null) ?? (description?.ok === false ? description.error : null)
  return {
    id,
    type,
    state,
    protocolType: told?.protocolType ?? before?.protocolType ?? '',
    members,
    partitions,
    lag: partitions === null ? null : totalLag(partitions.map((partition) => partition.lag)),
    verdict: before?.verdict ?? { kind: 'unknown', evidence: say('clusters.verdict.notSeen') },
    emptySince: state === 'Empty' ? (before?.emptySince ?? at) : null,
    error: error ?? (commits === undefined ? (before?.error ?? null) : null),
    at: error === null ? at : (before?.at ?? at),
  }
}

function membersOf(
  inactive: boolean,
  description: Outcome<GroupDescription> | undefined,
  before: GroupSnapshot | null,
): readonly Member[] | null {
  if (description?.ok === true) return description.value.members
  return inactive ? [] : (before?.members ?? null)
}

function groupPartitions(
  type: GroupType,
  commits: Commits,
  members: readonly Member[] | null,
  { starts, ends }: GroupReading,
): GroupPartition[] {
  const holders = new PartitionMap<Member>()
  // Several members of a share group may hold the same partition; each tells what it holds.
  if (type !== 'share')
    for (const member of members ?? [])
      for (const { topic, partition } of member.assignment) holders.set(topic, partition, member)
  const keys = [...commits.keys()]
  for (const key of holders.keys()) if (!commits.has(key.topic, key.partition)) keys.push(key)
  return keys.sort(comparePartitions).map(({ topic, partition }) => {
    const commit = commits.get(topic, partition) ?? null
    const start = starts.get(topic, partition) ?? null
    const end = ends.get(topic, partition) ?? null
    const member = holders.get(topic, partition) ?? null
    const lag = type === 'share' ? shareLag(commit, end) : partitionLag(commit, start, end)
    return { topic, partition, commit, start, end, lag, member }
  })
}
