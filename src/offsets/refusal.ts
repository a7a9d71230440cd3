import { isInactive, type GroupDescription, type Member } from '../model/groups'
import type { Text } from '../model/text'
import type { PlanSummary } from './plan-types'
import { listOf, say } from './texts'

/**
 * Why the offsets of a group must not be moved now; null = they may. Asked when a plan is made and again right before
 * it is carried out. The rules are ConsumerGroupCommand's and ShareGroupCommand's: inactive, and a group of consumers
 * (or of nobody yet).
 */
export function groupRefusal(group: GroupDescription): Text | null {
  if (group.type === 'streams') return say('offsets.refusal.streams', group.id)
  const ours = group.protocolType === '' || group.protocolType === 'consumer' || group.type === 'share'
  if (!ours) return say('offsets.refusal.protocol', group.id, group.protocolType)
  if (group.members.length > 0) return membersRefusal(group.id, group.members)
  return isInactive(group.state) ? null : say('offsets.refusal.state', group.id, group.state)
}

/** True where only members, or a rebalance, stand in the way: it goes once everybody has left. */
export function canWait(group: GroupDescription): boolean {
  return groupRefusal(group) !== null && groupRefusal({ ...group, members: [], state: 'Empty' }) === null
}

function membersRefusal(group: string, members: readonly Member[]): Text {
  const who = memberNames(members)
  if (members.some((m) => m.instanceId !== null)) return say('offsets.refusal.static', group, who)
  return say(
    members.length === 1 ? 'offsets.refusal.members.one' : 'offsets.refusal.members.many',
    group,
    who,
  )
}

/** `consumer-1 on 10.0.0.7, consumer-2 on 10.0.0.9 and 12 more`. Not to be called with an empty list. */
export function memberNames(members: readonly Member[]): Text | string {
  return listOf(members.map(memberText))
}

/** Who it is, as a person would look for them: `consumer-1 on 10.0.0.7`. */
export function memberText(member: Member): Text {
  return member.instanceId === null
    ? say('offsets.member', member.clientId, member.host)
    : say('offsets.member.static', member.clientId, member.host, member.instanceId)
}

/** Why a plan that the group would allow does nothing all the same; null = it does something. */
export function emptyRefusal(
  { id, type }: GroupDescription,
  summary: PlanSummary,
  wholeGroup: boolean,
): Text | null {
  if (summary.moved > 0) return null
  if (summary.partitions === 0 && wholeGroup)
    return say(type === 'share' ? 'offsets.refusal.noStarts' : 'offsets.refusal.noCommits', id)
  if (summary.partitions === 0) return say('offsets.refusal.noPartitions')
  return summary.blocked > 0 && summary.unchanged === 0
    ? say('offsets.refusal.allBlocked')
    : say('offsets.refusal.allThere')
}
