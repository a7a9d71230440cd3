import type { Broker, ClusterMetadata, Partition, Topic } from '../model/topics'
import { KafkaError } from '../model/kafka-errors'
import type { Via } from './brokers'
import { speaks } from './versions'
import type { Answer, Api } from './wire/api'
import { describeCluster } from './wire/describe-cluster'
import { metadata, type MetadataResponse } from './wire/metadata'

/** Which brokers there are. */
export interface BrokerList {
  readonly clusterId: string | null
  readonly brokers: readonly Broker[]
}

/** Asks for the brokers and nothing else. @param mark may rename the requests, for the count */
export async function readBrokers(
  via: Via,
  mark: <Q, R extends Answer>(api: Api<Q, R>) => Api<Q, R> = (api) => api,
): Promise<BrokerList> {
  if (speaks(describeCluster, via.ranges)) {
    const answer = await via.send(mark(describeCluster), {})
    if (answer.error === KafkaError.none) return answer
  }
  return via.send(mark(metadata), { topics: [] })
}

/** Asks for the topics named, or all with null. */
export async function readMetadata(via: Via, topics: readonly string[] | null): Promise<ClusterMetadata> {
  const answer = await via.send(metadata, { topics })
  return {
    clusterId: answer.clusterId,
    controllerId: known(answer.controller),
    brokers: answer.brokers,
    topics: new Map(answer.topics.map((topic) => [topic.name, readTopic(topic)])),
  }
}

function readTopic({ name, id, internal, error, partitions }: MetadataResponse['topics'][number]): Topic {
  const rows = partitions.map((row): Partition => ({
    ...row,
    leader: known(row.leader),
    leaderEpoch: known(row.leaderEpoch),
  }))
  return { name, id, internal, error, partitions: rows.sort((a, b) => a.partition - b.partition) }
}

/** -1 on the wire is nothing. */
function known(value: number): number | null {
  return value < 0 ? null : value
}
