import { describe, expect, it } from 'vitest'
import { recordTimes, type ManyLogs } from '../../../src/decoders/record-times'
import type { Outcome } from '../../../src/model/cluster-client'
import { errorText, laglineError } from '../../../src/model/errors'
import type { FetchedLog, FetchLimits } from '../../../src/model/records'
import { PartitionMap } from '../../../src/model/topics'
import { batch, began } from './log'
import { never } from './support'

const topic = 'orders'

/** Logs by partition: an answer to each look, the last one again and again; what is not there cannot be read. */
function logs(answers: Readonly<Record<number, readonly Partial<FetchedLog>[]>>): ManyLogs & {
  readonly asked: { readonly places: string; readonly limits: FetchLimits }[]
} {
  const asked: { readonly places: string; readonly limits: FetchLimits }[] = []
  return {
    asked,
    async fetchEach(places, limits) {
      const found = new PartitionMap<Outcome<FetchedLog>>()
      const look = asked.length
      asked.push({ places: places.map((each) => `${each.partition}@${each.offset}`).join(' '), limits })
      for (const { partition } of places) {
        const own = answers[partition]
        const value = own?.[Math.min(look, own.length - 1)]
        const log = { start: 0n, end: 100n, stable: 100n, aborted: [], bytes: new Uint8Array(0), ...value }
        const error = laglineError('unexpected', errorText('error.unexpected', 'gone'))
        found.set(topic, partition, value === undefined ? { ok: false, error } : { ok: true, value: log })
      }
      return found
    },
  }
}

const bytes = batch(
  [10, 11, 14].map((offset) => ({ offset, value: 'v' })),
  19,
)

async function timesOf(source: ManyLogs, ...offsets: number[]): Promise<unknown[]> {
  const places = offsets.map((offset, partition) => ({ topic, partition, offset: BigInt(offset) }))
  const found = await recordTimes(source, places, never)
  return offsets.map((_, partition) => found.get(topic, partition))
}

describe('the times of records at many places', () => {
  it('are those of the first record at or after each, read in one go', async () => {
    const source = logs({ 0: [{ bytes }], 1: [{ bytes }], 2: [{ end: 30n }], 3: [] })
    expect(await timesOf(source, 11, 12, 30, 5)).toEqual([began + 11_000, began + 14_000, 'end', null])
    expect(source.asked).toHaveLength(1)
  })

  it('are looked for behind a gap, and the end of the log is found there', async () => {
    const source = logs({
      0: [{ bytes }, { bytes: batch([{ offset: 25, value: 'v' }], 29) }],
      1: [{ bytes, end: 20n }],
    })
    expect(await timesOf(source, 15, 15)).toEqual([began + 25_000, 'end'])
    expect(source.asked.map(({ places }) => places)).toEqual(['0@15 1@15', '0@20'])
  })

  it('are asked for with more room where a batch did not fit, and given up at last', async () => {
    const source = logs({ 0: [{}, { bytes }], 1: [{}] })
    expect(await timesOf(source, 11, 11)).toEqual([began + 11_000, undefined])
    const [first, second] = source.asked.map(({ limits }) => limits.eachAtMost ?? 0)
    expect(first).toBeLessThan(second ?? 0)
    expect(source.asked).toHaveLength(8)
  })

  it('are unknown where the bytes are none of a log', async () => {
    expect(await timesOf(logs({ 0: [{ bytes: new Uint8Array(80) }] }), 11)).toEqual([null])
    const broken = Uint8Array.from(bytes)
    broken.set([1], broken.length - 1)
    expect(await timesOf(logs({ 0: [{ bytes: broken }] }), 11)).toEqual([null])
  })
})
