import type { Topic } from '../model/topics'
import type { Reading, Wanted } from './reading'
import type { TopicPartitionSnapshot, TopicSnapshot } from './types'

/** The topics after a beat: the whole list where it was read, else what was known with the topics read put in. */
export function topicSnapshots(
  before: ReadonlyMap<string, TopicSnapshot> | null,
  reading: Reading,
  wanted: Wanted,
): ReadonlyMap<string, TopicSnapshot> | null {
  const { metadata } = reading
  if (metadata === null || (!reading.allTopics && wanted.topicEnds.size === 0)) return before
  const after = new Map<string, TopicSnapshot>(reading.allTopics ? [] : (before ?? []))
  for (const topic of metadata.topics.values()) {
    const ends = wanted.topicEnds.has(topic.name)
    if (!reading.allTopics && !ends) continue
    const partitions = ends ? partitionsOf(topic, reading) : keptPartitions(topic, before?.get(topic.name))
    after.set(topic.name, { topic, partitions })
  }
  return new Map([...after].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

function partitionsOf(topic: Topic, { starts, ends }: Reading): TopicPartitionSnapshot[] {
  return topic.partitions.map(({ partition, leader, replicas, isr }) => ({
    partition,
    leader,
    replicas,
    isr,
    start: starts.get(topic.name, partition) ?? null,
    end: ends.get(topic.name, partition) ?? null,
  }))
}

/** Ends of a topic nobody watches now stay as last seen; its leaders are those of now. */
function keptPartitions(topic: Topic, before: TopicSnapshot | undefined): TopicSnapshot['partitions'] {
  const old = before?.partitions
  if (old === null || old === undefined) return null
  return topic.partitions.map(({ partition, leader, replicas, isr }) => {
    const was = old.find((p) => p.partition === partition)
    return { partition, leader, replicas, isr, start: was?.start ?? null, end: was?.end ?? null }
  })
}
