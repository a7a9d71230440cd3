import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetsCsv, parseOffsetsCsv } from '../../../src/offsets/csv'
import { commit, english, facts, group, planOf } from './support'

const problems = (text: string): string[] =>
  parseOffsetsCsv(text).problems.map((problem) => `${problem.line}: ${english(problem.text)}`)

describe('a file as Kafka’s own command writes it', () => {
  it('has three columns for one group', () => {
    expect(parseOffsetsCsv('orders,0,5\n"orders",1,"9223372036854775807"\n')).toEqual({
      rows: [
        { group: null, topic: 'orders', partition: 0, offset: 5n, line: 1 },
        { group: null, topic: 'orders', partition: 1, offset: 2n ** 63n - 1n, line: 2 },
      ],
      problems: [],
    })
  })

  it('has four columns for several, whose names may hold anything', () => {
    const { rows } = parseOffsetsCsv('\ufeffa,orders,0,5\r\n"b ""x"", y",orders,0,7\r\n\r\n"c\nd",orders,0,8')
    expect(rows.map(({ group: id, line }) => [id, line])).toEqual([
      ['a', 1],
      ['b "x", y', 2],
      ['c\nd', 5],
    ])
  })
})

describe('a bad line', () => {
  it.each([
    ['', /^1: There is no line/],
    ['topic,partition,offset\norders,0,5', /^1: Kafka’s own tool reads no header/],
    ['orders,0,5\norders,0', /^2: There are 2 columns here, and topic,partition,offset are expected/],
    ['a,orders,0,5\norders,0,5', /^2: There are 3 columns here, and group,topic/],
    ['orders,0,5\na,orders,0,5', /^2: There are 4 columns/],
    [',orders,0,5', /^1: The name of the group is missing/],
    ['or ders,0,5', /^1: “or ders” is not the name of a topic/],
    ['orders,x,5', /^1: “x” is not a partition/],
    ['orders,-1,5', /^1: “-1” is not a partition/],
    ['orders,2147483648,5', /^1: “2147483648” is not a partition/],
    ['orders,0,-5', /^1: -5 is below 0/],
    ['orders,0,1e3', /^1: “1e3” is not an offset/],
    ['orders,0,', /^1: “” is not an offset/],
    ['orders,0,9223372036854775808', /^1: 9223372036854775808 is beyond/],
    ['orders,0,5\n\norders,0,6', /^3: orders-0 stands in line 1 already/],
    ['orders,0,5\n"orders,1,5', /^2: The quotes/],
    ['orders,0,5\nord"ers,1,5', /^2: The quotes/],
    ['Warn: Partition 0 from topic a is empty. Falling back to latest known offset.\na,0,0', /^1: This is a/],
  ])('%j is told with its line', (text, problem) => {
    expect(problems(text)[0]).toMatch(problem)
    expect(problems(text)).toHaveLength(1)
  })

  it('does not hide the good ones beside it', () => {
    const { rows, problems: found } = parseOffsetsCsv('orders,0,5\norders,x,6\norders,2,7')
    expect([rows.length, found.map(({ line }) => line)]).toEqual([2, [2]])
  })
})

describe('whatever stands in a file', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.array(fc.constantFrom('orders', '0', '5', '-1', '"', '""', '"a,b"', ' ', '9'.repeat(30), '\t')),
        {
          maxLength: 8,
        },
      )
      .map((lines) => lines.map((fields) => fields.join(',')).join('\n')),
  )

  it('never throws, never gives an offset that is none, and never fewer lines than it says are good', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { rows, problems: found } = parseOffsetsCsv(text)
        expect(rows.length + found.length).toBeGreaterThan(0)
        const lines = text.split(/\r\n|\n|\r/).length
        for (const row of rows) {
          expect(row.offset >= 0n && row.offset < 2n ** 63n).toBe(true)
          expect(Number.isInteger(row.partition) && row.partition >= 0 && row.partition < 2 ** 31).toBe(true)
          expect(text).toContain(row.offset.toString())
        }
        for (const { line, text: problem } of found) {
          expect(line >= 1 && line <= lines).toBe(true)
          expect(english(problem)).toMatch(/[.]$/)
        }
      }),
    )
  })

  it('comes back as it was written', () => {
    const offset = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })
    const ids = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(ids, fc.array(offset, { minLength: 1, maxLength: 5 }), (groups, offsets) => {
        const plans = groups.map((id) =>
          planOf(
            { kind: 'current' },
            offsets.map((at, partition) => ({ ...facts(partition, commit(at), 0, 0), end: 2n ** 63n - 1n })),
            { group: group({ id }) },
          ),
        )
        const { rows, problems: found } = parseOffsetsCsv(offsetsCsv(plans))
        expect(found).toEqual([])
        expect(rows.map((row) => [row.group, row.partition, row.offset])).toEqual(
          groups.flatMap((id) => offsets.map((at, p) => [groups.length === 1 ? null : id, p, at])),
        )
      }),
    )
  })

  it('leaves out of the export what cannot be moved', () => {
    const plan = planOf({ kind: 'shiftBy', by: -1n }, [facts(0, 5, 0, 9), facts(1, null, 0, 9)])
    expect(offsetsCsv([plan])).toBe('orders,0,4\n')
  })
})
