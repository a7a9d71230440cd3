import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClusterClient } from '../../src/model/cluster-client'
import type { ClusterMetadata } from '../../src/model/topics'
import { type Broker, startBroker } from '../support/kafka/broker'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { currentKafka } from '../support/kafka/versions'
import { connectClient, countedSince, errorOf, eventually, never, valueOf, words } from './client'

const spread = [0, 1, 2].map((partition) => ({ topic: 'spread', partition }))
const alone = [0, 1, 2].map((partition) => ({ topic: 'alone', partition }))
const groups = Array.from({ length: 30 }, (_, i) => ({ id: `three-${i}` }))

describe('three nodes', () => {
  let broker: Broker
  let oracle: Oracle
  let client: ClusterClient
  /** Read while every node led its own partitions. */
  let stale: ClusterMetadata

  beforeAll(async () => {
    broker = await startBroker({ version: currentKafka, nodes: 3 })
    oracle = await startOracle(broker)
    // Three replicas each, led by 1, 2 and 3; and one replica each, so that a node's end leaves it without leader.
    await oracle.createTopic('spread', {
      assignment: [
        [1, 2, 3],
        [2, 3, 1],
        [3, 1, 2],
      ],
    })
    await oracle.createTopic('alone', { assignment: [[1], [2], [3]] })
    for (const partition of [0, 1, 2]) await oracle.produce('spread', partition, partition + 1)
    for (const partition of [0, 1, 2]) await oracle.produce('alone', partition, 5)
    await oracle.commit(
      groups.map(({ id }) => id),
      [{ topic: 'spread', partition: 0, offset: 0n }],
    )
    client = await connectClient(broker.bootstrap, { deadlines: { connect: 5_000, request: 5_000 } })
    stale = await client.metadata('all', never())
  })
  afterAll(async () => {
    await client.close()
    await oracle.stop()
    await broker.stop()
  })

  it('asks every leader once', async () => {
    const metadata = await client.metadata('all', never())
    expect(metadata.brokers.map(({ id }) => id).sort()).toEqual([1, 2, 3])
    const before = client.requestCounts()
    const found = await client.offsets([...spread, ...alone], 'latest', metadata, never())
    expect(countedSince(client, before).byApi).toEqual({ ListOffsets: 3 })
    expect(spread.map(({ partition }) => valueOf(found.get('spread', partition)).offset)).toEqual([
      1n,
      2n,
      3n,
    ])
    expect(alone.map(({ partition }) => valueOf(found.get('alone', partition)).offset)).toEqual([5n, 5n, 5n])
  })

  it('asks every coordinator once', async () => {
    const other = await connectClient(broker.bootstrap)
    try {
      const committed = await other.committed(groups, never())
      for (const { id } of groups) expect(valueOf(committed.get(id)).size).toBe(1)
      expect(Object.fromEntries(other.requestCounts())).toEqual({ FindCoordinator: 1, OffsetFetch: 3 })
      const before = other.requestCounts()
      const { groups: listed, failures } = await other.listGroups(never())
      expect(failures).toEqual([])
      expect(new Set(listed.map(({ coordinator }) => coordinator)).size).toBe(3)
      await other.describeGroups(listed, never())
      expect(countedSince(other, before).byApi).toEqual({ ListGroups: 3, DescribeGroups: 3 })
    } finally {
      await other.close()
    }
  })

  it('asks one of them for its settings, and the next where that one is frozen', async () => {
    const before = client.requestCounts()
    const asked = (await client.brokerConfigs(['node.id'], never())).get('node.id')
    expect(['1', '2', '3']).toContain(asked)
    expect(countedSince(client, before).byApi).toEqual({ DescribeConfigs: 1 })
    broker.freeze(Number(asked))
    try {
      const next = (await client.brokerConfigs(['node.id'], never())).get('node.id')
      expect(['1', '2', '3'].filter((id) => id !== asked)).toContain(next)
    } finally {
      broker.thaw(Number(asked))
    }
  })

  it('answers for two while one is frozen, and for three when it has thawed', async () => {
    await client.listGroups(never())
    const metadata = await client.metadata('all', never())
    broker.freeze(3)
    try {
      const before = Date.now()
      const [list, found] = await Promise.all([
        client.listGroups(never()),
        client.offsets(spread, 'latest', metadata, never()),
      ])
      expect(Date.now() - before).toBeLessThan(8_000)
      expect(list.failures.map(({ broker: id }) => id)).toEqual([3])
      expect(list.failures[0]?.error.code).toBe('timedOut')
      expect(new Set(list.groups.map(({ coordinator }) => coordinator))).toEqual(new Set([1, 2]))
      expect(valueOf(found.get('spread', 0)).offset).toBe(1n)
      expect(valueOf(found.get('spread', 1)).offset).toBe(2n)
      expect(errorOf(found.get('spread', 2)).code).toBe('timedOut')
      const quick = Date.now()
      const two = spread.slice(0, 2)
      const again = await client.offsets(two, 'latest', metadata, never())
      for (const { partition } of two) valueOf(again.get('spread', partition))
      expect(Date.now() - quick).toBeLessThan(1_000)
    } finally {
      broker.thaw(3)
    }
    await eventually(30_000, async () => {
      const { failures } = await client.listGroups(never())
      return failures.length === 0 ? true : undefined
    })
  })

  it('a partition without leader: says so, and answers for all others', async () => {
    await eventually(30_000, async () => {
      const { topics } = await client.metadata('all', never())
      const leaders = topics.get('spread')?.partitions.map(({ isr }) => isr.length) ?? []
      return leaders.every((count) => count === 3) ? true : undefined
    })
    const ids = (await client.listGroups(never())).groups
    await broker.kill(3)
    // While the others still believe in node 3: a failure for its partitions only.
    const atOnce = await client.offsets([...spread, ...alone], 'latest', stale, never())
    expect(valueOf(atOnce.get('spread', 0)).offset).toBe(1n)
    expect(valueOf(atOnce.get('alone', 1)).offset).toBe(5n)
    expect(['unreachable', 'connectionLost', 'noLeader']).toContain(errorOf(atOnce.get('alone', 2)).code)

    const metadata = await eventually(30_000, async () => {
      const now = await client.metadata('all', never())
      return now.topics.get('alone')?.partitions[2]?.leader === null ? now : undefined
    })
    expect(metadata.brokers.map(({ id }) => id).sort()).toEqual([1, 2])
    // A new leader may hear of it later than who told us.
    const found = await eventually(30_000, async () => {
      const read = await client.offsets([...spread, ...alone], 'earliest', metadata, never())
      return spread.every(({ partition }) => read.get('spread', partition)?.ok) ? read : undefined
    })
    const error = errorOf(found.get('alone', 2))
    expect(error.code).toBe('noLeader')
    expect(words(error)).toBe(
      'alone-2 has no leader now, so its offsets cannot be read. Try again when its broker is back.',
    )
    for (const { topic, partition } of [...spread, ...alone.slice(0, 2)])
      expect(valueOf(found.get(topic, partition)).offset).toBe(0n)

    // What was routed by the old metadata finds the new leaders with one more look.
    const before = client.requestCounts()
    const moved = await client.offsets(spread, 'latest', stale, never())
    expect(spread.map(({ partition }) => valueOf(moved.get('spread', partition)).offset)).toEqual([
      1n,
      2n,
      3n,
    ])
    expect(countedSince(client, before).byApi['Metadata']).toBe(1)

    // The groups of node 3 have a coordinator again, which is looked up once.
    const committed = await eventually(30_000, async () => {
      const read = await client.committed(ids, never())
      return [...read.values()].every(({ ok }) => ok) ? read : undefined
    })
    for (const { id } of groups) expect(valueOf(committed.get(id)).size).toBe(1)
    const { groups: listed, failures } = await client.listGroups(never())
    expect(failures).toEqual([])
    expect(listed).toHaveLength(groups.length)

    await broker.restart(3)
    const back = await eventually(30_000, async () => {
      const read = await client.offsets(alone, 'latest', null, never())
      return read.get('alone', 2)?.ok === true ? read : undefined
    })
    expect(valueOf(back.get('alone', 2)).offset).toBe(5n)
  })
})
