import { describe, expect, it } from 'vitest'
import type { Text } from '../../../src/model/text'
import { settle } from '../../support/fakes/clock'
import { Bench, failureOf, never, say } from './support'

async function bench(protocol: 'classic' | 'consumer' = 'classic'): Promise<Bench> {
  const made = new Bench()
  made.kafka.topic('orders', [0, 100])
  made.kafka.group('audit', { orders: { 0: 10 } }, { type: protocol })
  await made.cluster.connect(never)
  return made
}

describe('waiting until a group is Empty', () => {
  it('ends at once where nobody is in it', async () => {
    const made = await bench()
    await made.cluster.waitUntilEmpty('audit', () => undefined, never)
    await made.cluster.waitUntilEmpty('gone', () => undefined, never)
  })

  it('says who is in it, each time that changes, and ends when they have left', async () => {
    const made = await bench()
    const told: Text[] = []
    made.kafka.join('audit', 'one')
    made.kafka.join('audit', 'two')
    const waiting = made.cluster.waitUntilEmpty('audit', (still) => told.push(still), never)
    await made.clock.advance(3_000)
    made.kafka.groups.get('audit')?.members.pop()
    await made.clock.advance(2_000)
    made.kafka.leave('audit')
    await made.clock.advance(1_000)
    await waiting
    expect(told.map(say)).toEqual([
      'Still in it: one on 10.0.0.7, two on 10.0.0.7. One that stopped without leaving stays until its session time-out.',
      'Still in it: one on 10.0.0.7. One that stopped without leaving stays until its session time-out.',
    ])
    expect(made.clock.pending).toBe(0)
  })

  it('knows the session time-out of the consumer protocol, asked for once', async () => {
    const made = await bench('consumer')
    made.kafka.groupConfigs.set('audit', new Map([['consumer.session.timeout.ms', '45000']]))
    made.kafka.join('audit', 'one')
    const told: Text[] = []
    const waiting = made.cluster.waitUntilEmpty('audit', (still) => told.push(still), never)
    await made.clock.advance(2_000)
    made.kafka.leave('audit')
    await made.clock.advance(1_000)
    await waiting
    expect(told.map(say)).toEqual([expect.stringMatching(/stays for up to 45 s\.$/)])
    expect(made.kafka.requests.filter((api) => api === 'DescribeConfigs')).toHaveLength(1)
  })

  it('can be cancelled, also between two looks', async () => {
    const made = await bench()
    made.kafka.join('audit', 'one')
    const abort = new AbortController()
    const waiting = made.cluster.waitUntilEmpty('audit', () => undefined, abort.signal)
    await settle()
    abort.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    expect(made.clock.pending).toBe(0)
  })

  it('is refused for a streams group, naming the command that is for it', async () => {
    const made = await bench()
    made.kafka.group('flow', {}, { type: 'streams', state: 'Stable', protocolType: 'streams' })
    const failure = await failureOf(made.cluster.waitUntilEmpty('flow', () => undefined, never))
    expect(failure.code).toBe('groupType')
    expect(failure.words).toMatch(/kafka-streams-groups\.sh/)
  })
})

describe('a consumer that commits without being a member', () => {
  const request = {
    group: 'audit',
    scenario: { kind: 'earliest' },
    scope: { kind: 'group' },
    purpose: 'reset',
  } as const

  async function watched(): Promise<Bench> {
    const made = await bench()
    await made.cluster.refresh({ kind: 'groups' }, never)
    await made.clock.advance(1_000)
    return made
  }
  const commit = (made: Bench, offset: bigint): void => {
    made.kafka.commits('audit').set('orders', 0, { offset, leaderEpoch: -1, metadata: '' })
  }
  const warned = async (made: Bench): Promise<string> =>
    (await made.cluster.plan(request, never)).warnings.map(say).join()

  it('is warned of in the plan, where the offsets have gone on since they were last seen', async () => {
    const made = await watched()
    expect(await warned(made)).toBe('')
    commit(made, 12n)
    expect(await warned(made)).toMatch(/uses assign\(\)/)
  })

  it('is remembered for some minutes', async () => {
    const made = await watched()
    commit(made, 12n)
    await made.cluster.refresh({ kind: 'groups' }, never)
    await made.clock.advance(5 * 60_000)
    expect(await warned(made)).toMatch(/uses assign\(\)/)
    await made.clock.advance(6 * 60_000)
    expect(await warned(made)).toBe('')
  })

  it('is not seen in a change of our own, nor in a group that has members', async () => {
    const made = await watched()
    const latest = await made.cluster.plan({ ...request, scenario: { kind: 'latest' } }, never)
    await made.cluster.apply(latest, never)
    await made.cluster.refresh({ kind: 'groups' }, never)
    expect(await warned(made)).toBe('')
    made.kafka.join('audit', 'one', { orders: [0] })
    commit(made, 100n)
    expect(await warned(made)).toBe('')
  })

  it('is seen some seconds after a change, unless the group itself came back', async () => {
    const made = await watched()
    const outcome = await made.cluster.apply(await made.cluster.plan(request, never), never)
    const still = made.cluster.movedAfter(outcome, never)
    await made.clock.advance(6_000)
    expect(await still).toEqual([])
    const moved = made.cluster.movedAfter(outcome, never)
    commit(made, 13n)
    await made.clock.advance(6_000)
    expect((await moved).map(({ partition }) => partition)).toEqual([0])
    const own = made.cluster.movedAfter(outcome, never)
    const undo = await made.cluster.planUndo(outcome.record.id, never)
    await made.clock.advance(1)
    await made.cluster.apply(undo, never)
    await made.clock.advance(6_000)
    expect(await own).toEqual([])
    const back = made.cluster.movedAfter(outcome, never)
    made.kafka.join('audit', 'one')
    await made.clock.advance(6_000)
    expect(await back).toEqual([])
  })
})
