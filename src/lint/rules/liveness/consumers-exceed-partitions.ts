import { text } from '../../texts'
import { liveGroup, topicsOf } from '../kit/cluster'
import { report, rule } from '../kit/rule'
import { wholeNumber } from '../../values'
import type { RuleContext } from '../../rule'
import { isClassic } from './classic'

/** A partition goes to one member of a group; members beyond the partitions wait. */
export const consumersExceedPartitions = rule({
  id: 'consumers-exceed-partitions',
  severity: 'warning',
  preset: 'cluster',
  roles: ['consumer', 'client'],
  keys: ['group.id'],
  check(context) {
    const entry = context.explicit('group.id')
    const found = liveGroup(context)
    const topics = found === null ? null : topicsOf(context, found.group)
    if (entry === null || found === null || topics === null || topics.length === 0) return null
    if (!isClassic(context)) return null
    let partitions = 0
    for (const [, topic] of topics) {
      if (topic.partitions === null) return null
      partitions += topic.partitions
    }
    const members = Math.max(found.group.members ?? 0, concurrencyOf(context))
    if (members <= partitions) return null
    return report(
      entry,
      text('lint.consumers-exceed-partitions', found.id, members, partitions, members - partitions),
    )
  },
})

/** Consumers that a Spring listener starts, times the instances of its application; 0 = not told. */
function concurrencyOf({ siblings, block }: RuleContext): number {
  for (const { block: other } of siblings) {
    if (other.role !== 'other' || other.profile !== block.profile) continue
    const entry = other.entries.find(({ key }) => key === 'spring.kafka.listener.concurrency')
    const value = wholeNumber(entry?.value ?? '')
    if (value !== null) return value * (block.replicas ?? 1)
  }
  return 0
}
