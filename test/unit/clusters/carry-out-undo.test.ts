import { describe, expect, it } from 'vitest'
import { sameCommit } from '../../../src/model/commits'
import { KafkaError } from '../../../src/model/kafka-errors'
import { answerLost } from '../../support/fakes/cluster'
import { plain } from '../../support/fakes/kafka'
import { bench, plan, rich } from './audit'
import { failureOf, never } from './support'

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
