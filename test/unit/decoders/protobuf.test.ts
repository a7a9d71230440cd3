import fc from 'fast-check'
import { parse, type Type } from 'protobufjs'
import { describe, expect, it } from 'vitest'
import { writeValue } from '../../../src/decoders/json'
import { readProtobuf } from '../../../src/decoders/protobuf'
import { ProtoMessages } from '../../../src/decoders/protobuf-schema'
import { runs } from '../../support/fuzz'
import { endsWell, failure } from './support'

const file = `
syntax = "proto3";
package shop;
import "google/protobuf/timestamp.proto";
message Address { string city = 1; }
message Order {
  enum State { NEW = 0; SENT = 1; }
  message Line { string sku = 1; uint32 count = 2; }
  int64 id = 1;
  string note = 2;
  double price = 3;
  bool paid = 4;
  State state = 5;
  repeated Line lines = 6;
  map<string, int32> tags = 7;
  repeated sint32 deltas = 8;
  bytes raw = 9;
  Address to = 10;
  oneof pay { fixed64 card = 11; float cash = 12; }
  google.protobuf.Timestamp at = 13;
  repeated string words = 14;
  map<int64, Address> stops = 15;
}
`

/** Written by protobufjs, with the path to the message before it. */
function written(path: readonly number[], message: string, value: object): Uint8Array {
  const root = parse(file.replace(/import.*\n/, '').replace(/.*Timestamp.*\n/, ''), { keepCase: true }).root
  const type: Type = root.lookupType(message)
  return new Uint8Array([...path, ...type.encode(type.fromObject(value)).finish()])
}

const messages = new ProtoMessages({ text: file, imports: [] })
const order = {
  id: '-9007199254740993',
  note: 'x',
  price: 1.5,
  paid: true,
  state: 'SENT',
  lines: [{ sku: 'a', count: 4_000_000_000 }, { sku: 'b' }],
  tags: { one: 1, minus: -1 },
  deltas: [-1, 2, -300],
  raw: Buffer.from([255]),
  to: { city: 'Jeju' },
  card: '18446744073709551615',
  words: ['p', 'q'],
  stops: { 5: { city: 'Busan' } },
}

describe('Protobuf', () => {
  it('reads every type, by the message that is named', () => {
    // Zigzag: a path of one index, 1.
    const { name, value } = readProtobuf(written([2, 2], 'shop.Order', order), messages)
    expect(name).toBe('shop.Order')
    const text = writeValue(value)
    expect(text).toContain('"id": -9007199254740993,')
    expect(text).toContain('"card": 18446744073709551615')
    expect(JSON.parse(text)).toEqual({
      ...order,
      id: -9007199254740992,
      raw: '0xff',
      card: 18446744073709552000,
    })
  })

  it('reads the first message without a path, and one inside another', () => {
    const address = readProtobuf(written([0], 'shop.Address', { city: 'Jeju' }), messages)
    expect([address.name, writeValue(address.value)]).toEqual(['shop.Address', '{\n  "city": "Jeju"\n}'])
    expect(readProtobuf(written([4, 2, 0], 'shop.Order.Line', { sku: 's' }), messages).name).toBe(
      'shop.Order.Line',
    )
  })

  it('reads what the files of others define, and Google’s own', () => {
    const imports = ['syntax = "proto3"; package base; message Id { uint64 value = 1; }']
    const text = `syntax = "proto3"; package base; import "id.proto"; import "google/protobuf/timestamp.proto";
      message Event { Id id = 1; google.protobuf.Timestamp at = 2; missing.Type other = 3; }`
    const own = new ProtoMessages({ text, imports })
    const bytes = new Uint8Array([0, 0x0a, 2, 8, 7, 0x12, 2, 8, 100, 0x1a, 1, 9, 0x22, 1, 9])
    const { name, value } = readProtobuf(bytes, own)
    expect(name).toBe('base.Event')
    expect(JSON.parse(writeValue(value))).toEqual({
      id: { value: 7 },
      at: { seconds: 100 },
      other: '0x09',
      '#4': '0x09',
    })
  })

  it('says what does not fit', async () => {
    const bytes = written([2, 2], 'shop.Order', order)
    expect(await failure(() => readProtobuf(bytes.subarray(0, 20), messages))).toBe(
      'The bytes end too early.',
    )
    expect(await failure(() => readProtobuf(new Uint8Array([2, 20]), messages))).toBe(
      'The bytes do not fit the schema.',
    )
    expect(await failure(() => new ProtoMessages({ text: 'message {', imports: [] }))).toMatch(
      /^This Protobuf schema cannot be understood/,
    )
  })

  it('no bytes make it throw another error, or hang', () => {
    const sample = written([2, 2], 'shop.Order', order)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(sample.length), (bytes, at) => {
        const mixed = new Uint8Array([...sample.subarray(0, at), ...bytes])
        return endsWell(() => readProtobuf(bytes, messages)) && endsWell(() => readProtobuf(mixed, messages))
      }),
      { numRuns: runs(1_000) },
    )
  })

  it('no file makes it throw another error, or hang', () => {
    const words = file.split(/(?=[\s;{}])/)
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { maxLength: 40 }), fc.string({ maxLength: 20 }), (some, more) =>
        endsWell(() => new ProtoMessages({ text: `${some.join(' ')}${more}`, imports: [] })),
      ),
      { numRuns: runs(500) },
    )
  })
})
