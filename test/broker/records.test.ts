import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LogPages, type RecordPage } from '../../src/decoders/page'
import { type ManyLogs, recordTimes } from '../../src/decoders/record-times'
import type { ClusterClient } from '../../src/model/cluster-client'
import type { LogEntry, LogSource } from '../../src/model/records'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { connectClient, countedSince, eventually, never, rejectionOf, valueOf, words } from './client'

const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const

describe.each(kafkaVersions)('records of Kafka %s', (version) => {
  let oracle: Oracle
  let client: ClusterClient
  let source: LogSource

  beforeAll(async () => {
    const broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    client = await connectClient(broker.bootstrap)
    source = sourceOf(client)
  })
  afterAll(async () => {
    await client.close()
    await oracle.stop()
  })

  const pages = (topic: string): LogPages => new LogPages(source, { topic, partition: 0 })

  it.each(codecs)('compressed with %s are read as Kafka’s own consumer reads them', async (codec) => {
    const topic = `peek-${codec}`
    await oracle.createTopic(topic, { partitions: 1 })
    const records = Array.from({ length: 300 }, (_, i) => ({
      key: i % 7 === 0 ? null : `key-${i}`,
      // Some that compress well and some that do not, some empty, some tombstones.
      value: i % 11 === 0 ? null : i % 5 === 0 ? '' : i % 2 === 0 ? 'x'.repeat(i * 50) : noise(i * 20),
      timestamp: 1_700_000_000_000 + i * 977,
      headers:
        i % 3 === 0
          ? [
              { key: 'trace', value: `t-${i}` },
              { key: 'none', value: null },
            ]
          : [],
    }))
    const properties = { 'compression.type': codec, 'batch.size': '100000', 'max.request.size': '5000000' }
    await oracle.sendRecords(topic, 0, records, { properties })
    const theirs = await oracle.readRecords(topic, 0, 0, 'read_uncommitted')
    expect(theirs).toHaveLength(300)
    const page = await pages(topic).forward(0n, 1_000, never())
    expect(page.entries.map(asTheirs)).toEqual(theirs)
    expect(page).toMatchObject({ from: 0n, next: 300n, start: 0n, end: 300n, stable: 300n })
  })

  it('have their times read at many places with one Fetch, and one more for batches that are large', async () => {
    const topic = 'peek-times'
    await oracle.createTopic(topic, { partitions: 4 })
    const began = 1_700_000_000_000
    const made = (bytes: number) =>
      Array.from({ length: 20 }, (_, i) => ({ value: noise(bytes), timestamp: began + i * 1_000 }))
    const properties = { 'batch.size': '500000', 'linger.ms': '200', 'compression.type': 'lz4' }
    await oracle.sendRecords(topic, 0, made(10), { properties })
    await oracle.sendRecords(topic, 1, made(5_000), { properties })
    await oracle.sendRecords(topic, 2, made(10), { properties, transaction: 'commit' })
    const offsets = [7n, 13n, 20n, 0n]
    const places = offsets.map((offset, partition) => ({ topic, partition, offset }))
    const logs: ManyLogs = { fetchEach: (at, limits, signal) => client.fetchEach(at, limits, null, signal) }
    const before = new Map(client.requestCounts())
    const times = await recordTimes(logs, places, never())
    expect(offsets.map((_, partition) => times.get(topic, partition))).toEqual([
      began + 7_000,
      began + 13_000,
      'end',
      'end',
    ])
    expect(countedSince(client, before).byApi['Fetch']).toBeLessThanOrEqual(2)
  })

  it('of transactions are told apart: committed, aborted, not decided, and their markers', async () => {
    const topic = 'peek-transactions'
    await oracle.createTopic(topic, { partitions: 1 })
    const send = (value: string, transaction?: 'commit' | 'abort' | 'open'): Promise<string[]> =>
      oracle.sendRecords(
        topic,
        0,
        [{ value: `${value}-1` }, { value: `${value}-2` }],
        transaction === undefined ? {} : { transaction },
      )
    await send('committed', 'commit')
    await send('aborted', 'abort')
    await send('plain')
    await settled(topic, 8n)
    await send('open', 'open')
    await send('behind')
    const page = await pages(topic).forward(0n, 100, never())
    expect(page.entries.map(told)).toEqual([
      '0 committed-1 committed',
      '1 committed-2 committed',
      '2 marker commit',
      '3 aborted-1 aborted',
      '4 aborted-2 aborted',
      '5 marker abort',
      '6 plain-1 none',
      '7 plain-2 none',
      '8 open-1 open',
      '9 open-2 open',
      '10 behind-1 none',
      '11 behind-2 none',
    ])
    expect(page).toMatchObject({ stable: 8n, end: 12n })
    const visible = await oracle.readRecords(topic, 0, 0, 'read_uncommitted')
    expect(visible).toHaveLength(10)

    // From the middle of the aborted transaction, and from behind the last stable offset.
    expect((await pages(topic).forward(4n, 2, never())).entries.map(told)).toEqual([
      '4 aborted-2 aborted',
      '5 marker abort',
      '6 plain-1 none',
    ])
    expect((await pages(topic).forward(9n, 100, never())).entries.map(told)).toEqual([
      '9 open-2 open',
      '10 behind-1 none',
      '11 behind-2 none',
    ])
    expect((await pages(topic).backward(12n, 3, never())).entries.map(told)).toEqual([
      '9 open-2 open',
      '10 behind-1 none',
      '11 behind-2 none',
    ])
  })

  /** The end of a transaction is acknowledged before its markers are written. */
  async function settled(topic: string, end: bigint): Promise<void> {
    await eventually(10_000, async () => {
      const found = await client.offsets([{ topic, partition: 0 }], 'latest', null, never())
      return valueOf(found.get(topic, 0)).offset === end ? true : undefined
    })
  }

  it('that compaction took are gaps, and a tombstone is one', async () => {
    const topic = 'peek-compacted'
    const configs = {
      'cleanup.policy': 'compact',
      'segment.ms': '100',
      'min.cleanable.dirty.ratio': '0.01',
      'delete.retention.ms': '600000',
    }
    await oracle.createTopic(topic, { partitions: 1, configs })
    const send = (from: number, count: number, key: (i: number) => string): Promise<string[]> =>
      oracle.sendRecords(
        topic,
        0,
        Array.from({ length: count }, (_, i) => ({ key: key(i), value: `${from + i}` })),
      )
    await send(0, 1, () => 'first')
    await send(1, 400, () => 'same')
    await oracle.sendRecords(topic, 0, [{ key: 'first', value: null }])
    await new Promise((resolve) => setTimeout(resolve, 300))
    await send(402, 2, (i) => `last-${i}`)
    const page = await eventually(30_000, async () => {
      const read = await pages(topic).forward(0n, 1_000, never())
      return read.entries[0]?.kind === 'gap' ? read : undefined
    })
    const theirs = await oracle.readRecords(topic, 0, 0, 'read_uncommitted')
    expect(page.entries.flatMap((entry) => (entry.kind === 'gap' ? [] : [asTheirs(entry)]))).toEqual(theirs)
    expect(page.entries.map(told)).toEqual([
      '0–399 gap',
      '400 400 none',
      '401 tombstone none',
      '402 402 none',
      '403 403 none',
    ])
    // Looking back over a long gap finds what lies before it.
    expect((await pages(topic).backward(402n, 2, never())).entries.map(told)).toEqual([
      '400 400 none',
      '401 tombstone none',
    ])
    const back = await pages(topic).backward(400n, 5, never())
    expect(back.entries.map(told)).toEqual(['0–399 gap'])
    expect(back).toMatchObject({ from: 0n, next: 400n })
  }, 90_000)

  it('before the log begins and after it ends are asked for from where it begins and ends', async () => {
    const topic = 'peek-ends'
    await oracle.createTopic(topic, { partitions: 1 })
    await oracle.produce(topic, 0, 20)
    await oracle.deleteRecords(topic, 0, 12)
    expect(await pages(topic).forward(3n, 100, never())).toMatchObject({ from: 12n, next: 20n, start: 12n })
    const after = await pages(topic).forward(500n, 100, never())
    expect(after).toMatchObject({ from: 20n, next: 20n, entries: [] })
    expect(await pages(topic).backward(20n, 3, never())).toMatchObject({ from: 17n, next: 20n })
    expect((await pages(topic).backward(20n, 500, never())).entries).toHaveLength(8)
    const limits = { maxBytes: 1_000, isolation: 'committed' } as const
    const refused = client.fetch({ topic, partition: 0, offset: 3n }, limits, null, never())
    const error = await rejectionOf(refused)
    expect(error.code).toBe('outOfRange')
    expect(words(error)).toBe('The log of peek-ends-0 has no offset 3 (any more).')
  })

  it('of a topic that is not there, or was made anew, are told', async () => {
    const limits = { maxBytes: 1_000, isolation: 'all' } as const
    const at = { topic: 'peek-missing', partition: 0, offset: 0n }
    expect((await rejectionOf(client.fetch(at, limits, null, never()))).code).toBe('unknownPartition')
    await oracle.createTopic('peek-again', { partitions: 1 })
    const old = await client.metadata(['peek-again'], never())
    await oracle.deleteTopic('peek-again')
    await eventually(10_000, async () => {
      const { topics } = await client.metadata(['peek-again'], never())
      return topics.get('peek-again')?.error === 3 ? true : undefined
    })
    await oracle.createTopic('peek-again', { partitions: 1 })
    await oracle.produce('peek-again', 0, 2)
    const again = { ...at, topic: 'peek-again' }
    expect((await client.fetch(again, limits, old, never())).end).toBe(2n)
  })

  it('take one request for 50 of them, less than 300 ms, and leave nothing behind', async () => {
    const topic = 'peek-fifty'
    await oracle.createTopic(topic, { partitions: 1 })
    await oracle.produce(topic, 0, 500, { bytes: 1_000 })
    const leaders = await client.metadata([topic], never())
    const known: LogSource = {
      ...source,
      fetch: (place, limits, signal) => client.fetch(place, limits, leaders, signal),
    }
    const groups = (await client.listGroups(never())).groups.map(({ id }) => id)
    const before = client.requestCounts()
    const began = performance.now()
    const page = await new LogPages(known, { topic, partition: 0 }).forward(200n, 50, never())
    expect(performance.now() - began).toBeLessThan(300)
    expect(page.entries).toHaveLength(50)
    expect(countedSince(client, before).byApi).toEqual({ Fetch: 1 })
    expect((await client.listGroups(never())).groups.map(({ id }) => id).sort()).toEqual(groups.sort())
  })

  it('may be read where nothing may be changed, and a look can be cancelled', async () => {
    const broker = await sharedBroker(version)
    const reader = await connectClient(broker.bootstrap, { readOnly: true })
    try {
      const own = new LogPages(sourceOf(reader), { topic: 'peek-gzip', partition: 0 })
      expect((await own.forward(0n, 10, never())).entries).toHaveLength(10)
      const abort = new AbortController()
      const look = own.forward(0n, 10, abort.signal)
      abort.abort()
      expect((await rejectionOf(look)).code).toBe('cancelled')
    } finally {
      await reader.close()
    }
  })
})

function sourceOf(client: ClusterClient): LogSource {
  return {
    fetch: (place, limits, signal) => client.fetch(place, limits, null, signal),
    endOf: async ({ topic, partition }, at, signal) => {
      const found = await client.offsets([{ topic, partition }], at, null, signal)
      return valueOf(found.get(topic, partition)).offset ?? 0n
    },
  }
}

/** An entry as Kafka's own consumer tells a record; anything else as `null`. */
function asTheirs(entry: LogEntry): unknown {
  if (entry.kind !== 'record') return null
  const base64 = (bytes: Uint8Array | null): string | null =>
    bytes === null ? null : Buffer.from(bytes).toString('base64')
  return {
    offset: String(entry.offset),
    timestamp: entry.timestamp,
    timestampType: entry.timestampType === 'create' ? 'CreateTime' : 'LogAppendTime',
    key: base64(entry.key),
    value: base64(entry.value),
    headers: entry.headers.map(({ key, value }) => ({ key, value: base64(value) })),
  }
}

function told(entry: RecordPage['entries'][number]): string {
  switch (entry.kind) {
    case 'record': {
      const value = entry.value === null ? 'tombstone' : Buffer.from(entry.value).toString()
      return `${entry.offset} ${value} ${entry.transaction}`
    }
    case 'marker':
      return `${entry.offset} marker ${entry.marker}`
    case 'gap':
    case 'unreadable':
      return `${entry.from}–${entry.to} ${entry.kind}`
  }
}

/** Text without any pattern, the same each time. */
function noise(length: number): string {
  let state = length + 1
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return String.fromCharCode(33 + ((state >> 8) % 90))
  }).join('')
}
