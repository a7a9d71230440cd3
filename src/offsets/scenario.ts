import type { TopicPartition } from '../model/topics'

/** One line of a file that names an offset for a partition. */
export interface OffsetRow extends TopicPartition {
  readonly offset: bigint
}

/**
 * Where a group's offsets are to go; Kafka's own names (ConsumerGroupCommand), beside `copyFrom`, which it does not
 * have. `toDatetime` is epoch ms: the first offset whose record is at least that old. `byDuration`: the same, `ms`
 * before the plan is made (negative: after it); `iso` is what java.time.Duration reads. `fromFile` names its own
 * partitions, `copyFrom` in a whole group those that the other group has committed.
 */
export type Scenario =
  | { readonly kind: 'earliest' }
  | { readonly kind: 'latest' }
  | { readonly kind: 'current' }
  | { readonly kind: 'toOffset'; readonly offset: bigint }
  | { readonly kind: 'shiftBy'; readonly by: bigint }
  | { readonly kind: 'toDatetime'; readonly time: number }
  | { readonly kind: 'byDuration'; readonly ms: number; readonly iso: string }
  | { readonly kind: 'fromFile'; readonly file: string; readonly rows: readonly OffsetRow[] }
  | { readonly kind: 'copyFrom'; readonly group: string }

/**
 * Which partitions of the group. `group`: all that have a committed offset, as Kafka's own tool. `parts`: whole topics
 * and single partitions side by side.
 */
export type Scope =
  | { readonly kind: 'group' }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'partition'; readonly topic: string; readonly partition: number }
  | {
      readonly kind: 'parts'
      readonly topics: readonly string[]
      readonly partitions: readonly TopicPartition[]
    }

/** The time that a scenario looks for, epoch ms; null where it looks for none. `now`: when the plan is made. */
export function timeOf(scenario: Scenario, now: number): number | null {
  if (scenario.kind === 'toDatetime') return scenario.time
  // Below 0 ListOffsets takes a timestamp for one of its special positions.
  return scenario.kind === 'byDuration' ? Math.max(0, now - scenario.ms) : null
}
