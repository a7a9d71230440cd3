import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/offsets/plan-types'
import type { Scenario } from '../../../src/offsets/scenario'
import { plain } from '../../support/fakes/kafka'
import { bench, offsets, plan, rich } from './audit'
import { type Bench, failureOf, never } from './support'

describe('a reset', () => {
  it('is planned, recorded, carried out and read back', async () => {
    const made = await bench()
    const outcome = await made.cluster.apply(await plan(made), never)
    expect(outcome.done.map((row) => row.partition)).toEqual([0, 1])
    expect(outcome).toMatchObject({ refused: [], different: [], unsettled: [] })
    expect(offsets(made)).toEqual(['orders-0=100', 'orders-1=100', 'orders-2=100'])
    expect(made.kafka.commits('audit').get('orders', 0)).toEqual(plain(100))
    expect(outcome.record).toMatchObject({
      kind: 'reset',
      state: 'verified',
      tool: 'lagline test',
      cluster: { id: 'c1', name: 'demo' },
      group: { id: 'audit', type: 'classic' },
    })
    expect(outcome.record.rows[0]).toMatchObject({ topic: 'orders', topicId: 'topic-id-1', before: rich })
    expect(made.statesWritten(outcome.record.id)).toEqual(['planned', 'sent', 'verified'])
  })

  it('names the partitions that the scope leaves out', async () => {
    expect((await plan(await bench())).leftOut).toEqual([{ topic: 'orders', partition: 3 }])
  })

  it('of a topic covers partitions without a commit, as the command line does', async () => {
    const made = await bench()
    const scope = { kind: 'topic', topic: 'orders' } as const
    const request = { group: 'audit', scenario: { kind: 'earliest' }, scope, purpose: 'reset' } as const
    const outcome = await made.cluster.apply(await made.cluster.plan(request, never), never)
    expect(outcome.done.map((row) => [row.partition, row.before === null])).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [3, true],
    ])
  })

  it.each<readonly [string, Scenario, number]>([
    ['latest', { kind: 'latest' }, 13],
    ['an offset', { kind: 'toOffset', offset: 50n }, 13],
    ['a time', { kind: 'toDatetime', time: 5 }, 14],
  ])('to %s takes at most 14 requests with the list, 8 of them to apply', async (_name, scenario, most) => {
    const made = await bench()
    for (let topic = 0; topic < 50; topic += 1) {
      const name = `topic-${topic}`
      made.kafka.topic(name, [0, 100], [0, 100])
      for (const partition of [0, 1]) made.kafka.commits('audit').set(name, partition, plain(3))
    }
    await made.cluster.refresh({ kind: 'groups' }, never)
    const planned = await made.requestsOf(() => plan(made, scenario))
    const again = await plan(made, scenario)
    const applied = await made.requestsOf(() => made.cluster.apply(again, never))
    expect(1 + planned.length + applied.length).toBe(most)
    expect(applied).toEqual([
      'DescribeGroups',
      'Metadata',
      'ListOffsets',
      'ListOffsets',
      'OffsetFetch',
      'OffsetCommit',
      'OffsetFetch',
    ])
  })

  it('of a topic that was deleted and made again since the plan is refused, however fresh the plan is', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.topic('orders', [0, 200], [0, 200], [0, 200], [0, 200])
    const failure = await failureOf(made.cluster.apply(planned, never))
    expect(failure).toMatchObject({ code: 'stale' })
    expect(failure.words).toMatch(/^The topic orders was deleted and created again/)
    expect(made.kafka.requests).not.toContain('OffsetCommit')
  })

  it('keeps the partitions that the broker refused apart', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.interference = {
      before: (api) => {
        if (api === 'OffsetCommit') made.kafka.topics.get('orders')?.partitions.splice(1)
      },
    }
    const outcome = await made.cluster.apply(planned, never)
    expect(outcome.done.map((row) => row.partition)).toEqual([0])
    expect(outcome.refused.map((row) => row.partition)).toEqual([1])
    expect(outcome.refused[0]?.error).not.toBeNull()
    expect(outcome.record.state).toBe('failed')
    expect(made.cluster.undoable('audit')?.id).toBe(outcome.record.id)
    made.kafka.interference = {}
    const undo = await made.cluster.planUndo(outcome.record.id, never)
    expect(undo.rows.map((row) => row.partition)).toEqual([0])
  })

  it('tells where somebody else wrote at once', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.interference = {
      after: (api) => {
        if (api === 'OffsetCommit') made.kafka.commits('audit').set('orders', 1, plain(77))
      },
    }
    const outcome = await made.cluster.apply(planned, never)
    expect(outcome.different.map(({ row, found }) => [row.partition, found?.offset])).toEqual([[1, 77n]])
    expect(outcome.done.map((row) => row.partition)).toEqual([0])
  })
})

describe('nothing is changed, and it is said why', () => {
  const before = ['orders-0=40', 'orders-1=70', 'orders-2=100']

  async function refused(
    made: Bench,
    planned: Plan,
    expected: { readonly code: string; readonly words: RegExp },
  ): Promise<void> {
    const requests = made.kafka.requests.length
    const failure = await failureOf(made.cluster.apply(planned, never))
    expect(failure.code).toBe(expected.code)
    expect(failure.words).toMatch(expected.words)
    expect(made.kafka.requests.slice(requests)).not.toContain('OffsetCommit')
    const [record] = await made.changes.list('c1', 'audit')
    expect(record?.state).toBe('failed')
    expect(record?.rows.every((row) => row.error !== null)).toBe(true)
    expect(made.cluster.undoable('audit')).toBeNull()
  }

  it('somebody joined since the plan', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.join('audit', 'billing-app')
    await refused(made, planned, {
      code: 'groupActive',
      words: /billing-app on 10\.0\.0\.7 is in it.*Nothing was changed\.$/,
    })
    expect(offsets(made)).toEqual(before)
  })

  it('the group ran and stopped again: the three values are named', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.commits('audit').set('orders', 1, plain(85))
    await refused(made, planned, {
      code: 'stale',
      words: /^orders-1 was moved .* stood at 70, would go to 100, and stands at 85 now/,
    })
    expect(offsets(made)).toEqual(['orders-0=40', 'orders-1=85', 'orders-2=100'])
  })

  it('a row that was to stay moved', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.commits('audit').set('orders', 2, plain(90))
    await refused(made, planned, { code: 'stale', words: /^orders-2/ })
  })

  it('the same offset was committed with other metadata', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.commits('audit').set('orders', 0, { ...rich, metadata: 'later' })
    await refused(made, planned, { code: 'stale', words: /same offset 40, other metadata/ })
  })

  it('the log was cut above the target', async () => {
    const made = await bench()
    const planned = await plan(made, { kind: 'earliest' })
    made.kafka.partition('orders', 1).start = 20n
    await refused(made, planned, {
      code: 'outOfRange',
      words: /^orders-1 would go to 10, but its log now holds 20 to 100/,
    })
  })

  it('the topic was deleted and created again', async () => {
    const made = await bench()
    const planned = await plan(made)
    await made.clock.advance(60_000)
    made.kafka.topic('orders', [0, 100], [10, 100], [0, 100], [0, 100])
    await refused(made, planned, { code: 'stale', words: /deleted and created again/ })
  })

  it('the group vanished', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.groups.delete('audit')
    await refused(made, planned, { code: 'groupNotFound', words: /is gone since the plan/ })
    expect(made.kafka.groups.has('audit')).toBe(false)
  })

  it('a partition lost its leader', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.partition('orders', 1).leader = null
    await refused(made, planned, { code: 'noLeader', words: /^The log of orders-1 could not be read/ })
  })

  it('somebody joined between the last check and the commit: the broker refuses', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.interference = {
      before: (api) => {
        if (api === 'OffsetCommit') made.kafka.join('audit', 'billing-app')
      },
    }
    expect((await failureOf(made.cluster.apply(planned, never))).code).toBe('groupActive')
    expect(offsets(made)).toEqual(before)
    expect((await made.changes.list('c1', 'audit'))[0]?.state).toBe('failed')
  })

  it('the record cannot be written: nothing leaves the process', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.files.failure = new Error('ENOSPC: no space left on device')
    const requests = made.kafka.requests.length
    expect(await failureOf(made.cluster.apply(planned, never))).toMatchObject({
      code: 'storage',
      words: expect.stringMatching(/ENOSPC/) as string,
    })
    expect(made.kafka.requests.length).toBe(requests)
  })

  it('the disk fills up right before the request', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.interference = {
      after: (api) => {
        if (api === 'ListOffsets') made.files.failure = new Error('ENOSPC')
      },
    }
    expect((await failureOf(made.cluster.apply(planned, never))).code).toBe('storage')
    expect(offsets(made)).toEqual(before)
  })

  it('a refused plan, a read-only cluster, another cluster', async () => {
    const made = await bench()
    const planned = await plan(made)
    const refusedPlan = { ...planned, refusal: { id: 'x', args: [] } }
    expect((await failureOf(made.cluster.apply(refusedPlan, never))).code).toBe('groupActive')
    const other = { ...planned, cluster: { id: 'c2', name: 'other' } }
    expect((await failureOf(made.cluster.apply(other, never))).code).toBe('invalidInput')
    const readOnly = await bench({ settings: { readOnly: true }, kafka: made.kafka })
    expect((await plan(readOnly)).refusal?.id).toBe('clusters.refusal.readOnly')
    expect((await failureOf(readOnly.cluster.apply(planned, never))).code).toBe('readOnly')
    expect(offsets(made)).toEqual(before)
  })

  it('cancelled before anything was sent', async () => {
    const made = await bench()
    const planned = await plan(made)
    const abort = new AbortController()
    made.kafka.interference = {
      after: (api) => {
        if (api === 'ListOffsets') abort.abort()
      },
    }
    expect((await failureOf(made.cluster.apply(planned, abort.signal))).code).toBe('cancelled')
    expect(offsets(made)).toEqual(before)
    expect((await made.changes.list('c1', 'audit'))[0]?.state).toBe('failed')
  })
})
