import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAddress } from '../../src/kafka/address'
import type { Via } from '../../src/kafka/brokers'
import { readBrokers, readMetadata } from '../../src/kafka/cluster-metadata'
import { readCommitted, sendCommit } from '../../src/kafka/commits'
import { findCoordinators, type Answered } from '../../src/kafka/coordinators'
import { Description, readGroups } from '../../src/kafka/groups'
import { Connection } from '../../src/kafka/transport'
import { chooseVersion, type ApiRanges } from '../../src/kafka/versions'
import type { Answer, Api } from '../../src/kafka/wire/api'
import { consumerGroupDescribe } from '../../src/kafka/wire/consumer-group-describe'
import { deleteGroups } from '../../src/kafka/wire/delete-groups'
import { describeCluster } from '../../src/kafka/wire/describe-cluster'
import { describeGroups } from '../../src/kafka/wire/describe-groups'
import { findCoordinator } from '../../src/kafka/wire/find-coordinator'
import { listGroups } from '../../src/kafka/wire/list-groups'
import { listOffsets } from '../../src/kafka/wire/list-offsets'
import { metadata } from '../../src/kafka/wire/metadata'
import { offsetCommit } from '../../src/kafka/wire/offset-commit'
import { offsetDelete } from '../../src/kafka/wire/offset-delete'
import { offsetFetch } from '../../src/kafka/wire/offset-fetch'
import { type LiveMember, type Oracle, startOracle } from '../support/kafka/oracle'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { MemoryLog } from '../support/fakes/log'

const group = 'versions-group'
const live = 'versions-live'

describe.each(kafkaVersions)('every version of every request on Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let member: LiveMember
  let connection: Connection
  let offered: ApiRanges

  const send = <Q, R extends Answer>(api: Api<Q, R>, at: number, body: Q): Promise<R> =>
    connection.exchange({
      name: api.name,
      key: api.key,
      version: at,
      bytes: api.encode(at, body),
      decode: (raw) => api.decode(at, raw),
    })

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    await oracle.createTopic('versions', { partitions: 2 })
    await oracle.produce('versions', 0, 3, { timestamp: 5_000 })
    await oracle.commit(group, [
      { topic: 'versions', partition: 0, offset: 2n, metadata: 'm', leaderEpoch: 0 },
    ])
    member = await oracle.consumer({
      group: live,
      topics: ['versions'],
      properties: { 'group.instance.id': 'i' },
    })
    const { host, port } = parseAddress(broker.bootstrap)
    connection = new Connection({ host, port }, { log: new MemoryLog(), onRequest: () => undefined })
    offered = await connection.open()
  })
  afterAll(async () => {
    connection.destroy('the test is over')
    await member.stop()
    await oracle.stop()
  })

  /** Sends every version of ours that this broker takes; there must be one. */
  async function each<Q, R extends Answer>(
    api: Api<Q, R>,
    body: Q,
    look: (answer: R, version: number) => void,
  ): Promise<void> {
    const range = offered[api.key]
    const taken = api.versions.filter((at) => range && at >= range.minVersion && at <= range.maxVersion)
    expect(taken.length, api.name).toBeGreaterThan(0)
    for (const at of taken) look(await send(api, at, body), at)
  }

  it('looking', async () => {
    await each(listGroups, { states: [], types: [] }, ({ error, groups }, at) => {
      expect(error).toBe(0)
      const state = at >= 4 ? 'Empty' : null
      expect(groups).toContainEqual({ id: group, protocolType: '', state, type: at >= 5 ? 'classic' : null })
    })
    await each(findCoordinator, { groups: [group] }, ({ coordinators }, at) => {
      expect(coordinators).toEqual([{ group: at >= 4 ? group : null, broker: 1, error: 0 }])
    })
    await each(describeGroups, { groups: [live] }, ({ groups }) => {
      expect(groups).toMatchObject([
        { id: live, state: 'Stable', protocol: 'range', members: [{ instanceId: 'i' }] },
      ])
    })
    await each(consumerGroupDescribe, { groups: [group] }, ({ groups }) => {
      expect(groups).toMatchObject([{ id: group, error: 69 }])
    })
    await each(offsetFetch, { groups: [group] }, ({ groups }) => {
      const partitions = [{ partition: 0, offset: 2n, leaderEpoch: 0, metadata: 'm', error: 0 }]
      expect(groups).toMatchObject([{ error: 0, topics: [{ topic: 'versions', partitions }] }])
    })
    await each(
      listOffsets,
      { topics: [{ topic: 'versions', partitions: [0] }], timestamp: 4_000n },
      ({ topics }, at) => {
        const row = { partition: 0, error: 0, offset: 0n, timestamp: 5_000n, leaderEpoch: at >= 4 ? 0 : null }
        expect(topics).toEqual([{ topic: 'versions', partitions: [row] }])
      },
    )
    for (const topics of [['versions'], null])
      await each(metadata, { topics }, (answer, at) => {
        const topic = answer.topics.find(({ name }) => name === 'versions')
        expect(topic?.partitions.map(({ leader }) => leader)).toEqual([1, 1])
        expect(topic?.id === null).toBe(at < 10)
        expect(answer.clusterId).toBe(broker.clusterId)
      })
    await each(describeCluster, {}, ({ clusterId, brokers }) => {
      expect(clusterId).toBe(broker.clusterId)
      expect(brokers).toHaveLength(1)
    })
  })

  it('changing', async () => {
    let offset = 10n
    for (const at of offsetCommit.versions) {
      const partitions = [{ partition: 1, offset: (offset += 1n), leaderEpoch: 0, metadata: `v${at}` }]
      const answer = await send(offsetCommit, at, {
        group: 'versions-commit',
        topics: [{ topic: 'versions', partitions }],
      })
      expect(answer.topics).toEqual([{ topic: 'versions', partitions: [{ partition: 1, error: 0 }] }])
      expect(await oracle.committed('versions-commit')).toMatchObject([
        { partition: 1, offset: String(offset), metadata: `v${at}`, leaderEpoch: at >= 6 ? 0 : null },
      ])
    }
    const rows = { group: 'versions-commit', topics: [{ topic: 'versions', partitions: [1] }] }
    await each(offsetDelete, rows, ({ error, topics }) => {
      expect(error).toBe(0)
      expect(topics).toEqual([{ topic: 'versions', partitions: [{ partition: 1, error: 0 }] }])
    })
    await each(deleteGroups, { groups: ['versions-none'] }, ({ groups }) => {
      expect(groups).toEqual([{ id: 'versions-none', error: 69 }])
    })
  })

  it('as an old broker offers them: one group at a time, no types, no states', async () => {
    const { 69: _describe, 60: _cluster, ...rest } = offered
    const upTo = (maxVersion: number): { minVersion: number; maxVersion: number } => ({
      minVersion: 0,
      maxVersion,
    })
    const ranges: ApiRanges = {
      ...rest,
      2: upTo(3),
      3: upTo(7),
      8: upTo(5),
      9: upTo(5),
      10: upTo(2),
      15: upTo(4),
      16: upTo(2),
    }
    const via: Via = { ranges, send: (api, body) => send(api, chooseVersion(api, ranges), body) }
    const value = <T>(answered: Answered<T> | undefined): T => {
      if (answered && 'value' in answered) return answered.value
      throw new Error(`no value: ${JSON.stringify(answered)}`)
    }
    expect((await readBrokers(via)).brokers).toHaveLength(1)
    expect((await readMetadata(via, ['versions'])).topics.get('versions')).toMatchObject({
      id: null,
      error: 0,
    })
    const { groups } = await readGroups(via, 1, [])
    expect(groups.find(({ id }) => id === live)).toEqual({
      id: live,
      type: 'unknown',
      state: 'Unknown',
      protocolType: 'consumer',
      coordinator: 1,
    })
    const ids = [group, live, 'versions-none']
    expect(await findCoordinators(via, ids)).toEqual(new Map(ids.map((id) => [id, { broker: 1, error: 0 }])))
    const committed = await readCommitted(via, ids)
    expect(value(committed.get(group)).get('versions', 0)).toEqual({
      offset: 2n,
      leaderEpoch: 0,
      metadata: 'm',
    })
    expect(value(committed.get('versions-none')).size).toBe(0)
    const described = await new Description(via, 1, new MemoryLog()).of(ids, () => 'unknown')
    expect(value(described.get(live))).toMatchObject({
      type: 'classic',
      state: 'Stable',
      members: [{ instanceId: 'i' }],
    })
    expect(described.get('versions-none')).toMatchObject({ ok: false, error: { code: 'groupNotFound' } })
    const commit = { offset: 7n, leaderEpoch: 3, metadata: 'old' }
    expect([
      ...value(
        await sendCommit(via, 'versions-old', [{ topic: 'versions', partition: 0, commit }]),
      ).entries(),
    ]).toEqual([[{ topic: 'versions', partition: 0 }, null]])
  })
})
