import type { TopicPartition } from '../../model/topics'
import { api } from './api'
import type { Reader } from './reader'

export interface ConsumerGroupDescribeRequest {
  readonly groups: readonly string[]
}

/** A group of the consumer protocol (KIP-848). */
export interface DescribedConsumerGroup {
  /** 69 for a group of another type and for none. */
  readonly error: number
  readonly id: string
  readonly state: string
  readonly epoch: number
  readonly assignor: string
  readonly members: readonly {
    readonly memberId: string
    readonly instanceId: string | null
    readonly clientId: string
    readonly host: string
    readonly assignment: readonly TopicPartition[]
  }[]
}

export interface ConsumerGroupDescribeResponse {
  readonly throttleTimeMs: number
  readonly groups: readonly DescribedConsumerGroup[]
}

/** State, epoch and members of consumer-protocol groups. Version 1 adds the member type (KIP-1099). */
export const consumerGroupDescribe = api<ConsumerGroupDescribeRequest, ConsumerGroupDescribeResponse>({
  name: 'ConsumerGroupDescribe',
  key: 69,
  versions: [1, 0],
  since: '3.7',
  flexibleFrom: 0,
  write(to, _version, body) {
    to.strings(body.groups).bool(false) // no authorised operations
  },
  read(from, version) {
    return { throttleTimeMs: from.int32(), groups: from.array(() => readGroup(from, version)) }
  },
})

function readGroup(from: Reader, version: number): DescribedConsumerGroup {
  const error = from.int16()
  from.nullableString() // error message
  const id = from.string()
  const state = from.string()
  const epoch = from.int32()
  from.int32() // assignment epoch
  const assignor = from.string()
  const members = from.array(() => {
    const memberId = from.string()
    const instanceId = from.nullableString()
    from.nullableString() // rack
    from.int32() // member epoch
    const clientId = from.string()
    const host = from.string()
    from.array(() => from.string()) // subscribed topics
    from.nullableString() // subscribed pattern
    const assignment = readAssignment(from)
    readAssignment(from) // target
    if (version >= 1) from.int8() // member type
    from.tags()
    return { memberId, instanceId, clientId, host, assignment }
  })
  from.int32() // authorised operations
  from.tags()
  return { error, id, state, epoch, assignor, members }
}

/** The partitions of a member, as all groups with assignments made by the broker have them. */
export function readAssignment(from: Reader): TopicPartition[] {
  const topics = from.array(() => {
    from.uuid()
    const topic = from.string()
    const partitions = from.int32s()
    from.tags()
    return partitions.map((partition) => ({ topic, partition }))
  })
  from.tags()
  return topics.flat()
}
