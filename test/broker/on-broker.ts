import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { ChangeRecord } from '../../src/model/change'
import type { Oracle } from '../support/kafka/oracle'
import type { Proxy } from '../support/kafka/proxy'
import { sharedBroker, type SharedBroker } from '../support/kafka/shared'
import type { KafkaVersion } from '../support/kafka/versions'
import { ownedFolder } from '../support/owned'
import { behindProxy, type BehindProxy, type ProxiedBroker } from './behind-proxy'
import { never } from './client'
import type { RealCluster } from './cluster'

/** What the tests of one `describe` share; each part is there while its tests run. */
export interface Bench<B extends ProxiedBroker> {
  readonly broker: B
  readonly oracle: Oracle
  readonly proxy: Proxy
  readonly real: RealCluster
  /** Folder of the change records. */
  readonly records: string
  /** The records of a group on disk, newest first; not what the process believes. */
  onDisk(group: string): Promise<ChangeRecord[]>
}

/** On the run's shared broker; use topic and group names that are nobody else's. */
export function onSharedBroker(version: KafkaVersion, name: string): Bench<SharedBroker> {
  return onBroker(
    name,
    () => sharedBroker(version),
    async () => undefined,
  )
}

/** On a broker that `start` gives, connected before the first test; `stop` is called after the last one. */
export function onBroker<B extends ProxiedBroker>(
  name: string,
  start: () => Promise<B>,
  stop: (broker: B) => Promise<void>,
): Bench<B> {
  const folder = ownedFolder(name)
  const records = join(folder.path, 'changes')
  let made: (BehindProxy & { readonly broker: B }) | null = null
  beforeAll(async () => {
    const broker = await start()
    made = { ...(await behindProxy(broker, records)), broker }
    await made.real.cluster.connect(never())
  })
  afterAll(async () => {
    await made?.end()
    if (made !== null) await stop(made.broker)
    await folder.remove()
  })
  const now = (): BehindProxy & { readonly broker: B } => {
    if (made === null) throw new Error('The broker is there only while tests run.')
    return made
  }
  return {
    get broker() {
      return now().broker
    },
    get oracle() {
      return now().oracle
    },
    get proxy() {
      return now().proxy
    },
    get real() {
      return now().real
    },
    records,
    onDisk: async (group) => {
      const texts = await Promise.all(
        (await readdir(records)).map((file) => readFile(join(records, file), 'utf8')),
      )
      return texts
        .map((text) => JSON.parse(text) as ChangeRecord)
        .filter((record) => record.group.id === group)
        .sort((a, b) => b.at - a.at)
    },
  }
}
