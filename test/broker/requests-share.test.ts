import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAddress } from '../../src/kafka/address'
import type { Via } from '../../src/kafka/brokers'
import { Description } from '../../src/kafka/groups'
import { readShareOffsets } from '../../src/kafka/share-offsets'
import { Connection } from '../../src/kafka/transport'
import { chooseVersion, type ApiRanges } from '../../src/kafka/versions'
import type { ClusterClient, CommitRow } from '../../src/model/cluster-client'
import { MemoryLog } from '../support/fakes/log'
import { type LiveMember, type Oracle, startOracle } from '../support/kafka/oracle'
import { sharedBroker } from '../support/kafka/shared'
import { currentKafka } from '../support/kafka/versions'
import {
  connectClient,
  countedSince,
  errorOf,
  eventually,
  never,
  rejectionOf,
  valueOf,
  words,
} from './client'

const at = { topic: 'shared-topic', partition: 0 }

function row(offset: bigint): CommitRow {
  return { ...at, commit: { offset, leaderEpoch: -1, metadata: '' } }
}

describe('a share group', () => {
  let oracle: Oracle
  let client: ClusterClient
  let member: LiveMember

  beforeAll(async () => {
    const broker = await sharedBroker(currentKafka)
    oracle = await startOracle(broker)
    client = await connectClient(broker.bootstrap)
    await oracle.createTopic('shared-topic', { partitions: 2 })
    member = await oracle.consumer({ group: 'shared-group', topics: ['shared-topic'], protocol: 'share' })
    // A broker that has just started lists such a group some moments after its first member.
    await eventually(20_000, async () => {
      const told = (await client.describeGroups([{ id: 'shared-group', type: 'share' }], never())).get(
        'shared-group',
      )
      return told?.ok === true && told.value.members.length > 0 ? true : undefined
    })
  })
  afterAll(async () => {
    await member.stop()
    await client.close()
    await oracle.stop()
  })

  it('is listed with its type and state', async () => {
    const { groups } = await client.listGroups(never())
    expect(groups.find(({ id }) => id === 'shared-group')).toEqual({
      id: 'shared-group',
      type: 'share',
      state: 'Stable',
      protocolType: 'share',
      coordinator: 1,
    })
  })

  it.each([undefined, 'share', 'classic'] as const)(
    'is described with type, state and members (thought to be %s)',
    async (type) => {
      const ref = { id: 'shared-group', ...(type === undefined ? {} : { type }) }
      expect(valueOf((await client.describeGroups([ref], never())).get('shared-group'))).toMatchObject({
        type: 'share',
        state: 'Stable',
        protocolType: 'share',
        members: [{ clientId: 'shared-group-client', host: '127.0.0.1', instanceId: null }],
      })
    },
  )

  it('that is gone is not found', async () => {
    const described = await client.describeGroups([{ id: 'shared-none', type: 'share' }], never())
    expect(errorOf(described.get('shared-none'))).toMatchObject({ code: 'groupNotFound' })
    const read = await client.committed([{ id: 'shared-none', type: 'share' }], never())
    expect(valueOf(read.get('shared-none')).size).toBe(0)
  })

  it('takes no commits of consumers', async () => {
    const rows = [{ ...at, commit: { offset: 0n, leaderEpoch: -1, metadata: '' } }]
    const stored = await client.commit({ id: 'shared-group' }, rows, never())
    expect(stored.get(at.topic, at.partition)).toMatchObject({ code: 'groupNotFound', kafka: 69 })
  })

  it('is read beside groups of other types, each by its own request', async () => {
    await oracle.commit('shared-classic', [{ ...at, offset: 1 }])
    await client.commit({ id: 'shared-empty', type: 'share' }, [row(2n)], never())
    await client.listGroups(never())
    const before = client.requestCounts()
    const read = await client.committed([{ id: 'shared-classic' }, { id: 'shared-empty' }], never())
    const { byApi } = countedSince(client, before)
    expect(byApi).toEqual({ OffsetFetch: 1, DescribeShareGroupOffsets: 1 })
    expect(valueOf(read.get('shared-classic')).get(at.topic, 0)).toMatchObject({ offset: 1n })
    expect(valueOf(read.get('shared-empty')).get(at.topic, 0)).toEqual({
      ...row(2n).commit,
      shareLag: 0n,
    })
  })

  it('a partition that is not there is refused for itself, and the name of a group of another type as a whole', async () => {
    const stored = await client.commit(
      { id: 'shared-rows', type: 'share' },
      [row(0n), { ...row(0n), partition: 9 }],
      never(),
    )
    expect(stored.get(at.topic, 0)).toBeNull()
    expect(stored.get(at.topic, 9)).toMatchObject({ code: 'unknownPartition', kafka: 3 })
    await oracle.commit('shared-other-type', [{ ...at, offset: 1 }])
    const other = client.commit({ id: 'shared-other-type', type: 'share' }, [row(0n)], never())
    expect(await rejectionOf(other)).toMatchObject({ code: 'groupNotFound', kafka: 69 })
  })

  it('forgets topics, also one that it does not know', async () => {
    const ref = { id: 'shared-forget', type: 'share' } as const
    await client.commit(ref, [row(0n)], never())
    const deleted = await client.deleteOffsets(ref, [at, { topic: 'shared-nowhere', partition: 0 }], never())
    expect([...deleted.entries()].map(([, error]) => error)).toEqual([null, null])
    expect(valueOf((await client.committed([ref], never())).get(ref.id)).size).toBe(0)
  })

  it('as older brokers tell of it: Kafka 4.1 without the lag, Kafka 4.0 without members and start offsets', async () => {
    const ref = { id: 'shared-older', type: 'share' } as const
    await client.commit(ref, [row(0n)], never())
    const { host, port } = parseAddress((await sharedBroker(currentKafka)).bootstrap)
    const connection = new Connection({ host, port }, { log: new MemoryLog(), onRequest: () => undefined })
    try {
      const offered = await connection.open()
      const via = (ranges: ApiRanges): Via => ({
        ranges,
        send: (api, body) => {
          const version = chooseVersion(api, ranges)
          return connection.exchange({
            ...api,
            version,
            bytes: api.encode(version, body),
            decode: (raw) => api.decode(version, raw),
          })
        },
      })
      const told = await readShareOffsets(via({ ...offered, 90: { minVersion: 0, maxVersion: 0 } }), [ref.id])
      const found = told.get(ref.id)
      expect(found !== undefined && 'value' in found ? found.value.get(at.topic, 0) : found).toEqual({
        ...row(0n).commit,
        shareLag: null,
      })
      const { 77: _describe, 90: _offsets, ...rest } = offered
      const described = await new Description(via(rest), 1, new MemoryLog()).of([ref.id], () => 'share')
      expect(described.get(ref.id)).toMatchObject({ ok: true, value: { type: 'share', state: 'Empty' } })
      const refused = await readShareOffsets(via(rest), [ref.id])
      expect(refused.get(ref.id)).toMatchObject({ ok: false, error: { code: 'unsupported' } })
    } finally {
      connection.destroy('the test is over')
    }
  })

  it('is not moved on a cluster that is read-only', async () => {
    const { bootstrap } = await sharedBroker(currentKafka)
    const reader = await connectClient(bootstrap, { readOnly: true })
    try {
      const ref = { id: 'shared-read-only', type: 'share' } as const
      expect(await rejectionOf(reader.commit(ref, [row(0n)], never()))).toMatchObject({ code: 'readOnly' })
      expect(await rejectionOf(reader.deleteOffsets(ref, [at], never()))).toMatchObject({ code: 'readOnly' })
      expect(reader.requestCounts().get('AlterShareGroupOffsets')).toBeUndefined()
    } finally {
      await reader.close()
    }
  })
})

describe('a broker without share groups', () => {
  it('is said to be too old, and since when it would do; other groups are read all the same', async () => {
    const broker = await sharedBroker('3.9.2')
    const client = await connectClient(broker.bootstrap)
    try {
      const ref = { id: 'old-share', type: 'share' } as const
      const read = await client.committed([ref, { id: 'old-classic' }], never())
      const error = errorOf(read.get(ref.id))
      expect(error.code).toBe('unsupported')
      expect(words(error)).toMatch(/needs Kafka 4\.1 or newer/)
      expect(valueOf(read.get('old-classic')).size).toBe(0)
      const commit = await rejectionOf(client.commit(ref, [row(0n)], never()))
      expect(commit).toMatchObject({ code: 'unsupported', maybeSent: false })
      expect(await rejectionOf(client.deleteOffsets(ref, [at], never()))).toMatchObject({
        code: 'unsupported',
      })
    } finally {
      await client.close()
    }
  })
})
