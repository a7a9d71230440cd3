import { describe, expect, it } from 'vitest'
import { errorText, laglineError } from '../../../src/model/errors'
import { settle } from '../../support/fakes/clock'
import { answerLost } from '../../support/fakes/cluster'
import { Bench, failureOf, never, settings } from './support'

describe('a connection', () => {
  it('says how it is', async () => {
    const made = new Bench()
    expect(made.cluster.state).toEqual({ kind: 'disconnected' })
    const connecting = made.cluster.connect(never)
    expect(made.cluster.state).toEqual({ kind: 'connecting' })
    await connecting
    expect(made.cluster.state).toMatchObject({ kind: 'connected', info: { kafkaVersion: '4.3' } })
    await made.cluster.disconnect()
    expect(made.cluster.state).toEqual({ kind: 'disconnected' })
    expect(made.clients.map((client) => client.closed)).toEqual([true])
    expect(made.events.map((event) => event.kind)).toEqual(['connection', 'connection', 'connection'])
  })

  it('is opened once, however many ask', async () => {
    const made = new Bench()
    await Promise.all([made.cluster.connect(never), made.cluster.connect(never)])
    await made.cluster.connect(never)
    expect(made.clients.length).toBe(1)
  })

  it('keeps the reason why it failed, and can be tried again', async () => {
    const made = new Bench()
    made.kafka.down = laglineError('unreachable', errorText('error.unreachable.refused', 'localhost:9092'))
    expect(await failureOf(made.cluster.connect(never))).toMatchObject({ code: 'unreachable' })
    expect(made.cluster.state).toMatchObject({ kind: 'failed', error: { code: 'unreachable' } })
    expect(made.clients[0]?.closed).toBe(true)
    made.kafka.down = null
    await made.cluster.connect(never)
    expect(made.cluster.state.kind).toBe('connected')
  })

  it('that never stood is not tried again by itself', async () => {
    const made = new Bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    made.kafka.down = answerLost()
    await failureOf(made.cluster.connect(never))
    await made.clock.advance(600_000)
    expect(made.clients.length).toBe(1)
    expect(made.clock.pending).toBe(0)
  })

  it('ends as cancelled when its signal aborts, or when somebody disconnects', async () => {
    const made = new Bench()
    const abort = new AbortController()
    const first = failureOf(made.cluster.connect(abort.signal))
    abort.abort()
    expect((await first).code).toBe('cancelled')
    expect(made.cluster.state).toEqual({ kind: 'disconnected' })
    const second = failureOf(made.cluster.connect(never))
    await made.cluster.disconnect()
    expect((await second).code).toBe('cancelled')
    expect((await failureOf(made.cluster.connect(abort.signal))).code).toBe('cancelled')
  })

  it('who waits for somebody else’s connect can stop waiting', async () => {
    const made = new Bench()
    const abort = new AbortController()
    const first = made.cluster.connect(never)
    const second = failureOf(made.cluster.connect(abort.signal))
    abort.abort()
    expect((await second).code).toBe('cancelled')
    await first
    expect(made.cluster.state.kind).toBe('connected')
  })

  it('is needed for everything else', async () => {
    const made = new Bench()
    const request = {
      group: 'x',
      scenario: { kind: 'latest' },
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    expect((await failureOf(made.cluster.plan(request, never))).code).toBe('notConnected')
    expect((await failureOf(made.cluster.refresh({ kind: 'groups' }, never))).words).toMatch(
      new RegExp(`Not connected to ${settings.name}`),
    )
  })
})

describe('after a loss', () => {
  it('comes back by itself while somebody watches, with growing pauses', async () => {
    const made = new Bench()
    made.kafka.group('audit')
    made.cluster.watch({ kind: 'groups' }, 'tree')
    await made.cluster.connect(never)
    await made.clock.advance(0)
    expect(made.cluster.snapshot.groups?.size).toBe(1)
    made.kafka.down = answerLost()
    made.kafka.interference = {
      before: () => {
        throw answerLost()
      },
    }
    await made.clock.advance(10_000)
    expect(made.cluster.state).toMatchObject({ kind: 'failed', error: { code: 'connectionLost' } })
    expect(made.cluster.snapshot.groups?.size).toBe(1)
    const attempts = async (ms: number): Promise<number> => {
      const before = made.clients.length
      await made.clock.advance(ms)
      return made.clients.length - before
    }
    expect(await attempts(8_000)).toBe(3)
    expect(await attempts(60_000)).toBeLessThanOrEqual(3)
    made.kafka.down = null
    made.kafka.interference = {}
    await made.clock.advance(120_000)
    expect(made.cluster.state.kind).toBe('connected')
    expect(made.cluster.snapshot.groupsError).toBeNull()
  })

  it('that breaks again and again is not asked again at once', async () => {
    const made = new Bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    made.kafka.interference = {
      before: () => {
        throw answerLost()
      },
    }
    await made.cluster.connect(never)
    await made.clock.advance(60_000)
    expect(made.clients.length).toBeLessThanOrEqual(7)
  })

  it('one broker that does not answer is not the cluster lost', async () => {
    const made = new Bench()
    made.kafka.group('audit', { orders: { 0: 1 } })
    made.kafka.topic('orders', [0, 5])
    await made.cluster.connect(never)
    made.kafka.interference = {
      before: (api) => {
        if (api === 'OffsetFetch' || api === 'DescribeGroups') throw answerLost()
      },
    }
    await made.cluster.refresh({ kind: 'group', group: 'audit' }, never)
    const request = {
      group: 'audit',
      scenario: { kind: 'latest' },
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    expect((await failureOf(made.cluster.plan(request, never))).code).toBe('connectionLost')
    expect(made.cluster.state.kind).toBe('connected')
    expect(made.clients.length).toBe(1)
  })

  it('time that runs out once is not a loss', async () => {
    const made = new Bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    await made.cluster.connect(never)
    await made.clock.advance(0)
    made.kafka.interference = {
      before: () => {
        throw laglineError('timedOut', errorText('error.timedOut', 'localhost:9092', 15))
      },
    }
    await made.clock.advance(10_000)
    expect(made.cluster.state.kind).toBe('connected')
    expect(made.cluster.snapshot.groupsError?.code).toBe('timedOut')
    made.kafka.interference = {}
    await made.clock.advance(10_000)
    expect(made.cluster.snapshot.groupsError).toBeNull()
  })

  it('a deliberate disconnect is for good', async () => {
    const made = new Bench()
    made.cluster.watch({ kind: 'groups' }, 'tree')
    await made.cluster.connect(never)
    await made.clock.advance(0)
    await made.cluster.disconnect()
    await made.clock.advance(600_000)
    expect(made.clients.length).toBe(1)
    expect(made.cluster.snapshot.groups).toBeNull()
  })

  it('disposing ends everything', async () => {
    const made = new Bench()
    made.cluster.watch({ kind: 'groups' }, 'chart')
    await made.cluster.connect(never)
    await made.clock.advance(0)
    made.cluster.dispose()
    await settle()
    expect(made.clients[0]?.closed).toBe(true)
    expect(made.clock.pending).toBe(0)
  })
})
