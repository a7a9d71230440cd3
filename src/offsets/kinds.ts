import type { Text } from '../model/text'
import type { GroupFacts } from './facts'
import { say } from './texts'

/** Kafka Connect names the group of a sink connector so (connect: SinkUtils.consumerGroupId). */
const CONNECT_PREFIX = 'connect-'
/** Kafka Streams names its internal topics `<application id>-…` with these ends. */
const STREAMS_SUFFIXES = ['-changelog', '-repartition']
/** Kafka Streams' own assignor (StreamsPartitionAssignor), and how it names the clients of its threads. */
const STREAMS_ASSIGNOR = 'stream'
const STREAMS_CLIENT = /-StreamThread-\d+-consumer$/
/** MirrorMaker keeps the offsets it translated in a topic `<source>.checkpoints.internal` (MirrorClient, KIP-545). */
const CHECKPOINTS = '.checkpoints.internal'
/** What people call groups of MirrorMaker. */
const MIRROR_NAME = /mirror-?maker|^mm2\b/i
/** A group of thousands of mirrored topics comes from a handful of clusters. */
const MIRROR_CANDIDATES = 20

/** Groups whose offsets are not all of their state, or that somebody else writes too. Most telling first. */
export function kindWarnings(facts: GroupFacts): Text[] {
  const { id } = facts.group
  const warnings: Text[] = []
  if (facts.movedAlone !== undefined)
    warnings.push(say('offsets.warning.hidden', id, { time: facts.movedAlone }))
  if (id.startsWith(CONNECT_PREFIX)) warnings.push(say('offsets.warning.connect', id))
  const streams = streamsWarning(facts)
  if (streams !== null) warnings.push(streams)
  const mirror = mirrorWarning(facts)
  if (mirror !== null) warnings.push(mirror)
  return warnings
}

/** Topics that exist where MirrorMaker brings these topics, and may be writing the group's offsets too. */
export function mirrorTopics(topics: Iterable<string>): string[] {
  const sources = new Set<string>()
  for (const topic of topics)
    for (let dot = topic.indexOf('.'); dot > 0; dot = topic.indexOf('.', dot + 1)) {
      if (sources.size >= MIRROR_CANDIDATES) break
      sources.add(topic.slice(0, dot))
    }
  return [...sources].map((source) => `${source}${CHECKPOINTS}`)
}

function streamsWarning({ group, partitions, knownTopics }: GroupFacts): Text | null {
  const { id } = group
  const own = (topic: string): boolean =>
    topic.startsWith(`${id}-`) && STREAMS_SUFFIXES.some((suffix) => topic.endsWith(suffix))
  const topic = partitions.find((row) => own(row.topic))?.topic ?? [...(knownTopics ?? [])].find(own)
  if (topic !== undefined) return say('offsets.warning.streams', id, topic)
  const threads = group.members.some(({ clientId }) => STREAMS_CLIENT.test(clientId))
  return threads || group.assignor === STREAMS_ASSIGNOR ? say('offsets.warning.streams.members', id) : null
}

function mirrorWarning({ group, partitions, knownTopics }: GroupFacts): Text | null {
  const found = mirrorTopics(new Set(partitions.map((row) => row.topic))).find((t) => knownTopics?.has(t))
  if (found !== undefined)
    return say('offsets.warning.mirror', group.id, found.slice(0, -CHECKPOINTS.length), found)
  return MIRROR_NAME.test(group.id) ? say('offsets.warning.mirror.name', group.id) : null
}
