import { describe, expect, it } from 'vitest'
import {
  liveSnapshot,
  MOST_TOPICS,
  topicsToRead,
  type LiveQuestion,
} from '../../../src/clusters/live-reading'
import { errorText, laglineError } from '../../../src/model/errors'
import type { ClusterMetadata, Topic } from '../../../src/model/topics'
import { settle } from '../../support/fakes/clock'
import { Bench, never } from './support'

const LIMIT = 'group.max.session.timeout.ms'
const question: LiveQuestion = {
  brokerKeys: [LIMIT],
  topicKeys: ['max.message.bytes'],
  groups: [],
  topics: [],
  everyTopic: true,
}

function topic(name: string, about: Partial<Topic> = {}): Topic {
  const row = { partition: 0, leader: 1, leaderEpoch: 0, replicas: [1, 2, 3], isr: [1], error: 0 }
  return { name, id: null, internal: false, error: 0, partitions: [row, { ...row, partition: 1 }], ...about }
}

function metadata(...topics: readonly Topic[]): ClusterMetadata {
  return {
    clusterId: null,
    controllerId: null,
    brokers: ['a', null].map((rack, at) => ({ id: at, host: 'kafka', port: 9092, rack })),
    topics: new Map(topics.map((each) => [each.name, each])),
  }
}

describe('a snapshot from what was read', () => {
  it('has settings, counts, groups and racks; null = there and unset, absent = not known', () => {
    const snapshot = liveSnapshot({
      broker: new Map([
        [LIMIT, '1800000'],
        ['replica.selector.class', null],
      ]),
      metadata: metadata(topic('orders'), topic('secret')),
      configs: new Map([['orders', { ok: true, value: new Map([['max.message.bytes', '10']]) }]]),
      groups: new Map([['billing', { members: 2, topics: ['orders'] }]]),
    })
    expect(snapshot).toEqual({
      broker: { [LIMIT]: '1800000', 'replica.selector.class': null },
      topics: {
        orders: { partitions: 2, replicationFactor: 3, config: { 'max.message.bytes': '10' } },
        secret: { partitions: 2, replicationFactor: 3, config: null },
      },
      groups: { billing: { members: 2, topics: ['orders'] } },
      brokerRacks: ['a', null],
    })
  })

  it('leaves out Kafka’s own topics and those that are not there, and takes any name', () => {
    const snapshot = liveSnapshot({
      broker: null,
      metadata: metadata(
        topic('__consumer_offsets', { internal: true }),
        topic('gone', { error: 3, partitions: [] }),
        topic('__proto__'),
        topic('constructor', { partitions: [] }),
      ),
      configs: new Map(),
      groups: new Map(),
    })
    expect(Object.keys(snapshot.topics)).toEqual(['__proto__', 'constructor'])
    expect(snapshot.topics.constructor).toMatchObject({ partitions: 0, replicationFactor: null })
    expect(snapshot.groups.constructor).toBeUndefined()
    expect(snapshot.broker).toEqual({})
  })

  it('reads settings of at most 1,000 topics, those that groups read before the others', () => {
    const names = Array.from({ length: MOST_TOPICS + 5 }, (_, at) => `t-${String(at).padStart(5, '0')}`)
    const all = metadata(...[...names].reverse().map((name) => topic(name)))
    const [first = '', second = ''] = [names.at(-1), names.at(-2)]
    const read = topicsToRead(all, [first, second])
    expect(read).toHaveLength(MOST_TOPICS)
    expect(read.slice(0, 3)).toEqual([second, first, names[0]])
    expect(topicsToRead(metadata(topic('b'), topic('a')), [])).toEqual(['b', 'a'])
  })
})

function bench(): Bench {
  const made = new Bench()
  made.kafka.topic('orders', [0, 10], [0, 10])
  made.kafka.topicConfigs.set('orders', new Map([['max.message.bytes', '100']]))
  made.kafka.brokerConfigs = new Map([
    [LIMIT, '1800000'],
    ['num.io.threads', '8'],
  ])
  return made
}

/** Events that tell of new settings. */
function told(made: Bench): number {
  return made.events.filter(({ kind }) => kind === 'live').length
}

describe('settings that files are held against', () => {
  it('are read while somebody watches a connected cluster, and never otherwise', async () => {
    const made = bench()
    const watching = made.cluster.live.watch(question)
    await made.clock.advance(120_000)
    expect(made.kafka.requests).toEqual([])
    await made.cluster.connect(never)
    watching.dispose()
    await made.clock.advance(120_000)
    expect(made.kafka.requests).toEqual([])
    expect(made.cluster.live.snapshot).toBeNull()
    expect(made.clock.pending).toBe(0)
  })

  it('come with three requests where no group is named, and only what was asked for', async () => {
    const made = bench()
    await made.cluster.connect(never)
    made.cluster.live.watch(question)
    await made.clock.advance(0)
    expect([...made.kafka.requests].sort()).toEqual(['DescribeConfigs', 'DescribeConfigs', 'Metadata'])
    expect(made.cluster.live.snapshot).toEqual({
      broker: { [LIMIT]: '1800000' },
      topics: {
        orders: { partitions: 2, replicationFactor: 1, config: { 'max.message.bytes': '100' } },
      },
      groups: {},
      brokerRacks: [null],
    })
    expect(told(made)).toBe(1)
  })

  it('leave the topics alone where only groups matter, and tell what those read', async () => {
    const made = bench()
    made.kafka.topic('other', [0, 1])
    made.kafka.group('billing')
    made.kafka.join('billing', 'app', { orders: [0, 1] })
    made.kafka.group('audit', { other: { 0: 1 } })
    await made.cluster.connect(never)
    made.cluster.live.watch({ ...question, everyTopic: false, groups: ['billing', 'nobody'] })
    await made.clock.advance(0)
    expect(made.cluster.live.snapshot?.groups).toEqual({ billing: { members: 1, topics: ['orders'] } })
    expect(Object.keys(made.cluster.live.snapshot?.topics ?? {})).toEqual(['orders'])
    expect(made.kafka.requests).not.toContain('OffsetFetch')
    made.cluster.live.watch({ ...question, everyTopic: false, groups: ['audit'] })
    await made.clock.advance(5_000)
    expect(made.cluster.live.snapshot?.groups.audit).toEqual({ members: 0, topics: ['other'] })
    expect(made.cluster.live.snapshot?.topics.other?.config).toBeNull()
  })

  it('are those of the topics that are named', async () => {
    const made = bench()
    made.kafka.topic('other', [0, 1])
    await made.cluster.connect(never)
    made.cluster.live.watch({ ...question, everyTopic: false, topics: ['orders', 'gone'] })
    await made.clock.advance(0)
    expect(Object.keys(made.cluster.live.snapshot?.topics ?? {})).toEqual(['orders'])
  })

  it('are read again after a minute, sooner for a new question, at once for none that is answered', async () => {
    const made = bench()
    await made.cluster.connect(never)
    made.cluster.live.watch(question)
    await made.clock.advance(0)
    const first = made.kafka.requests.length
    made.cluster.live.watch({ ...question })
    await made.clock.advance(59_000)
    expect(made.kafka.requests).toHaveLength(first)
    await made.clock.advance(1_000)
    expect(made.kafka.requests).toHaveLength(2 * first)
    made.cluster.live.watch({ ...question, brokerKeys: ['num.io.threads'] })
    await made.clock.advance(2_999)
    expect(made.kafka.requests).toHaveLength(2 * first)
    await made.clock.advance(1)
    expect(made.kafka.requests).toHaveLength(3 * first)
    expect(made.cluster.live.snapshot?.broker).toEqual({ [LIMIT]: '1800000', 'num.io.threads': '8' })
  })

  it('are told of only when they have changed', async () => {
    const made = bench()
    await made.cluster.connect(never)
    made.cluster.live.watch(question)
    await made.clock.advance(61_000)
    expect(told(made)).toBe(1)
    made.kafka.brokerConfigs = new Map([[LIMIT, '60000']])
    await made.clock.advance(60_000)
    expect(told(made)).toBe(2)
    expect(made.cluster.live.snapshot?.broker).toEqual({ [LIMIT]: '60000' })
  })

  it('that nobody may see are not known, which is no error', async () => {
    const made = bench()
    made.kafka.brokerConfigs = null
    made.kafka.topicConfigs.clear()
    await made.cluster.connect(never)
    made.cluster.live.watch(question)
    await made.clock.advance(0)
    expect(made.cluster.live.snapshot).toMatchObject({ broker: {}, topics: { orders: { config: null } } })
    expect(made.log.lines.join()).not.toMatch(/could not be read/)
  })

  it('are gone with the connection, and read anew with the next one', async () => {
    const made = bench()
    await made.cluster.connect(never)
    made.cluster.live.watch(question)
    await made.clock.advance(0)
    await made.cluster.disconnect()
    expect(made.cluster.live.snapshot).toBeNull()
    const before = made.kafka.requests.length
    await made.clock.advance(300_000)
    expect(made.kafka.requests).toHaveLength(before)
    await made.cluster.connect(never)
    await made.clock.advance(0)
    expect(made.cluster.live.snapshot).not.toBeNull()
  })

  it('stay as they were while the cluster does not answer, and are asked for again after a minute', async () => {
    const made = bench()
    await made.cluster.connect(never)
    made.cluster.live.watch(question)
    await made.clock.advance(0)
    made.kafka.interference = {
      before: (api) => {
        if (api === 'DescribeConfigs') throw laglineError('timedOut', errorText('error.timedOut', 'demo', 15))
      },
    }
    await made.clock.advance(60_000)
    expect(made.cluster.live.snapshot?.broker).toEqual({ [LIMIT]: '1800000' })
    expect(made.log.lines.join()).toMatch(/could not be read/)
    made.kafka.interference = {}
    made.kafka.brokerConfigs = new Map([[LIMIT, '5']])
    await made.clock.advance(60_000)
    expect(made.cluster.live.snapshot?.broker).toEqual({ [LIMIT]: '5' })
  })

  it('are no longer read when the last one who watched is gone, or the cluster itself', async () => {
    const made = bench()
    await made.cluster.connect(never)
    let stuck: (() => void) | null = null
    made.kafka.interference = {
      before: (api) => (api === 'Metadata' ? new Promise<void>((resolve) => (stuck = resolve)) : undefined),
    }
    const watching = made.cluster.live.watch(question)
    await made.clock.advance(0)
    expect(stuck).not.toBeNull()
    watching.dispose()
    ;(stuck as (() => void) | null)?.()
    await settle()
    expect(made.cluster.live.snapshot).toBeNull()
    expect(told(made)).toBe(0)
    made.cluster.dispose()
    expect(made.clock.pending).toBe(0)
  })
})
