import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBatches } from '../../../src/decoders/batches'
import { decompress } from '../../../src/decoders/codecs'
import { readEntries } from '../../../src/decoders/entries'
import { runs } from '../../support/fuzz'
import { bytesOf, captured, endsWell, failure, say } from './support'

const plain = captured.filter(({ aborted }) => aborted === undefined)
const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString()

describe('batches of a broker', () => {
  it.each(plain)('magic $magic, $codec, of Kafka $kafka are read whole', (each) => {
    const entries = [...readEntries(bytesOf(each), { aborted: [] })].flatMap((batch) => batch.entries)
    expect(
      entries.map((entry) =>
        entry.kind === 'record'
          ? [entry.offset, entry.timestamp, text(entry.key), text(entry.value), entry.headers.length]
          : entry,
      ),
    ).toEqual(
      [0, 1, 2, 3].map((i) => [
        BigInt(i),
        each.magic === 0 ? null : 1_700_000_000_000 + i,
        `key-${i}`,
        `value ${i} `.repeat(10),
        each.magic === 2 ? 1 : 0,
      ]),
    )
  })

  it.each(captured.filter(({ aborted }) => aborted !== undefined))(
    'of transactions of Kafka $kafka tell which were aborted',
    (each) => {
      const aborted = (each.aborted ?? []).map(({ producerId, first }) => ({
        producerId: BigInt(producerId),
        first: BigInt(first),
      }))
      const kinds = (transactions: Parameters<typeof readEntries>[1]): unknown[] =>
        [...readEntries(bytesOf(each), transactions)].flatMap(({ entries }) =>
          entries.map((entry) =>
            entry.kind === 'record' ? entry.transaction : entry.kind === 'marker' ? entry.marker : entry,
          ),
        )
      expect(kinds({ aborted })).toEqual(['aborted', 'aborted', 'abort', 'committed', 'committed', 'commit'])
      expect(kinds('undecided')).toEqual(['open', 'open', 'abort', 'open', 'open', 'commit'])
    },
  )

  it.each(plain)('cut off anywhere lose the last one only: magic $magic, $codec', (each) => {
    const whole = bytesOf(each)
    const all = [...readBatches(whole)].length
    for (let length = 0; length < whole.length; length++)
      expect([...readBatches(whole.subarray(0, length))].length).toBeLessThan(all)
  })

  it.each(plain)('with a changed byte say so, and never show it: magic $magic, $codec', (each) => {
    const whole = bytesOf(each)
    const changed = new Uint8Array(whole)
    const at = whole.length - 3
    changed[at] = (changed[at] ?? 0) ^ 0x10
    const last = [...readEntries(changed, 'undecided')].at(-1)?.entries[0]
    if (last?.kind !== 'unreadable') throw new Error('it was read')
    expect(say(last.reason)).toBe(
      'The checksum does not fit: the bytes have changed since they were written.',
    )
  })

  it('are never anything else: no bytes make it throw another error, or hang', () => {
    const samples = captured.map(bytesOf)
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 6 }),
        (sample, changes) => {
          const bytes = new Uint8Array(sample)
          for (const [at, value] of changes) bytes[at % bytes.length] = value
          return endsWell(() => [...readEntries(bytes, 'undecided')])
        },
      ),
      { numRuns: runs(500) },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        endsWell(() => [...readEntries(bytes, { aborted: [] })]),
      ),
    )
  })
})

describe('decompressing', () => {
  const payloads = plain
    .filter(({ magic }) => magic === 2)
    .map((each) => ({
      codec: [...readBatches(bytesOf(each))][0]?.codec ?? 0,
      bytes: [...readBatches(bytesOf(each))][0]?.payload,
    }))

  it('changed bytes gives bytes, or an error of the catalogue, and ends', () => {
    for (const { codec, bytes } of payloads) {
      if (bytes === undefined) throw new Error('there is no payload')
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
          fc.nat(bytes.length),
          (changes, length) => {
            const changed = new Uint8Array(bytes)
            for (const [at, value] of changes) changed[at] = value
            return (
              endsWell(() => decompress(codec, changed)) &&
              endsWell(() => decompress(codec, changed.subarray(0, length)))
            )
          },
        ),
        { numRuns: runs(100) },
      )
    }
  })

  it('anything, whatever the codec, ends well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.uint8Array({ maxLength: 300 }), (codec, bytes) =>
        endsWell(() => decompress(codec, bytes)),
      ),
      { numRuns: runs(500) },
    )
  })

  it('says what is wrong', async () => {
    const junk = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await failure(() => decompress(7, junk))).toContain('codec 7')
    for (const [codec, name] of ['', 'gzip', 'snappy', 'lz4', 'zstd'].entries())
      if (codec > 0) expect(await failure(() => decompress(codec, junk))).toContain(`compressed with ${name}`)
  })

  it('refuses what blows up', async () => {
    // LZ4: one block of 255s, each of which repeats 255 bytes more.
    const block = Buffer.concat([
      Buffer.from([0x1f, 0x61, 1, 0]),
      Buffer.alloc(400_000, 255),
      Buffer.from([0]),
    ])
    const size = Buffer.alloc(4)
    size.writeUInt32LE(block.length)
    const frame = Buffer.concat([
      Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0]),
      size,
      block,
      Buffer.alloc(4),
    ])
    expect(await failure(() => decompress(3, new Uint8Array(frame)))).toBe(
      'Uncompressed, this is more than 67,108,864 bytes.',
    )
    // Zstandard: a frame that says that it holds 4 GB.
    const zstd = Buffer.from('28b52ffda0ffffffff010000', 'hex')
    expect(await failure(() => decompress(4, new Uint8Array(zstd)))).toBe(
      'Uncompressed, this is more than 67,108,864 bytes.',
    )
  })
})
