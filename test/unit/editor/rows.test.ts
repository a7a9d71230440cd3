import { describe, expect, it } from 'vitest'
import type { ClusterSnapshot, ConnectionState } from '../../../src/clusters/types'
import { clusterRow } from '../../../src/editor/tree/rows/cluster-row'
import {
  groupPartitionRow,
  groupTopicRow,
  memberRow,
  membersRow,
} from '../../../src/editor/tree/rows/group-content-rows'
import { noteRow } from '../../../src/editor/tree/rows/note-row'
import { numberRuns } from '../../../src/editor/tree/rows/parts'
import { sectionRow } from '../../../src/editor/tree/rows/section-rows'
import { brokerRow, topicPartitionRow, topicRow } from '../../../src/editor/tree/rows/topic-rows'
import { errorText, laglineError } from '../../../src/model/errors'
import { english, group, member, seen, seenShare } from './support'

const settings = {
  id: 'c1',
  name: 'demo',
  bootstrapServers: ['localhost:29092', 'other:29092'],
  readOnly: false,
  production: false,
}
const rights = { writable: true, movable: true }

describe('the row of a cluster', () => {
  const row = (state: ConnectionState, more = {}) => clusterRow({ ...settings, ...more }, state, english)

  it('says where it is and what answers', () => {
    const info = { clusterId: 'k1', kafkaVersion: '4.3', brokers: 1, advertised: [] }
    const connected = row({ kind: 'connected', info })
    expect(connected.description).toBe('localhost:29092 · Kafka 4.3 · 1 broker')
    expect(connected.context).toBe('cluster;state=connected;writable')
    expect(connected.tooltip).toContain('Cluster id: k1')
    expect(row({ kind: 'connected', info: { ...info, kafkaVersion: null, brokers: 3 } }).description).toBe(
      'localhost:29092 · 3 brokers',
    )
  })

  it('says that it is marked, before anything else', () => {
    const marked = row({ kind: 'disconnected' }, { production: true, readOnly: true })
    expect(marked.description).toBe('production · read-only · not connected')
    expect(marked.context).toBe('cluster;state=disconnected')
  })

  it('tells why it could not be reached, and has nothing inside then', () => {
    const error = laglineError('unreachable', errorText('error.unreachable.name', 'nowhere'))
    const failed = row({ kind: 'failed', error })
    expect(failed.description).toMatch(/^The name nowhere does not resolve\. Check the spelling/)
    expect(failed.folding).toBe('none')
    expect(failed.tooltip[0]).toBe(failed.description)
    expect(row({ kind: 'connecting' })).toMatchObject({
      description: 'connecting to localhost:29092…',
      folding: 'none',
      icon: { id: 'loading~spin' },
    })
  })
})

describe('the rows under a cluster', () => {
  const snapshot: ClusterSnapshot = {
    groups: new Map([
      ['a', group({ verdict: { kind: 'stuck', evidence: { id: '', args: [] } } })],
      ['b', group({ verdict: { kind: 'fallingBehind', evidence: { id: '', args: [] } } })],
      ['c', group()],
    ]),
    groupsError: null,
    silentBrokers: [],
    topics: null,
    topicsError: null,
    brokers: [],
    controllerId: null,
  }

  it('count, and name trouble worst first', () => {
    expect(sectionRow('groups', snapshot, null, english).description).toBe('3 · 1 stuck · 1 falling behind')
    expect(sectionRow('groups', snapshot, 2, english).description).toBe('2 of 3 · 1 stuck · 1 falling behind')
    expect(sectionRow('topics', snapshot, null, english).description).toBe('')
    expect(sectionRow('brokers', snapshot, 0, english).description).toBe('0')
  })
})

describe('the rows inside a group', () => {
  const held = (partition: Parameters<typeof groupPartitionRow>[0]) =>
    groupPartitionRow(partition, rights, english).description

  it('say lag, place and holder of a partition', () => {
    expect(held(seen(0, 4_310n, 0n, 4_912n, { member }))).toBe(
      'lag 602 · at 4,310 of 4,912 · billing-1 on 10.0.0.7',
    )
    expect(groupPartitionRow(seen(3, 1n, 0n, 2n), rights, english).accessible).toBe(
      'partition 3 of orders, lag 1, at 1 of 2',
    )
  })

  it('say what is not committed, lost, beyond the end or without leader', () => {
    expect(held(seen(2, null, 0n, 4_912n, { member }))).toBe(
      'not committed · 4,912 waiting · billing-1 on 10.0.0.7',
    )
    expect(held(seen(2, -7n, 0n, 10n))).toBe('not committed · 10 waiting')
    expect(held(seen(2, 10n, 2_010n, 2_020n))).toBe('lag 10 · 2,000 lost · at 10 of 2,020')
    expect(held(seen(2, 30n, 0n, 20n))).toBe('lag 0 · committed 10 beyond the end')
    expect(held(seen(2, 30n, null, null))).toBe('no leader · at 30')
    expect(held(seen(2, null, null, null))).toBe('not committed · no leader')
  })

  it('of a share group say where they start, and the lag as the broker tells it', () => {
    expect(held(seenShare(0, 4_310n, 12n, 4_912n))).toBe('lag 12 · starts at 4,310 of 4,912')
    expect(held(seenShare(0, 4_310n, null, 4_912n))).toBe('lag unknown · starts at 4,310 of 4,912')
    expect(held(seenShare(0, 30n, 0n, 20n))).toBe('lag 0 · starts 10 beyond the end')
    expect(held(seenShare(0, -1n, null, 20n))).toBe('not begun')
    expect(held(seenShare(0, 30n, 5n, null))).toBe('lag 5 · no leader · starts at 30')
    const tooltip = (told: bigint | null, from = 30n) =>
      groupPartitionRow(seenShare(0, from, told, 40n), rights, english).tooltip.join('\n')
    expect(tooltip(5n)).toContain('Share-partition start offset: 30')
    expect(tooltip(null)).toContain('The broker does not tell the lag.')
    expect(tooltip(null, -1n)).toContain('No share-partition start offset yet')
    expect(tooltip(5n)).not.toContain('held by nobody')
  })

  it('can be sought only where offsets can be moved', () => {
    const context = (own: typeof rights) => groupPartitionRow(seen(0, 1n, 0n, 2n), own, english).context
    expect(context(rights)).toBe('groupPartition;movable')
    expect(context({ ...rights, writable: false })).toBe('groupPartition')
    expect(context({ ...rights, movable: false })).toBe('groupPartition')
  })

  it('sum a topic, and say what the sum leaves out', () => {
    expect(groupTopicRow('orders', [seen(0, 1n, 0n, 3n), seen(1, 1n, 0n, 3n)], english).description).toBe(
      'lag 4 · 2 partitions',
    )
    expect(groupTopicRow('orders', [seen(0, 1n, 0n, 3n), seen(1, null, 0n, 3n)], english).description).toBe(
      'lag at least 2 · 2 partitions',
    )
    expect(groupTopicRow('orders', [seen(0, null, 0n, 3n)], english).description).toBe(
      'lag unknown · 1 partition',
    )
  })

  it('say what a member holds', () => {
    expect(memberRow(member, english)).toMatchObject({
      label: 'billing-1',
      description: '10.0.0.7 · orders: 0–1, 4 · payments: 2',
      accessible: 'billing-1, member on 10.0.0.7, orders: 0–1, 4, payments: 2',
    })
    expect(memberRow({ ...member, assignment: [] }, english).description).toBe('10.0.0.7 · holds nothing')
    expect(membersRow(2, english)).toMatchObject({
      label: 'Members',
      description: '2',
      accessible: 'Members, 2 members',
    })
  })

  it('shorten runs of numbers', () => {
    expect(numberRuns([5, 0, 1, 2, 7, 8])).toBe('0–2, 5, 7–8')
    expect(numberRuns([])).toBe('')
  })
})

describe('the rows of topics and brokers', () => {
  const partition = {
    partition: 0,
    leader: 1,
    leaderEpoch: 0,
    replicas: [1, 2, 3],
    isr: [1, 2, 3],
    error: 0,
  }
  const topic = { name: 'orders', id: null, internal: false, error: 0, partitions: [partition] }

  it('say leader, log start and end', () => {
    const row = topicPartitionRow('orders', { ...partition, start: 1_200n, end: 4_912n }, english)
    expect(row.description).toBe('leader 1 · 1,200 to 4,912')
    expect(row.accessible).toBe('partition 0 of orders, leader 1, 1,200 to 4,912')
  })

  it('say what is not in sync or has no leader', () => {
    const lagging = { ...partition, isr: [1], start: 0n, end: 1n }
    expect(topicPartitionRow('orders', lagging, english).description).toBe(
      'leader 1 · 0 to 1 · 1 of 3 in sync',
    )
    const headless = { ...partition, leader: null, isr: [], start: null, end: null }
    expect(topicPartitionRow('orders', headless, english).description).toBe('no leader · 0 of 3 in sync')
    const snapshot = {
      topic: { ...topic, partitions: [partition, { ...partition, leader: null }] },
      partitions: null,
    }
    expect(topicRow(snapshot, english)).toMatchObject({
      description: '2 partitions · 1 without leader',
      icon: { id: 'warning' },
    })
  })

  it('say what is internal', () => {
    const snapshot = { topic: { ...topic, internal: true }, partitions: null }
    expect(topicRow(snapshot, english)).toMatchObject({
      description: '1 partition · internal',
      context: 'topic;internal',
    })
  })

  it('name a broker by its id', () => {
    const broker = { id: 1, host: 'kafka', port: 9092, rack: 'a' }
    expect(brokerRow(broker, 1, english)).toMatchObject({
      label: 'Broker 1',
      description: 'kafka:9092 · controller · rack a',
    })
    expect(brokerRow({ ...broker, rack: null }, 2, english).description).toBe('kafka:9092')
  })
})

describe('a note', () => {
  it('is a sentence in place of what is not there', () => {
    expect(noteRow({ kind: 'loading' }, english)).toMatchObject({
      label: 'Loading…',
      icon: { id: 'loading~spin' },
    })
    expect(noteRow({ kind: 'noneMatches', filter: 'bil' }, english).label).toBe('Nothing matches “bil”.')
    expect(noteRow({ kind: 'silentBrokers', brokers: [2, 3] }, english).label).toBe(
      'Broker 2, 3 did not list its groups: some may be missing.',
    )
    expect(noteRow({ kind: 'more', shown: 200, all: 10_000 }, english).label).toBe(
      'Show more (200 of 10,000 shown)',
    )
  })

  it('tells a problem with its sentence', () => {
    const error = laglineError('noLeader', errorText('error.noLeader', 'orders-0'))
    expect(noteRow({ kind: 'failed', error }, english)).toMatchObject({
      label: 'orders-0 has no leader now, so its offsets cannot be read. Try again when its broker is back.',
      context: 'note;failed',
    })
  })
})
