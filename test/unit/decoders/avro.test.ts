import { types, type Schema } from 'avsc'
import { Type } from 'avsc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAvro } from '../../../src/decoders/avro'
import { AvroSchemas } from '../../../src/decoders/avro-schema'
import { writeValue } from '../../../src/decoders/json'
import { runs } from '../../support/fuzz'
import { endsWell, failure } from './support'

/** Longs as bigint, so that none loses a digit. */
const longType = types.LongType.__with({
  fromBuffer: (buffer: Buffer) => buffer.readBigInt64LE(),
  toBuffer: (value: bigint) => {
    const buffer = Buffer.alloc(8)
    buffer.writeBigInt64LE(value)
    return buffer
  },
  fromJSON: BigInt,
  toJSON: String,
  isValid: (value: unknown) => typeof value === 'bigint',
  compare: (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0),
})

/** Written by another implementation of Avro. */
function written(schema: Schema, value: unknown): Uint8Array {
  return new Uint8Array(Type.forSchema(schema, { registry: { long: longType } }).toBuffer(value))
}

function shown(schema: Schema, bytes: Uint8Array): string {
  return writeValue(readAvro(bytes, new AvroSchemas().read(JSON.stringify(schema))))
}

const order: Schema = {
  type: 'record',
  name: 'Order',
  namespace: 'shop',
  fields: [
    { name: 'id', type: 'long' },
    { name: 'count', type: 'int' },
    { name: 'note', type: ['null', 'string'] },
    { name: 'price', type: 'double' },
    { name: 'paid', type: 'boolean' },
    { name: 'state', type: { type: 'enum', name: 'State', symbols: ['NEW', 'SENT'] } },
    { name: 'hash', type: { type: 'fixed', name: 'Hash', size: 3 } },
    { name: 'lines', type: { type: 'array', items: 'string' } },
    { name: 'tags', type: { type: 'map', values: 'int' } },
    { name: 'parent', type: ['null', 'Order'] },
    { name: 'last', type: 'shop.State' },
  ],
}

const flat = {
  id: 9_007_199_254_740_993n,
  count: -3,
  note: 'with “signs”',
  price: 12.5,
  paid: true,
  state: 'SENT',
  hash: Buffer.from([1, 2, 255]),
  lines: ['a', ''],
  tags: { x: 1 },
  parent: null,
  last: 'NEW',
}

describe('Avro', () => {
  it('reads every type, and names used again', () => {
    const bytes = written(order, { ...flat, parent: { ...flat, note: null } })
    const text = shown(order, bytes)
    expect(text).toContain('"id": 9007199254740993,')
    expect(JSON.parse(text)).toEqual({
      ...JSON.parse(JSON.stringify({ ...flat, id: 0, hash: '0x0102ff' })),
      id: Number(flat.id),
      parent: { ...flat, id: Number(flat.id), hash: '0x0102ff', note: null },
    })
  })

  it('shows days, times and decimals as what they are', () => {
    const logical = (type: string, logicalType: string, more = {}): Schema =>
      ({ type, logicalType, ...more }) as Schema
    expect(shown(logical('int', 'date'), written('int', 20_484))).toBe('"2026-01-31"')
    const ms = Date.UTC(2026, 0, 31, 14, 5)
    expect(shown(logical('long', 'timestamp-millis'), written('long', BigInt(ms)))).toBe(
      '"2026-01-31T14:05:00.000Z"',
    )
    expect(shown(logical('long', 'timestamp-micros'), written('long', BigInt(ms) * 1000n + 7n))).toBe(
      '"2026-01-31T14:05:00.000007Z"',
    )
    const decimal = logical('bytes', 'decimal', { precision: 9, scale: 2 })
    expect(shown(decimal, written('bytes', Buffer.from([0xfb, 0x2e])))).toBe('"-12.34"')
    expect(shown(decimal, written('bytes', Buffer.from([5])))).toBe('"0.05"')
    expect(shown(logical('long', 'timestamp-millis'), written('long', 2n ** 62n))).toBe(String(2n ** 62n))
  })

  it('reads bare bytes and a bare name of a type', () => {
    expect(writeValue(readAvro(new Uint8Array([1, 2]), new AvroSchemas().read('"bytes"')))).toBe('"0x0102"')
    expect(writeValue(readAvro(written('string', 'x'), new AvroSchemas().read('string')))).toBe('"x"')
  })

  it('says what does not fit', async () => {
    const type = new AvroSchemas().read(JSON.stringify(order))
    const bytes = written(order, flat)
    expect(await failure(() => readAvro(bytes.subarray(0, 9), type))).toBe('The bytes end too early.')
    expect(await failure(() => readAvro(new Uint8Array([...bytes, 0]), type))).toBe(
      'The bytes do not fit the schema: 1 are left at the end.',
    )
    expect(
      await failure(() =>
        new AvroSchemas().read('{"type":"record","name":"R","fields":[{"name":"a","type":"None"}]}'),
      ),
    ).toBe('This Avro schema cannot be understood (None).')
  })

  it('does not make a million nulls of six bytes', async () => {
    const type = new AvroSchemas().read('{"type":"array","items":"null"}')
    const bytes = new Uint8Array([0xfe, 0xff, 0xff, 0xff, 0x0f, 0])
    expect(await failure(() => readAvro(bytes, type))).toContain('more than 200,000 values')
  })

  it('no bytes make it throw another error, or hang', () => {
    const type = new AvroSchemas().read(JSON.stringify(order))
    const sample = written(order, { ...flat, parent: flat })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(sample.length), (bytes, at) => {
        const mixed = new Uint8Array([...sample.subarray(0, at), ...bytes])
        return endsWell(() => readAvro(bytes, type)) && endsWell(() => readAvro(mixed, type))
      }),
      { numRuns: runs(1_000) },
    )
  })

  it('no schema makes it throw another error, or hang', () => {
    const parts = ['null', 'int', 'bytes', 'record', 'enum', 'array', 'map', 'fixed', 'R', 'shop.R']
    const schema = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...parts),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.record(
          {
            type: tie('any'),
            name: fc.constantFrom('R', 'S', 'shop.R'),
            items: tie('any'),
            values: tie('any'),
            size: fc.integer(),
            symbols: fc.array(fc.string(), { maxLength: 2 }),
            fields: fc.array(fc.record({ name: fc.string(), type: tie('any') }), { maxLength: 3 }),
          },
          { requiredKeys: ['type'] },
        ),
      ),
    })).any
    fc.assert(
      fc.property(schema, fc.uint8Array({ maxLength: 30 }), (json, bytes) =>
        endsWell(() => readAvro(bytes, new AvroSchemas().read(JSON.stringify(json)))),
      ),
      { numRuns: runs(1_000) },
    )
    fc.assert(fc.property(fc.string(), (text) => endsWell(() => new AvroSchemas().read(text))))
  })
})
