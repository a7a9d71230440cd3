import type { Broker } from '../../model/topics'
import type { Reader } from './reader'

/** One broker, as both Metadata and DescribeCluster lay it out. */
export function readBroker(from: Reader): Broker {
  const broker = {
    id: from.int32(),
    host: from.string(),
    port: from.int32(),
    rack: from.nullableString(),
  }
  from.tags()
  return broker
}
