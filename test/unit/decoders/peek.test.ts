import { describe, expect, it } from 'vitest'
import { Peek, type Place } from '../../../src/decoders/peek'
import { FakeClock } from '../../support/fakes/clock'
import { began, MemoryLogSource, type OwnRecord } from './log'
import { never, say } from './support'

const numbered = (from: number, to: number): OwnRecord[] =>
  Array.from({ length: to - from }, (_, i) => ({
    offset: from + i,
    key: `k${from + i}`,
    value: `v${from + i}`,
  }))

function peekAt(source: MemoryLogSource, group: string | null = null, clock = new FakeClock()): Peek {
  const at = { cluster: 'demo', topic: 'orders', partition: 3 }
  return new Peek({ ...at, group, patience: () => 15_000 }, source, clock)
}

/** The lines above the records, without the first, and the offsets of the records. */
async function seen(
  peek: Peek,
  place: Place,
): Promise<{ readonly head: string[]; readonly offsets: string }> {
  await peek.look(place, never)
  const { text, records } = await peek.document(say, null, never)
  const lines = text.split('\n')
  for (const { line, offset } of records)
    expect(lines[line]).toMatch(new RegExp(`^Offset ${offset} · partition 3`))
  const offsets = records.map(({ offset }) => offset)
  const range = offsets.length === 0 ? 'none' : `${offsets[0]}–${offsets.at(-1)}, ${offsets.length}`
  return { head: lines.slice(1, lines.indexOf('')), offsets: range }
}

describe('a look into a log', () => {
  it('shows the next record of a group with some before it, and goes on both ways', async () => {
    const source = new MemoryLogSource(numbered(0, 300), 0, 300)
    source.committedOffset = 140n
    const peek = peekAt(source, 'billing')
    expect(await seen(peek, { kind: 'committed' })).toEqual({
      head: ['Offsets 130 to 179. The log holds 0 to 299.', 'The group billing reads offset 140 next.'],
      offsets: '130–179, 50',
    })
    expect(peek.aim).toBe(140n)
    expect((await peek.document(say, null, never)).text).toContain(
      '\nOffset 140 · partition 3 · billing reads this next\n  time: Jan 31, 2026, 2:07:20 PM (2026-01-31T14:07:20.000Z)\n  key (text): k140\n  value (text): v140\n',
    )
    expect((await seen(peek, { kind: 'newer' })).offsets).toBe('180–229, 50')
    expect((await seen(peek, { kind: 'older' })).offsets).toBe('130–179, 50')
    expect((await seen(peek, { kind: 'older' })).offsets).toBe('80–129, 50')
    expect((await seen(peek, { kind: 'latest' })).offsets).toBe('250–299, 50')
    expect((await seen(peek, { kind: 'newer' })).offsets).toBe('250–299, 50')
    expect((await seen(peek, { kind: 'earliest' })).offsets).toBe('0–49, 50')
    expect((await seen(peek, { kind: 'older' })).offsets).toBe('0–49, 50')
  })

  it('tells where the group stands when it is not in the log', async () => {
    const source = new MemoryLogSource(numbered(100, 160), 100, 160)
    const told = async (committed: bigint | null): Promise<string | undefined> => {
      source.committedOffset = committed
      return (await seen(peekAt(source, 'g'), { kind: 'committed' })).head[1]
    }
    expect(await told(null)).toBe(
      'The group g has committed nothing here. It starts where its auto.offset.reset says.',
    )
    expect(await told(160n)).toBe(
      'The group g reads offset 160 next, which no record has yet: it has read everything.',
    )
    expect(await told(40n)).toBe(
      'The group g has committed 40, but the log begins with 100 now: 60 offsets are gone, and it goes on where its auto.offset.reset says.',
    )
    expect(await told(500n)).toBe(
      'The group g has committed 500, which is beyond the end of the log (160): it goes on where its auto.offset.reset says.',
    )
    expect((await seen(peekAt(source, 'g'), { kind: 'committed' })).offsets).toBe('110–159, 50')
  })

  it('finds a time, or says that nothing is that young', async () => {
    const peek = peekAt(new MemoryLogSource(numbered(0, 100), 0, 100))
    const found = await seen(peek, { kind: 'time', time: began + 30_500 })
    expect(found.head[1]).toBe('The first record of Jan 31, 2026, 2:05:30 PM or later has offset 31.')
    expect([found.offsets, peek.aim]).toEqual(['21–70, 50', 31n])
    const none = await seen(peek, { kind: 'time', time: began + 1e9 })
    expect(none.head[1]).toMatch(/^No record has a time of .* or later: this is the end of the log\.$/)
    expect(none.offsets).toBe('50–99, 50')
  })

  it('shows gaps as what they are, and looks over them', async () => {
    const source = new MemoryLogSource([...numbered(0, 5), ...numbered(900, 905)], 0, 1_000)
    const peek = peekAt(source)
    expect((await seen(peek, { kind: 'offset', offset: 903n })).offsets).toBe('900–904, 5')
    const { text } = await peek.document(say, null, never)
    expect(text).toMatch(/\n\nOffsets 893–899: compacted away\n\nOffset 900 /)
    expect(text).toMatch(/\n\nOffsets 905–909: compacted away\n$/)
    expect((await seen(peek, { kind: 'older' })).offsets).toBe('0–4, 5')
    expect(source.fetches.length).toBeLessThan(30)
  })

  it('says that an empty log is empty', async () => {
    const empty = await seen(peekAt(new MemoryLogSource([], 7, 7), 'g'), { kind: 'latest' })
    expect(empty).toEqual({
      head: [
        'The log is empty. The next record gets offset 7.',
        'The group g has committed nothing here. It starts where its auto.offset.reset says.',
      ],
      offsets: 'none',
    })
  })

  it('keeps what was shown where the next look fails', async () => {
    const source = new MemoryLogSource(numbered(0, 100), 0, 100)
    const peek = peekAt(source)
    const before = await seen(peek, { kind: 'offset', offset: 20n })
    source.fetch = () => Promise.reject(new Error('gone'))
    await expect(peek.look({ kind: 'newer' }, never)).rejects.toThrow('gone')
    const { text } = await peek.document(say, null, never)
    expect(text.split('\n')[1]).toBe(before.head[0])
  })

  it('shows nulls, empty values, headers and long values', async () => {
    const records: OwnRecord[] = [
      { offset: 0, key: 'k', value: null },
      {
        offset: 1,
        key: null,
        value: null,
        headers: [
          ['trace', 'a'],
          ['none', null],
          ['bin', '\u0001'],
        ],
      },
      { offset: 2, key: 'k', value: '' },
      { offset: 3, key: 'k', value: 'x'.repeat(20_000) },
      { offset: 4, key: 'k', value: '{"a":1}' },
      { offset: 5, key: 'k', value: 'two\nlines' },
    ]
    const peek = peekAt(new MemoryLogSource(records, 0, 6))
    await peek.look({ kind: 'earliest' }, never)
    const { text } = await peek.document(say, null, never)
    expect(text).toContain('  value: null: a tombstone, which deletes this key when the log is compacted\n')
    expect(text).toContain(
      '  key: null\n  header trace (text): a\n  header none: null\n  header bin (hex): 01\n  value: null\n',
    )
    expect(text).toContain('  value: empty\n')
    expect(text).toContain(
      `  value (text): ${'x'.repeat(16_384)}\n    … the first 16,384 of 20,000 characters\n`,
    )
    expect(text).toContain('  value (JSON):\n    {\n      "a": 1\n    }\n')
    expect(text).toContain('  value (text):\n    two\n    lines\n')
    peek.as = { key: 'hex', value: 'text' }
    expect((await peek.document(say, null, never)).text).toContain(
      '  key (hex): 6b\n  value (text): {"a":1}\n',
    )
  })
})
