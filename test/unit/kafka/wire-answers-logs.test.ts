import { describe, it } from 'vitest'
import { describeCluster } from '../../../src/kafka/wire/describe-cluster'
import { describeConfigs } from '../../../src/kafka/wire/describe-configs'
import { fetchById, fetchByName } from '../../../src/kafka/wire/fetch'
import { findCoordinator } from '../../../src/kafka/wire/find-coordinator'
import { listOffsets } from '../../../src/kafka/wire/list-offsets'
import { metadata } from '../../../src/kafka/wire/metadata'
import { reads, tags } from './answers'

describe('answers about the cluster and its logs, byte by byte', () => {
  it('Fetch', () => {
    const row = {
      partition: 3,
      error: 0,
      highWatermark: 9n,
      lastStableOffset: 8n,
      logStartOffset: 2n,
      aborted: [{ producerId: 17n, firstOffset: 4n }],
      records: new Uint8Array([0x61, 0x62]),
    }
    const of = (topic: string) => ({ throttleTimeMs: 5, error: 0, topics: [{ topic, partitions: [row] }] })
    const start = '00000003 0000 0000000000000009 0000000000000008'
    const aborted = '0000000000000011 0000000000000004'
    for (const tagged of ['00', tags]) {
      const rest = `02 ${start} 0000000000000002 02 ${aborted} ${tagged} ffffffff 03 "ab" ${tagged} ${tagged} ${tagged}`
      const top = `${tagged} 00000005 0000 00000000 02`
      reads(fetchById, 13, `${top} 000102030405060708090a0b0c0d0e0f ${rest}`, of('AAECAwQFBgcICQoLDA0ODw'))
      reads(fetchByName, 12, `${top} 02 "t" ${rest}`, of('t'))
    }
    const classic = `00000001 ${start} 0000000000000002 00000001 ${aborted} ffffffff 00000002 "ab"`
    reads(fetchByName, 11, `00000005 0000 00000000 00000001 0001 "t" ${classic}`, of('t'))
    const oldest = { ...row, logStartOffset: null, aborted: [], records: new Uint8Array(0) }
    reads(fetchByName, 4, `00000005 00000001 0001 "t" 00000001 ${start} ffffffff ffffffff`, {
      ...of('t'),
      topics: [{ topic: 't', partitions: [oldest] }],
    })
    reads(fetchById, 13, '00 00000000 0046 00000000 01 00', { throttleTimeMs: 0, error: 70, topics: [] })
  })

  it('DescribeConfigs', () => {
    for (const tagged of ['00', tags])
      reads(
        describeConfigs,
        4,
        `${tagged} 00000000 03
           0000 00 20 02 "g" 03
             02 "k" 06 "45000" 00 05 00 02 02 "s" 02 "1" 05 ${tagged} 03 01 ${tagged}
             02 "n" 00 01 05 01 01 01 00 ${tagged}
             ${tagged}
           001e 04 "why" 20 02 "h" 01 ${tagged}
         ${tagged}`,
        {
          throttleTimeMs: 0,
          resources: [
            {
              error: 0,
              type: 32,
              name: 'g',
              configs: [
                { name: 'k', value: '45000', secret: false },
                { name: 'n', value: null, secret: true },
              ],
            },
            { error: 30, type: 32, name: 'h', configs: [] },
          ],
        },
      )
  })

  it('FindCoordinator', () => {
    for (const tagged of ['00', tags])
      reads(
        findCoordinator,
        4,
        `${tagged} 00000000 03
           02 "a" 00000002 05 "host" 00002384 0000 00 ${tagged}
           02 "b" ffffffff 01 ffffffff 000f 04 "why" ${tagged}
         ${tagged}`,
        {
          throttleTimeMs: 0,
          coordinators: [
            { group: 'a', broker: 2, error: 0 },
            { group: 'b', broker: -1, error: 15 },
          ],
        },
      )
    reads(findCoordinator, 2, '00000000 0000 ffff 00000001 0004 "host" 00002384', {
      throttleTimeMs: 0,
      coordinators: [{ group: null, broker: 1, error: 0 }],
    })
  })

  it('ListOffsets', () => {
    const row = { partition: 1, error: 0, timestamp: 1_000n, offset: 77n }
    for (const tagged of ['00', tags])
      reads(
        listOffsets,
        7,
        `${tagged} 00000000 02 02 "t" 02 00000001 0000 00000000000003e8 000000000000004d 00000006 ${tagged} ${tagged} ${tagged}`,
        { throttleTimeMs: 0, topics: [{ topic: 't', partitions: [{ ...row, leaderEpoch: 6 }] }] },
      )
    for (const version of [3, 2])
      reads(
        listOffsets,
        version,
        '00000000 00000001 0001 "t" 00000001 00000001 0000 00000000000003e8 000000000000004d',
        { throttleTimeMs: 0, topics: [{ topic: 't', partitions: [{ ...row, leaderEpoch: null }] }] },
      )
  })

  it('Metadata', () => {
    const partition = { error: 5, partition: 0, leader: -1, replicas: [1, 2], isr: [2] }
    const topic = { error: 0, name: 't', internal: true }
    const common = { throttleTimeMs: 0, clusterId: 'cl', controller: 1 }
    for (const tagged of ['00', tags])
      reads(
        metadata,
        12,
        `${tagged} 00000000
           03 00000001 02 "h" 00002384 00 ${tagged} 00000002 02 "i" 00002385 03 "ra" ${tagged}
           03 "cl" 00000001
           02 0000 02 "t" fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0 01
              02 0005 00000000 ffffffff 00000004 03 00000001 00000002 02 00000002 02 00000001 ${tagged}
              80000000 ${tagged}
         ${tagged}`,
        {
          ...common,
          brokers: [
            { id: 1, host: 'h', port: 9092, rack: null },
            { id: 2, host: 'i', port: 9093, rack: 'ra' },
          ],
          topics: [
            { ...topic, id: '__79_Pv6-fj39vX08_Lx8A', partitions: [{ ...partition, leaderEpoch: 4 }] },
          ],
        },
      )
    reads(
      metadata,
      6,
      `00000000
       00000001 00000001 0001 "h" 00002384 ffff
       0002 "cl" 00000001
       00000001 0000 0001 "t" 01
         00000001 0005 00000000 ffffffff 00000002 00000001 00000002 00000001 00000002 00000001 00000001`,
      {
        ...common,
        brokers: [{ id: 1, host: 'h', port: 9092, rack: null }],
        topics: [{ ...topic, id: null, partitions: [{ ...partition, leaderEpoch: -1 }] }],
      },
    )
  })

  it('DescribeCluster', () => {
    for (const tagged of ['00', tags])
      reads(
        describeCluster,
        0,
        `${tagged} 00000000 0000 00 03 "cl" ffffffff 02 00000001 02 "h" 00002384 00 ${tagged} 80000000 ${tagged}`,
        {
          throttleTimeMs: 0,
          error: 0,
          clusterId: 'cl',
          controller: -1,
          brokers: [{ id: 1, host: 'h', port: 9092, rack: null }],
        },
      )
  })
})
