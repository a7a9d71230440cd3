import { beforeEach, describe, expect, it } from 'vitest'
import { Bookmarks } from '../../../src/clusters/bookmarks'
import { Changes } from '../../../src/clusters/changes'
import { Cluster } from '../../../src/clusters/cluster'
import { Registry } from '../../../src/editor/clusters/registry'
import { childrenOf, PAGE, type Shown } from '../../../src/editor/tree/children'
import { isTreeNode, nodeKey, Nodes, parentOf, type TreeNode } from '../../../src/editor/tree/nodes'
import { rowOf } from '../../../src/editor/tree/row-of'
import { Watches } from '../../../src/editor/tree/watches'
import type { ClusterSettings } from '../../../src/model/settings'
import { FakeClock } from '../../support/fakes/clock'
import { FakeCluster } from '../../support/fakes/cluster'
import { MemoryFiles } from '../../support/fakes/files'
import { FakeKafka } from '../../support/fakes/kafka'
import { MemoryLog } from '../../support/fakes/log'
import { english } from './support'

const settings: ClusterSettings = {
  id: 'c1',
  name: 'demo',
  bootstrapServers: ['localhost:9092'],
  readOnly: false,
  production: false,
}

let kafka: FakeKafka
let clock: FakeClock
let registry: Registry
const log = new MemoryLog()
let made: string[] = []

beforeEach(() => {
  kafka = new FakeKafka()
  clock = new FakeClock()
  made = []
  const bookmarks = new Bookmarks({ files: new MemoryFiles(), log, tool: 'test' })
  const changes = new Changes({ files: new MemoryFiles(), log, tool: 'test' })
  let ids = 0
  const make = (own: ClusterSettings): Cluster => {
    made.push(own.name)
    const createClient = async () => new FakeCluster(kafka)
    const poll = () => ({ treeMs: 10_000, chartMs: 2_000 })
    return new Cluster(own, {
      createClient,
      clock,
      log,
      changes,
      bookmarks,
      newId: () => `id${(ids += 1)}`,
      poll,
    })
  }
  registry = new Registry(async () => make, log)
})

const shown: Shown = { filter: '', limit: () => PAGE }
const groupsNode: TreeNode = { kind: 'section', cluster: 'c1', section: 'groups' }

async function connected(): Promise<Cluster> {
  await registry.follow([settings])
  await registry.connect('c1')
  const cluster = registry.get('c1')
  if (cluster === null) throw new Error('there is no cluster')
  return cluster
}

/** Rows inside a node as a person reads them. */
function read(node: TreeNode, cluster: Cluster, how = shown): string[] {
  return childrenOf(node, cluster, how).map((child) => {
    const row = rowOf(child, cluster, how.filter, clock.now(), english)
    return row === null ? '' : [row.label, row.description].filter(Boolean).join(' | ')
  })
}

describe('what stands inside a row', () => {
  it('is a sentence before anything was read', async () => {
    await registry.follow([settings])
    const cluster = registry.get('c1')
    expect(cluster && read({ kind: 'cluster', cluster: 'c1' }, cluster)).toEqual(['Not connected.'])
    await registry.connect('c1')
    expect(cluster && read({ kind: 'cluster', cluster: 'c1' }, cluster)).toEqual([
      'Groups',
      'Topics',
      'Brokers',
    ])
    expect(cluster && read(groupsNode, cluster)).toEqual(['Loading…'])
  })

  it('goes from groups down to who holds a partition', async () => {
    kafka.topic('orders', [0, 100], [0, 50])
    kafka.group('billing', { orders: { 0: 40, 1: 50 } })
    kafka.join('billing', 'billing-1', { orders: [0, 1] })
    const cluster = await connected()
    const { signal } = new AbortController()
    await cluster.refresh({ kind: 'groups' }, signal)
    await cluster.refresh({ kind: 'group', group: 'billing' }, signal)
    expect(read(groupsNode, cluster)).toEqual(['billing | watching · lag 60 · Stable, 1 member · classic'])
    const group: TreeNode = { kind: 'group', cluster: 'c1', group: 'billing' }
    expect(read(group, cluster)).toEqual(['orders | lag 60 · 2 partitions', 'Members | 1'])
    expect(read({ kind: 'groupTopic', cluster: 'c1', group: 'billing', topic: 'orders' }, cluster)).toEqual([
      '0 | lag 60 · at 40 of 100 · billing-1 on 10.0.0.7',
      '1 | lag 0 · at 50 of 50 · billing-1 on 10.0.0.7',
    ])
    expect(read({ kind: 'members', cluster: 'c1', group: 'billing' }, cluster)).toEqual([
      'billing-1 | 10.0.0.7 · orders: 0–1',
    ])
  })

  it('goes from topics to their partitions, and lists brokers', async () => {
    kafka.topic('orders', [5, 100])
    const cluster = await connected()
    const { signal } = new AbortController()
    const topic: TreeNode = { kind: 'topic', cluster: 'c1', topic: 'orders' }
    await cluster.refresh({ kind: 'topics' }, signal)
    expect(read({ kind: 'section', cluster: 'c1', section: 'topics' }, cluster)).toEqual([
      'orders | 1 partition',
    ])
    await cluster.refresh({ kind: 'topic', topic: 'orders' }, signal)
    expect(read(topic, cluster)).toEqual(['0 | leader 1 · 5 to 100'])
    await cluster.refresh({ kind: 'brokers' }, signal)
    expect(read({ kind: 'section', cluster: 'c1', section: 'brokers' }, cluster)).toHaveLength(1)
  })

  it('comes in pages, and says how much there is', async () => {
    for (let n = 0; n < 450; n += 1) kafka.group(`g${String(n).padStart(3, '0')}`)
    const cluster = await connected()
    await cluster.refresh({ kind: 'groups' }, new AbortController().signal)
    const first = read(groupsNode, cluster)
    expect(first).toHaveLength(PAGE + 1)
    expect(first.at(-1)).toBe('Show more (200 of 450 shown)')
    expect(read(groupsNode, cluster, { ...shown, limit: () => 600 })).toHaveLength(450)
    expect(read(groupsNode, cluster, { ...shown, filter: 'G44' })).toHaveLength(10)
    expect(read(groupsNode, cluster, { ...shown, filter: 'no such' })).toEqual(['Nothing matches “no such”.'])
  })

  it('says that there is nothing, where there is nothing', async () => {
    const cluster = await connected()
    await cluster.refresh({ kind: 'groups' }, new AbortController().signal)
    expect(read(groupsNode, cluster)).toEqual(['No groups on this cluster yet.'])
    expect(read({ kind: 'group', cluster: 'c1', group: 'gone' }, cluster)).toEqual([])
  })
})

describe('the list of clusters', () => {
  it('loads nothing where there are none', async () => {
    await registry.follow([])
    expect(made).toEqual([])
    expect(registry.pending).toBe(false)
  })

  it('keeps a cluster that is as it was, and makes one anew that was changed', async () => {
    const cluster = await connected()
    await registry.follow([settings, { ...settings, id: 'c2', name: 'second' }])
    expect(registry.get('c1')).toBe(cluster)
    await registry.follow([{ ...settings, name: 'renamed' }])
    expect(made).toEqual(['demo', 'second', 'renamed'])
    expect(registry.get('c2')).toBeNull()
    await clock.advance(0)
    expect(registry.get('c1')?.state.kind).toBe('connected')
  })

  it('takes over the newest list where several come at once', async () => {
    await Promise.all([
      registry.follow([settings]),
      registry.follow([]),
      registry.follow([{ ...settings, name: 'last' }]),
    ])
    expect(registry.clusters.map((cluster) => cluster.settings.name)).toEqual(['last'])
  })

  it('tells why a cluster could not be reached, and forgets nothing else', async () => {
    kafka.down = new Error('down')
    await registry.follow([settings])
    await expect(registry.connect('c1')).rejects.toThrow()
    expect(registry.get('c1')?.state.kind).toBe('failed')
    kafka.down = null
    await registry.connect('c1')
    expect(registry.get('c1')?.state.kind).toBe('connected')
  })
})

describe('a cluster that is looked into', () => {
  it('waits to be connected, unless it was closed or stopped by hand', async () => {
    await registry.follow([settings])
    expect(registry.isWaiting('c1')).toBe(true)
    await registry.connect('c1')
    expect(registry.isWaiting('c1')).toBe(false)
    await registry.disconnect('c1')
    expect(registry.get('c1')?.state.kind).toBe('disconnected')
    expect(registry.isWaiting('c1')).toBe(false)
    await registry.connect('c1')
    expect(registry.get('c1')?.state.kind).toBe('connected')
    expect(registry.isWaiting('no such')).toBe(false)
  })
})

describe('what is watched', () => {
  const cluster: TreeNode = { kind: 'cluster', cluster: 'c1' }
  const group: TreeNode = { kind: 'group', cluster: 'c1', group: 'billing' }

  it('is what is open and seen, and nothing else', async () => {
    kafka.topic('orders', [0, 100])
    kafka.group('billing', { orders: { 0: 40 } })
    await connected()
    const nodes = new Nodes()
    for (const node of [cluster, groupsNode, group]) nodes.of(node)
    const watches = new Watches(registry, nodes)
    const requests = async (): Promise<number> => {
      const before = kafka.requests.length
      await clock.advance(10_000)
      return kafka.requests.length - before
    }
    watches.opened(cluster)
    expect(await requests()).toBe(0)
    watches.setVisible(true)
    expect(await requests()).toBeGreaterThan(0)
    watches.opened(group)
    const closedAbove = kafka.requests.filter((api) => api === 'DescribeGroups').length
    await requests()
    expect(kafka.requests.filter((api) => api === 'DescribeGroups').length).toBe(closedAbove)
    watches.opened(groupsNode)
    await requests()
    expect(kafka.requests.filter((api) => api === 'DescribeGroups').length).toBeGreaterThan(closedAbove)
    watches.closed(cluster)
    await clock.advance(0)
    expect(await requests()).toBe(0)
    watches.opened(cluster)
    watches.setVisible(false)
    await clock.advance(0)
    expect(await requests()).toBe(0)
  })
})

describe('a node', () => {
  const nodes: TreeNode[] = [
    { kind: 'cluster', cluster: 'c1' },
    groupsNode,
    { kind: 'group', cluster: 'c1', group: 'g' },
    { kind: 'members', cluster: 'c1', group: 'g' },
    { kind: 'member', cluster: 'c1', group: 'g', member: 'm' },
    { kind: 'groupTopic', cluster: 'c1', group: 'g', topic: 't' },
    { kind: 'groupPartition', cluster: 'c1', group: 'g', topic: 't', partition: 0 },
    { kind: 'topic', cluster: 'c1', topic: 't' },
    { kind: 'topicPartition', cluster: 'c1', topic: 't', partition: 0 },
    { kind: 'broker', cluster: 'c1', broker: 1 },
  ]

  it('is the same object for the same thing', () => {
    const known = new Nodes()
    for (const node of nodes) expect(known.of({ ...node })).toBe(known.of({ ...node }))
    expect(new Set(nodes.map(nodeKey)).size).toBe(nodes.length)
  })

  it('has a way up to its cluster', () => {
    for (const node of nodes) {
      let top = node
      for (let above = parentOf(node); above !== null; above = parentOf(above)) top = above
      expect(top.kind).toBe('cluster')
    }
  })

  it('is told from anything else a command may be called with', () => {
    expect(nodes.every(isTreeNode)).toBe(true)
    expect([undefined, null, 'x', {}, { kind: 'other' }].some(isTreeNode)).toBe(false)
  })
})
