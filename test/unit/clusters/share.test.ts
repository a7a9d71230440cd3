import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/offsets/scenario'
import { answerLost } from '../../support/fakes/cluster'
import { plain } from '../../support/fakes/kafka'
import { Bench, failureOf, never } from './support'

async function bench(): Promise<Bench> {
  const made = new Bench()
  made.kafka.topic('orders', [0, 100], [0, 60])
  made.kafka.topic('payments', [0, 9])
  made.kafka.group(
    'queue',
    { orders: { 0: 40, 1: 7 }, payments: { 0: 3 } },
    { type: 'share', protocolType: 'share' },
  )
  await made.cluster.connect(never)
  await made.cluster.refresh({ kind: 'groups' }, never)
  return made
}

async function reset(made: Bench, scenario: Scenario): ReturnType<Bench['cluster']['apply']> {
  const wish = { group: 'queue', scenario, scope: { kind: 'group' }, purpose: 'reset' } as const
  return made.cluster.apply(await made.cluster.plan(wish, never), never)
}

const starts = (made: Bench, group = 'queue'): string[] =>
  [...made.kafka.commits(group).entries()].map(
    ([{ topic, partition }, { offset }]) => `${topic}-${partition} ${offset}`,
  )

describe('a share group', () => {
  it('is reset by its own requests, with a record that undo brings back', async () => {
    const made = await bench()
    const requests = await made.requestsOf(() => reset(made, { kind: 'latest' }))
    expect(requests.filter((api) => api.startsWith('Offset'))).toEqual([])
    expect(requests).toContain('AlterShareGroupOffsets')
    expect(starts(made)).toEqual(['orders-0 100', 'orders-1 60', 'payments-0 9'])
    const record = made.cluster.undoable('queue')
    expect(made.statesWritten(record?.id ?? '')).toEqual(['planned', 'sent', 'verified'])
    await made.cluster.apply(await made.cluster.planUndo(record?.id ?? '', never), never)
    expect(starts(made)).toEqual(['orders-0 40', 'orders-1 7', 'payments-0 3'])
  })

  it('the answer never comes: reading its start offsets back settles it', async () => {
    const made = await bench()
    made.kafka.interference = {
      after: (api) => {
        if (api === 'AlterShareGroupOffsets') throw answerLost()
      },
    }
    const outcome = await reset(made, { kind: 'earliest' })
    expect(outcome.record.state).toBe('verified')
    expect(outcome.done).toHaveLength(3)
  })

  it('the answer never comes, and it starts where it started: whether it was done cannot be told', async () => {
    const made = await bench()
    made.kafka.interference = {
      after: (api) => {
        if (api === 'AlterShareGroupOffsets') throw answerLost()
      },
    }
    const resetting = reset(made, { kind: 'toOffset', offset: 7n })
    await made.clock.advance(2_000)
    const outcome = await resetting
    expect(outcome.record.state).toBe('sent')
    expect(outcome.done.map(({ topic, partition }) => `${topic}-${partition}`)).toEqual([
      'orders-0',
      'payments-0',
    ])
    expect(outcome.unsettled.map(({ topic, partition }) => `${topic}-${partition}`)).toEqual(['orders-1'])
  })

  it('somebody was in it since the plan: nothing is changed, though its start offsets stand still', async () => {
    const made = await bench()
    made.kafka.interference = {
      before: (api) => {
        // Somebody joins and leaves after the plan has read the logs.
        if (api === 'ListOffsets') Object.assign(made.kafka.groups.get('queue') ?? {}, { epoch: 3 })
      },
    }
    const failure = await failureOf(reset(made, { kind: 'earliest' }))
    expect(failure).toEqual({
      code: 'stale',
      words:
        'Somebody was in queue since the plan was made, and may have read. Nothing was changed. Plan again.',
    })
    expect(starts(made)).toEqual(['orders-0 40', 'orders-1 7', 'payments-0 3'])
  })

  it('that somebody joins in the last moment is refused by the broker, and the record says so', async () => {
    const made = await bench()
    made.kafka.interference = {
      before: (api) => {
        if (api === 'AlterShareGroupOffsets') made.kafka.join('queue', 'worker')
      },
    }
    await failureOf(reset(made, { kind: 'earliest' }))
    const [record] = await made.changes.list('c1', 'queue')
    expect(record?.state).toBe('failed')
  })

  it('forgets whole topics only', async () => {
    const made = await bench()
    const part = await failureOf(
      made.cluster.deleteOffsets('queue', [{ topic: 'orders', partition: 1 }], never),
    )
    expect(part.code).toBe('invalidInput')
    expect(part.words).toMatch(/choose all partitions of orders/)
    const outcome = await made.cluster.deleteOffsets('queue', [{ topic: 'payments', partition: 0 }], never)
    expect(outcome.record).toMatchObject({ state: 'verified', kind: 'deleteOffsets' })
    expect(starts(made)).toEqual(['orders-0 40', 'orders-1 7'])
  })

  it('that is deleted comes back as what it was', async () => {
    const made = await bench()
    const { record } = await made.cluster.deleteGroup('queue', never)
    expect(record.state).toBe('verified')
    await made.cluster.apply(await made.cluster.planUndo(record.id, never), never)
    expect(made.kafka.groups.get('queue')?.type).toBe('share')
    expect(starts(made)).toEqual(['orders-0 40', 'orders-1 7', 'payments-0 3'])
  })

  it('can begin where a group of consumers stands, but not the other way round', async () => {
    const made = await bench()
    made.kafka.group('billing', { orders: { 0: 55 } })
    await reset(made, { kind: 'copyFrom', group: 'billing' })
    expect(starts(made)).toContain('orders-0 55')
    const wish = { group: 'billing', scope: { kind: 'group' }, purpose: 'reset' } as const
    const scenario = { kind: 'copyFrom', group: 'queue' } as const
    expect(await failureOf(made.cluster.plan({ ...wish, scenario }, never))).toMatchObject({
      code: 'invalidInput',
    })
  })

  it('is not said to be moved by somebody who is no member', async () => {
    const made = await bench()
    await made.clock.advance(60_000)
    made.kafka.commits('queue').set('orders', 0, plain(50))
    await made.cluster.refresh({ kind: 'group', group: 'queue' }, never)
    const wish = {
      group: 'queue',
      scenario: { kind: 'earliest' },
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    const { warnings } = await made.cluster.plan(wish, never)
    expect(warnings.map(({ id }) => id)).toEqual(['offsets.warning.share', 'offsets.warning.share.again'])
  })
})
