import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VerdictKind } from '../../src/lag/lag-types'
import { ownedFolder } from '../support/owned'
import { type LiveGroupName, startLiveGroups } from '../support/kafka/live-groups'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type Proxy, startProxy } from '../support/kafka/proxy'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { eventually, never } from './client'
import { english, RealCluster } from './cluster'

const folder = ownedFolder('sampler')
afterAll(() => folder.remove())

describe.each(kafkaVersions)('what the sampler reads from Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let proxy: Proxy
  let real: RealCluster

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    const [node] = broker.nodes
    if (node === undefined) throw new Error('there is no node')
    proxy = await startProxy(node)
    real = new RealCluster(proxy.bootstrap, join(folder.path, version))
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await real.end()
    await proxy.stop()
    await oracle.stop()
  })

  it.each(['classic', 'consumer'] as const)(
    'a live %s group: who holds what, and its lag as the command line has it',
    async (protocol) => {
      const name = `sample-${protocol}`
      await oracle.createTopic(name, { partitions: 3 })
      for (const partition of [0, 1]) await oracle.produce(name, partition, 100)
      await oracle.deleteRecords(name, 1, 20)
      await oracle.commit(name, [
        { topic: name, partition: 0, offset: 40 },
        { topic: name, partition: 1, offset: 10 },
      ])
      const properties = { 'enable.auto.commit': 'false', 'max.poll.records': '1' }
      const member = await oracle.consumer({
        group: name,
        topics: [name],
        protocol,
        clientId: 'reader',
        properties,
      })
      try {
        await real.cluster.refresh({ kind: 'group', group: name }, never())
        const group = real.cluster.snapshot.groups?.get(name)
        expect(group).toMatchObject({
          type: protocol,
          state: 'Stable',
          error: null,
          lag: { lag: 60 + 80, atLeast: true, lost: 10n },
        })
        expect(
          group?.partitions?.map((p) => [
            p.partition,
            p.commit?.offset,
            p.start,
            p.end,
            p.lag.lag,
            p.member?.clientId,
          ]),
        ).toEqual([
          [0, 40n, 0n, 100n, 60, 'reader'],
          [1, 10n, 20n, 100n, 80, 'reader'],
          [2, undefined, 0n, 0n, null, 'reader'],
        ])
      } finally {
        await member.stop()
      }
      await real.cluster.refresh({ kind: 'group', group: name }, never())
      expect(real.cluster.snapshot.groups?.get(name)).toMatchObject({ state: 'Empty', members: [] })
    },
  )

  it('200 groups and one of 50 topics within their requests, as the proxy counts them', async () => {
    const topics = Array.from({ length: 50 }, (_, at) => `sample-many-${at}`)
    await Promise.all(topics.map((topic) => oracle.createTopic(topic, { partitions: 2 })))
    const groups = Array.from({ length: 200 }, (_, at) => `sample-many-group-${at}`)
    await oracle.commit(
      groups,
      topics.map((topic) => ({ topic, partition: 0, offset: 0 })),
    )
    const member = await oracle.consumer({ group: 'sample-many-live', topics: topics.slice(0, 3) })
    try {
      proxy.clear()
      const list = await real.counted(() => real.cluster.refresh({ kind: 'groups' }, never()))
      expect(list.requests).toBeLessThanOrEqual(8)
      expect(Object.values(proxy.counts()).reduce((sum, count) => sum + count, 0)).toBe(list.requests)
      const seen = real.cluster.snapshot.groups
      for (const id of groups) expect(seen?.get(id)?.lag).toMatchObject({ lag: 0, partitions: 50 })
      const one = await real.counted(() =>
        real.cluster.refresh({ kind: 'group', group: 'sample-many-group-0' }, never()),
      )
      expect(one.requests).toBeLessThanOrEqual(7)
    } finally {
      await member.stop()
    }
  })

  it('a lost connection comes back by itself, with the last values shown meanwhile', async () => {
    const name = 'sample-lost'
    await oracle.createTopic(name, { partitions: 1 })
    await oracle.commit(name, [{ topic: name, partition: 0, offset: 0 }])
    const watching = real.cluster.watch({ kind: 'group', group: name }, 'chart')
    try {
      await eventually(10_000, async () => real.cluster.history(name) ?? undefined)
      const before = real.cluster.snapshot.groups?.get(name)?.at ?? 0
      proxy.judgeRequests(() => 'cut')
      proxy.cut()
      await eventually(20_000, async () => real.cluster.state.kind !== 'connected' || undefined)
      expect(real.cluster.snapshot.groups?.has(name)).toBe(true)
      proxy.judgeRequests(null)
      await eventually(20_000, async () => {
        const group = real.cluster.snapshot.groups?.get(name)
        return (
          (group?.error === null && group.at > before && real.cluster.state.kind === 'connected') || undefined
        )
      })
    } finally {
      proxy.judgeRequests(null)
      watching.dispose()
    }
  })
})

describe('verdicts on the live groups', () => {
  it('each of the five is told as it is, with its evidence', async () => {
    const expected: Readonly<Record<LiveGroupName, VerdictKind>> = {
      shipping: 'keepingUp',
      billing: 'fallingBehind',
      ledger: 'stuck',
      audit: 'stopped',
      'search-indexer': 'keepingUp',
    }
    const broker = await sharedBroker('4.3.1')
    const live = await startLiveGroups(broker)
    const real = new RealCluster(broker.bootstrap, join(folder.path, 'live'))
    try {
      await real.cluster.connect(never())
      const watching = real.cluster.watch({ kind: 'groups' }, 'tree')
      const told = (): Record<string, string | undefined> =>
        Object.fromEntries(
          Object.keys(expected).map((name) => [name, real.cluster.snapshot.groups?.get(name)?.verdict.kind]),
        )
      await eventually(50_000, async () => {
        const now = told()
        return Object.entries(expected).every(([name, kind]) => now[name] === kind) || undefined
      }).catch(() => expect(told()).toEqual(expected))
      console.log(
        Object.keys(expected)
          .map((name) => {
            const verdict = real.cluster.snapshot.groups?.get(name)?.verdict
            return verdict === undefined ? name : `${name}: ${verdict.kind}. ${english(verdict.evidence)}`
          })
          .join('\n'),
      )
      // Right once may be luck; it stays right.
      for (let beat = 0; beat < 5; beat += 1) {
        const at = real.cluster.snapshot.groups?.get('billing')?.at ?? 0
        await eventually(
          10_000,
          async () => (real.cluster.snapshot.groups?.get('billing')?.at ?? 0) > at || undefined,
        )
        expect(told()).toEqual(expected)
      }
      watching.dispose()
    } finally {
      await real.end()
      await live.end()
    }
  }, 120_000)
})
