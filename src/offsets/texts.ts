import { textsOf, type Text } from '../model/text'
import { offsetsTexts } from '../model/texts/offsets'
import { partitionKey, type TopicPartition } from '../model/topics'

/** Makes a text of this room's table. */
export const say = textsOf(offsetsTexts)

/** `3 partitions`, `1 partition`. */
export function partitionCount(count: number): Text {
  return count === 1 ? say('offsets.count.partitions.one') : say('offsets.count.partitions.many', count)
}

export function topicCount(count: number): Text {
  return count === 1 ? say('offsets.count.topics.one') : say('offsets.count.topics.many', count)
}

/** How many names stand in one sentence before the rest is counted. */
const NAMES_SHOWN = 5

/** `a, b, c`, or `a, b, c, d, e and 7 more`. Not to be called with an empty list. */
export function listOf(names: readonly (string | Text)[]): Text | string {
  const [first = '', ...rest] = names.slice(0, NAMES_SHOWN)
  const shown = rest.reduce<Text | string>((list, name) => say('offsets.list.pair', list, name), first)
  const more = names.length - NAMES_SHOWN
  return more > 0 ? say('offsets.andMore', shown, more) : shown
}

/** Partitions by name, `orders-0, orders-3`. */
export function partitionList(partitions: readonly TopicPartition[]): Text | string {
  return listOf(partitions.map((p) => partitionKey(p.topic, p.partition)))
}
