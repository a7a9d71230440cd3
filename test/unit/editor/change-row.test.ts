import { describe, expect, it } from 'vitest'
import type { ChangeRecord } from '../../../src/model/change'
import { textsOf } from '../../../src/model/text'
import { changesTexts } from '../../../src/model/texts/changes'
import { changeRow } from '../../../src/editor/more/change-row'
import { changeOfUri, changeUriParts, isChangeNode } from '../../../src/editor/history/change-node'
import { english } from './support'

const text = textsOf(changesTexts)
const record: ChangeRecord = {
  id: '1-a',
  at: Date.UTC(2026, 0, 31, 12),
  tool: 'lagline 0.1.0',
  by: 'kim',
  kind: 'reset',
  undoes: null,
  state: 'verified',
  cluster: { id: 'c1', name: 'demo' },
  group: { id: 'audit', type: 'classic' },
  rows: [
    { topic: 'orders', partition: 0, topicId: null, before: null, after: null, error: null },
    { topic: 'orders', partition: 1, topicId: null, before: null, after: null, error: null },
  ],
}
const rights = { undone: false, undoable: true, state: text('change.state.verified') }

describe('the row of a change', () => {
  it('says what, where, when, who and how far it came', () => {
    const row = changeRow(record, rights, english)
    expect(row.label).toBe('audit')
    expect(row.description).toBe(
      'Offsets reset · demo · Jan 31, 2026, 12:00:00 PM · by kim · 2 partitions · read back and equal',
    )
    expect(row.accessible).toMatch(/^audit, change, Offsets reset, demo/)
    expect(row.context).toBe('change;undo')
    expect(row.icon).toEqual({ id: 'history', color: null })
  })

  it('offers no undo where there is none, and names nobody it does not know', () => {
    const { by: _by, ...nobody } = record
    const row = changeRow(nobody, { ...rights, undoable: false, undone: true }, english)
    expect(row.context).toBe('change')
    expect(row.description).not.toMatch(/by /)
    expect(row.icon?.color).toBe('disabledForeground')
  })

  it.each([
    ['failed', 'error'],
    ['sent', 'warning'],
  ] as const)('of one that is %s warns', (state, icon) => {
    expect(changeRow({ ...record, state }, rights, english).icon?.id).toBe(icon)
  })
})

describe('the address of a text of a change', () => {
  it('leads back to the record, whatever the group is called', () => {
    const parts = changeUriParts('17-a', 'Change of a/b')
    expect(changeOfUri(parts)).toBe('17-a')
    expect(changeOfUri({ ...parts, scheme: 'file' })).toBeNull()
    expect(changeOfUri({ ...parts, path: '/17-a' })).toBeNull()
  })

  it('is told from what anybody may hand to a command', () => {
    expect(isChangeNode({ kind: 'change', id: '1' })).toBe(true)
    expect(isChangeNode({ kind: 'group', id: '1' })).toBe(false)
    expect(isChangeNode(undefined)).toBe(false)
  })
})
