import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClusterClient, CommitRow } from '../../src/model/cluster-client'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type Proxy, startProxy } from '../support/kafka/proxy'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { connectClient, countedSince, errorOf, never, rejectionOf, valueOf, words } from './client'

function row(topic: string, partition: number, offset: bigint, leaderEpoch = -1, metadata = ''): CommitRow {
  return { topic, partition, commit: { offset, leaderEpoch, metadata } }
}

describe.each(kafkaVersions)('changing Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let client: ClusterClient

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    client = await connectClient(broker.bootstrap)
    await oracle.createTopic('change', { partitions: 6 })
    await oracle.createTopic('change-other', { partitions: 1 })
  })
  afterAll(async () => {
    await client.close()
    await oracle.stop()
  })

  it('stores offsets, metadata and leader epochs, and makes the group', async () => {
    const group = { id: 'change-new' }
    const rows = [
      row('change', 0, 42n, 3, 'why: ünïcode'),
      row('change', 5, 9_007_199_254_740_993n),
      row('change-other', 0, 0n, 0),
    ]
    const stored = await client.commit(group, rows, never())
    expect([...stored.entries()].map(([, error]) => error)).toEqual([null, null, null])
    const commits = valueOf((await client.committed([group], never())).get(group.id))
    expect([...commits.entries()]).toHaveLength(3)
    for (const { topic, partition, commit } of rows) expect(commits.get(topic, partition)).toEqual(commit)
    expect(await oracle.committed(group.id)).toContainEqual({
      topic: 'change',
      partition: 0,
      offset: '42',
      metadata: 'why: ünïcode',
      leaderEpoch: 3,
    })
  })

  it('stores what it can and says of each other partition why not', async () => {
    const stored = await client.commit(
      { id: 'change-partly' },
      [
        row('change', 1, 1n),
        row('change', 99, 1n),
        row('change-missing', 0, 1n),
        row('change', 2, 1n, -1, 'x'.repeat(5_000)),
      ],
      never(),
    )
    expect(stored.get('change', 1)).toBeNull()
    expect(stored.get('change', 99)).toMatchObject({ code: 'unknownPartition', kafka: 3, maybeSent: false })
    expect(stored.get('change-missing', 0)).toMatchObject({ code: 'unknownPartition', kafka: 3 })
    const tooLong = stored.get('change', 2)
    expect(tooLong).toMatchObject({ code: 'kafka', kafka: 12 })
    expect(tooLong && words(tooLong)).toBe(
      'The broker answered OFFSET_METADATA_TOO_LARGE (12): the text stored with the offset is longer than the broker accepts (offset.metadata.max.bytes).',
    )
  })

  it.each(['classic', 'consumer'] as const)(
    'is refused with 25 by a live %s group, which keeps its offsets and its topic',
    async (protocol) => {
      const id = `change-live-${protocol}`
      await oracle.commit(id, [
        { topic: 'change', partition: 0, offset: 0n },
        { topic: 'change-other', partition: 0, offset: 0n },
      ])
      const member = await oracle.consumer({
        group: id,
        topics: ['change'],
        protocol,
        properties: { 'enable.auto.commit': 'false' },
      })
      try {
        const stored = await client.commit({ id }, [row('change', 0, 5n), row('change', 1, 5n)], never())
        for (const partition of [0, 1]) {
          const error = stored.get('change', partition)
          expect(error).toMatchObject({ code: 'groupActive', kafka: 25 })
          expect(error && words(error)).toContain(`The group ${id} has members`)
        }
        const deleted = await client.deleteOffsets(
          { id },
          [
            { topic: 'change', partition: 0 },
            { topic: 'change-other', partition: 0 },
          ],
          never(),
        )
        expect(deleted.get('change', 0)).toMatchObject({ code: 'groupActive', kafka: 86 })
        expect(deleted.get('change-other', 0)).toBeNull()
        const gone = (await client.deleteGroups([{ id }, { id: 'change-none' }], never())).get(id)
        expect(gone).toMatchObject({ code: 'groupActive', kafka: 68 })
        expect(gone && words(gone)).toContain('cannot be deleted')
        const commits = valueOf((await client.committed([{ id }], never())).get(id))
        expect(commits.get('change', 0)?.offset).toBe(0n)
        expect(commits.has('change-other', 0)).toBe(false)
      } finally {
        await member.stop()
      }
    },
  )

  it('deletes offsets of an empty group, and again without complaint', async () => {
    const group = { id: 'change-forget' }
    await client.commit(group, [row('change', 0, 1n), row('change', 1, 1n)], never())
    for (let time = 0; time < 2; time++) {
      const deleted = await client.deleteOffsets(group, [{ topic: 'change', partition: 0 }], never())
      expect(deleted.get('change', 0)).toBeNull()
    }
    expect([...valueOf((await client.committed([group], never())).get(group.id)).keys()]).toEqual([
      { topic: 'change', partition: 1 },
    ])
    const missing = client.deleteOffsets({ id: 'change-none' }, [{ topic: 'change', partition: 0 }], never())
    expect(await rejectionOf(missing)).toMatchObject({ code: 'groupNotFound', kafka: 69, maybeSent: false })
  })

  it('deletes groups and says which do not exist', async () => {
    await client.commit({ id: 'change-doomed' }, [row('change', 0, 1n)], never())
    const deleted = await client.deleteGroups([{ id: 'change-doomed' }, { id: 'change-none' }], never())
    expect(deleted.get('change-doomed')).toBeNull()
    expect(deleted.get('change-none')).toMatchObject({ code: 'groupNotFound', kafka: 69 })
    const again = await client.deleteGroups([{ id: 'change-doomed' }], never())
    expect(again.get('change-doomed')).toMatchObject({ code: 'groupNotFound' })
  })

  it('stores 3,000 partitions with one request', async () => {
    await oracle.createTopic('change-wide', { partitions: 3_000 })
    const rows = Array.from({ length: 3_000 }, (_, partition) =>
      row('change-wide', partition, BigInt(partition)),
    )
    const before = client.requestCounts()
    const stored = await client.commit({ id: 'change-many-partitions' }, rows, never())
    expect(countedSince(client, before).byApi).toEqual({ FindCoordinator: 1, OffsetCommit: 1 })
    expect([...stored.entries()].filter(([, error]) => error !== null)).toEqual([])
    expect(stored.size).toBe(3_000)
    const commits = valueOf(
      (await client.committed([{ id: 'change-many-partitions' }], never())).get('change-many-partitions'),
    )
    expect(commits.size).toBe(3_000)
    expect(commits.get('change-wide', 2_999)?.offset).toBe(2_999n)
    await oracle.deleteTopic('change-wide')
  })

  it('sends nothing that changes a cluster marked read-only', async () => {
    const [node] = broker.nodes
    if (!node) throw new Error('there is no node')
    const proxy: Proxy = await startProxy(node)
    const looking = await connectClient(proxy.bootstrap, { readOnly: true })
    try {
      const group = { id: 'change-read-only' }
      const refused = [
        await rejectionOf(looking.commit(group, [row('change', 0, 1n)], never())),
        await rejectionOf(looking.deleteOffsets(group, [{ topic: 'change', partition: 0 }], never())),
        (await looking.deleteGroups([group], never())).get(group.id),
      ]
      for (const error of refused) expect(error).toMatchObject({ code: 'readOnly', maybeSent: false })
      expect(refused[0] && words(refused[0])).toContain('is marked read-only, so nothing was sent')
      const sent = Object.keys(proxy.counts())
      expect(sent.filter((api) => /Commit|Delete/.test(api))).toEqual([])
      expect(errorOf((await looking.describeGroups([group], never())).get(group.id)).code).toBe(
        'groupNotFound',
      )
    } finally {
      await looking.close()
      await proxy.stop()
    }
  })
})
