import type { BrokerNode } from '../support/kafka/broker'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type Proxy, startProxy } from '../support/kafka/proxy'
import type { KafkaVersion } from '../support/kafka/versions'
import { RealCluster } from './cluster'

/** What is needed of a broker to stand before it. */
export interface ProxiedBroker {
  readonly version: KafkaVersion
  readonly bootstrap: string
  readonly nodes: readonly BrokerNode[]
}

/** A cluster on a real broker with a proxy between them, and Kafka's own clients beside it. */
export interface BehindProxy {
  readonly oracle: Oracle
  readonly proxy: Proxy
  readonly real: RealCluster
  end(): Promise<void>
}

/** @param records folder of the change records. The cluster has not connected yet. */
export async function behindProxy(broker: ProxiedBroker, records: string): Promise<BehindProxy> {
  const oracle = await startOracle(broker)
  const [node] = broker.nodes
  if (node === undefined) throw new Error('The broker has no node.')
  const proxy = await startProxy(node)
  const real = new RealCluster(proxy.bootstrap, records)
  return {
    oracle,
    proxy,
    real,
    end: async () => {
      await real.end()
      await proxy.stop()
      await oracle.stop()
    },
  }
}
