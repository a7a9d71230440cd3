import { RealCluster } from '../broker/cluster'
import { never } from '../broker/client'
import { bench } from '../support/bench'
import { startBroker } from '../support/kafka/broker'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type Proxy, startProxy } from '../support/kafka/proxy'
import { currentKafka } from '../support/kafka/versions'
import { ownedFolder } from '../support/owned'

const topics = Array.from({ length: 50 }, (_, i) => `bench-${i}`)
const groups = Array.from({ length: 200 }, (_, i) => `bench-group-${i}`)

bench('requests on the wire', async (measure) => {
  const broker = await startBroker({ version: currentKafka })
  const oracle = await startOracle(broker)
  const folder = ownedFolder('bench')
  const [node] = broker.nodes
  if (!node) throw new Error('The broker has no node.')
  const proxy = await startProxy(node)
  const real = new RealCluster(proxy.bootstrap, folder.path)
  const { cluster } = real
  try {
    await fill(oracle)
    await cluster.connect(never())
    const group = groups[0] ?? ''
    measure('requestsLag200', await sent(proxy, () => cluster.refresh({ kind: 'groups' }, never())))
    measure('requestsGroup50', await sent(proxy, () => cluster.refresh({ kind: 'group', group }, never())))
    const reset = async (): Promise<void> => {
      const scenario = { kind: 'toDatetime', time: 1_000_000 } as const
      const plan = await cluster.plan(
        { group, scenario, scope: { kind: 'group' }, purpose: 'reset' },
        never(),
      )
      const { done } = await cluster.apply(plan, never())
      if (done.length !== 100) throw new Error(`The reset changed ${done.length} partitions, not 100.`)
    }
    measure('requestsReset', await sent(proxy, reset))
  } finally {
    await real.end()
    await proxy.stop()
    await oracle.stop()
    await broker.stop()
    await folder.remove()
  }
})

/** Two partitions with ten records each in every topic, all of them committed by every group. */
async function fill(oracle: Oracle): Promise<void> {
  await Promise.all(topics.map((topic) => oracle.createTopic(topic, { partitions: 2 })))
  const places = topics.flatMap((topic) => [0, 1].map((partition) => ({ topic, partition })))
  for (const { topic, partition } of places)
    await oracle.produce(topic, partition, 10, { timestamp: 1_000_000 - 5, stepMs: 1 })
  await oracle.commit(
    groups,
    places.map((place) => ({ ...place, offset: 7 })),
  )
}

/** How many requests a broker sees while something is done. */
async function sent(proxy: Proxy, work: () => Promise<void>): Promise<number> {
  proxy.clear()
  await work()
  return proxy.requests.length
}
