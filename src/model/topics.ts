import type { KafkaErrorCode } from './kafka-errors'

/** One partition of one topic. */
export interface TopicPartition {
  readonly topic: string
  readonly partition: number
}

export interface Broker {
  readonly id: number
  readonly host: string
  readonly port: number
  readonly rack: string | null
}

export interface Partition {
  readonly partition: number
  /** Broker id; null while the partition has no leader. */
  readonly leader: number | null
  readonly leaderEpoch: number | null
  readonly replicas: readonly number[]
  readonly isr: readonly number[]
  readonly error: KafkaErrorCode
}

export interface Topic {
  readonly name: string
  /** A UUID as Kafka prints it (URL-safe base64), null where the broker is too old to have one. */
  readonly id: string | null
  readonly internal: boolean
  readonly error: KafkaErrorCode
  /** Sorted by number. */
  readonly partitions: readonly Partition[]
}

export interface ClusterMetadata {
  readonly clusterId: string | null
  readonly controllerId: number | null
  readonly brokers: readonly Broker[]
  readonly topics: ReadonlyMap<string, Topic>
}

/** `topic-partition`, as Kafka prints it. Topic names cannot hold what would make two of these equal twice over. */
export function partitionKey(topic: string, partition: number): string {
  return `${topic}-${partition}`
}

/** By topic name, then number: the order of every list a person sees. */
export function comparePartitions(a: TopicPartition, b: TopicPartition): number {
  return a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : a.partition - b.partition
}

/** A map by topic and partition that builds no key strings: plans may have 50,000 rows. */
export class PartitionMap<T> {
  private readonly topics = new Map<string, Map<number, T>>()
  private count = 0

  get size(): number {
    return this.count
  }

  get(topic: string, partition: number): T | undefined {
    return this.topics.get(topic)?.get(partition)
  }

  has(topic: string, partition: number): boolean {
    return this.topics.get(topic)?.has(partition) ?? false
  }

  set(topic: string, partition: number, value: T): this {
    let partitions = this.topics.get(topic)
    if (partitions === undefined) this.topics.set(topic, (partitions = new Map<number, T>()))
    if (!partitions.has(partition)) this.count += 1
    partitions.set(partition, value)
    return this
  }

  /** Topic names in order of first insertion. */
  topicNames(): string[] {
    return [...this.topics.keys()]
  }

  /** The partitions of one topic, in order of first insertion. */
  ofTopic(topic: string): ReadonlyMap<number, T> {
    return this.topics.get(topic) ?? new Map<number, T>()
  }

  *entries(): IterableIterator<[TopicPartition, T]> {
    for (const [topic, partitions] of this.topics)
      for (const [partition, value] of partitions) yield [{ topic, partition }, value]
  }

  *keys(): IterableIterator<TopicPartition> {
    for (const [key] of this.entries()) yield key
  }
}
