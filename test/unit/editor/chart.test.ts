import { describe, expect, it } from 'vitest'
import type { Cluster } from '../../../src/clusters/cluster'
import type { ClusterSnapshot, ConnectionState, GroupHistory } from '../../../src/clusters/types'
import { sampleMessage, seriesKey, windowMessage } from '../../../src/editor/chart/messages'
import { statusOf } from '../../../src/editor/chart/status'
import { pageStrings } from '../../../src/editor/chart/strings'
import { errorText, laglineError } from '../../../src/model/errors'
import { textsOf } from '../../../src/model/text'
import { lagTexts } from '../../../src/model/texts/lag'
import { hostMessage } from '../../../src/shared/chart-guard'
import { english, group, member, seen, seenShare } from './support'

const billing = group({
  partitions: [
    seen(0, 40n, 0n, 100n, { member }),
    seen(1, 10n, 30n, 40n),
    seen(2, null, 0n, 7n),
    seen(3, -1n, 0n, 7n),
    seen(4, 9n, null, null),
    seen(5, 9n, 0n, 8n),
  ],
  verdict: { kind: 'fallingBehind', evidence: textsOf(lagTexts)('lag.keeping.none') },
})
const history: GroupHistory = {
  times: Float64Array.from([1_000, 3_000]),
  series: [
    { topic: 'orders', partition: 0, lag: Float64Array.from([50, 60]) },
    { topic: 'orders', partition: 1, lag: Float64Array.from([NaN, 10]) },
  ],
  marks: [{ at: 2_000, kind: 'rebalance' }],
}

describe('what a chart page is sent', () => {
  it('passes the guard at the border, with the finding in a sentence', () => {
    const message = windowMessage(billing, 'demo', history, english)
    expect(hostMessage(message)).toEqual(message)
    expect(message.header).toEqual({
      group: 'billing',
      cluster: 'demo',
      state: 'Stable',
      lag: 70,
      sentence: 'billing: falling behind. Nothing waits. Most of it is in orders-0: 60.',
    })
    expect(message.marks).toEqual([{ at: 2_000, kind: 'rebalance', text: 'Rebalance' }])
  })

  it('says what is special about each partition', () => {
    const { rows } = windowMessage(billing, 'demo', history, english)
    expect(rows.map(({ note }) => note)).toEqual([
      null,
      '20 lost',
      'not committed',
      'committed -1, which Kafka reads as nothing',
      'no leader',
      '1 beyond the end',
    ])
    expect(rows[0]).toMatchObject({ committed: '40', end: '100', lag: 60, member: 'billing-1 on 10.0.0.7' })
    expect(rows[3]).toMatchObject({ committed: null, lag: null })
  })

  it('is the newest sample alone where the page has the rest', () => {
    const message = sampleMessage(billing, 'demo', history, english)
    expect(hostMessage(message)).toEqual(message)
    expect(message).toMatchObject({ time: 3_000, lag: Float64Array.from([60, 10]) })
    const empty = { times: new Float64Array(), series: [], marks: [] }
    expect(sampleMessage(billing, 'demo', empty, english)).toBeNull()
  })

  it('tells series apart by name', () => {
    expect(seriesKey(history)).toBe('orders-0\norders-1')
  })

  it('has every word of the page', () => {
    const strings = pageStrings((text) => text.toUpperCase())
    const init = { type: 'init', target: { cluster: 'c', group: 'g' }, locale: 'en', strings }
    expect(hostMessage(init)).toEqual(init)
    expect(strings.ranges).toEqual(['LAST 5 MINUTES', 'LAST 15 MINUTES', 'LAST HOUR', 'EVERYTHING KEPT'])
  })
})

describe('how a panel is', () => {
  const target = { cluster: 'c1', group: 'billing' }
  const connected: ConnectionState = {
    kind: 'connected',
    info: { clusterId: null, kafkaVersion: null, brokers: 1, advertised: [] },
  }
  const nothing: ClusterSnapshot = {
    groups: null,
    groupsError: null,
    silentBrokers: [],
    topics: null,
    topicsError: null,
    brokers: null,
    controllerId: null,
  }
  const error = laglineError('notAuthorized', errorText('error.noLeader', 'x'))
  const status = (state: ConnectionState, snapshot: Partial<ClusterSnapshot> = {}, paused = false) => {
    const cluster = { settings: { name: 'demo' }, state, snapshot: { ...nothing, ...snapshot } }
    return statusOf(cluster as Cluster, target, { paused, pending: false }, english)
  }
  const groups = (more: Parameters<typeof group>[0]) => ({ groups: new Map([['billing', group(more)]]) })

  it('is a sentence for each way not to draw', () => {
    expect(statusOf(null, target, { paused: false, pending: true }, english).status).toBe('loading')
    expect(statusOf(null, target, { paused: false, pending: false }, english).status).toBe('failed')
    expect(status({ kind: 'disconnected' })).toEqual({
      status: 'disconnected',
      text: 'Not connected to demo.',
    })
    expect(status({ kind: 'connecting' }).status).toBe('loading')
    expect(status({ kind: 'failed', error }).text).toMatch(/^x has no leader/)
    expect(status(connected).status).toBe('loading')
    expect(status(connected, { groupsError: error }).status).toBe('failed')
    expect(status(connected, { groups: new Map() })).toEqual({
      status: 'empty',
      text: 'billing does not exist on demo any more.',
    })
    expect(status(connected, groups({ error })).status).toBe('denied')
    const untold = groups({ type: 'share', partitions: [seenShare(0, 1n, null, 2n)] })
    expect(status(connected, untold).status).toBe('empty')
    expect(status(connected, untold).text).toMatch(/share group/)
    expect(status(connected, groups({ type: 'share', partitions: [seenShare(0, 1n, 1n, 2n)] })).status).toBe(
      'live',
    )
    expect(status(connected, groups({})).status).toBe('loading')
    expect(status(connected, groups({ partitions: [] })).status).toBe('empty')
  })

  it('is live, or paused', () => {
    const seenGroup = groups({ partitions: [seen(0, 1n, 0n, 2n)] })
    expect(status(connected, seenGroup)).toEqual({ status: 'live', text: 'Live' })
    expect(status(connected, seenGroup, true).status).toBe('paused')
  })
})
