import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeRecord } from '../../../src/model/change'
import type { Text, TextArg } from '../../../src/model/text'
import { parseRecord, serializeRecord } from '../../../src/offsets/record'
import { commit, NOW } from './support'

const record: ChangeRecord = {
  id: `${NOW}-abc`,
  at: NOW,
  tool: 'lagline 0.1.0',
  kind: 'reset',
  undoes: null,
  state: 'sent',
  cluster: { id: 'c1', name: 'demo' },
  group: { id: 'audit', type: 'classic' },
  rows: [
    {
      topic: 'orders',
      partition: 0,
      topicId: 'abc',
      before: commit(2n ** 60n + 1n, 3, 'x'),
      after: commit(0),
      error: null,
    },
    {
      topic: 'orders',
      partition: 1,
      topicId: null,
      before: null,
      after: commit(7),
      error: { id: 'a', args: [1n, 'b', 2] },
    },
  ],
}

describe('the file', () => {
  it('has the form that is written down', () => {
    expect(JSON.parse(serializeRecord(record))).toEqual({
      form: 1,
      id: `${NOW}-abc`,
      at: NOW,
      tool: 'lagline 0.1.0',
      kind: 'reset',
      state: 'sent',
      cluster: { id: 'c1', name: 'demo' },
      group: { id: 'audit', type: 'classic' },
      rows: [
        {
          topic: 'orders',
          topicId: 'abc',
          partition: 0,
          before: { offset: '1152921504606846977', leaderEpoch: 3, metadata: 'x' },
          after: { offset: '0', leaderEpoch: -1, metadata: '' },
          error: null,
        },
        {
          topic: 'orders',
          topicId: null,
          partition: 1,
          before: null,
          after: { offset: '7', leaderEpoch: -1, metadata: '' },
          error: { id: 'a', args: [{ bigint: '1' }, 'b', 2] },
        },
      ],
    })
  })

  const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  const someCommit = fc.record({
    offset: int64,
    leaderEpoch: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
    metadata: fc.string({ unit: 'binary' }),
  })
  const text: fc.Arbitrary<Text> = fc.letrec<{ text: Text; arg: TextArg }>((tie) => ({
    text: fc.record({ id: fc.string(), args: fc.array(tie('arg'), { maxLength: 3 }) }),
    arg: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer(),
      int64,
      fc.record({ time: fc.integer() }),
      tie('text'),
    ),
  })).text
  const row = fc.record({
    topic: fc.string({ minLength: 1 }).filter((topic) => !topic.includes(' ')),
    partition: fc.nat(),
    topicId: fc.option(fc.string()),
    before: fc.option(someCommit),
    after: fc.option(someCommit),
    error: fc.option(text),
  })
  const anyRecord: fc.Arbitrary<ChangeRecord> = fc
    .record({
      id: fc.string(),
      at: fc.nat(),
      tool: fc.string(),
      kind: fc.constantFrom('reset', 'seek', 'deleteGroup', 'deleteOffsets', 'undo' as const),
      undoes: fc.string(),
      state: fc.constantFrom('planned', 'sent', 'verified', 'failed' as const),
      cluster: fc.record({ id: fc.string(), name: fc.string({ unit: 'binary' }) }),
      group: fc.record({
        id: fc.string({ unit: 'grapheme' }),
        type: fc.constantFrom('classic', 'consumer', 'share', 'streams', 'unknown' as const),
      }),
      rows: fc.uniqueArray(row, { selector: (one) => `${one.topic} ${one.partition}`, maxLength: 5 }),
    })
    .map((one) => ({ ...one, undoes: one.kind === 'undo' ? one.undoes : null }))

  it('tells who it was, where that is known', () => {
    const own = { ...record, by: 'kim' }
    expect(parseRecord(serializeRecord(own))).toEqual({ ok: true, value: own })
    expect(parseRecord(serializeRecord(own).replace('"kim"', '7')).ok).toBe(false)
  })

  it('gives back what was written', () => {
    fc.assert(
      fc.property(anyRecord, (one) => {
        expect(parseRecord(serializeRecord(one))).toEqual({ ok: true, value: one })
      }),
    )
  })

  it('cut off anywhere, it is damaged and not another record', () => {
    const whole = serializeRecord(record).trimEnd()
    for (let length = 0; length < whole.length; length += 1)
      expect(parseRecord(whole.slice(0, length)).ok).toBe(false)
  })
})

describe('a damaged file', () => {
  type Json = Record<string, unknown>
  const damages: readonly (readonly [string, (file: Json, row: Json) => void])[] = [
    ['a form of later', (file) => (file['form'] = 2)],
    ['no id', (file) => delete file['id']],
    ['a kind nobody knows', (file) => (file['kind'] = 'wipe')],
    ['a state nobody knows', (file) => (file['state'] = 'done')],
    ['an undo of nothing', (file) => (file['kind'] = 'undo')],
    ['rows that are none', (file) => (file['rows'] = {})],
    ['an offset as a number', (_file, row) => (row['before'] = { offset: 5, leaderEpoch: -1, metadata: '' })],
    [
      'an offset with a sign',
      (_file, row) => (row['before'] = { offset: '+5', leaderEpoch: -1, metadata: '' }),
    ],
    [
      'an offset of 65 bits',
      (_file, row) => (row['before'] = { offset: `${2n ** 63n}`, leaderEpoch: -1, metadata: '' }),
    ],
    ['no leader epoch', (_file, row) => (row['before'] = { offset: '5', metadata: '' })],
    ['no before at all', (_file, row) => delete row['before']],
    ['no after at all', (_file, row) => delete row['after']],
    ['a partition below 0', (_file, row) => (row['partition'] = -1)],
    ['a partition twice', (_file, row) => (row['partition'] = 1)],
    ['an empty topic', (_file, row) => (row['topic'] = '')],
    ['an error that is a word', (_file, row) => (row['error'] = 'denied')],
  ]
  it.each(damages)('%s', (_name, damage) => {
    const file = JSON.parse(serializeRecord(record)) as Json
    damage(file, (file['rows'] as Json[])[0] ?? {})
    const parsed = parseRecord(JSON.stringify(file))
    expect(parsed).toMatchObject({ ok: false })
  })
})
