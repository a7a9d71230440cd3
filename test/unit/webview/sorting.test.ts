import { describe, expect, it } from 'vitest'
import type { PartitionRow, SortColumn } from '../../../src/shared/chart-protocol'
import { nextSort, sortRows } from '../../../webview/sorting'

const row = (topic: string, partition: number, over: Partial<PartitionRow> = {}): PartitionRow => ({
  topic,
  partition,
  committed: '10',
  start: '0',
  end: '20',
  lag: 10,
  member: null,
  note: null,
  ...over,
})
const order = (rows: readonly PartitionRow[], column: SortColumn, direction: 'ascending' | 'descending') =>
  sortRows(rows, { column, direction }).map(({ topic, partition }) => `${topic}-${partition}`)

describe('rows', () => {
  it('stand by lag, equal ones by topic and partition number', () => {
    const rows = [row('b', 0), row('a', 10), row('a', 9), row('a', 1, { lag: 99 }), row('a', 2, { lag: 3 })]
    expect(order(rows, 'lag', 'descending')).toEqual(['a-1', 'a-9', 'a-10', 'b-0', 'a-2'])
  })

  it('stand by offset as a number of any length', () => {
    const rows = [
      row('a', 0, { end: '9223372036854775807' }),
      row('a', 1, { end: '9223372036854775806' }),
      row('a', 2, { end: '9' }),
      row('a', 3, { end: '10' }),
    ]
    expect(order(rows, 'end', 'ascending')).toEqual(['a-2', 'a-3', 'a-1', 'a-0'])
  })

  it.each(['ascending', 'descending'] as const)('have the unknown last, %s', (direction) => {
    const rows = [row('a', 0, { lag: null }), row('a', 1, { lag: 0 })]
    expect(order(rows, 'lag', direction)).toEqual(['a-1', 'a-0'])
  })

  it('stand by words', () => {
    const rows = [row('a', 0, { member: 'b' }), row('a', 1), row('a', 2, { member: 'a' })]
    expect(order(rows, 'member', 'ascending')).toEqual(['a-2', 'a-0', 'a-1'])
    expect(order([row('b', 0), row('a', 1)], 'topic', 'descending')).toEqual(['b-0', 'a-1'])
    expect(order([row('b', 0), row('a', 1)], 'partition', 'descending')).toEqual(['a-1', 'b-0'])
  })
})

it('turns the column that is clicked again, and begins another one at its interesting end', () => {
  const byLag = { column: 'lag', direction: 'descending' } as const
  expect(nextSort(byLag, 'lag')).toEqual({ column: 'lag', direction: 'ascending' })
  expect(nextSort(byLag, 'topic')).toEqual({ column: 'topic', direction: 'ascending' })
  expect(nextSort({ column: 'topic', direction: 'ascending' }, 'lag')).toEqual(byLag)
})
