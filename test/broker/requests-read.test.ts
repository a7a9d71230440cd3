import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClusterClient } from '../../src/model/cluster-client'
import { type LiveMember, type Oracle, startOracle } from '../support/kafka/oracle'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { connectClient, errorOf, eventually, never, valueOf, words } from './client'

describe.each(kafkaVersions)('looking at Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let client: ClusterClient

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    client = await connectClient(broker.bootstrap)
    await oracle.createTopic('read', { partitions: 3 })
    await oracle.createTopic('read-other', { partitions: 2 })
    await oracle.produce('read', 0, 10, { timestamp: 1_000_000, stepMs: 1_000 })
    await oracle.produce('read', 1, 4)
    await oracle.deleteRecords('read', 1, 3)
  })
  afterAll(async () => {
    await client.close()
    await oracle.stop()
  })

  it('tells what it is connected to', async () => {
    const again = await client.connect(never())
    expect(again).toEqual({
      clusterId: broker.clusterId,
      kafkaVersion: version.slice(0, 3),
      brokers: 1,
      advertised: [broker.bootstrap],
    })
  })

  it('reads metadata of all topics, sorted by partition, with ids', async () => {
    const { brokers, topics, clusterId } = await client.metadata('all', never())
    expect(clusterId).toBe(broker.clusterId)
    expect(brokers).toEqual([{ id: 1, host: 'localhost', port: broker.port, rack: null }])
    const topic = topics.get('read')
    expect(topic).toMatchObject({ name: 'read', internal: false, error: 0 })
    expect(topic?.id).toMatch(/^[\w-]{22}$/)
    expect(topic?.partitions).toEqual(
      [0, 1, 2].map((partition) => ({
        partition,
        leader: 1,
        leaderEpoch: 0,
        replicas: [1],
        isr: [1],
        error: 0,
      })),
    )
    expect(topics.get('__consumer_offsets')?.internal ?? true).toBe(true)
  })

  it('reads metadata of the topics named, and does not make one that is missing', async () => {
    const named = await client.metadata(['read', 'read-missing'], never())
    expect([...named.topics.keys()].sort()).toEqual(['read', 'read-missing'])
    expect(named.topics.get('read-missing')).toMatchObject({ error: 3, partitions: [] })
    expect((await client.metadata('all', never())).topics.has('read-missing')).toBe(false)
    expect((await client.metadata([], never())).topics.size).toBe(0)
  })

  it('finds the ends and the starts of logs, each with one request', async () => {
    const partitions = [0, 1, 2, 1].map((partition) => ({ topic: 'read', partition }))
    const latest = await client.offsets(partitions, 'latest', null, never())
    expect(latest.size).toBe(3)
    expect([0, 1, 2].map((partition) => valueOf(latest.get('read', partition)).offset)).toEqual([10n, 4n, 0n])
    const metadata = await client.metadata(['read'], never())
    const before = client.requestCounts().get('ListOffsets') ?? 0
    const earliest = await client.offsets(partitions, 'earliest', metadata, never())
    expect([0, 1, 2].map((partition) => valueOf(earliest.get('read', partition)).offset)).toEqual([
      0n,
      3n,
      0n,
    ])
    expect(client.requestCounts().get('ListOffsets')).toBe(before + 1)
  })

  it('finds the first record at or after a time, its timestamp and leader epoch, and none past the end', async () => {
    const partitions = [0, 2].map((partition) => ({ topic: 'read', partition }))
    const found = await client.offsets(partitions, { time: 1_003_500 }, null, never())
    expect(valueOf(found.get('read', 0))).toEqual({ offset: 4n, timestamp: 1_004_000, leaderEpoch: 0 })
    expect(valueOf(found.get('read', 2))).toMatchObject({ offset: null, timestamp: null })
    const past = await client.offsets(partitions, { time: 9_999_999_999_999 }, null, never())
    expect(valueOf(past.get('read', 0))).toMatchObject({ offset: null, timestamp: null })
    const all = await client.offsets(partitions, { time: -5 }, null, never())
    expect(valueOf(all.get('read', 0)).offset).toBe(0n)
  })

  it('reads the high watermark, not the last stable offset, while a transaction is open', async () => {
    await oracle.createTopic('read-open-transaction', { partitions: 1 })
    await oracle.produce('read-open-transaction', 0, 3)
    await oracle.produce('read-open-transaction', 0, 5, {
      transaction: 'open',
      properties: { 'transaction.timeout.ms': '60000' },
    })
    const at = [{ topic: 'read-open-transaction', partition: 0 }]
    const latest = await client.offsets(at, 'latest', null, never())
    expect(valueOf(latest.get('read-open-transaction', 0)).offset).toBe(8n)
  })

  it('says of a partition that does not exist that it does not, and answers for the others', async () => {
    const found = await client.offsets(
      [
        { topic: 'read', partition: 0 },
        { topic: 'read', partition: 9 },
        { topic: 'read-missing', partition: 0 },
      ],
      'latest',
      null,
      never(),
    )
    expect(valueOf(found.get('read', 0)).offset).toBe(10n)
    const error = errorOf(found.get('read', 9))
    expect(error.code).toBe('unknownPartition')
    expect(words(error)).toBe('read-9 does not exist (any more). Refresh the list.')
    expect(errorOf(found.get('read-missing', 0)).code).toBe('unknownPartition')
  })

  it('looks anew for a leader where the metadata given is stale', async () => {
    const stale = await client.metadata(['read-other'], never())
    await oracle.deleteTopic('read-other')
    await eventually(10_000, async () =>
      (await client.metadata('all', never())).topics.has('read-other') ? undefined : true,
    )
    const before = client.requestCounts().get('Metadata') ?? 0
    const found = await client.offsets([{ topic: 'read-other', partition: 0 }], 'latest', stale, never())
    expect(errorOf(found.get('read-other', 0)).code).toBe('unknownPartition')
    expect(client.requestCounts().get('Metadata')).toBe(before + 1)
  })

  it('reads commits of many groups at once, with metadata and leader epoch; none for a group without', async () => {
    await oracle.commit(
      ['read-many-1', 'read-many-2'],
      [
        { topic: 'read', partition: 0, offset: 7n, metadata: 'by hand', leaderEpoch: 0 },
        { topic: 'read', partition: 2, offset: 0n },
      ],
    )
    const before = client.requestCounts().get('OffsetFetch') ?? 0
    await client.listGroups(never())
    const ids = ['read-many-1', 'read-many-2', 'read-no-such-group']
    const found = await client.committed(
      ids.map((id) => ({ id })),
      never(),
    )
    expect(client.requestCounts().get('OffsetFetch')).toBe(before + 1)
    for (const id of ids.slice(0, 2)) {
      const commits = valueOf(found.get(id))
      expect(commits.get('read', 0)).toEqual({ offset: 7n, leaderEpoch: 0, metadata: 'by hand' })
      expect(commits.get('read', 2)).toEqual({ offset: 0n, leaderEpoch: -1, metadata: '' })
      expect(commits.size).toBe(2)
    }
    expect(valueOf(found.get('read-no-such-group')).size).toBe(0)
  })

  it('says that a group that vanished does not exist', async () => {
    await oracle.commit('read-vanishing', [{ topic: 'read', partition: 0, offset: 1n }])
    const { groups } = await client.listGroups(never())
    const listed = groups.find(({ id }) => id === 'read-vanishing')
    expect(listed).toEqual({
      id: 'read-vanishing',
      type: 'classic',
      state: 'Empty',
      protocolType: '',
      coordinator: 1,
    })
    await oracle.deleteGroup('read-vanishing')
    for (const ref of [
      listed ?? { id: '' },
      { id: 'read-vanishing' },
      { id: 'read-vanishing', type: 'consumer' as const },
    ]) {
      const error = errorOf((await client.describeGroups([ref], never())).get('read-vanishing'))
      expect(error.code).toBe('groupNotFound')
      expect(words(error)).toBe('The group read-vanishing does not exist (any more). Refresh the list.')
    }
    expect(
      valueOf((await client.committed([{ id: 'read-vanishing' }], never())).get('read-vanishing')).size,
    ).toBe(0)
  })

  describe('with live groups of both protocols', () => {
    const members: LiveMember[] = []

    beforeAll(async () => {
      for (const protocol of ['classic', 'consumer'] as const) {
        const group = `read-live-${protocol}`
        const properties = protocol === 'classic' ? { 'group.instance.id': 'static-1' } : {}
        members.push(
          await oracle.consumer({ group, topics: ['read'], protocol, clientId: `${protocol}-1`, properties }),
        )
      }
      await oracle.commit('read-live-simple', [{ topic: 'read', partition: 0, offset: 1n }])
    })
    afterAll(async () => {
      for (const member of members) await member.stop()
    })

    it('lists type, state and coordinator', async () => {
      const { groups, failures } = await client.listGroups(never())
      expect(failures).toEqual([])
      const rows = groups
        .filter(({ id }) => id.startsWith('read-live-'))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(rows).toEqual([
        {
          id: 'read-live-classic',
          type: 'classic',
          state: 'Stable',
          protocolType: 'consumer',
          coordinator: 1,
        },
        {
          id: 'read-live-consumer',
          type: 'consumer',
          state: 'Stable',
          protocolType: 'consumer',
          coordinator: 1,
        },
        { id: 'read-live-simple', type: 'classic', state: 'Empty', protocolType: '', coordinator: 1 },
      ])
    })

    const all = [0, 1, 2].map((partition) => ({ topic: 'read', partition }))

    it.each([
      ['of known type', { classic: 'classic', consumer: 'consumer' }],
      ['of unknown type', { classic: 'unknown', consumer: 'unknown' }],
      ['thought to be of the other type', { classic: 'consumer', consumer: 'classic' }],
    ] as const)('describes groups %s with members, hosts and assignments', async (_how, types) => {
      const described = await client.describeGroups(
        [
          { id: 'read-live-classic', type: types.classic },
          { id: 'read-live-consumer', type: types.consumer },
          { id: 'read-live-simple' },
          { id: 'read-live-none' },
        ],
        never(),
      )
      const classic = valueOf(described.get('read-live-classic'))
      expect(classic).toMatchObject({
        type: 'classic',
        state: 'Stable',
        protocolType: 'consumer',
        assignor: 'range',
        epoch: null,
        coordinator: 1,
      })
      expect(classic.members).toHaveLength(1)
      expect(classic.members[0]).toMatchObject({
        clientId: 'classic-1',
        instanceId: 'static-1',
        host: '127.0.0.1',
      })
      expect(classic.members[0]?.assignment).toEqual(all)
      const consumer = valueOf(described.get('read-live-consumer'))
      expect(consumer).toMatchObject({
        type: 'consumer',
        state: 'Stable',
        assignor: 'uniform',
        coordinator: 1,
      })
      expect(consumer.epoch).toBeGreaterThan(0)
      expect(consumer.members).toHaveLength(1)
      expect(consumer.members[0]).toMatchObject({
        clientId: 'consumer-1',
        instanceId: null,
        host: '127.0.0.1',
      })
      expect([...(consumer.members[0]?.assignment ?? [])].sort((a, b) => a.partition - b.partition)).toEqual(
        all,
      )
      expect(valueOf(described.get('read-live-simple'))).toMatchObject({
        type: 'classic',
        state: 'Empty',
        members: [],
      })
      expect(errorOf(described.get('read-live-none')).code).toBe('groupNotFound')
    })

    it('asks one describe request where the type is known', async () => {
      await client.listGroups(never())
      for (const [id, api] of [
        ['read-live-classic', 'DescribeGroups'],
        ['read-live-consumer', 'ConsumerGroupDescribe'],
      ] as const) {
        const before = client.requestCounts()
        valueOf((await client.describeGroups([{ id }], never())).get(id))
        const after = client.requestCounts()
        const more = [...after]
          .filter(([name, count]) => count > (before.get(name) ?? 0))
          .map(([name]) => name)
        expect(more).toEqual([api])
        expect(after.get(api)).toBe((before.get(api) ?? 0) + 1)
      }
    })
  })
})
