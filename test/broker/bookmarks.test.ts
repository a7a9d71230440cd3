import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownedFolder } from '../support/owned'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { never } from './client'
import { commitsOf, english, RealCluster } from './cluster'

const folder = ownedFolder('bookmarks')
afterAll(() => folder.remove())

describe.each(kafkaVersions)('a bookmark on Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
  })
  afterAll(() => oracle.stop())

  it('is still there after a restart, and takes offset, leader epoch and metadata back exactly', async () => {
    const name = 'bookmarked'
    await oracle.createTopic(name, { partitions: 3 })
    await Promise.all([0, 1, 2].map((partition) => oracle.produce(name, partition, 100)))
    await oracle.commit(name, [
      { topic: name, partition: 0, offset: 40, metadata: 'release 2.3, ünïcode', leaderEpoch: 0 },
      { topic: name, partition: 1, offset: 70 },
    ])
    const before = await commitsOf(oracle, name)
    const records = join(folder.path, version)
    const first = new RealCluster(broker.bootstrap, records)
    await first.cluster.connect(never())
    await first.cluster.bookmark(name, 'before 2.4', never())
    await first.end()

    await oracle.commit(
      name,
      [0, 1, 2].map((partition) => ({ topic: name, partition, offset: 95 })),
    )
    const real = new RealCluster(broker.bootstrap, records)
    try {
      await real.cluster.connect(never())
      const [kept] = await real.bookmarks.list('c1', name)
      expect(kept?.name).toBe('before 2.4')
      const plan = await real.cluster.planUndo(kept?.id ?? '', never())
      expect(plan.warnings.map(english)).toEqual([
        `Not in the bookmark, so these stay as they are: ${name}-2.`,
      ])
      const { result, requests } = await real.counted(() => real.cluster.apply(plan, never()))
      expect(result.done).toHaveLength(2)
      expect(requests).toBeLessThanOrEqual(8)
      expect(await commitsOf(oracle, name)).toEqual({ ...before, [`${name}-2`]: '95 none “”' })
      const undo = await real.cluster.planUndo(result.record.id, never())
      await real.cluster.apply(undo, never())
      expect(Object.values(await commitsOf(oracle, name))).toEqual(Array(3).fill('95 none “”'))
    } finally {
      await real.end()
    }
  })
})
