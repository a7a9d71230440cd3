import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LiveSnapshot } from '../../src/clusters/live-reading'
import type { ClusterClient } from '../../src/model/cluster-client'
import type { Disposable } from '../../src/model/ports'
import { englishFormat, sayWith } from '../../src/model/text'
import { createLinter, texts } from '../../src/lint'
import { type Broker, startBroker } from '../support/kafka/broker'
import { type LiveMember, type Oracle, startOracle } from '../support/kafka/oracle'
import { kafkaVersions } from '../support/kafka/versions'
import { ownedFolder } from '../support/owned'
import { connectClient, countedSince, errorOf, eventually, never, rejectionOf, valueOf } from './client'
import { RealCluster } from './cluster'

const folder = ownedFolder('live')
afterAll(() => folder.remove())

const linter = createLinter()
const say = sayWith(texts, englishFormat('UTC'))
const LIMIT = 'group.max.session.timeout.ms'

/** A broker of its own: its limits are others than Kafka's, and it asks who may do what once a rule names something. */
const overrides = {
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'allow.everyone.if.no.acl.found': 'true',
  [LIMIT]: '60000',
  'broker.rack': 'a',
  'ssl.key.password': 'hush',
}

const file = 'consumer.properties'
const lines = ['bootstrap.servers=localhost:9092', 'group.id=live', 'session.timeout.ms=90000']
const producer = ['bootstrap.servers=localhost:9092', 'acks=all', 'compression.type=lz4']

describe.each(kafkaVersions)('settings of a running Kafka %s', (version) => {
  let broker: Broker
  let oracle: Oracle
  let real: RealCluster
  let client: ClusterClient
  let member: LiveMember

  beforeAll(async () => {
    broker = await startBroker({ version, overrides })
    oracle = await startOracle(broker)
    await oracle.createTopic('orders', { partitions: 3, configs: { 'compression.type': 'zstd' } })
    await oracle.createTopic('bills', { partitions: 2 })
    await oracle.commit('live-empty', [{ topic: 'bills', partition: 0, offset: 0n }])
    member = await oracle.consumer({ group: 'live', topics: ['orders'] })
    real = new RealCluster(broker.bootstrap, join(folder.path, version))
    client = await connectClient(broker.bootstrap)
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await client.close()
    await real.end()
    await member.stop()
    await oracle.stop()
    await broker.stop()
  })

  /** What a file is told, and the requests that it takes. */
  async function toldOf(
    text: readonly string[],
    fileName = file,
  ): Promise<{ readonly result: LiveSnapshot; readonly requests: number }> {
    const asked = linter.asks({ fileName, text: text.join('\n') })
    if (asked === null) throw new Error('the file is not Kafka’s')
    // A new connection has read nothing yet.
    await real.cluster.disconnect()
    await real.cluster.connect(never())
    let watching: Disposable | null = null
    try {
      return await real.counted(() => {
        watching = real.cluster.live.watch(asked)
        return eventually(10_000, async () => real.cluster.live.snapshot ?? undefined)
      })
    } finally {
      ;(watching as Disposable | null)?.dispose()
    }
  }

  it('come for a consumer with what its group reads, in 6 requests', async () => {
    const { result, requests } = await toldOf(lines)
    expect(result.broker).toMatchObject({
      [LIMIT]: '60000',
      'group.min.session.timeout.ms': '1000',
      'message.max.bytes': '1048588',
      'replica.selector.class': null,
    })
    expect(result.groups).toEqual({ live: { members: 1, topics: ['orders'] } })
    expect(result.topics).toEqual({
      orders: {
        partitions: 3,
        replicationFactor: 1,
        config: {
          'compression.type': 'zstd',
          'max.message.bytes': '1048588',
          'min.insync.replicas': '1',
          'retention.ms': '-1',
        },
      },
    })
    expect(result.brokerRacks).toEqual(['a'])
    // Settings of the broker and of the topic, the topic itself, the group's coordinator, the group by both protocols.
    expect(requests).toBe(6)
  })

  it('come for a producer with every topic but Kafka’s own, in 3 requests', async () => {
    const { result, requests } = await toldOf(producer, 'producer.properties')
    expect(Object.keys(result.topics).sort()).toEqual(['bills', 'orders'])
    expect(requests).toBe(3)
  })

  it('tell of a group that nobody is in what it has committed', async () => {
    const { result } = await toldOf(['bootstrap.servers=localhost:9092', 'group.id=live-empty'])
    expect(result.groups).toEqual({ 'live-empty': { members: 0, topics: ['bills'] } })
    expect(result.topics.bills?.partitions).toBe(2)
  })

  it('say nothing of a group that is not there', async () => {
    const { result } = await toldOf(['bootstrap.servers=localhost:9092', 'group.id=live-none'])
    expect(result).toMatchObject({ groups: {}, topics: {} })
  })

  it('make findings that name the cluster', async () => {
    const { result } = await toldOf(lines)
    const text = lines.join('\n')
    const found = linter.lint({ fileName: file, text, snapshot: result, clusterName: 'demo' })
    expect(found.map(({ rule, message }) => [rule, say(message)])).toContainEqual([
      'session-timeout-out-of-broker-range',
      expect.stringMatching(/90,000.*60,000.*\(cluster demo\)$/),
    ])
  })

  it('keep secrets to themselves', async () => {
    const configs = await client.brokerConfigs(['ssl.key.password', LIMIT, 'no.such.setting'], never())
    expect([...configs]).toEqual([[LIMIT, '60000']])
  })

  it('of many topics take one request for each 500, and tell which are not there', async () => {
    const names = ['orders', ...Array.from({ length: 500 }, (_, at) => `live-missing-${at}`)]
    const before = client.requestCounts()
    const found = await client.topicConfigs(names, ['retention.ms'], never())
    expect(countedSince(client, before).byApi).toEqual({ DescribeConfigs: 2 })
    expect(found.size).toBe(501)
    expect([...valueOf(found.get('orders'))]).toEqual([['retention.ms', '-1']])
    expect(errorOf(found.get('live-missing-499')).code).toBe('unknownPartition')
  })

  it('are not asked for once somebody has stopped', async () => {
    const stopped = new AbortController()
    stopped.abort()
    const before = client.requestCounts()
    expect((await rejectionOf(client.brokerConfigs([LIMIT], stopped.signal))).code).toBe('cancelled')
    expect(countedSince(client, before).total).toBe(0)
  })

  it('that somebody may not see are not known, the others are', async () => {
    const anyone = ['--allow-principal', 'User:ANONYMOUS']
    // Everything but DescribeConfigs, which the right to alter settings would bring along.
    const operations = ['Describe', 'Alter', 'ClusterAction', 'Create'].flatMap((each) => [
      '--operation',
      each,
    ])
    const rules = [
      ['--cluster', ...anyone, ...operations],
      ['--topic', 'orders', ...anyone, '--operation', 'Describe', '--operation', 'Read'],
    ]
    for (const rule of rules) expect((await oracle.tool('acls', ['--add', ...rule])).status).toBe(0)
    try {
      await eventually(20_000, () =>
        client.brokerConfigs([LIMIT], never()).then(
          () => undefined,
          (error: unknown) => error ?? undefined,
        ),
      )
      expect((await rejectionOf(client.brokerConfigs([LIMIT], never()))).code).toBe('notAuthorized')
      const { result } = await toldOf(producer, 'producer.properties')
      expect(result.broker).toEqual({})
      expect(result.topics).toMatchObject({
        orders: { partitions: 3, config: null },
        bills: { partitions: 2, config: { 'compression.type': 'producer' } },
      })
      const text = producer.join('\n')
      const found = linter.lint({
        fileName: 'producer.properties',
        text,
        snapshot: result,
        clusterName: 'demo',
      })
      expect(found.map(({ rule }) => rule)).not.toContain('topic-compression-mismatch')
    } finally {
      for (const rule of [...rules].reverse())
        expect((await oracle.tool('acls', ['--remove', '--force', ...rule])).status).toBe(0)
    }
  })
})
