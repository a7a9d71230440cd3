import { describe, expect, it } from 'vitest'
import { Peek, type Place } from '../../../src/decoders/peek'
import type { SchemaReader } from '../../../src/decoders/schemas'
import { cancelled } from '../../../src/model/errors'
import { FakeClock } from '../../support/fakes/clock'
import { withSchemaId } from '../../support/registry'
import { MemoryLogSource, type OwnRecord } from './log'
import { failure, never, say } from './support'

/** A log that answers as many fetches as it is told, and then nothing any more until it is given up. */
class SlowLogSource extends MemoryLogSource {
  answers = 0

  override async fetch(...args: Parameters<MemoryLogSource['fetch']>): ReturnType<MemoryLogSource['fetch']> {
    if (this.fetches.length < this.answers) return super.fetch(...args)
    return silence(args[2])
  }
}

/** Rejects with `cancelled` as soon as it is given up. */
function silence(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(cancelled())
    signal.addEventListener('abort', () => reject(cancelled()), { once: true })
  })
}

const value = (offset: number): OwnRecord => ({ offset, key: 'k', value: `v${offset}` })
/** 40 records, a gap and 5 more: three fetches forward, two looks back. */
const records = [...Array(40).keys(), 900, 901, 902, 903, 904].map(value)
const line =
  'Time ran out after 15 s, so this is only what had been read by then. Go on with Newer or Older, or raise lagline.timeout.requestSeconds.'

function peekOf(answers: number): { readonly peek: Peek; readonly clock: FakeClock } {
  const source = new SlowLogSource(records, 0, 910)
  source.answers = answers
  const clock = new FakeClock()
  const at = { cluster: 'demo', topic: 'orders', partition: 3, group: null }
  return { peek: new Peek({ ...at, patience: () => 15_000 }, source, clock), clock }
}

describe('a look whose time is up', () => {
  it.each<[string, number, Place, string]>([
    ['forward', 1, { kind: 'earliest' }, 'Offsets 0 to 39. The log holds 0 to 909.'],
    ['back', 1, { kind: 'latest' }, 'Offsets 860 to 909. The log holds 0 to 909.'],
  ])(
    'shows what had been read by then, going %s, and says what to do',
    async (_name, answers, place, covers) => {
      const { peek, clock } = peekOf(answers)
      const looking = peek.look(place, never)
      await clock.advance(14_999)
      await clock.advance(1)
      await looking
      const { text } = await peek.document(say, null, never)
      expect(text.split('\n').slice(1, 3)).toEqual([covers, line])
      expect(clock.pending).toBe(0)
    },
  )

  it('and in which nothing was read fails, and leaves what was shown', async () => {
    const { peek, clock } = peekOf(0)
    const looking = failure(() => peek.look({ kind: 'earliest' }, never))
    await clock.advance(15_000)
    expect(await looking).toBe(
      'Nothing could be read within 15 s. Try again, or raise lagline.timeout.requestSeconds.',
    )
  })

  it('is not one that was cancelled', async () => {
    const { peek, clock } = peekOf(1)
    const abort = new AbortController()
    const looking = peek.look({ kind: 'earliest' }, abort.signal)
    await clock.advance(100)
    abort.abort()
    await expect(looking).rejects.toMatchObject({ code: 'cancelled' })
    expect(clock.pending).toBe(0)
  })

  it('asks a registry no longer than that, and shows the records', async () => {
    const source = new MemoryLogSource(
      [{ offset: 0, key: 'k', value: withSchemaId(7, new Uint8Array(1)) }],
      0,
      1,
    )
    const clock = new FakeClock()
    const at = { cluster: 'demo', topic: 'orders', partition: 3, group: null }
    const peek = new Peek({ ...at, patience: () => 15_000 }, source, clock)
    const schemas: SchemaReader = { read: (_bytes, signal) => silence(signal) }
    await peek.look({ kind: 'earliest' }, never)
    await clock.advance(10_000)
    const writing = peek.document(say, schemas, never)
    await clock.advance(5_000)
    expect((await writing).text).toContain('(No time was left to ask the schema registry.')
    const abort = new AbortController()
    const again = peek.document(say, schemas, abort.signal)
    await clock.advance(14_000)
    abort.abort()
    await expect(again).rejects.toMatchObject({ code: 'cancelled' })
  })
})
