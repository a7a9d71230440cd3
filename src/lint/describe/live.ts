import type { Block } from '../document'
import type { BrokerNeed } from '../needs'
import type { ClusterSnapshot } from '../snapshot'

/** Settings of the brokers that bound or answer a client's setting. */
const brokerSide: Readonly<Record<string, readonly BrokerNeed[]>> = {
  'session.timeout.ms': ['group.min.session.timeout.ms', 'group.max.session.timeout.ms'],
  'heartbeat.interval.ms': ['group.consumer.heartbeat.interval.ms'],
  'transaction.timeout.ms': ['transaction.max.timeout.ms'],
  'max.request.size': ['message.max.bytes'],
  'max.partition.fetch.bytes': ['message.max.bytes'],
  'fetch.max.bytes': ['fetch.max.bytes'],
  'connections.max.idle.ms': ['connections.max.idle.ms'],
  'allow.auto.create.topics': ['auto.create.topics.enable'],
  'client.rack': ['replica.selector.class'],
  'group.protocol': ['group.coordinator.rebalance.protocols'],
  acks: ['min.insync.replicas'],
  'compression.type': ['compression.type'],
  'group.instance.id': ['group.max.session.timeout.ms'],
}

/** The broker's setting that stands for a topic's where the topic has none (`LogConfig.TOPIC_CONFIG_SYNONYMS`). */
export function brokerKeyOfTopic(key: string): string {
  const same = ['min.insync.replicas', 'compression.type', 'unclean.leader.election.enable']
  if (same.includes(key) || /^compression\..*\.level$/.test(key)) return key
  if (key === 'max.message.bytes') return 'message.max.bytes'
  if (key === 'flush.messages') return 'log.flush.interval.messages'
  if (key === 'flush.ms') return 'log.flush.interval.ms'
  if (key === 'file.delete.delay.ms') return 'log.segment.delete.delay.ms'
  if (key === 'segment.ms') return 'log.roll.ms'
  if (key === 'segment.jitter.ms') return 'log.roll.jitter.ms'
  if (key === 'segment.index.bytes') return 'log.index.size.max.bytes'
  if (/^(?:delete\.retention|min\.compaction|max\.compaction|min\.cleanable)/.test(key)) {
    return `log.cleaner.${key === 'min.cleanable.dirty.ratio' ? 'min.cleanable.ratio' : key}`
  }
  return `log.${key}`
}

/** A setting of the cluster's brokers, or of a topic, with the value it has now. */
export interface LiveValue {
  readonly key: string
  /** Null = of the brokers. */
  readonly topic: string | null
  /** Null = it is unset. */
  readonly value: string | null
}

/** What the cluster says to a key of a block; empty where the snapshot has nothing of it. */
export function liveValues(
  snapshot: ClusterSnapshot,
  { role, topic }: Pick<Block, 'role' | 'topic'>,
  key: string,
): LiveValue[] {
  const own = topic === undefined ? undefined : snapshot.topics[topic]?.config?.[key]
  if (topic !== undefined && own !== undefined) return [{ key, topic, value: own }]
  const keys =
    role === 'broker' ? [key] : role === 'topic' ? [brokerKeyOfTopic(key)] : (brokerSide[key] ?? [])
  return keys.flatMap((name): LiveValue[] => {
    const value = snapshot.broker[name]
    return value === undefined ? [] : [{ key: name, topic: null, value }]
  })
}
