import { describe, expect, it } from 'vitest'
import { answerLost } from '../../support/fakes/cluster'
import { plain, type FakeApi } from '../../support/fakes/kafka'
import { bench, plan, rich } from './audit'
import { type Bench, never, say } from './support'

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
