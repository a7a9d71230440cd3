import { randomUUID } from 'node:crypto'
import { Bookmarks } from '../../src/clusters/bookmarks'
import { Changes } from '../../src/clusters/changes'
import { Cluster } from '../../src/clusters/cluster'
import { folderFiles } from '../../src/editor/files'
import { createClusterClient } from '../../src/kafka'
import type { ChangeOutcome } from '../../src/clusters/types'
import type { ClusterClient } from '../../src/model/cluster-client'
import type { Text } from '../../src/model/text'
import { englishFormat, sayWith } from '../../src/model/text'
import { texts } from '../../src/clusters'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import type { Oracle } from '../support/kafka/oracle'
import { MemoryLog } from '../support/fakes/log'
import { never, systemClock } from './client'

/** A text in English. */
export const english: (text: Text) => string = sayWith(texts, englishFormat('UTC'))

/** A cluster on a real broker, with its records in a folder on disk. */
export class RealCluster {
  readonly cluster: Cluster
  readonly changes: Changes
  readonly bookmarks: Bookmarks
  readonly log = new MemoryLog()
  private readonly clients: ClusterClient[] = []

  /** @param folder where the change records are; a second one on the same folder is the editor started anew. */
  constructor(bootstrap: string, folder: string, id = 'c1') {
    const bootstrapServers = bootstrap.split(',')
    const log = this.log
    this.changes = new Changes({ files: folderFiles(folder, randomUUID), log, tool: 'lagline test' })
    const kept = folderFiles(`${folder}-bookmarks`, randomUUID)
    this.bookmarks = new Bookmarks({ files: kept, log, tool: 'lagline test' })
    this.cluster = new Cluster(
      { id, name: 'test', bootstrapServers, readOnly: false, production: false },
      {
        createClient: async () => {
          const client = createClusterClient(
            { bootstrapServers, readOnly: false },
            { connect: 10_000, request: 5_000 },
            { log, clock: systemClock },
          )
          this.clients.push(client)
          return client
        },
        clock: systemClock,
        log,
        changes: this.changes,
        bookmarks: this.bookmarks,
        newId: randomUUID,
        poll: () => ({ treeMs: 2_000, chartMs: 500 }),
      },
    )
  }

  /** Requests sent so far, over all connections. */
  requests(): number {
    let sum = 0
    for (const client of this.clients) for (const count of client.requestCounts().values()) sum += count
    return sum
  }

  /** Requests sent while `work` ran, and what it gave. */
  async counted<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly requests: number }> {
    const before = this.requests()
    const result = await work()
    return { result, requests: this.requests() - before }
  }

  async reset(group: string, scenario: Scenario, scope: Scope = { kind: 'group' }): Promise<ChangeOutcome> {
    const plan = await this.cluster.plan({ group, scenario, scope, purpose: 'reset' }, never())
    return this.cluster.apply(plan, never())
  }

  async end(): Promise<void> {
    await this.cluster.disconnect()
    this.cluster.dispose()
    this.changes.dispose()
  }
}

/** `orders-0` to what is committed there, as Kafka's own client reads it. */
export async function commitsOf(oracle: Oracle, group: string): Promise<Record<string, string>> {
  const rows = await oracle.committed(group)
  return Object.fromEntries(
    rows
      .map(({ topic, partition, offset, leaderEpoch, metadata }): [string, string] => [
        `${topic}-${partition}`,
        `${offset} ${leaderEpoch ?? 'none'} “${metadata}”`,
      ])
      .sort(),
  )
}
