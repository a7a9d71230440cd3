import { never } from '../broker/client'
import { bench } from '../support/bench'
import type { Oracle } from '../support/kafka/oracle'
import type { Proxy } from '../support/kafka/proxy'
import { onOwnBroker } from './cluster'

const topics = Array.from({ length: 50 }, (_, i) => `bench-${i}`)
const groups = Array.from({ length: 200 }, (_, i) => `bench-group-${i}`)

bench('requests on the wire', (measure) =>
  onOwnBroker(async ({ oracle, proxy, real: { cluster } }) => {
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
  }),
)

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
