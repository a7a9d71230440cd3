import { describe, expect, it } from 'vitest'
import { kafkaVersions } from '../support/kafka/versions'
import { onSharedBroker } from './on-broker'
import { never } from './client'
import { commitsOf, english } from './cluster'

describe.each(kafkaVersions)('deleting on Kafka %s', (version) => {
  const at = onSharedBroker(version, 'deletion')

  it('several groups: the Empty ones go, the one in use stays and says who is in it, each can be undone', async () => {
    const topic = 'bulk'
    await at.oracle.createTopic(topic, { partitions: 2 })
    const names = ['bulk-1', 'bulk-2', 'bulk-3']
    await at.oracle.commit(names, [
      { topic, partition: 0, offset: 40, metadata: 'kept', leaderEpoch: 0 },
      { topic, partition: 1, offset: 7 },
    ])
    const before = await commitsOf(at.oracle, 'bulk-1')
    const member = await at.oracle.consumer({ group: 'bulk-live', topics: [topic], clientId: 'busy' })
    try {
      const all = [...names, 'bulk-live', 'bulk-nobody']
      const { result, requests } = await at.real.counted(() =>
        at.real.cluster.deleteGroups(all, () => undefined, never()),
      )
      expect(result.map(({ kind }) => kind)).toEqual(['deleted', 'deleted', 'deleted', 'failed', 'failed'])
      expect(requests).toBeLessThanOrEqual(8)
      const busy = result[3]
      expect(busy?.kind === 'failed' ? english(busy.error.text) : '').toMatch(/busy on /)
      const listed = (await at.oracle.tool('consumer-groups', ['--list'])).stdout.split('\n')
      expect(listed).toContain('bulk-live')
      for (const name of names) expect(listed).not.toContain(name)
      for (const name of names) {
        const undo = await at.real.cluster.planUndo(at.real.cluster.undoable(name)?.id ?? '', never())
        expect((await at.real.cluster.apply(undo, never())).done).toHaveLength(2)
        expect(await commitsOf(at.oracle, name)).toEqual(before)
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
      await at.oracle.createTopic(read, { partitions: 1 })
      await at.oracle.createTopic(left, { partitions: 2 })
      await at.oracle.commit(name, [
        { topic: read, partition: 0, offset: 0 },
        { topic: left, partition: 0, offset: 40, metadata: 'kept', leaderEpoch: 0 },
        { topic: left, partition: 1, offset: 7 },
      ])
      const before = await commitsOf(at.oracle, name)
      const properties = { 'enable.auto.commit': 'false' }
      const member = await at.oracle.consumer({ group: name, topics: [read], protocol, properties })
      let change = ''
      try {
        const chosen = [
          { topic: read, partition: 0 },
          { topic: left, partition: 0 },
          { topic: left, partition: 1 },
        ]
        const outcome = await at.real.cluster.deleteOffsets(name, chosen, never())
        change = outcome.record.id
        expect(outcome.done.map(({ topic }) => topic)).toEqual([left, left])
        expect(outcome.refused.map(({ topic }) => topic)).toEqual([read])
        expect(outcome.refused[0]?.error?.id).toBe('error.groupActive.subscribed')
        expect(Object.keys(await commitsOf(at.oracle, name))).toEqual([`${read}-0`])
        expect((await at.real.changes.get(change))?.state).toBe('failed')
        expect(at.real.cluster.undoable(name)?.id).toBe(change)
        const early = await at.real.cluster.planUndo(change, never())
        expect(early.refusal).not.toBeNull()
      } finally {
        await member.stop()
      }
      await at.real.cluster.waitUntilEmpty(name, () => undefined, never())
      const undo = await at.real.cluster.planUndo(change, never())
      expect((await at.real.cluster.apply(undo, never())).done).toHaveLength(2)
      expect(await commitsOf(at.oracle, name)).toEqual(before)
    },
  )

  it('the same offsets as Kafka’s own command on a twin group', async () => {
    const topic = 'twin'
    await at.oracle.createTopic(topic, { partitions: 3 })
    const commits = [0, 1, 2].map((partition) => ({ topic, partition, offset: 5 }))
    await at.oracle.commit(['twin-ours', 'twin-theirs'], commits)
    const partitions = [0, 2].map((partition) => ({ topic, partition }))
    expect((await at.real.cluster.deleteOffsets('twin-ours', partitions, never())).done).toHaveLength(2)
    const args = ['--delete-offsets', '--group', 'twin-theirs', '--topic', `${topic}:0,2`]
    expect((await at.oracle.tool('consumer-groups', args)).status).toBe(0)
    expect(await commitsOf(at.oracle, 'twin-ours')).toEqual(await commitsOf(at.oracle, 'twin-theirs'))
  })
})
