import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin, nearestWord } from '../../../src/lint/catalogue/distance'
import { runs } from '../../support/fuzz'

/** The textbook table, to hold the quick search against. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let row = 1; row <= a.length; row++) {
    rows.push([row])
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, at(row - 2, column - 2) + 1)
      rows[row]?.push(cost)
    }
  }
  return at(a.length, b.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), maxLength: 9 })

describe('edit distance', () => {
  it('is that of the textbook, up to two edits', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        for (const edits of [0, 1, 2]) expect(isWithin(a, b, edits)).toBe(distance(a, b) <= edits)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('names one word, or none where two are as near', () => {
    expect(nearestWord('ture', ['true', 'false'])).toBe('true')
    expect(nearestWord('2', ['1', '0'])).toBeNull()
    expect(nearestWord('gzib', ['gzip', 'gzid'])).toBeNull()
  })
})
