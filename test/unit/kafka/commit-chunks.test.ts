import { describe, expect, it } from 'vitest'
import { inGroupsOf, inTurns } from '../../../src/kafka/batches'
import { commitChunks, storeInOrder } from '../../../src/kafka/commit-chunks'
import type { CommitRow } from '../../../src/model/cluster-client'
import { errorText, laglineError, type LaglineError } from '../../../src/model/errors'
import { PartitionMap } from '../../../src/model/topics'

const rows = (count: number, metadata = ''): CommitRow[] =>
  Array.from({ length: count }, (_, partition) => ({
    topic: 'orders',
    partition,
    commit: { offset: 0n, leaderEpoch: -1, metadata },
  }))
const all = (chunk: readonly CommitRow[], error: LaglineError | null): PartitionMap<LaglineError | null> => {
  const map = new PartitionMap<LaglineError | null>()
  for (const { topic, partition } of chunk) map.set(topic, partition, error)
  return map
}
const refused = laglineError('groupActive', errorText('error.groupActive', 'g'), { kafka: 25 })

describe('a commit of many partitions', () => {
  it('is one request for some thousands, and more where the broker’s batch would not hold them', () => {
    expect(commitChunks('group', rows(5_000))).toHaveLength(1)
    expect(commitChunks('group', [])).toEqual([])
    const large = rows(1_000, 'é'.repeat(1_000))
    const chunks = commitChunks('group', large)
    expect(chunks.flat()).toEqual(large)
    expect(chunks).toHaveLength(3)
  })

  it('goes on after a part of which something was stored, and stops after one of which nothing was', async () => {
    const chunks = inGroupsOf(rows(6), 2)
    const sent: number[] = []
    const results = await storeInOrder(chunks, (chunk) => {
      sent.push(chunk[0]?.partition ?? -1)
      return Promise.resolve(all(chunk, sent.length === 2 ? refused : null))
    })
    expect(sent).toEqual([0, 2])
    expect([0, 1, 2, 3, 4, 5].map((partition) => results.get('orders', partition)?.code ?? null)).toEqual([
      null,
      null,
      ...Array.from({ length: 4 }, () => 'groupActive'),
    ])
  })

  it('rejects where the first part fails, and says of later ones which may have been stored', async () => {
    const lost = laglineError('connectionLost', errorText('error.connectionLost', 'b'), { maybeSent: true })
    const chunks = inGroupsOf(rows(6), 2)
    await expect(storeInOrder(chunks, () => Promise.reject(lost))).rejects.toBe(lost)
    let sent = 0
    const results = await storeInOrder(chunks, (chunk) =>
      sent++ === 0 ? Promise.resolve(all(chunk, null)) : Promise.reject(lost),
    )
    expect(results.get('orders', 0)).toBeNull()
    expect(results.get('orders', 2)).toMatchObject({ code: 'connectionLost', maybeSent: true })
    expect(results.get('orders', 5)).toMatchObject({ code: 'connectionLost', maybeSent: false })
  })
})

describe('work in turns', () => {
  it('is done for each, so many at once, and stops at a failure', async () => {
    let now = 0
    let most = 0
    const done: number[] = []
    await inTurns([1, 2, 3, 4, 5], 2, async (item) => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 1))
      now--
      done.push(item)
    })
    expect(most).toBe(2)
    expect(done.sort()).toEqual([1, 2, 3, 4, 5])
    const begun: number[] = []
    const failing = inTurns([1, 2, 3, 4, 5, 6], 2, (item) => {
      begun.push(item)
      return item === 2 ? Promise.reject(new Error('no')) : Promise.resolve()
    })
    await expect(failing).rejects.toThrow('no')
    expect(begun.length).toBeLessThan(6)
  })
})
