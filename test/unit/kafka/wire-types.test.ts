import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Reader, WireError } from '../../../src/kafka/wire/reader'
import { Writer } from '../../../src/kafka/wire/writer'
import { consumerGroupDescribe } from '../../../src/kafka/wire/consumer-group-describe'
import { describeGroups } from '../../../src/kafka/wire/describe-groups'
import { metadata } from '../../../src/kafka/wire/metadata'
import { offsetFetch } from '../../../src/kafka/wire/offset-fetch'
import { readMemberAssignment } from '../../../src/kafka/wire/member-assignment'
import { runs } from '../../support/fuzz'
import { bytes, hex } from './bytes'

const flexible = fc.boolean()
const text = fc.string({ unit: 'grapheme', maxLength: 300 })

describe('wire types', () => {
  it('are as the protocol writes them', () => {
    const classic = new Writer(false)
      .int8(-1)
      .int16(-2)
      .int32(258)
      .int64(-1n)
      .bool(true)
      .string('é')
      .string(null)
    expect(
      hex(
        classic
          .int32s([1])
          .array(null, () => undefined)
          .tags()
          .done(),
      ),
    ).toBe(hex(bytes('ff fffe 00000102 ffffffffffffffff 01 0002 c3a9 ffff 00000001 00000001 ffffffff')))
    const compact = new Writer(true).uvarint(0).uvarint(127).uvarint(128).uvarint(300).uvarint(0xffff_ffff)
    expect(
      hex(
        compact
          .string('é')
          .string(null)
          .int32s([])
          .array(null, () => undefined)
          .tags()
          .done(),
      ),
    ).toBe(hex(bytes('00 7f 8001 ac02 ffffffff0f 03 c3a9 00 01 00 00')))
  })

  it('come back as they were written', () => {
    fc.assert(
      fc.property(
        flexible,
        fc.integer({ min: -128, max: 127 }),
        fc.integer({ min: -32_768, max: 32_767 }),
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        fc.integer({ min: 0, max: 0xffff_ffff }),
        fc.array(fc.option(text), { maxLength: 40 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (compact, int8, int16, int32, int64, uvarint, texts, id) => {
          const uuid = id.every((byte) => byte === 0) ? null : Buffer.from(id).toString('base64url')
          const writer = new Writer(compact)
          writer.int8(int8).int16(int16).int32(int32).int64(int64).uvarint(uvarint).uuid(uuid)
          writer
            .array(texts, (item) => writer.string(item).tags())
            .int32s([int32])
            .tags()
          const reader = new Reader(writer.done(), compact)
          expect([reader.int8(), reader.int16(), reader.int32(), reader.int64()]).toEqual([
            int8,
            int16,
            int32,
            int64,
          ])
          expect(reader.uvarint()).toBe(uvarint)
          expect(reader.uuid()).toBe(uuid)
          const back = reader.array(() => {
            const item = reader.nullableString()
            reader.tags()
            return item
          })
          expect(back).toEqual(texts)
          expect(reader.int32s()).toEqual([int32])
          reader.tags()
          expect(reader.left).toBe(0)
        },
      ),
    )
  })

  it('grow beyond any first buffer', () => {
    fc.assert(
      fc.property(flexible, fc.integer({ min: 0, max: 5_000 }), (compact, length) => {
        const writer = new Writer(compact)
        for (let i = 0; i < length; i++) writer.int64(BigInt(i)).int8(i % 100)
        const reader = new Reader(writer.done(), compact)
        const back = Array.from({ length }, () => [reader.int64(), reader.int8()] as const)
        expect(back.findIndex(([number, byte], i) => number !== BigInt(i) || byte !== i % 100)).toBe(-1)
      }),
      { numRuns: runs(30) },
    )
  })

  it('find every cut', () => {
    fc.assert(
      fc.property(
        flexible,
        fc.array(text, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, maxExcluded: true }),
        (compact, texts, part) => {
          const writer = new Writer(compact)
          const whole = writer.array(texts, (item) => writer.string(item)).done()
          const reader = new Reader(whole.subarray(0, Math.floor(whole.length * part)), compact)
          expect(() => reader.array(() => reader.string())).toThrow(WireError)
        },
      ),
    )
  })

  it('refuse lengths that cannot be, at once and without allocating', () => {
    const before = process.memoryUsage().arrayBuffers
    for (const [compact, wild] of [
      [false, '7fffffff 00'],
      [true, 'ffffffff0f 00'],
      [true, 'ffffffffff0f'],
      [true, 'ffffffff7f'],
      [true, 'ffffffffffffffff'],
    ] as const) {
      const ask =
        (read: (from: Reader) => unknown): (() => unknown) =>
        () =>
          read(new Reader(bytes(wild), compact))
      expect(ask((from) => from.array(() => from.int8()))).toThrow(WireError)
      expect(ask((from) => from.byteString())).toThrow(WireError)
      if (compact) {
        expect(ask((from) => from.string())).toThrow(WireError)
        expect(ask((from) => from.tags())).toThrow(WireError)
      }
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 20)
    expect(() => new Reader(bytes('7fff 00'), false).string()).toThrow(WireError)
    expect(() => new Reader(bytes('ffff'), false).string()).toThrow(/null/)
    expect(new Reader(bytes('ffffffff'), false).array(() => 0)).toEqual([])
    expect(new Reader(bytes('ffffffff'), false).byteString()).toEqual(new Uint8Array(0))
  })

  it('never hang on any bytes and fail only in their own way', () => {
    const readers = [
      (raw: Uint8Array) => consumerGroupDescribe.decode(1, raw),
      (raw: Uint8Array) => describeGroups.decode(5, raw),
      (raw: Uint8Array) => metadata.decode(12, raw),
      (raw: Uint8Array) => metadata.decode(6, raw),
      (raw: Uint8Array) => offsetFetch.decode(8, raw),
      (raw: Uint8Array) => offsetFetch.decode(5, raw),
      readMemberAssignment,
    ]
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...readers), (raw, read) => {
        try {
          read(raw)
        } catch (error) {
          expect(error).toBeInstanceOf(WireError)
        }
      }),
      { numRuns: runs(2_000) },
    )
  })
})
