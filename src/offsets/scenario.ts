/**
 * Where a group's offsets are to go; Kafka's own names (ConsumerGroupCommand). `toDatetime` is epoch ms: the first
 * offset whose record is at least that old.
 */
export type Scenario =
  | { readonly kind: 'earliest' }
  | { readonly kind: 'latest' }
  | { readonly kind: 'toOffset'; readonly offset: bigint }
  | { readonly kind: 'toDatetime'; readonly time: number }

/** Which partitions of the group. `group`: all that have a committed offset, as Kafka's own tool. */
export type Scope =
  | { readonly kind: 'group' }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'partition'; readonly topic: string; readonly partition: number }
