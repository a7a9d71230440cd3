import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prettyJson } from '../../../src/decoders/json'
import { decode, decodings, type Decoding } from '../../../src/decoders/values'
import { runs } from '../../support/fuzz'
import { never, say } from './support'

async function shown(bytes: Uint8Array | string, as: Decoding = 'auto'): Promise<string[]> {
  const { format, text, note } = await decode(new Uint8Array(Buffer.from(bytes)), as, null, never)
  return [say(format), text, ...(note === null ? [] : [say(note)])]
}

describe('a value is shown as what it looks like', () => {
  it.each([
    ['text', 'order-17', ['text', 'order-17']],
    ['text with accents, signs and lines', 'Grüße\n안녕 👋\t', ['text', 'Grüße\n안녕 👋\t']],
    ['a lone number', '42', ['text', '42']],
    ['JSON', '{"a":[1,{}],"b":"x:{,}"}', ['JSON', '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": "x:{,}"\n}']],
    ['what only begins as JSON', '{not json}', ['text', '{not json}']],
  ])('%s', async (_name, value, expected) => {
    expect(await shown(value)).toEqual(expected)
  })

  it.each([
    ['int32', [0, 0, 0x10, 1], ['int32', '4097']],
    ['int64', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe], ['int64', '-2']],
    ['anything else', [0xff, 0xfe, 0x00], ['hex', 'ff fe 00']],
    ['text that is cut off in a character', [0x61, 0xc3], ['hex', '61 c3']],
  ])('%s', async (_name, value, expected) => {
    expect(await shown(new Uint8Array(value))).toEqual(expected)
  })

  it('and says where it looks like one of a schema registry', async () => {
    const [format, text, note] = await shown(new Uint8Array([0, 0, 0, 0, 17, 2, 0x61]))
    expect([format, text]).toEqual(['hex', '00 00 00 00 11 02 61'])
    expect(note).toMatch(/^It begins as what is written with schema 17 of a schema registry does\./)
  })
})

describe('a value is shown as it is asked for', () => {
  it('or in hex with the reason', async () => {
    expect(await shown('abc', 'json')).toEqual(['hex', '61 62 63', 'This is not JSON.'])
    expect(await shown('abc', 'int32')).toEqual(['hex', '61 62 63', 'This is no int32: it has 3 bytes.'])
    expect((await shown('abc', 'registry'))[2]).toMatch(/^This cluster has no schema registry\./)
  })

  it('as numbers, big endian', async () => {
    const double = Buffer.alloc(8)
    double.writeDoubleBE(-0.5)
    expect(await shown(double, 'double')).toEqual(['double', '-0.5'])
    expect(await shown(double, 'int64')).toEqual(['int64', String(double.readBigInt64BE())])
    expect(await shown('abcd', 'int32')).toEqual(['int32', String(0x61626364)])
  })

  it('as text that does nothing', async () => {
    expect(await shown(new Uint8Array([0x1b, 0x5b, 0x61, 0x00, 0xff]), 'text')).toEqual(['text', '␛[a␀�'])
  })

  it('in lines of hex', async () => {
    const [, text] = await shown(new Uint8Array(70), 'hex')
    expect(text?.split('\n').map((line) => line.length)).toEqual([95, 95, 17])
  })

  it('whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...decodings), async (bytes, as) => {
        const { text } = await decode(bytes, as, null, never)
        return typeof text === 'string'
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('JSON', () => {
  it('keeps every digit', () => {
    expect(prettyJson('{"id":12345678901234567890,"x":1.50}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "x": 1.50\n}',
    )
  })

  it('means the same with lines', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.parse(prettyJson(json) ?? '')).toEqual(JSON.parse(json))
      }),
    )
  })

  it('of any depth is shown', () => {
    const deep = '['.repeat(5_000) + ']'.repeat(5_000)
    expect(prettyJson(deep)?.length).toBeLessThan(700_000)
  })
})
