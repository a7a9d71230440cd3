import { describe, expect, it } from 'vitest'
import type { ChangeOutcome } from '../../../src/clusters/types'
import { resultDocument, resultOf } from '../../../src/editor/offsets/result'
import type { ChangeKind, ChangeRow } from '../../../src/model/change'
import { errorText } from '../../../src/model/errors'
import { tableLines } from '../../../src/offsets/table'
import { english } from './support'

const at = (offset: bigint) => ({ offset, leaderEpoch: -1, metadata: '' })

function row(partition: number, more: Partial<ChangeRow> = {}): ChangeRow {
  return {
    topic: 'orders',
    partition,
    topicId: null,
    before: at(8_035n),
    after: at(0n),
    error: null,
    ...more,
  }
}

function outcome(kind: ChangeKind, more: Partial<ChangeOutcome>): ChangeOutcome {
  const rows = [...(more.done ?? []), ...(more.refused ?? []), ...(more.unsettled ?? [])]
  return {
    record: {
      id: '1-a',
      at: 0,
      tool: 'test',
      kind,
      undoes: null,
      state: 'verified',
      cluster: { id: 'c1', name: 'demo' },
      group: { id: 'audit', type: 'classic' },
      rows,
    },
    done: [],
    refused: [],
    different: [],
    unsettled: [],
    ...more,
  }
}

const denied = errorText('error.noLeader', 'orders-3')

describe('what became of a change', () => {
  it('is a success only where every row is as planned', () => {
    expect(resultOf(outcome('reset', { done: [row(0), row(1)] }), english)).toEqual({
      verdict: 'done',
      sentence: 'audit: 2 partitions moved, read back and equal.',
    })
    expect(resultOf(outcome('seek', { done: [row(0)] }), english).sentence).toBe(
      'audit: 1 partition moved, read back and equal.',
    )
    expect(resultOf(outcome('undo', { done: [row(0), row(1)] }), english).sentence).toBe(
      'audit: 2 partitions brought back, read back and equal.',
    )
    expect(resultOf(outcome('undo', { done: [row(0, { after: null })] }), english).sentence).toBe(
      'audit: the offset of 1 partition is removed again, read back and gone.',
    )
  })

  it('names each part of what was not', () => {
    const half = outcome('reset', {
      done: [row(0), row(1), row(2)],
      refused: [row(3, { error: denied })],
      different: [{ row: row(4), found: at(7n) }],
      unsettled: [row(5)],
    })
    expect(resultOf(half, english)).toEqual({
      verdict: 'partial',
      sentence:
        'audit: 3 moved, 1 refused (orders-3 has no leader now, so its offsets cannot be read. Try again when its broker is back), 1 read back otherwise: somebody else moved them, 1 not known, because the answer never came.',
    })
  })

  it('is a failure where nothing was done', () => {
    expect(resultOf(outcome('reset', { refused: [row(3, { error: denied })] }), english).verdict).toBe(
      'failed',
    )
    expect(resultOf(outcome('reset', { unsettled: [row(3)] }), english).verdict).toBe('failed')
  })

  it('tells of a group that was deleted, or not', () => {
    expect(resultOf(outcome('deleteGroup', { done: [row(0)] }), english).sentence).toBe(
      'The group audit is deleted. Its offsets are kept here: Undo brings them back.',
    )
    const refused = outcome('deleteGroup', { refused: [row(0, { error: denied })] })
    expect(resultOf(refused, english)).toMatchObject({ verdict: 'failed' })
    expect(resultOf(refused, english).sentence).toMatch(
      /^The group audit was not deleted: orders-3 has no leader/,
    )
    expect(resultOf(outcome('deleteGroup', { unsettled: [row(0)] }), english).sentence).toMatch(
      /^It is not known/,
    )
  })

  it('is shown partition by partition, what went wrong first', () => {
    const text = resultDocument(
      outcome('reset', { done: [row(0, { before: null })], different: [{ row: row(4), found: null }] }),
      english,
      tableLines,
    )
    expect(text.split('\n').slice(2)).toEqual([
      '',
      'topic   partition  before  sent  found  result',
      'orders          4   8,035     0   none  somebody else moved it',
      'orders          0    none     0      0  as planned',
      '',
    ])
  })
})
