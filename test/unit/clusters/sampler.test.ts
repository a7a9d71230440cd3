import { describe, expect, it } from 'vitest'
import { errorText, laglineError } from '../../../src/model/errors'
import { FakeKafka, plain } from '../../support/fakes/kafka'
import { Bench, never, say } from './support'

async function bench(kafka?: FakeKafka): Promise<Bench> {
  const made = new Bench(kafka === undefined ? {} : { kafka })
  if (kafka === undefined) {
    made.kafka.topic('orders', [0, 100], [10, 200])
    made.kafka.group('billing', { orders: { 0: 60, 1: 4 } })
    made.kafka.join('billing', 'app', { orders: [0, 1] })
    made.kafka.group('audit', { orders: { 0: 10 } })
    const shared = made.kafka.group('shared', {}, { type: 'share', protocolType: 'share' })
    shared.commits.set('orders', 0, { ...plain(40), shareLag: 25n }).set('orders', 1, plain(-1))
  }
  await made.cluster.connect(never)
  return made
}

function manyGroups(groups: number, topicsEach: number): FakeKafka {
  const kafka = new FakeKafka()
  for (let group = 0; group < groups; group += 1) {
    const assignment: Record<string, number[]> = {}
    kafka.group(`group-${group}`, {}, group % 2 === 0 ? { type: 'consumer' } : {})
    for (let topic = 0; topic < topicsEach; topic += 1) {
      const name = `topic-${group % 20}-${topic}`
      if (!kafka.topics.has(name)) kafka.topic(name, [0, 100], [0, 100])
      for (const partition of [0, 1]) kafka.commits(`group-${group}`).set(name, partition, plain(50))
      assignment[name] = [0, 1]
    }
    kafka.join(`group-${group}`, 'app', assignment)
  }
  return kafka
}

describe('what is read', () => {
  it('the list: state, type, members and total lag of each group', async () => {
    const made = await bench()
    await made.cluster.refresh({ kind: 'groups' }, never)
    const { groups } = made.cluster.snapshot
    expect([...(groups?.keys() ?? [])]).toEqual(['audit', 'billing', 'shared'])
    expect(groups?.get('billing')).toMatchObject({
      type: 'classic',
      state: 'Stable',
      protocolType: 'consumer',
      lag: { lag: 40 + 190, atLeast: false, partitions: 2, lost: 6n },
      emptySince: null,
      error: null,
    })
    expect(groups?.get('billing')?.members?.map((member) => member.clientId)).toEqual(['app'])
    expect(groups?.get('audit')).toMatchObject({ state: 'Empty', members: [], lag: { lag: 90 } })
    expect(groups?.get('audit')?.verdict.kind).toBe('stopped')
    // The lag of a share group is what the broker tells, not what lies between start offset and end.
    expect(groups?.get('shared')).toMatchObject({
      type: 'share',
      lag: { lag: 25, atLeast: true, partitions: 2, lost: 0n },
    })
    expect(made.events.at(-1)).toEqual({ kind: 'groups' })
  })

  it('a group: each partition with its commit, log, lag and who holds it', async () => {
    const made = await bench()
    made.kafka.topic('later', [0, 7])
    made.kafka.groups.get('billing')?.members.push({
      memberId: 'm2',
      instanceId: null,
      clientId: 'second',
      host: '10.0.0.9',
      assignment: [{ topic: 'later', partition: 0 }],
    })
    await made.cluster.refresh({ kind: 'group', group: 'billing' }, never)
    const partitions = made.cluster.snapshot.groups?.get('billing')?.partitions
    expect(
      partitions?.map((p) => [
        p.topic,
        p.partition,
        p.commit?.offset,
        p.start,
        p.end,
        p.lag.lag,
        p.member?.clientId,
      ]),
    ).toEqual([
      ['later', 0, undefined, 0n, 7n, null, 'second'],
      ['orders', 0, 60n, 0n, 100n, 40, 'app'],
      ['orders', 1, 4n, 10n, 200n, 190, 'app'],
    ])
    expect(made.cluster.snapshot.groups?.get('billing')?.lag).toMatchObject({ lag: 230, atLeast: true })
  })

  it('topics, one topic with its ends, brokers', async () => {
    const made = await bench()
    await made.cluster.refresh({ kind: 'topics' }, never)
    expect(made.cluster.snapshot.topics?.get('orders')?.partitions).toBeNull()
    expect(made.cluster.snapshot.brokers?.map((broker) => broker.host)).toEqual(['localhost'])
    await made.cluster.refresh({ kind: 'topic', topic: 'orders' }, never)
    expect(
      made.cluster.snapshot.topics?.get('orders')?.partitions?.map((p) => [p.start, p.end, p.leader]),
    ).toEqual([
      [0n, 100n, 1],
      [10n, 200n, 1],
    ])
    await made.cluster.refresh({ kind: 'topics' }, never)
    expect(made.cluster.snapshot.topics?.get('orders')?.partitions?.length).toBe(2)
    expect(await made.requestsOf(() => made.cluster.refresh({ kind: 'brokers' }, never))).toEqual([
      'Metadata',
    ])
  })

  it('a partition without leader is unknown, not 0, and hides nothing else', async () => {
    const made = await bench()
    made.kafka.partition('orders', 1).leader = null
    await made.cluster.refresh({ kind: 'group', group: 'billing' }, never)
    const group = made.cluster.snapshot.groups?.get('billing')
    expect(group?.lag).toMatchObject({ lag: 40, atLeast: true })
    expect(group?.partitions?.[1]).toMatchObject({ end: null, lag: { lag: null, unknown: 'noLeader' } })
  })

  it('commits before ends: no lag looks smaller than it was', async () => {
    const made = await bench()
    const requests = await made.requestsOf(() => made.cluster.refresh({ kind: 'groups' }, never))
    expect(requests.indexOf('OffsetFetch')).toBeLessThan(requests.indexOf('ListOffsets'))
  })
})

describe('requests', () => {
  it('the lag of 200 groups takes at most 8 on one broker', async () => {
    const made = await bench(manyGroups(200, 5))
    const requests = await made.requestsOf(() => made.cluster.refresh({ kind: 'groups' }, never))
    expect(requests.length).toBeLessThanOrEqual(8)
    expect([...(made.cluster.snapshot.groups?.values() ?? [])].every((group) => group.lag?.lag === 500)).toBe(
      true,
    )
  })

  it('a group with 50 topics takes at most 7, also when it was never listed', async () => {
    const kafka = manyGroups(1, 50)
    const made = await bench(kafka)
    const first = await made.requestsOf(() =>
      made.cluster.refresh({ kind: 'group', group: 'group-0' }, never),
    )
    expect(first.length).toBeLessThanOrEqual(7)
    expect(made.cluster.snapshot.groups?.get('group-0')?.lag?.lag).toBe(5_000)
  })

  it('log starts are read at a slower beat', async () => {
    const made = await bench()
    made.cluster.watch({ kind: 'group', group: 'billing' }, 'chart')
    await made.clock.advance(60_000)
    const starts = made.kafka.requests.filter((api) => api === 'ListOffsets').length
    const beats = made.kafka.requests.filter((api) => api === 'OffsetFetch').length
    expect(beats).toBe(31)
    expect(starts - beats).toBe(3)
  })
})

describe('beats', () => {
  it('only while somebody watches and the connection stands', async () => {
    const made = new Bench({ kafka: manyGroups(1, 1) })
    const watch = made.cluster.watch({ kind: 'groups' }, 'tree')
    await made.clock.advance(60_000)
    expect(made.kafka.requests).toEqual([])
    await made.cluster.connect(never)
    await made.clock.advance(25_000)
    expect(made.kafka.requests.filter((api) => api === 'ListGroups').length).toBe(3)
    watch.dispose()
    const before = made.kafka.requests.length
    await made.clock.advance(60_000)
    expect(made.kafka.requests.length).toBe(before)
    expect(made.clock.pending).toBe(0)
  })

  it('one batch for all that is due, each at its own speed', async () => {
    const made = await bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    made.cluster.watch({ kind: 'group', group: 'billing' }, 'chart')
    const requests = await made.requestsOf(() => made.clock.advance(0))
    expect(requests.filter((api) => api === 'OffsetFetch').length).toBe(1)
    made.kafka.requests.length = 0
    await made.clock.advance(20_000)
    expect(made.kafka.requests.filter((api) => api === 'ListGroups').length).toBe(2)
    expect(made.kafka.requests.filter((api) => api === 'OffsetFetch').length).toBe(10)
  })

  it('never overlap, however slow the broker is', async () => {
    const made = await bench()
    let under = 0
    let most = 0
    made.kafka.interference = {
      before: async (api) => {
        if (api !== 'OffsetFetch') return
        under += 1
        most = Math.max(most, under)
        await new Promise<void>((resolve) => void made.clock.after(5_000, resolve))
        under -= 1
      },
    }
    made.cluster.watch({ kind: 'group', group: 'billing' }, 'chart')
    const refreshed = made.cluster.refresh({ kind: 'group', group: 'billing' }, never)
    await made.clock.advance(60_000)
    await refreshed
    expect(most).toBe(1)
    expect(made.kafka.requests.filter((api) => api === 'OffsetFetch').length).toBeGreaterThan(5)
  })

  it('a changed setting counts at the next beat', async () => {
    const made = await bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    await made.clock.advance(0)
    made.poll.treeMs = 1_000
    await made.clock.advance(10_000)
    const before = made.kafka.requests.filter((api) => api === 'ListGroups').length
    await made.clock.advance(10_000)
    expect(made.kafka.requests.filter((api) => api === 'ListGroups').length - before).toBe(10)
  })

  it('one that fails keeps the last values with the error beside them', async () => {
    const made = await bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    await made.clock.advance(0)
    made.kafka.interference = {
      before: (api) => {
        if (api === 'OffsetFetch')
          throw laglineError('notAuthorized', errorText('error.unexpected', 'no'), { kafka: 30 })
      },
    }
    await made.clock.advance(10_000)
    expect(made.cluster.snapshot.groups?.get('billing')).toMatchObject({
      lag: { lag: 230 },
      error: { code: 'notAuthorized' },
    })
    made.kafka.interference = {}
    await made.clock.advance(10_000)
    expect(made.cluster.snapshot.groups?.get('billing')?.error).toBeNull()
  })
})

describe('a group over time', () => {
  it('leaves the list when it vanishes', async () => {
    const made = await bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    made.cluster.watch({ kind: 'group', group: 'audit' }, 'tree')
    await made.clock.advance(0)
    made.kafka.groups.delete('audit')
    await made.clock.advance(10_000)
    expect(made.cluster.snapshot.groups?.has('audit')).toBe(false)
    expect(made.cluster.snapshot.groups?.has('billing')).toBe(true)
    expect(made.cluster.history('audit')).toBeNull()
  })

  it('is sampled for the chart, with rebalances and resets marked', async () => {
    const made = await bench()
    made.cluster.watch({ kind: 'group', group: 'billing' }, 'chart')
    await made.clock.advance(2_000)
    made.kafka.partition('orders', 0).end = 130n
    await made.clock.advance(2_000)
    made.kafka.leave('billing')
    await made.clock.advance(4_000)
    const request = {
      group: 'billing',
      scenario: { kind: 'earliest' },
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    await made.cluster.apply(await made.cluster.plan(request, never), never)
    await made.clock.advance(4_000)
    const history = made.cluster.history('billing')
    expect([...(history?.series[0]?.lag ?? [])]).toEqual([40, 40, 70, 70, 70, 130, 130, 130])
    expect(history?.marks.map((mark) => mark.kind)).toEqual(['rebalance', 'reset'])
    expect(history?.times.length).toBe(8)
  })

  it('a reset by somebody else is marked too', async () => {
    const made = await bench()
    made.cluster.watch({ kind: 'group', group: 'audit' }, 'chart')
    await made.clock.advance(2_000)
    made.kafka.commits('audit').set('orders', 0, plain(3))
    await made.clock.advance(4_000)
    expect(made.cluster.history('audit')?.marks.map((mark) => mark.kind)).toEqual(['reset'])
  })

  it('knows since when it is empty, as a lower bound', async () => {
    const made = await bench()
    const since = made.clock.now()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    await made.clock.advance(120_000)
    const group = made.cluster.snapshot.groups?.get('audit')
    expect(group?.emptySince).toBe(since)
    expect(say(group?.verdict.evidence ?? { id: '', args: [] })).toBe(
      'Empty for at least 2 min, and 90 wait.',
    )
  })

  it('is judged as soon as enough was seen', async () => {
    const made = await bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    await made.clock.advance(0)
    const kind = (): string | undefined => made.cluster.snapshot.groups?.get('billing')?.verdict.kind
    expect(kind()).toBe('unknown')
    for (let beat = 0; beat < 3; beat += 1) {
      made.kafka.partition('orders', 0).end += 100n
      made.kafka.commits('billing').set('orders', 0, plain(60 + (beat + 1) * 20))
      made.kafka.commits('billing').set('orders', 1, plain(60 + (beat + 1) * 20))
      await made.clock.advance(10_000)
    }
    expect(kind()).toBe('fallingBehind')
  })
})
