import type { Commit } from '../../../src/model/commits'
import type { GroupDescription, Member } from '../../../src/model/groups'
import { englishFormat, sayWith, type Text } from '../../../src/model/text'
import { offsetsTexts } from '../../../src/model/texts/offsets'
import type { GroupFacts, PartitionFacts } from '../../../src/offsets/facts'
import { makePlan } from '../../../src/offsets/plan'
import type { Plan } from '../../../src/offsets/plan-types'
import type { Scenario, Scope } from '../../../src/offsets/scenario'

export const NOW = Date.UTC(2026, 0, 31, 12)
export const format = englishFormat('UTC')
export const say = sayWith(offsetsTexts, format)

/** A text in English; what is none is shown as it is. */
export function english(text: Text | string | null): string | null {
  return text === null || typeof text === 'string' ? text : say(text)
}

export function commit(offset: number | bigint, leaderEpoch = -1, metadata = ''): Commit {
  return { offset: BigInt(offset), leaderEpoch, metadata }
}

export function member(clientId: string, host = '10.0.0.7', instanceId: string | null = null): Member {
  return { memberId: `${clientId}-1`, instanceId, clientId, host, assignment: [] }
}

export function group(about: Partial<GroupDescription> = {}): GroupDescription {
  return {
    id: 'audit',
    type: 'classic',
    state: 'Empty',
    protocolType: 'consumer',
    assignor: null,
    epoch: null,
    coordinator: 1,
    members: [],
    ...about,
  }
}

/** A partition with a log from `start` to `end` and maybe a commit. */
export function facts(
  partition: number,
  committed: Commit | number | null,
  start: number,
  end: number,
  about: Partial<PartitionFacts> = {},
): PartitionFacts {
  return {
    topic: 'orders',
    partition,
    topicId: 'orders-id',
    committed: typeof committed === 'number' ? commit(committed) : committed,
    start: BigInt(start),
    end: BigInt(end),
    error: 0,
    ...about,
  }
}

export function groupFacts(
  partitions: readonly PartitionFacts[],
  about: Partial<GroupFacts> = {},
): GroupFacts {
  return { readAt: NOW, group: group(), partitions, leftOut: [], ...about }
}

export function planOf(
  scenario: Scenario,
  partitions: readonly PartitionFacts[],
  about: Partial<GroupFacts> = {},
  scope: Scope = { kind: 'group' },
): Plan {
  return makePlan({
    cluster: { id: 'c1', name: 'demo' },
    facts: groupFacts(partitions, about),
    purpose: { kind: 'reset', scenario, scope },
    now: NOW,
  })
}

/** Processor time of `work`, ms, the least of five runs: what else the machine does meanwhile is not measured. */
export function leastTime(work: () => unknown): number {
  const once = (): number => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
  once()
  return Math.min(...Array.from({ length: 5 }, once))
}
