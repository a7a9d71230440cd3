import { describe, expect, it } from 'vitest'
import { selectedGroups, selectedNames, selectedParts } from '../../../src/editor/ask/selected'
import { askTexts } from '../../../src/editor/texts/ask'
import type { TreeNode } from '../../../src/editor/tree/nodes'
import { isLaglineError } from '../../../src/model/errors'
import { englishFormat, sayWith } from '../../../src/model/text'

const group = (name: string, cluster = 'c1'): TreeNode => ({ kind: 'group', cluster, group: name })
const topic = (name: string, of = 'audit'): TreeNode => ({
  kind: 'groupTopic',
  cluster: 'c1',
  group: of,
  topic: name,
})
const partition = (name: string, number: number): TreeNode => ({
  kind: 'groupPartition',
  cluster: 'c1',
  group: 'audit',
  topic: name,
  partition: number,
})
const nameOf = (id: string): string => `cluster ${id}`

/** What is said instead. */
function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (isLaglineError(error)) return sayWith(askTexts, englishFormat('UTC'))(error.text)
    throw error
  }
  return ''
}

describe('several rows that are selected', () => {
  it('are groups of one cluster, by name', () => {
    expect(selectedGroups([group('b'), group('a')], nameOf)).toEqual({ cluster: 'c1', groups: ['a', 'b'] })
  })

  it('mean only the row that was clicked where there is but one, or something else', () => {
    for (const selected of [undefined, 'a', [], [group('a')], [group('a'), { kind: 'other' }], [null]])
      expect(selectedGroups(selected, nameOf)).toBeNull()
    expect(selectedGroups([topic('orders'), partition('parcels', 1)], nameOf)).toBeNull()
    expect(selectedParts([group('a'), group('b')])).toBeNull()
  })

  it('of several clusters, or of several kinds, are refused with a reason', () => {
    expect(refusal(() => selectedGroups([group('a'), group('a', 'c2')], nameOf))).toMatch(
      /on several clusters, cluster c1 and cluster c2 among them\. .*select groups of one\.$/,
    )
    expect(refusal(() => selectedGroups([group('a'), topic('orders')], nameOf))).toMatch(/^Not only groups/)
    expect(refusal(() => selectedParts([topic('orders'), topic('orders', 'other')]))).toMatch(
      /^Not only topics and partitions of one group/,
    )
  })

  it('are topics and partitions of a group, each partition once', () => {
    const selected = [partition('orders', 1), topic('orders'), partition('parcels', 0)]
    expect(selectedParts(selected)).toEqual({
      cluster: 'c1',
      group: 'audit',
      topics: ['orders'],
      partitions: [{ topic: 'parcels', partition: 0 }],
    })
  })

  it('are named on whichever cluster', () => {
    expect(selectedNames([group('a'), group('b', 'c2')])).toEqual(['a', 'b'])
    expect(selectedNames([group('a')])).toEqual([])
  })
})
