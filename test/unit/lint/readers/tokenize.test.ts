import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { javaTrim } from '../../../../src/lint/java-text'
import {
  escapePropertyKey,
  escapePropertyValue,
  readProperty,
  tokenizeProperties,
} from '../../../../src/lint/readers/properties/tokenize'
import { runs } from '../../../support/fuzz'

function pairs(text: string): [string, string][] {
  return tokenizeProperties(text).properties.map(({ key, value }) => [key, value])
}

describe('the grammar of java.util.Properties', () => {
  it.each<[string, [string, string][]]>([
    ['a=1', [['a', '1']]],
    ['a:1', [['a', '1']]],
    ['a 1', [['a', '1']]],
    ['  a \t= \f 1  ', [['a', '1']]],
    ['a==1', [['a', '=1']]],
    ['a = = 1', [['a', '= 1']]],
    ['a', [['a', '']]],
    ['a=', [['a', '']]],
    ['=1', [['', '1']]],
    ['a\\=b=1', [['a=b', '1']]],
    ['a\\:b\\ c:1', [['a:b c', '1']]],
    ['# a=1\n ! b=2\n\n\t\nc=3', [['c', '3']]],
    ['a=1 # no comment', [['a', '1 # no comment']]],
    ['# comment \\\na=1', [['a', '1']]],
    ['a=1,\\\n   2,\\\r\n\t3', [['a', '1,2,3']]],
    [
      'a=1\\\\\nb=2',
      [
        ['a', '1\\'],
        ['b', '2'],
      ],
    ],
    ['a\\\n  b=1', [['ab', '1']]],
    ['a=1\\\n# no comment', [['a', '1# no comment']]],
    ['\\\n# comment\na=1', [['a', '1']]],
    ['a=1\\', [['a', '1']]],
    ['\\', []],
    ['a=\\u0041\\u00e9', [['a', 'Aé']]],
    ['a=\\u00zz', [['a', 'u00zz']]],
    ['a=\\t\\n\\r\\f\\q', [['a', '\t\n\r\fq']]],
    [
      'a=1\rb=2\r\nc=3\n',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    ],
    ['\ufeffa=1', [['a', '1']]],
    ['', []],
    [
      '그룹=주문\n😀=🎉',
      [
        ['그룹', '주문'],
        ['😀', '🎉'],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(pairs(text)).toEqual(expected)
  })

  it('keeps the places of key, value and entry', () => {
    const text = '# c\r\n  k\\\n  ey : va\\\n    lue  \r\nlast=1'
    const [first, last] = tokenizeProperties(text).properties
    expect(first && text.slice(first.keyStart, first.keyEnd)).toBe('k\\\n  ey')
    expect(first && text.slice(first.valueStart, first.valueEnd)).toBe('va\\\n    lue')
    expect(first && text.slice(first.start, first.end)).toBe('  k\\\n  ey : va\\\n    lue  \r\n')
    expect(last && [text.slice(last.start, last.end), last.valueStart]).toEqual(['last=1', text.length - 1])
    expect(tokenizeProperties(text).comments).toEqual([{ start: 0, end: 3 }])
  })

  it('takes time in step with the length of long lines and of many continuations', () => {
    // Anything quadratic would run into the time-out.
    const size = 300_000
    const lengths = [
      '\\\n'.repeat(size / 2),
      `a=${'\\'.repeat(size)}`,
      ' '.repeat(size),
      '#'.repeat(size),
      `a=${'b \\\n'.repeat(size / 4)}`,
    ].map((text) => tokenizeProperties(text).properties[0]?.value.length ?? null)
    expect(lengths).toEqual([null, size / 2, null, null, size / 2 - 1])
  })
})

const piece = fc.constantFrom(
  'a',
  'group.id',
  '=',
  ':',
  ' ',
  '\t',
  '\f',
  '\n',
  '\r',
  '\r\n',
  '\\',
  '\\\n',
  '#',
  '!',
  '\\u0041',
  '\\u12',
  '1',
  'é',
  '😀',
  '\u0001',
)
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
)

describe('any text', () => {
  it('gives ranges inside the text, in order, whose text reads as the key and the value', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0
        for (const property of tokenizeProperties(text).properties) {
          const { start, keyStart, keyEnd, valueStart, valueEnd, end } = property
          const order = [before, start, keyStart, keyEnd, valueStart, valueEnd, end, text.length]
          expect(order).toEqual([...order].sort((a, b) => a - b))
          expect(readProperty(text.slice(keyStart, keyEnd))).toBe(property.key)
          expect(readProperty(text.slice(valueStart, valueEnd))).toBe(property.value)
          before = end
        }
      }),
      { numRuns: runs(1500) },
    )
  })

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (key, value) => {
        const [read] = tokenizeProperties(
          `\n${escapePropertyKey(key)}=${escapePropertyValue(value)}\n`,
        ).properties
        expect(read?.key ?? '').toBe(key)
        expect(javaTrim(read?.value ?? '')).toBe(javaTrim(value))
      }),
      { numRuns: runs(1000) },
    )
  })
})
