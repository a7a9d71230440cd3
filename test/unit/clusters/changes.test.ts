import { describe, expect, it } from 'vitest'
import type { ChangeRecord, ChangeState } from '../../../src/model/change'
import { Changes, RECORDS_AT_MOST, RECORDS_KEPT } from '../../../src/clusters/changes'
import { serializeRecord } from '../../../src/offsets/record'
import { MemoryFiles } from '../../support/fakes/files'
import { plain } from '../../support/fakes/kafka'
import { MemoryLog } from '../../support/fakes/log'

function record(at: number, about: Partial<ChangeRecord> = {}): ChangeRecord {
  return {
    id: `${at}-r`,
    at,
    tool: 't',
    kind: 'reset',
    undoes: null,
    state: 'verified',
    cluster: { id: 'c1', name: 'demo' },
    group: { id: 'audit', type: 'classic' },
    rows: [{ topic: 'orders', partition: 0, topicId: null, before: plain(1), after: plain(2), error: null }],
    ...about,
  }
}

function changes(files = new MemoryFiles()): { changes: Changes; files: MemoryFiles; log: MemoryLog } {
  const log = new MemoryLog()
  return { changes: new Changes({ files, log, tool: 'lagline 9' }), files, log }
}

describe('the records', () => {
  it('are files named by their id, found again by the next process', async () => {
    const first = changes()
    await first.changes.create(record(5))
    expect([...first.files.files.keys()]).toEqual(['5-r.json'])
    const second = changes(first.files)
    expect(await second.changes.list('c1', 'audit')).toEqual([{ ...record(5), tool: 'lagline 9' }])
    expect(await second.changes.get('5-r')).not.toBeNull()
    expect(await second.changes.get('6-r')).toBeNull()
  })

  it('are listed by cluster and group, newest first', async () => {
    const { changes: all } = changes()
    await all.create(record(5))
    await all.create(record(7))
    await all.create(record(6, { group: { id: 'billing', type: 'consumer' } }))
    await all.create(record(8, { cluster: { id: 'c2', name: 'other' } }))
    expect((await all.list('c1')).map((one) => one.at)).toEqual([7, 6, 5])
    expect((await all.list('c1', 'audit')).map((one) => one.at)).toEqual([7, 5])
  })

  it('tell who changed', async () => {
    const { changes: all } = changes()
    const heard: unknown[] = []
    all.onDidChange((change) => heard.push(change))
    const written = await all.create(record(5, { state: 'planned' }))
    await all.update({ ...written, state: 'sent' })
    expect(heard).toEqual([
      { cluster: 'c1', group: 'audit' },
      { cluster: 'c1', group: 'audit' },
    ])
  })

  it('that are damaged stay where they are, and the log says so', async () => {
    const files = new MemoryFiles()
    files.files.set('1-r.json', serializeRecord(record(1)).slice(0, 50))
    files.files.set('2-r.json', serializeRecord(record(3)))
    files.files.set('note.txt', 'mine')
    files.files.set('4-r.json', serializeRecord(record(4)))
    const { changes: all, log } = changes(files)
    expect((await all.list('c1')).map((one) => one.at)).toEqual([4])
    expect(files.files.size).toBe(4)
    expect(log.lines.filter((line) => line.startsWith('warn')).length).toBe(2)
  })

  it('of another window are seen after reloading, and removed ones are gone', async () => {
    const { changes: mine, files } = changes()
    await mine.create(record(5))
    await changes(files).changes.create(record(6))
    await mine.reload()
    expect((await mine.list('c1')).map((one) => one.at)).toEqual([6, 5])
    files.files.delete('5-r.json')
    await mine.reload()
    expect((await mine.list('c1')).map((one) => one.at)).toEqual([6])
  })

  it('reject with `storage` where the disk does', async () => {
    const { changes: all, files } = changes()
    files.failure = new Error('EROFS')
    await expect(all.create(record(5))).rejects.toMatchObject({ code: 'storage' })
    expect(await all.list('c1')).toEqual([])
  })

  it('are bounded, but keep what is unsettled and the newest a group can undo', async () => {
    const { changes: all, files } = changes()
    await all.create(record(1, { group: { id: 'rare', type: 'classic' } }))
    await all.create(record(2, { group: { id: 'other', type: 'classic' }, state: 'sent' }))
    for (let at = 3; at < RECORDS_KEPT + 10; at += 1) await all.create(record(at))
    expect(files.files.size).toBe(RECORDS_KEPT)
    expect(files.files.has('1-r.json')).toBe(true)
    expect(files.files.has('2-r.json')).toBe(true)
    expect(files.files.has('3-r.json')).toBe(false)
    expect(files.files.has(`${RECORDS_KEPT + 9}-r.json`)).toBe(true)
  })
})

describe('more records than are kept', () => {
  const ofGroup = (at: number): ChangeRecord => record(at, { group: { id: `g${at}`, type: 'classic' } })

  it('keep what each group can undo, up to a limit, and always the one just made', async () => {
    const { changes: all, files } = changes()
    for (let at = 1; at <= RECORDS_AT_MOST; at += 1)
      files.files.set(`${at}-r.json`, serializeRecord(ofGroup(at)))
    await all.create(record(RECORDS_AT_MOST + 1, { state: 'planned' }))
    expect(files.files.size).toBe(RECORDS_AT_MOST)
    expect(files.files.has('1-r.json')).toBe(false)
    expect(files.files.has('2-r.json')).toBe(true)
    expect(files.files.has(`${RECORDS_AT_MOST + 1}-r.json`)).toBe(true)
  })

  it('are listed over all clusters, with who made them', async () => {
    const all = new Changes({
      files: new MemoryFiles(),
      log: new MemoryLog(),
      tool: 'lagline 9',
      user: 'kim',
    })
    await all.create(record(5))
    await all.create(record(6, { cluster: { id: 'c2', name: 'other' } }))
    expect((await all.all()).map(({ at, by }) => [at, by])).toEqual([
      [6, 'kim'],
      [5, 'kim'],
    ])
  })
})

describe('what can be undone', () => {
  it('is each change that was not, not only the newest', async () => {
    const { changes: all } = changes()
    for (const one of [record(4), record(5), record(6, { kind: 'undo', undoes: '5-r' })])
      await all.create(one)
    expect((await all.all()).map((one) => [one.at, all.canUndo(one)])).toEqual([
      [6, false],
      [5, false],
      [4, true],
    ])
  })

  const failedRow = { ...record(1).rows[0], error: { id: 'x', args: [] } } as ChangeRecord['rows'][number]
  const undo = (at: number, state: ChangeState): ChangeRecord =>
    record(at, { kind: 'undo', undoes: '5-r', state })

  it.each<readonly [string, readonly ChangeRecord[], number | null]>([
    ['the newest', [record(5), record(6)], 6],
    ['nothing', [], null],
    ['not what was only planned', [record(5), record(6, { state: 'planned' })], 5],
    ['what may have been stored', [record(6, { state: 'sent' })], 6],
    [
      'what was stored in part',
      [record(6, { state: 'failed', rows: [failedRow, { ...failedRow, partition: 1, error: null }] })],
      6,
    ],
    ['not what failed in all rows', [record(5), record(6, { state: 'failed', rows: [failedRow] })], 5],
    ['not what changed nothing', [record(6, { kind: 'deleteGroup', rows: [] })], null],
    ['not what was undone', [record(5), undo(6, 'verified')], null],
    ['what came before what was undone', [record(4), record(5), undo(6, 'verified')], 4],
    ['still what an undo failed on', [record(5), undo(6, 'failed')], 5],
    ['of another group', [record(6, { group: { id: 'billing', type: 'classic' } })], null],
  ])('%s', async (_name, records, at) => {
    const { changes: all } = changes()
    for (const one of records) await all.create(one)
    expect(all.undoable('c1', 'audit')?.at ?? null).toBe(at)
  })
})
