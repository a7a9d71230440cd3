import type { CommitRow } from '../model/cluster-client'
import { laglineError, toLaglineError, type LaglineError } from '../model/errors'
import { PartitionMap } from '../model/topics'
import type { RowResults } from './commits'

/**
 * What the coordinator writes for one OffsetCommit is one batch, refused as a whole (with UNKNOWN_SERVER_ERROR) above
 * `max.message.bytes` of `__consumer_offsets`, 1,048,588 bytes unless set otherwise. Bytes, with room to spare.
 */
const largestBatch = 786_432

/** Of one commit's record beside its three texts: numbers, times, topic id, the record's own fields. Bytes. */
const recordOverhead = 100

/** Cuts rows so that each part fits into one batch; one part for some thousand partitions. */
export function commitChunks(group: string, rows: readonly CommitRow[]): CommitRow[][] {
  const chunks: CommitRow[][] = []
  let room = 0
  for (const row of rows) {
    const size =
      recordOverhead +
      [group, row.topic, row.commit.metadata].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    if (chunks.length === 0 || size > room) {
      chunks.push([])
      room = largestBatch
    }
    room -= size
    chunks.at(-1)?.push(row)
  }
  return chunks
}

/**
 * Stores parts one after the other and stops at the first of which nothing was stored: what stopped it would stop the
 * others too.
 * @throws LaglineError where that is the first
 */
export async function storeInOrder(
  chunks: readonly (readonly CommitRow[])[],
  store: (chunk: readonly CommitRow[]) => Promise<RowResults>,
): Promise<RowResults> {
  const results: RowResults = new PartitionMap()
  for (const [index, chunk] of chunks.entries()) {
    let why: LaglineError | null
    try {
      const stored = await store(chunk)
      for (const [{ topic, partition }, error] of stored.entries()) results.set(topic, partition, error)
      const errors = [...stored.entries()].map(([, error]) => error)
      why = errors.includes(null) ? null : (errors[0] ?? null)
    } catch (thrown) {
      if (index === 0) throw thrown
      why = toLaglineError(thrown)
      for (const { topic, partition } of chunk) results.set(topic, partition, why)
    }
    if (why === null) continue
    const { code, text, kafka } = why
    const notSent = laglineError(code, text, kafka === null ? { cause: why } : { kafka, cause: why })
    for (const { topic, partition } of chunks.slice(index + 1).flat()) results.set(topic, partition, notSent)
    break
  }
  return results
}
