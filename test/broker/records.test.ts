import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LogPages } from '../../src/decoders/page'
import type { ClusterClient } from '../../src/model/cluster-client'
import type { LogSource } from '../../src/model/records'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { connectClient, never, valueOf } from './client'

describe.each(kafkaVersions)('records of Kafka %s', (version) => {
  let oracle: Oracle
  let client: ClusterClient
  let source: LogSource

  beforeAll(async () => {
    const broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    client = await connectClient(broker.bootstrap)
    source = {
      fetch: (place, limits, signal) => client.fetch(place, limits, null, signal),
      endOf: async ({ topic, partition }, at, signal) => {
        const found = await client.offsets([{ topic, partition }], at, null, signal)
        return valueOf(found.get(topic, partition)).offset ?? 0n
      },
    }
  })
  afterAll(async () => {
    await client.close()
    await oracle.stop()
  })

  it('smoke', async () => {
    await oracle.createTopic('peek-smoke', { partitions: 1 })
    for (const codec of ['none', 'gzip', 'snappy', 'lz4', 'zstd'])
      await oracle.sendRecords(
        'peek-smoke',
        0,
        Array.from({ length: 5 }, (_, i) => ({ key: `k${i}`, value: `{"n":${i},"codec":"${codec}"}`.repeat(3), headers: [{ key: 'h', value: 'x' }] })),
        { properties: { 'compression.type': codec } },
      )
    const page = await new LogPages(source, { topic: 'peek-smoke', partition: 0 }).forward(3n, 100, never())
    for (const magic of [0, 1, 2] as const) console.log(await oracle.layOut({ magic, codec: 'gzip', offset: 7, records: [{ timestamp: 5, value: 'x' }] }))
    expect(page.entries).toHaveLength(22)
  })
})
