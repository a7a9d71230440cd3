import { errorText, laglineError } from '../model/errors'
import { KafkaError } from '../model/kafka-errors'
import { brokerError } from './broker-errors'
import type { Via } from './brokers'
import { describeConfigs } from './wire/describe-configs'

/** org.apache.kafka.common.config.ConfigResource.Type.GROUP (KIP-848). */
const GROUP_RESOURCE = 32

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
