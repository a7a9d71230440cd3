import type { GroupSnapshot, TopicSnapshot } from '../../snapshot'
import type { BrokerNeed, TopicNeed } from '../../needs'
import type { RuleContext } from '../../rule'
import { wholeNumber } from '../../values'
import { written } from './settings'

/** A setting of the cluster's brokers; null = it is there and unset, undefined = not known. */
export function liveSetting(context: RuleContext, key: BrokerNeed): string | null | undefined {
  return context.snapshot?.broker[key]
}

/** A number of the cluster's broker settings; null where there is no snapshot, or the number is not in it. */
export function liveNumber(context: RuleContext, key: BrokerNeed): number | null {
  const value = liveSetting(context, key) ?? null
  return value === null ? null : wholeNumber(value)
}

/** A topic's own setting, else the broker's that stands for it; null where neither is known. */
export function topicSetting(
  context: RuleContext,
  topic: TopicSnapshot,
  key: TopicNeed,
  brokerKey: BrokerNeed,
): string | null {
  // Whether a topic that nobody may look at has a value of its own is not known.
  return topic.config === null ? null : (topic.config[key] ?? liveSetting(context, brokerKey) ?? null)
}

/** The group that a consumer's `group.id` names, where the snapshot has it. */
export function liveGroup(
  context: RuleContext,
): { readonly id: string; readonly group: GroupSnapshot } | null {
  const id = written(context, 'group.id')?.text
  const group = id === undefined ? undefined : context.snapshot?.groups[id]
  return id === undefined || group === undefined ? null : { id, group }
}

/** Topics that the group reads, with their names; null where one of them is not in the snapshot. */
export function topicsOf(
  context: RuleContext,
  group: GroupSnapshot,
): (readonly [string, TopicSnapshot])[] | null {
  const found: (readonly [string, TopicSnapshot])[] = []
  for (const name of group.topics) {
    const topic = context.snapshot?.topics[name]
    if (topic === undefined) return null
    found.push([name, topic])
  }
  return found
}
