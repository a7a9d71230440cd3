import { describe, expect, it } from 'vitest'
import { plain } from '../../support/fakes/kafka'
import { Bench, failureOf, never } from './support'

async function bench(): Promise<Bench> {
  const made = new Bench()
  made.kafka.topic('orders', [0, 100], [0, 100])
  made.kafka.group('audit', { orders: { 0: { offset: 40n, leaderEpoch: 2, metadata: 'kept' }, 1: 70 } })
  await made.cluster.connect(never)
  return made
}

describe('a bookmark', () => {
  it('is kept, compared with now, and gone back to; that is a change that can be undone', async () => {
    const made = await bench()
    const { id, rows } = await made.cluster.bookmark('audit', 'before 2.4', never)
    expect(rows.map(({ topicId }) => topicId)).toEqual(['topic-id-1', 'topic-id-1'])
    made.kafka.commits('audit').set('orders', 0, plain(90))
    made.kafka.topic('payments', [0, 10])
    made.kafka.commits('audit').set('payments', 0, plain(1))

    const plan = await made.cluster.planUndo(id, never)
    expect(plan.rows.map(({ before, after, moves }) => [before?.offset, after?.offset, moves])).toEqual([
      [90n, 40n, true],
      [70n, 70n, false],
    ])
    const outcome = await made.cluster.apply(plan, never)
    expect(outcome.record).toMatchObject({ kind: 'reset', undoes: null, state: 'verified' })
    expect(made.kafka.commits('audit').get('orders', 0)).toEqual({
      offset: 40n,
      leaderEpoch: 2,
      metadata: 'kept',
    })
    expect(made.kafka.commits('audit').get('payments', 0)).toEqual(plain(1))
    const undo = await made.cluster.planUndo(made.cluster.undoable('audit')?.id ?? '', never)
    await made.cluster.apply(undo, never)
    expect(made.kafka.commits('audit').get('orders', 0)).toEqual(plain(90))
  })

  it('is listed by group, newest first, until it is removed', async () => {
    const made = await bench()
    made.kafka.group('other', { orders: { 0: 1 } })
    const first = await made.cluster.bookmark('audit', 'one', never)
    await made.clock.advance(1_000)
    await made.cluster.bookmark('audit', 'two', never)
    await made.cluster.bookmark('other', 'three', never)
    const names = async (): Promise<string[]> =>
      (await made.bookmarks.list('c1', 'audit')).map(({ name }) => name)
    expect(await names()).toEqual(['two', 'one'])
    expect(await made.bookmarks.list('c2', 'audit')).toEqual([])
    await made.bookmarks.remove(first.id)
    expect(await names()).toEqual(['two'])
    expect((await failureOf(made.cluster.planUndo(first.id, never))).code).toBe('invalidInput')
  })

  it('of a group that has committed nothing is refused', async () => {
    const made = await bench()
    made.kafka.group('new')
    const failure = await failureOf(made.cluster.bookmark('new', 'x', never))
    expect(failure.words).toBe('new has committed no offsets, so there is nothing to keep.')
    expect(made.bookmarkFiles.files.size).toBe(0)
  })

  it('that is damaged stays where it is, and the log says so', async () => {
    const made = await bench()
    await made.cluster.bookmark('audit', 'good', never)
    made.bookmarkFiles.files.set('1-x.json', '{')
    expect(await made.bookmarks.list('c1', 'audit')).toHaveLength(1)
    expect(made.log.lines.some((line) => line.startsWith('warn bookmark 1-x.json'))).toBe(true)
  })

  it('rejects with `storage` where the disk does', async () => {
    const made = await bench()
    made.bookmarkFiles.failure = new Error('EROFS')
    expect((await failureOf(made.cluster.bookmark('audit', 'x', never))).code).toBe('storage')
  })
})
