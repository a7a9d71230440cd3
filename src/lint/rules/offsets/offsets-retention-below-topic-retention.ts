import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { liveGroup, liveNumber, topicSetting, topicsOf } from '../kit/cluster'
import { report, rule } from '../kit/rule'
import { wholeNumber } from '../../values'

const MINUTE = 60_000

/** After `offsets.retention.minutes` without members a group has forgotten where it was, while its records are there. */
export const offsetsRetentionBelowTopicRetention = rule({
  id: 'offsets-retention-below-topic-retention',
  severity: 'info',
  preset: 'cluster',
  roles: ['consumer', 'client'],
  keys: ['group.id'],
  check(context) {
    const entry = context.explicit('group.id')
    const found = liveGroup(context)
    const offsets = liveNumber(context, 'offsets.retention.minutes')
    if (entry === null || found === null || offsets === null) return null
    const longest = longestRetention(context, found.group.topics)
    if (longest === null || offsets * MINUTE >= longest.ms) return null
    const minutes = Math.floor(longest.ms / MINUTE)
    return report(
      entry,
      longest.ms === Infinity
        ? text('lint.offsets-retention-below-topic-retention.forever', found.id, offsets, longest.topic)
        : text('lint.offsets-retention-below-topic-retention', found.id, offsets, longest.topic, minutes),
    )
  },
})

/** The topic that keeps its records longest, ms; -1 is without end. Compacted topics keep what no time limits. */
function longestRetention(
  context: RuleContext,
  topics: readonly string[],
): { readonly topic: string; readonly ms: number } | null {
  let longest: { topic: string; ms: number } | null = null
  for (const [topic, snapshot] of topicsOf(context, { members: null, topics }) ?? []) {
    if (snapshot.config === null) continue
    const written = topicSetting(context, snapshot, 'retention.ms', 'log.retention.ms')
    const value = written === null ? hours(context) : wholeNumber(written)
    if (value === null) continue
    const ms = value < 0 ? Infinity : value
    if (longest === null || ms > longest.ms) longest = { topic, ms }
  }
  return longest
}

function hours(context: RuleContext): number | null {
  const minutes = liveNumber(context, 'log.retention.minutes')
  if (minutes !== null) return minutes * MINUTE
  const value = liveNumber(context, 'log.retention.hours')
  return value === null ? null : value * 60 * MINUTE
}
