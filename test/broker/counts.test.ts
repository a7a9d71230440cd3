import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClusterClient } from '../../src/kafka'
import type { ClusterClient } from '../../src/model/cluster-client'
import type { TopicPartition } from '../../src/model/topics'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type Proxy, startProxy } from '../support/kafka/proxy'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { MemoryLog } from '../support/fakes/log'
import { connectClient, countedSince, never, systemClock, valueOf } from './client'

const topics = Array.from({ length: 50 }, (_, i) => `count-${i}`)
const partitions = topics.flatMap((topic) => [0, 1].map((partition) => ({ topic, partition })))
const groups = Array.from({ length: 200 }, (_, i) => `count-group-${i}`)

describe.each(kafkaVersions)('requests to one node of Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let proxy: Proxy
  let client: ClusterClient

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    await Promise.all(topics.map((topic) => oracle.createTopic(topic, { partitions: 2 })))
    await oracle.commit(
      groups,
      partitions.map((at) => ({ ...at, offset: 0n })),
    )
    const [node] = broker.nodes
    if (!node) throw new Error('there is no node')
    proxy = await startProxy(node)
    client = await connectClient(proxy.bootstrap)
  })
  afterAll(async () => {
    await client.close()
    await proxy.stop()
    await oracle.stop()
  })

  /** Lag of some groups, as the sampler reads it; returns how many partitions it covered. */
  async function lagOf(ids: readonly string[], describeThem: boolean): Promise<number> {
    const listed = (await client.listGroups(never())).groups.filter(({ id }) => ids.includes(id))
    expect(listed).toHaveLength(ids.length)
    if (describeThem) {
      const described = await client.describeGroups(listed, never())
      for (const { id } of listed) valueOf(described.get(id))
    }
    const committed = await client.committed(listed, never())
    const wanted: TopicPartition[] = listed.flatMap(({ id }) => [...valueOf(committed.get(id)).keys()])
    const metadata = await client.metadata([...new Set(wanted.map(({ topic }) => topic))], never())
    const ends = await client.offsets(wanted, 'latest', metadata, never())
    const starts = await client.offsets(wanted, 'earliest', metadata, never())
    for (const found of [ends, starts])
      expect([...found.entries()].filter(([, outcome]) => valueOf(outcome).offset !== 0n)).toEqual([])
    return wanted.filter(({ topic, partition }) => ends.has(topic, partition)).length
  }

  it('a refresh of one group with 50 topics takes at most 7', async () => {
    const before = client.requestCounts()
    expect(await lagOf(['count-group-0'], true)).toBe(100)
    const { byApi, total } = countedSince(client, before)
    expect(byApi).toEqual({
      ListGroups: 1,
      DescribeGroups: 1,
      OffsetFetch: 1,
      Metadata: 1,
      ListOffsets: 2,
    })
    expect(total).toBeLessThanOrEqual(7)
  })

  it('the lag of 200 groups takes at most 8, whatever they read', async () => {
    const before = client.requestCounts()
    expect(await lagOf(groups, false)).toBe(20_000)
    const { byApi, total } = countedSince(client, before)
    expect(byApi).toEqual({ ListGroups: 1, OffsetFetch: 1, Metadata: 1, ListOffsets: 2 })
    expect(total).toBeLessThanOrEqual(8)
  })

  it('describing 200 groups takes one', async () => {
    await client.listGroups(never())
    const before = client.requestCounts()
    const described = await client.describeGroups(
      groups.map((id) => ({ id })),
      never(),
    )
    for (const id of groups) expect(valueOf(described.get(id)).state).toBe('Empty')
    expect(countedSince(client, before).byApi).toEqual({ DescribeGroups: 1 })
  })

  it('finding the coordinators of 200 groups takes one', async () => {
    const other = await connectClient(proxy.bootstrap)
    try {
      await other.committed(
        groups.map((id) => ({ id })),
        never(),
      )
      expect(Object.fromEntries(other.requestCounts())).toEqual({ FindCoordinator: 1, OffsetFetch: 1 })
    } finally {
      await other.close()
    }
  })

  it('what is counted is what a proxy sees, without those that open a connection', async () => {
    proxy.clear()
    const other = createClusterClient(
      { bootstrapServers: [proxy.bootstrap], readOnly: false },
      { connect: 10_000, request: 15_000 },
      { log: new MemoryLog(), clock: systemClock },
    )
    try {
      await other.connect(never())
      const at = { topic: 'count-0', partition: 0 }
      const refs = [{ id: 'count-group-1' }, { id: 'count-none' }]
      await other.metadata('all', never())
      await other.listGroups(never())
      await other.describeGroups(refs, never())
      await other.committed(refs, never())
      await other.offsets([at], { time: 0 }, null, never())
      await other.commit(
        { id: 'count-own' },
        [{ ...at, commit: { offset: 0n, leaderEpoch: -1, metadata: '' } }],
        never(),
      )
      await other.deleteOffsets({ id: 'count-own' }, [at], never())
      await other.deleteGroups([{ id: 'count-own' }], never())
      const { ApiVersions, DescribeCluster, ...rest } = proxy.counts()
      expect({ ApiVersions, DescribeCluster }).toEqual({ ApiVersions: 1, DescribeCluster: 1 })
      expect(Object.fromEntries(other.requestCounts())).toEqual(rest)
    } finally {
      await other.close()
    }
  })
})
