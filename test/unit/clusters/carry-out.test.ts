import { describe, expect, it } from 'vitest'
import { sameCommit, type Commit } from '../../../src/model/commits'
import { KafkaError } from '../../../src/model/kafka-errors'
import type { Plan } from '../../../src/offsets/plan-types'
import type { Scenario } from '../../../src/offsets/scenario'
import { answerLost } from '../../support/fakes/cluster'
import { plain, type FakeApi } from '../../support/fakes/kafka'
import { Bench, failureOf, never, say } from './support'

const rich: Commit = { offset: 40n, leaderEpoch: 3, metadata: 'checkpoint' }

/** Group `audit`: orders-0 at 40 with metadata, orders-1 at 70, orders-2 at its end; orders-3 without a commit. */
async function bench(about: ConstructorParameters<typeof Bench>[0] = {}): Promise<Bench> {
  const made = new Bench(about)
  if (about.kafka === undefined) {
    made.kafka.topic('orders', [0, 100], [10, 100], [0, 100], [0, 100])
    made.kafka.group('audit', { orders: { 0: rich, 1: 70, 2: 100 } })
  }
  await made.cluster.connect(never)
  return made
}

function plan(made: Bench, scenario: Scenario = { kind: 'latest' }): Promise<Plan> {
  const request = { group: 'audit', scenario, scope: { kind: 'group' }, purpose: 'reset' } as const
  return made.cluster.plan(request, never)
}

function offsets(made: Bench): string[] {
  return [...made.kafka.commits('audit').entries()]
    .map(([key, commit]) => `${key.topic}-${key.partition}=${commit.offset}`)
    .sort()
}

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

describe('the answer never comes', () => {
  /** Cuts the answer to the first request of a kind off. */
  function cut(made: Bench, api: FakeApi, when: 'before' | 'after'): void {
    let done = false
    made.kafka.interference = {
      [when]: (sent: FakeApi) => {
        if (sent !== api || done) return
        done = true
        throw answerLost()
      },
    }
  }

  it('stored: reading back finds it', async () => {
    const made = await bench()
    const planned = await plan(made)
    cut(made, 'OffsetCommit', 'after')
    const outcome = await made.cluster.apply(planned, never)
    expect(outcome.done.map((row) => row.partition)).toEqual([0, 1])
    expect(outcome.record.state).toBe('verified')
    // One socket was cut, not the cluster lost.
    expect(made.clients.length).toBe(1)
    expect(made.cluster.state.kind).toBe('connected')
  })

  it('not stored: reading back finds that too, after a second look', async () => {
    const made = await bench()
    const planned = await plan(made)
    cut(made, 'OffsetCommit', 'before')
    const applying = made.cluster.apply(planned, never)
    await made.clock.advance(2_000)
    const outcome = await applying
    expect(outcome.refused.map((row) => row.partition)).toEqual([0, 1])
    expect(say(outcome.refused[0]?.error ?? { id: '', args: [] })).toMatch(/was not stored/)
    expect(outcome.record.state).toBe('failed')
    expect(made.cluster.undoable('audit')).toBeNull()
  })

  it('and the broker is gone: unsettled, still `sent`, settled at the next connect', async () => {
    const made = await bench()
    const planned = await plan(made)
    made.kafka.interference = {
      after: (api) => {
        if (api !== 'OffsetCommit') return
        made.kafka.down = answerLost()
        throw answerLost()
      },
    }
    const applying = made.cluster.apply(planned, never)
    await made.clock.advance(2_000)
    const outcome = await applying
    expect(outcome.unsettled.map((row) => row.partition)).toEqual([0, 1])
    expect(outcome.record.state).toBe('sent')
    expect(made.cluster.undoable('audit')?.state).toBe('sent')
    made.kafka.down = null
    made.kafka.interference = {}
    await made.cluster.connect(never)
    expect(made.cluster.undoable('audit')?.state).toBe('verified')
  })

  it('cancelled while it was under way: what was sent has to be known', async () => {
    const made = await bench()
    const planned = await plan(made)
    const abort = new AbortController()
    made.kafka.interference = {
      after: (api) => {
        if (api !== 'OffsetCommit') return
        abort.abort()
        throw answerLost()
      },
    }
    const applying = made.cluster.apply(planned, abort.signal)
    await made.clock.advance(2_000)
    expect((await applying).record.state).toBe('verified')
  })
})

describe('after a crash', () => {
  /** A process that dies with the record `sent`; the commit was stored or not. */
  async function crashed(stored: boolean): Promise<Bench> {
    const first = await bench()
    const planned = await plan(first)
    const hang = new Promise<void>(() => undefined)
    first.kafka.interference = stored
      ? { after: (api) => (api === 'OffsetCommit' ? hang : undefined) }
      : { before: (api) => (api === 'OffsetCommit' ? hang : undefined) }
    void first.cluster.apply(planned, never)
    await first.clock.advance(0)
    first.kafka.interference = {}
    return first
  }

  it('a stored change is found verified, and can be undone', async () => {
    const first = await crashed(true)
    const { kafka, files, clock } = first
    const second = await bench({ kafka, files, clock })
    const record = second.cluster.undoable('audit')
    expect(record?.state).toBe('verified')
    const outcome = await second.cluster.apply(await second.cluster.planUndo(record?.id ?? '', never), never)
    expect(outcome.record).toMatchObject({ kind: 'undo', undoes: record?.id, state: 'verified' })
    expect(kafka.commits('audit').get('orders', 0)).toEqual(rich)
    expect(second.cluster.undoable('audit')).toBeNull()
  })

  it('a change that was not stored is believed lost only when nobody can still wait for it', async () => {
    const { kafka, files, clock } = await crashed(false)
    const soon = await bench({ kafka, files, clock })
    expect((await soon.changes.list('c1', 'audit'))[0]?.state).toBe('sent')
    await clock.advance(61_000)
    const later = await bench({ kafka, files, clock })
    expect((await later.changes.list('c1', 'audit'))[0]?.state).toBe('failed')
    expect(later.cluster.undoable('audit')).toBeNull()
  })

  it('where the group has moved on nothing can be told: it stays `sent`, and undo says so', async () => {
    const { kafka, files, clock } = await crashed(true)
    kafka.commits('audit').set('orders', 0, plain(120))
    const second = await bench({ kafka, files, clock })
    const record = second.cluster.undoable('audit')
    expect(record?.state).toBe('sent')
    const undo = await second.cluster.planUndo(record?.id ?? '', never)
    expect(undo.warnings.map(say)).toEqual([
      expect.stringMatching(/not known whether that change was stored/),
      expect.stringMatching(/orders-0 stood at 100 then and stands at 120 now/),
    ])
  })
})

describe('undo', () => {
  it('restores offset, epoch and metadata, and deletes what was not there, in at most 8 requests', async () => {
    const made = await bench()
    const scope = { kind: 'topic', topic: 'orders' } as const
    const request = { group: 'audit', scenario: { kind: 'earliest' }, scope, purpose: 'reset' } as const
    const before = [...made.kafka.commits('audit').entries()]
    const reset = await made.cluster.apply(await made.cluster.plan(request, never), never)
    expect(made.cluster.undoable('audit')?.id).toBe(reset.record.id)
    const undo = await made.cluster.planUndo(reset.record.id, never)
    const requests = await made.requestsOf(() => made.cluster.apply(undo, never))
    expect(requests.length).toBeLessThanOrEqual(8)
    expect(requests).toContain('OffsetDelete')
    const after = made.kafka.commits('audit')
    expect(after.size).toBe(3)
    for (const [key, commit] of before)
      expect(sameCommit(after.get(key.topic, key.partition) ?? null, commit)).toBe(true)
    expect(made.cluster.undoable('audit')).toBeNull()
  })

  it('of the change before comes next', async () => {
    const made = await bench()
    const first = await made.cluster.apply(await plan(made, { kind: 'earliest' }), never)
    await made.clock.advance(1_000)
    const second = await made.cluster.apply(await plan(made, { kind: 'latest' }), never)
    expect(made.cluster.undoable('audit')?.id).toBe(second.record.id)
    await made.clock.advance(1_000)
    await made.cluster.apply(await made.cluster.planUndo(second.record.id, never), never)
    expect(made.cluster.undoable('audit')?.id).toBe(first.record.id)
  })

  it('is refused while somebody is in the group, and stale when it moved since the undo was planned', async () => {
    const made = await bench()
    const reset = await made.cluster.apply(await plan(made), never)
    const undo = await made.cluster.planUndo(reset.record.id, never)
    made.kafka.commits('audit').set('orders', 0, plain(99))
    expect((await failureOf(made.cluster.apply(undo, never))).code).toBe('stale')
    made.kafka.join('audit', 'app')
    expect((await made.cluster.planUndo(reset.record.id, never)).refusal).not.toBeNull()
    expect((await failureOf(made.cluster.planUndo('nothing', never))).code).toBe('invalidInput')
  })

  it('where offsets cannot be removed, what was committed is known', async () => {
    const made = await bench()
    const scope = { kind: 'topic', topic: 'orders' } as const
    const request = { group: 'audit', scenario: { kind: 'earliest' }, scope, purpose: 'reset' } as const
    const reset = await made.cluster.apply(await made.cluster.plan(request, never), never)
    const undo = await made.cluster.planUndo(reset.record.id, never)
    made.kafka.interference = {
      before: (api) => {
        if (api === 'OffsetDelete') throw Object.assign(answerLost(), { maybeSent: false })
      },
    }
    const applying = made.cluster.apply(undo, never)
    await made.clock.advance(2_000)
    const outcome = await applying
    expect(outcome.done.map((row) => row.partition)).toEqual([0, 1, 2])
    expect(outcome.refused.map((row) => row.partition)).toEqual([3])
  })
})

describe('deleting a group', () => {
  it('keeps its offsets, and undo brings the group back', async () => {
    const made = await bench()
    const requests = await made.requestsOf(() => made.cluster.deleteGroup('audit', never))
    expect(requests.length).toBeLessThanOrEqual(8)
    expect(made.kafka.groups.has('audit')).toBe(false)
    const record = made.cluster.undoable('audit')
    expect(record).toMatchObject({ kind: 'deleteGroup', state: 'verified' })
    expect(record?.rows.map((row) => row.after)).toEqual([null, null, null])
    const undo = await made.cluster.planUndo(record?.id ?? '', never)
    const outcome = await made.cluster.apply(undo, never)
    expect(outcome.done.length).toBe(3)
    expect(made.kafka.commits('audit').get('orders', 0)).toEqual(rich)
  })

  it('is refused with the reason while somebody is in it, and for groups whose offsets cannot be kept', async () => {
    const made = await bench()
    made.kafka.join('audit', 'app')
    expect(await failureOf(made.cluster.deleteGroup('audit', never))).toEqual({
      code: 'groupActive',
      words: 'audit is in use, so it cannot be deleted: app on 10.0.0.7. Stop its members first.',
    })
    made.kafka.group('flow', {}, { type: 'streams' })
    expect((await failureOf(made.cluster.deleteGroup('flow', never))).words).toMatch(/kafka-streams-groups/)
    expect((await failureOf(made.cluster.deleteGroup('nobody', never))).code).toBe('groupNotFound')
    expect(made.files.files.size).toBe(0)
  })

  it('somebody joins just before: the broker refuses, the record says failed', async () => {
    const made = await bench()
    made.kafka.interference = {
      before: (api) => {
        if (api === 'DeleteGroups') made.kafka.join('audit', 'app')
      },
    }
    await failureOf(made.cluster.deleteGroup('audit', never))
    const [record] = await made.changes.list('c1', 'audit')
    expect(record?.state).toBe('failed')
    expect(made.kafka.groups.has('audit')).toBe(true)
  })

  it('the answer never comes: reading back settles it', async () => {
    const made = await bench()
    made.kafka.interference = {
      after: (api) => {
        if (api === 'DeleteGroups') throw answerLost()
      },
    }
    const outcome = await made.cluster.deleteGroup('audit', never)
    expect(outcome.done.length).toBe(3)
    expect(outcome.record.state).toBe('verified')
  })
})

it('a commit refused partition by partition keeps the broker’s reason', async () => {
  const made = await bench()
  const planned = await plan(made)
  made.kafka.interference = {
    before: (api) => {
      if (api === 'OffsetCommit') made.kafka.topics.delete('orders')
    },
  }
  const outcome = await made.cluster.apply(planned, never)
  expect(outcome.refused.length).toBe(2)
  expect(outcome.refused[0]?.error?.args).toEqual([`error ${KafkaError.unknownTopicOrPartition}`])
})
