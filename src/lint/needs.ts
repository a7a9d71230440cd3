/**
 * What rules and hovers want to know of a running cluster. Whoever makes a snapshot reads these and no more; that
 * nothing else is looked at is checked by the types, that all of it is, by a test.
 */

/** Settings of brokers. */
export const brokerNeeds = [
  'auto.create.topics.enable',
  'compression.type',
  'connections.max.idle.ms',
  'fetch.max.bytes',
  'group.consumer.heartbeat.interval.ms',
  'group.coordinator.rebalance.protocols',
  'group.max.session.timeout.ms',
  'group.min.session.timeout.ms',
  'log.retention.hours',
  'log.retention.minutes',
  'log.retention.ms',
  'message.max.bytes',
  'min.insync.replicas',
  'offsets.retention.minutes',
  'replica.selector.class',
  'transaction.max.timeout.ms',
] as const
export type BrokerNeed = (typeof brokerNeeds)[number]

/** Settings of topics. */
export const topicNeeds = [
  'compression.type',
  'max.message.bytes',
  'min.insync.replicas',
  'retention.ms',
] as const
export type TopicNeed = (typeof topicNeeds)[number]

/** Settings of clients that are held against every topic, as nobody knows which ones the client will use. */
export const everyTopicKeys: ReadonlySet<string> = new Set([
  'acks',
  'compression.type',
  'max.partition.fetch.bytes',
  'max.request.size',
])
