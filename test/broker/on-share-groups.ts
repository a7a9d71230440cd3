import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { ClusterClient } from '../../src/model/cluster-client'
import type { Plan } from '../../src/offsets/plan-types'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { sharedBroker } from '../support/kafka/shared'
import { currentKafka } from '../support/kafka/versions'
import { ownedFolder } from '../support/owned'
import { connectClient, eventually, never } from './client'
import { RealCluster } from './cluster'

/** Time of the first record of each partition, epoch ms; the others follow by the second. */
export const T0 = Date.UTC(2026, 0, 1)

/** What tests of share groups have, each part while they run. */
export interface ShareGroups {
  readonly oracle: Oracle
  readonly raw: ClusterClient
  readonly real: RealCluster
  /** Three partitions: 100 records, 60 of which the first 20 are deleted, and none. */
  readonly topic: string
  /** Two partitions: 40 records, and none. */
  readonly other: string
  /** A folder for the tests. */
  readonly folder: string
  /** Start offsets as Kafka's own command tells them: `topic-partition` to `start lag`. */
  told(group: string): Promise<Record<string, string>>
  /** Sets start offsets, by topic and partition; a group that is not there is made by it. */
  stand(group: string, starts: Readonly<Record<string, readonly number[]>>): Promise<void>
  /** A share consumer reads until `count` records came, which are all there are, then leaves. */
  reads(group: string, count: number, topics?: readonly string[]): Promise<void>
  plan(group: string, scenario: Scenario, scope?: Scope): Promise<Plan>
}

/** On the run's shared broker. @param name begins the names of topics; those of groups are to begin with it as well. */
export function onShareGroups(name: string): ShareGroups {
  const topic = `${name}-queue`
  const other = `${name}-other`
  const folder = ownedFolder(name)
  let made: Pick<ShareGroups, 'oracle' | 'raw' | 'real'> | null = null
  const now = (): Pick<ShareGroups, 'oracle' | 'raw' | 'real'> => {
    if (made === null) throw new Error('The broker is there only while tests run.')
    return made
  }

  beforeAll(async () => {
    const broker = await sharedBroker(currentKafka)
    const oracle = await startOracle(broker)
    const configs = { 'retention.ms': '-1' }
    await oracle.createTopic(topic, { partitions: 3, configs })
    await oracle.createTopic(other, { partitions: 2, configs })
    await oracle.produce(topic, 0, 100, { timestamp: T0, stepMs: 1_000 })
    await oracle.produce(topic, 1, 60, { timestamp: T0, stepMs: 1_000 })
    await oracle.deleteRecords(topic, 1, 20)
    await oracle.produce(other, 0, 40, { timestamp: T0, stepMs: 1_000 })
    const raw = await connectClient(broker.bootstrap)
    const real = new RealCluster(broker.bootstrap, join(folder.path, 'changes'))
    made = { oracle, raw, real }
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await made?.raw.close()
    await made?.real.end()
    await made?.oracle.stop()
    await folder.remove()
  })

  return {
    topic,
    other,
    folder: folder.path,
    get oracle() {
      return now().oracle
    },
    get raw() {
      return now().raw
    },
    get real() {
      return now().real
    },

    async told(group) {
      const { stdout } = await now().oracle.tool('share-groups', [
        '--describe',
        '--offsets',
        '--group',
        group,
      ])
      const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/))
      return Object.fromEntries(
        rows
          .filter(([first]) => first === group)
          .map(([, of, partition, start, lag]) => [`${of}-${partition}`, `${start} ${lag}`]),
      )
    },

    async stand(group, starts) {
      const rows = Object.entries(starts).flatMap(([of, offsets]) =>
        offsets.map((offset, partition) => ({
          topic: of,
          partition,
          commit: { offset: BigInt(offset), leaderEpoch: -1, metadata: '' },
        })),
      )
      const stored = await now().raw.commit({ id: group, type: 'share' }, rows, never())
      expect([...stored.entries()].filter(([, error]) => error !== null)).toEqual([])
    },

    async reads(group, count, topics = [topic]) {
      const { oracle, real } = now()
      const member = await oracle.consumer({ group, topics, protocol: 'share' })
      await eventually(20_000, async () => ((await member.progress()).records >= count ? true : undefined))
      expect((await member.stop()).records).toBe(count)
      await real.cluster.waitUntilEmpty(group, () => undefined, never())
      // What it acknowledged as it left reaches the group's state some moments later.
      await eventually(20_000, async () => {
        const commits = await real.cluster.commits({ id: group, type: 'share' }, never())
        return [...commits.entries()].every(([, { shareLag }]) => (shareLag ?? 0n) === 0n) ? true : undefined
      })
    },

    plan(group, scenario, scope = { kind: 'group' }) {
      return now().real.cluster.plan({ group, scenario, scope, purpose: 'reset' }, never())
    },
  }
}
