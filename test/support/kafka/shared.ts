import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Broker, type BrokerNode, startBroker } from './broker'
import { type KafkaVersion, kafkaVersions } from './versions'

/** A one-node cluster that many test files share; use topic and group names that are nobody else's. */
export type SharedBroker = Pick<Broker, 'version' | 'clusterId' | 'bootstrap' | 'port'> & {
  readonly nodes: readonly BrokerNode[]
}

/** Environment variable with the address at which {@link lendBrokers} answers. */
const addressOf = 'LAGLINE_BROKERS'

/**
 * The run's shared broker of a version, started when it is first asked for and ended with the run.
 * @throws outside a run with {@link lendBrokers}, or when the broker does not come up
 */
export async function sharedBroker(version: KafkaVersion): Promise<SharedBroker> {
  const address = process.env[addressOf]
  if (!address)
    throw new Error(`${addressOf} is not set: run this in the vitest project "broker" or by Playwright.`)
  const response = await fetch(`${address}/${version}`)
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as SharedBroker
}

/**
 * Lends brokers to the workers of one test run, which are other processes than the one this is called in.
 * @returns ends the brokers
 */
export async function lendBrokers(): Promise<() => Promise<void>> {
  const started = new Map<KafkaVersion, Promise<Broker>>()
  const lend = (version: KafkaVersion): Promise<Broker> => {
    const running = started.get(version) ?? startBroker({ version })
    started.set(version, running)
    return running
  }
  const server = createServer((request, response) => {
    const version = kafkaVersions.find((each) => request.url === `/${each}`)
    if (version === undefined) {
      response.writeHead(404).end()
      return
    }
    lend(version).then(
      (broker) => {
        const { clusterId, bootstrap, port, nodes } = broker
        response.end(JSON.stringify({ version, clusterId, bootstrap, port, nodes } satisfies SharedBroker))
      },
      (error: unknown) => {
        response.writeHead(500).end(String(error))
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env[addressOf] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return async () => {
    server.closeAllConnections()
    server.close()
    for (const starting of await Promise.allSettled(started.values()))
      if (starting.status === 'fulfilled') await starting.value.stop()
  }
}

/** The hook of vitest's and Playwright's `globalSetup`; what it returns is called at the end of the run. */
export default lendBrokers
