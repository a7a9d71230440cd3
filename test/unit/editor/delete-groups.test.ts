import { describe, expect, it } from 'vitest'
import type { GroupDeletion, GroupSnapshot } from '../../../src/clusters/types'
import { bulkDocument, bulkSentence, countsOf } from '../../../src/editor/more/bulk-result'
import { ANY, deletableGroups, namePattern, type GroupFilter } from '../../../src/editor/more/group-filter'
import type { ChangeState } from '../../../src/model/change'
import { errorText, laglineError } from '../../../src/model/errors'
import { tableLines } from '../../../src/offsets/table'
import { english, group, seen, seenShare } from './support'

const NOW = Date.UTC(2026, 0, 31, 12)
const HOUR = 3_600_000
const empty = (id: string, more: Partial<GroupSnapshot> = {}): GroupSnapshot =>
  group({ id, state: 'Empty', emptySince: NOW - 2 * HOUR, partitions: [seen(0, 100n, 0n, 100n)], ...more })

const groups = [
  empty('console-consumer-1'),
  empty('console-consumer-22', { partitions: [seen(0, 90n, 0n, 100n)] }),
  empty('audit', { type: 'consumer', emptySince: NOW - 10 }),
  empty('half', { partitions: [seen(0, 100n, 0n, 100n), seen(1, null, 0n, 100n)] }),
  empty('unread', { partitions: null, type: 'unknown' }),
  group({ id: 'live', state: 'Stable' }),
  empty('shared', { type: 'share', partitions: [seenShare(0, 40n, 60n, 100n)] }),
  empty('too-old', {
    type: 'share',
    partitions: null,
    error: laglineError('unsupported', errorText('error.unsupported.share', '4.1')),
  }),
  empty('flow', { type: 'streams' }),
]
const names = (filter: Partial<GroupFilter>): string[] =>
  deletableGroups(groups, { ...ANY, ...filter }, NOW).map(({ id }) => id)

describe('the groups that are meant', () => {
  it('are those that can be deleted with what undo needs', () => {
    const all = ['console-consumer-1', 'console-consumer-22', 'audit', 'half', 'unread', 'shared']
    expect(names({})).toEqual(all)
  })

  it('without lag are those of which it is known for every partition', () => {
    expect(names({ withoutLag: true })).toEqual(['console-consumer-1', 'audit'])
  })

  it('of a type are those whose type the broker tells', () => {
    expect(names({ types: ['consumer'] })).toEqual(['audit'])
    expect(names({ types: ['share'] })).toEqual(['shared'])
    expect(names({ types: ['classic'] })).toEqual(['console-consumer-1', 'console-consumer-22', 'half'])
  })

  it('Empty for long are those that were seen so', () => {
    expect(names({ emptyForMs: HOUR })).not.toContain('audit')
    expect(names({ emptyForMs: HOUR })).toContain('half')
    expect(names({ emptyForMs: 3 * HOUR })).toEqual([])
  })

  it.each([
    ['console', 'console-consumer-1', true],
    ['console-consumer-?', 'console-consumer-1', true],
    ['console-consumer-?', 'console-consumer-22', false],
    ['*-22', 'console-consumer-22', true],
    ['Console*', 'console-consumer-1', false],
    ['a.b*', 'axb', false],
    ['a.b*', 'a.b.c', true],
    ['(*', '(odd', true],
    ['*', 'line\nbreak', true],
    ['', 'anything', true],
  ])('“%s” against %s', (pattern, name, fits) => {
    expect(namePattern(pattern)(name)).toBe(fits)
  })
})

function deleted(name: string, state: ChangeState): GroupDeletion {
  const error = state === 'failed' ? errorText('error.groupActive', name) : null
  const row = { topic: 'orders', partition: 0, topicId: null, before: null, after: null, error }
  const record = {
    id: '1-a',
    at: NOW,
    tool: 'test',
    kind: 'deleteGroup',
    undoes: null,
    state,
    cluster: { id: 'c1', name: 'demo' },
    group: { id: name, type: 'classic' },
    rows: [row],
  } as const
  const outcome = { record, done: [], refused: [], different: [], unsettled: [] }
  return { group: name, kind: 'deleted', outcome }
}

describe('what became of several groups', () => {
  it('is a success only where all are gone', () => {
    const all = [deleted('a', 'verified'), deleted('b', 'verified')]
    expect(bulkSentence(all, 'demo', english)).toMatch(/^2 groups of demo are deleted\./)
    expect(bulkSentence(all.slice(1), 'demo', english)).toMatch(/^1 group of demo is deleted\./)
  })

  it('names each part of what was not, and shows it first', () => {
    const error = laglineError('groupActive', errorText('error.groupActive', 'c'))
    const mixed: GroupDeletion[] = [
      deleted('a', 'verified'),
      deleted('b', 'failed'),
      { group: 'c', kind: 'failed', error },
      deleted('d', 'sent'),
      { group: 'e', kind: 'notTried' },
    ]
    expect(countsOf(mixed)).toEqual({ deleted: 1, failed: 2, unsettled: 1, notTried: 1 })
    expect(bulkSentence(mixed, 'demo', english)).toBe(
      'demo: 1 of 5 groups deleted, 2 refused, 1 not known, because the answer never came, 1 not tried.',
    )
    const lines = bulkDocument(mixed, 'demo', english, tableLines).split('\n')
    expect(lines[2]).toMatch(/^group +offsets kept +result$/)
    expect(lines.slice(3).map((line) => line[0])).toEqual(['b', 'c', 'd', 'e', 'a', undefined])
    expect(lines[6]).toMatch(/not tried$/)
  })
})
