import { errorText, laglineError } from '../model/errors'
import { KafkaError, type KafkaErrorCode } from '../model/kafka-errors'
import type { Configs, Outcome } from '../model/cluster-client'
import { brokerError } from './broker-errors'
import type { Via } from './brokers'
import { describeConfigs, type DescribeConfigsResponse } from './wire/describe-configs'

/** org.apache.kafka.common.config.ConfigResource.Type. */
const TOPIC_RESOURCE = 2
const BROKER_RESOURCE = 4
const GROUP_RESOURCE = 32

/** Topics in one request: with a handful of settings each, its answer stays below some 100 KB. */
const TOPICS_AT_ONCE = 500

type Resource = DescribeConfigsResponse['resources'][number]

/** Settings of one group by name, as any broker holds them. */
export async function readGroupConfigs(
  via: Via,
  group: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const resources = [{ type: GROUP_RESOURCE, name: group, keys: names }]
  const [found] = (await via.send(describeConfigs, { resources })).resources
  const error = found?.error ?? KafkaError.none
  // A broker without settings of groups does not know that type of resource.
  if (error === KafkaError.invalidRequest)
    throw laglineError('unsupported', errorText('error.unsupported', 'DescribeConfigs', '4.0'), {
      kafka: error,
    })
  if (error !== KafkaError.none) throw brokerError(error, { group })
  return new Map(
    (found?.configs ?? []).flatMap(({ name, value }): [string, string][] =>
      value === null ? [] : [[name, value]],
    ),
  )
}

/** Settings of a broker as it holds them itself: nobody else tells them. */
export async function readBrokerConfigs(
  via: Via,
  broker: number,
  names: readonly string[],
): Promise<Configs> {
  const resources = [{ type: BROKER_RESOURCE, name: String(broker), keys: names }]
  const [found] = (await via.send(describeConfigs, { resources })).resources
  const error = found?.error ?? KafkaError.none
  if (error !== KafkaError.none) throw brokerError(error, {})
  return configsOf(found)
}

/** Settings of topics as any broker holds them; one request for each 500 topics, one after the other. */
export async function readTopicConfigs(
  via: Via,
  topics: readonly string[],
  names: readonly string[],
): Promise<ReadonlyMap<string, Outcome<Configs>>> {
  const found = new Map<string, Outcome<Configs>>()
  for (let at = 0; at < topics.length; at += TOPICS_AT_ONCE) {
    const some = topics.slice(at, at + TOPICS_AT_ONCE)
    const resources = some.map((name) => ({ type: TOPIC_RESOURCE, name, keys: names }))
    for (const resource of (await via.send(describeConfigs, { resources })).resources)
      found.set(resource.name, outcomeOf(resource))
  }
  return found
}

function outcomeOf(resource: Resource): Outcome<Configs> {
  const { error, name } = resource
  return error === KafkaError.none
    ? { ok: true, value: configsOf(resource) }
    : { ok: false, error: topicError(error, name) }
}

function topicError(error: KafkaErrorCode, topic: string): ReturnType<typeof brokerError> {
  return brokerError(error, { partition: { topic, partition: 0 } })
}

/** A secret comes as null too, which says nothing of whether it is set. */
function configsOf(resource: Resource | undefined): Configs {
  const known = (resource?.configs ?? []).filter(({ secret }) => !secret)
  return new Map(known.map(({ name, value }) => [name, value]))
}
