import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/offsets/scenario'
import { kafkaVersions } from '../support/kafka/versions'
import { onSharedBroker } from './on-broker'
import { eventually, never, rejectionOf } from './client'
import { commitsOf, english } from './cluster'

const earliest: Scenario = { kind: 'earliest' }

describe.each(kafkaVersions)('undo and requests on Kafka %s', (version) => {
  const at = onSharedBroker(version, 'undo')

  it.each(['classic', 'consumer'] as const)(
    'of a %s group restores offset, metadata and epoch exactly and deletes what was not there',
    async (protocol) => {
      const name = `undo-${protocol}`
      await at.oracle.createTopic(name, { partitions: 4 })
      await Promise.all([0, 1, 2, 3].map((partition) => at.oracle.produce(name, partition, 100)))
      const properties = { 'enable.auto.commit': 'false' }
      await (await at.oracle.consumer({ group: name, topics: [name], protocol, properties })).stop()
      await at.oracle.commit(name, [
        { topic: name, partition: 0, offset: 40, metadata: 'vor 7 Tagen, ünïcode', leaderEpoch: 0 },
        { topic: name, partition: 1, offset: 70 },
        { topic: name, partition: 2, offset: 900, metadata: 'beyond' },
      ])
      const before = await commitsOf(at.oracle, name)
      const reset = await at.real.reset(
        name,
        { kind: 'toOffset', offset: 5n },
        { kind: 'topic', topic: name },
      )
      expect(reset.done).toHaveLength(4)
      expect(Object.values(await commitsOf(at.oracle, name))).toEqual(Array(4).fill('5 none “”'))
      const undo = await at.real.cluster.planUndo(reset.record.id, never())
      expect(undo.group.type).toBe(protocol)
      const { result, requests } = await at.real.counted(() => at.real.cluster.apply(undo, never()))
      expect(result.done).toHaveLength(4)
      expect(requests).toBeLessThanOrEqual(8)
      expect(await commitsOf(at.oracle, name)).toEqual(before)
    },
  )

  it('of a deletion brings the group back with its offsets', async () => {
    const name = 'undo-delete'
    await at.oracle.createTopic(name, { partitions: 2 })
    await at.oracle.produce(name, 0, 50)
    await at.oracle.commit(name, [
      { topic: name, partition: 0, offset: 40, metadata: 'kept', leaderEpoch: 0 },
      { topic: name, partition: 1, offset: 0 },
    ])
    const before = await commitsOf(at.oracle, name)
    const { result, requests } = await at.real.counted(() => at.real.cluster.deleteGroup(name, never()))
    expect(result.done).toHaveLength(2)
    expect(requests).toBeLessThanOrEqual(8)
    const groups = await at.oracle.tool('consumer-groups', ['--list'])
    expect(groups.stdout.split('\n')).not.toContain(name)
    const record = at.real.cluster.undoable(name)
    const undo = await at.real.cluster.planUndo(record?.id ?? '', never())
    expect(undo.warnings.map(english).join()).toMatch(/does not exist any more/)
    expect((await at.real.cluster.apply(undo, never())).done).toHaveLength(2)
    expect(await commitsOf(at.oracle, name)).toEqual(before)
  })

  it('a group with members is not deleted, and it is said who is in it', async () => {
    const name = 'undo-delete-live'
    await at.oracle.createTopic(name, { partitions: 1 })
    const member = await at.oracle.consumer({ group: name, topics: [name], clientId: 'busy' })
    try {
      const error = await rejectionOf(at.real.cluster.deleteGroup(name, never()))
      expect(english(error.text)).toMatch(/busy on /)
    } finally {
      await member.stop()
    }
  })

  // Kafka 3.9 has neither.
  it.each(
    version === '3.9.2'
      ? []
      : ([
          ['share', /is in use.*undo-share-client on /],
          ['streams', /kafka-streams-groups\.sh/],
        ] as const),
  )('a %s group with a member is listed, and its reset is refused', async (type, why) => {
    const name = `undo-${type}`
    await at.oracle.createTopic(name, { partitions: 1 })
    const member = await at.oracle.consumer({ group: name, topics: [name], protocol: type })
    try {
      // A broker that has just started lists such a group some moments after its first member.
      const listed = await eventually(20_000, async () => {
        await at.real.cluster.refresh({ kind: 'groups' }, never())
        return at.real.cluster.snapshot.groups?.get(name)
      })
      expect(listed).toMatchObject({ type, verdict: { kind: 'unknown' } })
      // Neither has begun to read: one has no start offsets, the other no commits.
      expect(listed?.lag?.lag ?? null).toBe(null)
      const scope = { kind: 'topic', topic: name } as const
      const request = { group: name, scenario: earliest, scope, purpose: 'reset' } as const
      const planned = await at.real.cluster.plan(request, never())
      expect(planned.refusal === null ? '' : english(planned.refusal)).toMatch(why)
      expect((await rejectionOf(at.real.cluster.apply(planned, never()))).code).toBe('groupActive')
      expect((await rejectionOf(at.real.cluster.deleteGroup(name, never()))).code).toBe('groupActive')
    } finally {
      await member.stop()
    }
  })

  it('a misspelt group is not made by a reset', async () => {
    const request = {
      group: 'undo-misspelt',
      scenario: earliest,
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    expect((await rejectionOf(at.real.cluster.plan(request, never()))).code).toBe('groupNotFound')
  })

  it.each<readonly [string, Scenario]>([
    ['latest', { kind: 'latest' }],
    ['an offset', { kind: 'toOffset', offset: 3n }],
    ['a time', { kind: 'toDatetime', time: Date.UTC(2026, 0, 1) + 20 }],
  ])(
    'a reset of 60 partitions in 20 topics to %s takes at most 14 requests, apply at most 8',
    async (name, scenario) => {
      const id = `undo-many-${name.replace(' ', '-')}`
      const topics = Array.from({ length: 20 }, (_, at) => `undo-many-${at}`)
      const known = (await at.oracle.tool('topics', ['--list'])).stdout.split('\n')
      for (const topic of topics.filter((each) => !known.includes(each))) {
        await at.oracle.createTopic(topic, { partitions: 3 })
        for (const partition of [0, 1, 2])
          await at.oracle.produce(topic, partition, 50, { timestamp: Date.UTC(2026, 0, 1), stepMs: 1 })
      }
      await at.oracle.commit(
        id,
        topics.flatMap((topic) => [0, 1, 2].map((partition) => ({ topic, partition, offset: 7 }))),
      )
      const listed = await at.real.counted(() => at.real.cluster.refresh({ kind: 'groups' }, never()))
      expect(listed.requests).toBeLessThanOrEqual(8)
      const planned = await at.real.counted(() =>
        at.real.cluster.plan({ group: id, scenario, scope: { kind: 'group' }, purpose: 'reset' }, never()),
      )
      const applied = await at.real.counted(() => at.real.cluster.apply(planned.result, never()))
      expect(applied.result.done).toHaveLength(60)
      expect(applied.requests).toBeLessThanOrEqual(8)
      expect(1 + planned.requests + applied.requests).toBeLessThanOrEqual(14)
    },
  )
})
