import { describe, expect, it } from 'vitest'
import { DELETED_TOGETHER } from '../../../src/clusters/deletion'
import { plain } from '../../support/fakes/kafka'
import { answerLost } from '../../support/fakes/cluster'
import { Bench, failureOf, never, say } from './support'

async function bench(count = 3): Promise<Bench> {
  const made = new Bench()
  made.kafka.topic('orders', [0, 100], [0, 100])
  made.kafka.topic('payments', [0, 100])
  for (let at = 0; at < count; at += 1) made.kafka.group(`g${at}`, { orders: { 0: at, 1: 5 } })
  await made.cluster.connect(never)
  return made
}

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `g${at}`)
const nothing = (): void => undefined

describe('deleting several groups', () => {
  it('deletes each with a record of its own, in as few requests as for one', async () => {
    const made = await bench()
    const requests = await made.requestsOf(async () => {
      const results = await made.cluster.deleteGroups(names(3), nothing, never)
      expect(results.map(({ group, kind }) => `${group} ${kind}`)).toEqual([
        'g0 deleted',
        'g1 deleted',
        'g2 deleted',
      ])
    })
    expect(requests.filter((api) => api === 'DeleteGroups')).toHaveLength(1)
    expect(requests.length).toBeLessThanOrEqual(8)
    expect(made.kafka.groups.size).toBe(0)
    for (const group of names(3))
      expect(made.cluster.undoable(group)).toMatchObject({ kind: 'deleteGroup', state: 'verified' })
  })

  it('tells of each what became of it, and goes on with the others', async () => {
    const made = await bench()
    made.kafka.join('g1', 'app')
    const results = await made.cluster.deleteGroups(['g0', 'g1', 'gone', 'g2'], nothing, never)
    expect(results.map(({ group, kind }) => `${group} ${kind}`)).toEqual([
      'g0 deleted',
      'g1 failed',
      'gone failed',
      'g2 deleted',
    ])
    const refused = results[1]
    expect(refused?.kind === 'failed' ? say(refused.error.text) : '').toMatch(/^g1 is in use.*app on/)
    expect(made.cluster.undoable('g1')).toBeNull()
  })

  it('the broker refuses one that somebody joined just before; its record says failed', async () => {
    const made = await bench()
    made.kafka.interference = {
      before: (api) => {
        if (api === 'DeleteGroups') made.kafka.join('g2', 'app')
      },
    }
    const results = await made.cluster.deleteGroups(names(3), nothing, never)
    expect(results.map(({ kind }) => kind)).toEqual(['deleted', 'deleted', 'failed'])
    expect((await made.changes.list('c1', 'g2')).map(({ state }) => state)).toEqual(['failed'])
  })

  it('being cancelled leaves the rest untouched, and says so', async () => {
    const count = DELETED_TOGETHER + 2
    const made = await bench(count)
    const abort = new AbortController()
    const tried: number[] = []
    const results = await made.cluster.deleteGroups(
      names(count),
      (number) => {
        tried.push(number)
        abort.abort()
      },
      abort.signal,
    )
    expect(tried).toEqual([DELETED_TOGETHER])
    expect(results.filter(({ kind }) => kind === 'deleted')).toHaveLength(DELETED_TOGETHER)
    expect(results.filter(({ kind }) => kind === 'notTried')).toHaveLength(2)
    expect(made.kafka.groups.size).toBe(2)
  })

  it('a disk that does not take the records has nothing sent', async () => {
    const made = await bench()
    await made.changes.load()
    made.files.failure = new Error('ENOSPC')
    const results = await made.cluster.deleteGroups(names(3), nothing, never)
    expect(results.map((result) => (result.kind === 'failed' ? result.error.code : result.kind))).toEqual([
      'storage',
      'storage',
      'storage',
    ])
    expect(made.kafka.groups.size).toBe(3)
    expect(made.kafka.requests).not.toContain('DeleteGroups')
  })

  it('an answer that never comes is settled by reading back', async () => {
    const made = await bench()
    made.kafka.interference = {
      after: (api) => {
        if (api === 'DeleteGroups') throw answerLost()
      },
    }
    const results = await made.cluster.deleteGroups(names(3), nothing, never)
    expect(results.map((one) => (one.kind === 'deleted' ? one.outcome.record.state : one.kind))).toEqual([
      'verified',
      'verified',
      'verified',
    ])
  })

  it('does nothing on a cluster that is read-only', async () => {
    const made = new Bench({ settings: { readOnly: true } })
    made.kafka.group('g0')
    await made.cluster.connect(never)
    expect((await failureOf(made.cluster.deleteGroups(['g0'], nothing, never))).code).toBe('readOnly')
    const chosen = [{ topic: 'orders', partition: 0 }]
    expect((await failureOf(made.cluster.deleteOffsets('g0', chosen, never))).code).toBe('readOnly')
  })
})

describe('deleting offsets', () => {
  const both = [0, 1].map((partition) => ({ topic: 'orders', partition }))

  it('keeps them in the record, and undo brings them back', async () => {
    const made = await bench()
    const rich = { offset: 7n, leaderEpoch: 2, metadata: 'kept' }
    made.kafka.commits('g0').set('orders', 0, rich)
    made.kafka.commits('g0').set('payments', 0, plain(3))
    const outcome = await made.cluster.deleteOffsets('g0', both, never)
    expect(outcome.record).toMatchObject({ kind: 'deleteOffsets', state: 'verified' })
    expect(outcome.record.rows[0]).toMatchObject({ topicId: 'topic-id-1', before: rich, after: null })
    expect([...made.kafka.commits('g0').keys()]).toEqual([{ topic: 'payments', partition: 0 }])
    expect(made.statesWritten(outcome.record.id)).toEqual(['planned', 'sent', 'verified'])
    const undo = await made.cluster.planUndo(outcome.record.id, never)
    expect((await made.cluster.apply(undo, never)).done).toHaveLength(2)
    expect(made.kafka.commits('g0').get('orders', 0)).toEqual(rich)
  })

  it('leaves out partitions without a commit, and does nothing where none has one', async () => {
    const made = await bench()
    const outcome = await made.cluster.deleteOffsets(
      'g0',
      [...both, { topic: 'payments', partition: 0 }],
      never,
    )
    expect(outcome.done).toHaveLength(2)
    const failure = await failureOf(made.cluster.deleteOffsets('g0', both, never))
    expect(failure.words).toBe('g0 has committed nothing there, so there is nothing to delete.')
  })

  it('of a group in use: the broker’s refusal stands at each partition', async () => {
    const made = await bench()
    made.kafka.join('g0', 'app')
    const outcome = await made.cluster.deleteOffsets('g0', both, never)
    expect(outcome.record.state).toBe('failed')
    expect(outcome.refused).toHaveLength(2)
    expect(outcome.done).toEqual([])
    expect(made.cluster.undoable('g0')).toBeNull()
  })

  it('of a streams group is refused, naming the command that is for it', async () => {
    const made = await bench()
    made.kafka.group('flow', {}, { type: 'streams' })
    expect((await failureOf(made.cluster.deleteOffsets('flow', both, never))).words).toMatch(
      /kafka-streams-groups/,
    )
  })

  it('the answer never comes: reading back settles it', async () => {
    const made = await bench()
    made.kafka.interference = {
      after: (api) => {
        if (api === 'OffsetDelete') throw answerLost()
      },
    }
    const outcome = await made.cluster.deleteOffsets('g0', both, never)
    expect(outcome.record.state).toBe('verified')
    expect(outcome.done).toHaveLength(2)
  })
})
