import { behindProxy, type BehindProxy } from '../broker/behind-proxy'
import { startBroker } from '../support/kafka/broker'
import type { Proxy } from '../support/kafka/proxy'
import { currentKafka } from '../support/kafka/versions'
import { ownedFolder } from '../support/owned'

/** Does something with a broker of its own, and ends everything after it. The cluster has not connected yet. */
export async function onOwnBroker(
  work: (at: BehindProxy & { readonly bootstrap: string }) => Promise<void>,
): Promise<void> {
  const broker = await startBroker({ version: currentKafka })
  const folder = ownedFolder('bench')
  try {
    const at = await behindProxy(broker, folder.path)
    try {
      await work({ ...at, bootstrap: broker.bootstrap })
    } finally {
      await at.end()
    }
  } finally {
    await broker.stop()
    await folder.remove()
  }
}

/** Requests that a proxy saw, without those that open a connection. */
export function requestsSeen(proxy: Proxy): number {
  const { ApiVersions: _opening, ...requests } = proxy.counts()
  return Object.values(requests).reduce((sum, count) => sum + count, 0)
}
