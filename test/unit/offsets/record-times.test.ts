import { describe, expect, it } from 'vitest'
import { PartitionMap } from '../../../src/model/topics'
import { planDocument } from '../../../src/offsets/document'
import { untimed, withRecordTimes } from '../../../src/offsets/record-times'
import { facts, format, planOf, say } from './support'

const at = Date.UTC(2026, 0, 2, 3, 4, 5)
const plan = planOf({ kind: 'toOffset', offset: 50n }, [
  facts(0, 90, 0, 100),
  facts(1, 50, 0, 100),
  facts(2, 10, 0, 50),
  facts(3, 20, 0, 900),
  facts(4, 20, 0, 40),
])

/** What stands before the note, from the column of times on, by partition. */
function times(text: string): Record<string, string> {
  const lines = text.split('\n')
  const head = lines.find((line) => line.startsWith('topic')) ?? ''
  const [from, to] = [head.indexOf('record of'), head.indexOf('note')]
  const rows = lines.filter((line) => line.startsWith('orders'))
  return Object.fromEntries(rows.map((line) => [line.split(/ +/)[1] ?? '', line.slice(from, to).trim()]))
}

describe('the times of the records a plan moves to', () => {
  it('are wanted of the rows that move to one, and of no more than so many', () => {
    expect(untimed(plan, 10).map(({ partition, offset }) => [partition, offset])).toEqual([
      [0, 50n],
      [3, 50n],
    ])
    expect(untimed(plan, 1)).toHaveLength(1)
  })

  it('are no column of their own before somebody asks, and then one with the ends of logs in words', () => {
    expect(planDocument(plan, say, format)).not.toContain('record of')
    const found = new PartitionMap<number | 'end' | null>().set('orders', 0, at).set('orders', 3, null)
    const timed = withRecordTimes(plan, found)
    expect(times(planDocument(timed, say, format))).toEqual({
      0: 'Jan 2, 2026, 3:04:05 AM',
      1: '',
      2: 'end of log',
      3: '',
      4: 'end of log',
    })
    expect(timed.rows.map(({ after }) => after)).toEqual(plan.rows.map(({ after }) => after))
    expect(planDocument(timed, say, format)).not.toContain('The times of the records are read')
  })

  it('say how many of them there are where not all were read', () => {
    const timed = withRecordTimes(plan, new PartitionMap<number | 'end' | null>().set('orders', 3, 'end'))
    const text = planDocument(timed, say, format)
    expect(text).toContain('The times of the records are read for 1 of the 2 rows that move to one.\n')
    expect(times(text)['3']).toBe('end of log')
  })
})
