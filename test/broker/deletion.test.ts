import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { ownedFolder } from '../support/owned'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { never } from './client'
import { commitsOf, english, RealCluster } from './cluster'

const folder = ownedFolder('deletion')
afterAll(() => folder.remove())

describe.each(kafkaVersions)('deleting on Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let real: RealCluster

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    real = new RealCluster(broker.bootstrap, join(folder.path, version))
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await real.end()
    await oracle.stop()
  })

  it('several groups: the Empty ones go, the one in use stays and says who is in it, each can be undone', async () => {
    const topic = 'bulk'
    await oracle.createTopic(topic, { partitions: 2 })
    const names = ['bulk-1', 'bulk-2', 'bulk-3']
    await oracle.commit(names, [
      { topic, partition: 0, offset: 40, metadata: 'kept', leaderEpoch: 0 },
      { topic, partition: 1, offset: 7 },
    ])
    const before = await commitsOf(oracle, 'bulk-1')
    const member = await oracle.consumer({ group: 'bulk-live', topics: [topic], clientId: 'busy' })
    try {
      const all = [...names, 'bulk-live', 'bulk-nobody']
      const { result, requests } = await real.counted(() =>
        real.cluster.deleteGroups(all, () => undefined, never()),
      )
      expect(result.map(({ kind }) => kind)).toEqual(['deleted', 'deleted', 'deleted', 'failed', 'failed'])
      expect(requests).toBeLessThanOrEqual(8)
      const busy = result[3]
      expect(busy?.kind === 'failed' ? english(busy.error.text) : '').toMatch(/busy on /)
      const listed = (await oracle.tool('consumer-groups', ['--list'])).stdout.split('\n')
      expect(listed).toContain('bulk-live')
      for (const name of names) expect(listed).not.toContain(name)
      for (const name of names) {
        const undo = await real.cluster.planUndo(real.cluster.undoable(name)?.id ?? '', never())
        expect((await real.cluster.apply(undo, never())).done).toHaveLength(2)
        expect(await commitsOf(oracle, name)).toEqual(before)
      }
    } finally {
      await member.stop()
    }
  })

  it.each(['classic', 'consumer'] as const)(
    'offsets of a running %s group: those of topics nobody subscribes to go, the others are refused one by one',
    async (protocol) => {
      const name = `partly-${protocol}`
      const [read, left] = [`${name}-read`, `${name}-left`]
      await oracle.createTopic(read, { partitions: 1 })
      await oracle.createTopic(left, { partitions: 2 })
      await oracle.commit(name, [
        { topic: read, partition: 0, offset: 0 },
        { topic: left, partition: 0, offset: 40, metadata: 'kept', leaderEpoch: 0 },
        { topic: left, partition: 1, offset: 7 },
      ])
      const before = await commitsOf(oracle, name)
      const properties = { 'enable.auto.commit': 'false' }
      const member = await oracle.consumer({ group: name, topics: [read], protocol, properties })
      let change = ''
      try {
        const chosen = [
          { topic: read, partition: 0 },
          { topic: left, partition: 0 },
          { topic: left, partition: 1 },
        ]
        const outcome = await real.cluster.deleteOffsets(name, chosen, never())
        change = outcome.record.id
        expect(outcome.done.map(({ topic }) => topic)).toEqual([left, left])
        expect(outcome.refused.map(({ topic }) => topic)).toEqual([read])
        expect(outcome.refused[0]?.error?.id).toBe('error.groupActive.subscribed')
        expect(Object.keys(await commitsOf(oracle, name))).toEqual([`${read}-0`])
        expect((await real.changes.get(change))?.state).toBe('failed')
        expect(real.cluster.undoable(name)?.id).toBe(change)
        const early = await real.cluster.planUndo(change, never())
        expect(early.refusal).not.toBeNull()
      } finally {
        await member.stop()
      }
      await real.cluster.waitUntilEmpty(name, () => undefined, never())
      const undo = await real.cluster.planUndo(change, never())
      expect((await real.cluster.apply(undo, never())).done).toHaveLength(2)
      expect(await commitsOf(oracle, name)).toEqual(before)
    },
  )

  it('the same offsets as Kafka’s own command on a twin group', async () => {
    const topic = 'twin'
    await oracle.createTopic(topic, { partitions: 3 })
    const commits = [0, 1, 2].map((partition) => ({ topic, partition, offset: 5 }))
    await oracle.commit(['twin-ours', 'twin-theirs'], commits)
    const partitions = [0, 2].map((partition) => ({ topic, partition }))
    expect((await real.cluster.deleteOffsets('twin-ours', partitions, never())).done).toHaveLength(2)
    const args = ['--delete-offsets', '--group', 'twin-theirs', '--topic', `${topic}:0,2`]
    expect((await oracle.tool('consumer-groups', args)).status).toBe(0)
    expect(await commitsOf(oracle, 'twin-ours')).toEqual(await commitsOf(oracle, 'twin-theirs'))
  })
})
