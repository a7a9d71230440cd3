import { describe, expect, it } from 'vitest'
import type { PlanRequest } from '../../../src/clusters/cluster'
import type { Plan } from '../../../src/offsets/plan-types'
import { Bench, failureOf, never } from './support'

/** `audit` on two topics, `blue` on one of them and beyond; orders-2 and the topic `rest` have no commit of `audit`. */
async function bench(): Promise<Bench> {
  const made = new Bench()
  made.kafka.topic('orders', [0, 100], [10, 100], [0, 100])
  made.kafka.topic('payments', [0, 50], [0, 50])
  made.kafka.topic('rest', [0, 30])
  made.kafka.group('audit', { orders: { 0: 40, 1: 70 }, payments: { 0: 5, 1: 6 } })
  made.kafka.group('blue', { orders: { 0: 90, 2: 500 }, rest: { 0: 7 } })
  await made.cluster.connect(never)
  return made
}

type Wish = Pick<PlanRequest, 'scenario' | 'scope'> & Partial<PlanRequest>

function plan(made: Bench, wish: Wish): Promise<Plan> {
  return made.cluster.plan({ group: 'audit', purpose: 'reset', ...wish }, never)
}

const moves = ({ rows }: Plan): string[] =>
  rows.map(
    (row) => `${row.topic}-${row.partition}: ${row.before?.offset ?? '-'} → ${row.after?.offset ?? '-'}`,
  )
const names = (partitions: Plan['leftOut']): string[] => partitions.map((p) => `${p.topic}-${p.partition}`)
const blue = { kind: 'copyFrom', group: 'blue' } as const

describe('which partitions a plan covers', () => {
  it('parts: whole topics with all their partitions, and single ones, each once', async () => {
    const scope = {
      kind: 'parts',
      topics: ['orders'],
      partitions: [
        { topic: 'payments', partition: 1 },
        { topic: 'orders', partition: 0 },
      ],
    } as const
    expect(moves(await plan(await bench(), { scenario: { kind: 'shiftBy', by: 5n }, scope }))).toEqual([
      'orders-0: 40 → 45',
      'orders-1: 70 → 75',
      'orders-2: - → -',
      'payments-1: 6 → 11',
    ])
  })

  it('a copy of a whole group: what the other one has committed, and what stays is named', async () => {
    const made = await plan(await bench(), { scenario: blue, scope: { kind: 'group' } })
    expect(moves(made)).toEqual(['orders-0: 40 → 90', 'orders-2: - → 100', 'rest-0: - → 7'])
    expect(names(made.leftOut)).toEqual(['orders-1', 'payments-0', 'payments-1'])
  })

  it('a copy of one topic: all of it, and what the other group has not committed stays', async () => {
    const made = await plan(await bench(), { scenario: blue, scope: { kind: 'topic', topic: 'orders' } })
    expect(moves(made)).toEqual(['orders-0: 40 → 90', 'orders-1: 70 → 70', 'orders-2: - → 100'])
    expect(made.rows.map((row) => row.flags)).toEqual([[], ['noSource'], ['clampedToEnd', 'noCommit']])
  })

  it('a file: its lines, also of partitions that are not there', async () => {
    const rows = [
      { topic: 'payments', partition: 1, offset: 20n },
      { topic: 'orders', partition: 9, offset: 1n },
    ]
    const scenario = { kind: 'fromFile', file: 'a.csv', rows } as const
    const made = await plan(await bench(), { scenario, scope: { kind: 'group' } })
    expect(moves(made)).toEqual(['orders-9: - → -', 'payments-1: 6 → 20'])
    expect(made.rows[0]?.flags).toEqual(['unknown', 'noCommit'])
    expect(made.summary).toMatchObject({ moved: 1, blocked: 1 })
  })

  it('a duration counts back from when the plan is made', async () => {
    const made = await bench()
    const { timestamps } = made.kafka.partition('orders', 0)
    for (const [at, ago] of [10_000, 8_000, 1_000].entries())
      timestamps.set(BigInt(at), made.clock.now() - ago)
    const scenario = { kind: 'byDuration', ms: 8_000, iso: 'PT8S' } as const
    const scope = { kind: 'partition', topic: 'orders', partition: 0 } as const
    expect(moves(await plan(made, { scenario, scope }))).toEqual(['orders-0: 40 → 1'])
  })
})

describe('a group that is not there', () => {
  const wish = { group: 'green', scenario: blue, scope: { kind: 'group' } } as const

  it('is not made by a misspelt name', async () => {
    expect((await failureOf(plan(await bench(), wish))).code).toBe('groupNotFound')
  })

  it('is made by a plan that says so, and undone to nothing', async () => {
    const made = await bench()
    const outcome = await made.cluster.apply(await plan(made, { ...wish, creates: true }), never)
    expect(outcome.done).toHaveLength(3)
    expect(made.kafka.commits('green').get('rest', 0)?.offset).toBe(7n)
    await made.cluster.apply(await made.cluster.planUndo(outcome.record.id, never), never)
    expect(made.kafka.commits('green').size).toBe(0)
  })

  it('is planned like any other where it is there after all', async () => {
    const made = await plan(await bench(), { ...wish, group: 'audit', creates: true })
    expect(made.group.state).toBe('Empty')
  })

  it('cannot be copied from', async () => {
    const scenario = { kind: 'copyFrom', group: 'nobody' } as const
    const failure = await failureOf(plan(await bench(), { scenario, scope: { kind: 'group' } }))
    expect(failure.code).toBe('groupNotFound')
  })
})
