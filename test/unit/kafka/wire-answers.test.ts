import { describe, expect, it } from 'vitest'
import { alterShareGroupOffsets } from '../../../src/kafka/wire/alter-share-group-offsets'
import type { Answer, Api } from '../../../src/kafka/wire/api'
import { consumerGroupDescribe } from '../../../src/kafka/wire/consumer-group-describe'
import { deleteGroups } from '../../../src/kafka/wire/delete-groups'
import { deleteShareGroupOffsets } from '../../../src/kafka/wire/delete-share-group-offsets'
import { describeCluster } from '../../../src/kafka/wire/describe-cluster'
import { describeConfigs } from '../../../src/kafka/wire/describe-configs'
import { describeGroups } from '../../../src/kafka/wire/describe-groups'
import { describeShareGroupOffsets } from '../../../src/kafka/wire/describe-share-group-offsets'
import { fetchById, fetchByName } from '../../../src/kafka/wire/fetch'
import { findCoordinator } from '../../../src/kafka/wire/find-coordinator'
import { listGroups } from '../../../src/kafka/wire/list-groups'
import { listOffsets } from '../../../src/kafka/wire/list-offsets'
import { readMemberAssignment } from '../../../src/kafka/wire/member-assignment'
import { metadata } from '../../../src/kafka/wire/metadata'
import { offsetCommit } from '../../../src/kafka/wire/offset-commit'
import { offsetDelete } from '../../../src/kafka/wire/offset-delete'
import { offsetFetch } from '../../../src/kafka/wire/offset-fetch'
import { WireError } from '../../../src/kafka/wire/reader'
import { shareGroupDescribe } from '../../../src/kafka/wire/share-group-describe'
import { bytes } from './bytes'

/**
 * Reads what follows the correlation id. Whatever is cut off at the end must be found missing, and whatever is too
 * much must be found too much.
 */
function reads<Q, R extends Answer>(api: Api<Q, R>, version: number, answer: string, expected: R): void {
  expect(api.versions).toContain(version)
  const whole = bytes(answer)
  expect(api.decode(version, whole)).toEqual(expected)
  for (let length = 0; length < whole.length; length++)
    expect(() => api.decode(version, whole.subarray(0, length)), `${length} bytes`).toThrow(WireError)
  expect(() => api.decode(version, new Uint8Array([...whole, 0]))).toThrow(/1 bytes left/)
}

/** Two tagged fields: number 0 of one byte, number 300 of none. */
const tags = '02 00 01 ff ac02 00'

describe('answers, byte by byte', () => {
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

  it('ListGroups', () => {
    const group = { id: 'g', protocolType: 'consumer', state: 'Stable', type: 'classic' }
    for (const tagged of ['00', tags]) {
      reads(
        listGroups,
        5,
        `${tagged} 00000007 000e 02 02 "g" 09 "consumer" 07 "Stable" 08 "classic" ${tagged} ${tagged}`,
        { throttleTimeMs: 7, error: 14, groups: [group] },
      )
      reads(
        listGroups,
        4,
        `${tagged} 00000000 0000 02 02 "g" 09 "consumer" 07 "Stable" ${tagged} ${tagged}`,
        {
          throttleTimeMs: 0,
          error: 0,
          groups: [{ ...group, type: null }],
        },
      )
    }
    reads(listGroups, 2, '00000000 0000 00000001 0001 "g" 0008 "consumer"', {
      throttleTimeMs: 0,
      error: 0,
      groups: [{ ...group, type: null, state: null }],
    })
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
                { name: 'k', value: '45000' },
                { name: 'n', value: null },
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

  it('those of share groups', () => {
    const id = '000102030405060708090a0b0c0d0e0f'
    for (const tagged of ['00', tags]) {
      reads(
        shareGroupDescribe,
        1,
        `${tagged} 00000005 02
           0000 00 02 "g" 07 "Stable" 00000005 00000004 07 "simple"
             02 03 "m1" 05 "rack" 00000003 03 "c1" 0a "/10.0.0.7" 02 02 "t"
                02 ${id} 02 "t" 03 00000000 00000002 ${tagged} ${tagged} ${tagged}
             80000000 ${tagged}
         ${tagged}`,
        {
          throttleTimeMs: 5,
          groups: [
            {
              error: 0,
              id: 'g',
              state: 'Stable',
              epoch: 5,
              assignor: 'simple',
              members: [
                {
                  memberId: 'm1',
                  clientId: 'c1',
                  host: '/10.0.0.7',
                  assignment: [
                    { topic: 't', partition: 0 },
                    { topic: 't', partition: 2 },
                  ],
                },
              ],
            },
          ],
        },
      )
      for (const version of [0, 1])
        reads(
          describeShareGroupOffsets,
          version,
          `${tagged} 00000000 03
             02 "g" 02 02 "t" ${id}
               02 00000003 0000000000000102 00000007 ${version === 1 ? 'ffffffffffffffff' : ''} 0000 00 ${tagged}
               ${tagged} 0000 00 ${tagged}
             02 "h" 01 001e 03 "no" ${tagged}
           ${tagged}`,
          {
            throttleTimeMs: 0,
            groups: [
              {
                group: 'g',
                error: 0,
                topics: [
                  {
                    topic: 't',
                    partitions: [{ partition: 3, start: 258n, lag: version === 1 ? -1n : null, error: 0 }],
                  },
                ],
              },
              { group: 'h', error: 30, topics: [] },
            ],
          },
        )
      reads(
        alterShareGroupOffsets,
        0,
        `${tagged} 00000000 0000 00 02
           02 "t" ${id} 02 00000003 0003 03 "no" ${tagged} ${tagged}
         ${tagged}`,
        {
          throttleTimeMs: 0,
          error: 0,
          topics: [{ topic: 't', partitions: [{ partition: 3, error: 3 }] }],
        },
      )
      reads(
        deleteShareGroupOffsets,
        0,
        `${tagged} 00000000 0044 03 "no" 02 02 "t" ${id} 0003 00 ${tagged} ${tagged}`,
        { throttleTimeMs: 0, error: 68, topics: [{ topic: 't', error: 3 }] },
      )
    }
  })

  it('ConsumerGroupDescribe', () => {
    const id = '000102030405060708090a0b0c0d0e0f'
    const assignment = (partitions: string, tagged: string): string =>
      `02 ${id} 02 "t" ${partitions} ${tagged} ${tagged}`
    for (const tagged of ['00', tags])
      for (const version of [0, 1])
        reads(
          consumerGroupDescribe,
          version,
          `${tagged} 00000000 03
             0000 00 02 "g" 07 "Stable" 00000005 00000004 08 "uniform"
               02 03 "m1" 00 05 "rack" 00000003 03 "c1" 0a "/10.0.0.7" 02 02 "t" 00
                  ${assignment('03 00000000 00000002', tagged)} ${assignment('01', tagged)}
                  ${version === 1 ? '01' : ''} ${tagged}
               80000000 ${tagged}
             0045 05 "none" 02 "x" 01 00000000 00000000 01 01 80000000 ${tagged}
           ${tagged}`,
          {
            throttleTimeMs: 0,
            groups: [
              {
                error: 0,
                id: 'g',
                state: 'Stable',
                epoch: 5,
                assignor: 'uniform',
                members: [
                  {
                    memberId: 'm1',
                    instanceId: null,
                    clientId: 'c1',
                    host: '/10.0.0.7',
                    assignment: [
                      { topic: 't', partition: 0 },
                      { topic: 't', partition: 2 },
                    ],
                  },
                ],
              },
              { error: 69, id: 'x', state: '', epoch: 0, assignor: '', members: [] },
            ],
          },
        )
  })

  it('DescribeGroups', () => {
    const group = (assignment: Uint8Array): ReturnType<typeof describeGroups.decode> => ({
      throttleTimeMs: 0,
      groups: [
        {
          error: 0,
          id: 'g',
          state: 'Stable',
          protocolType: 'consumer',
          protocol: 'range',
          members: [{ memberId: 'm', instanceId: 'i', clientId: 'c', host: '/h', assignment }],
        },
      ],
    })
    for (const tagged of ['00', tags])
      reads(
        describeGroups,
        5,
        `${tagged} 00000000 02
           0000 02 "g" 07 "Stable" 09 "consumer" 06 "range"
             02 02 "m" 02 "i" 02 "c" 03 "/h" 03 aabb 04 010203 ${tagged}
           80000000 ${tagged}
         ${tagged}`,
        group(bytes('010203')),
      )
    reads(
      describeGroups,
      4,
      `00000000 00000001
         0000 0001 "g" 0006 "Stable" 0008 "consumer" 0005 "range"
           00000001 0001 "m" 0001 "i" 0001 "c" 0002 "/h" 00000000 00000000
         80000000`,
      group(new Uint8Array(0)),
    )
  })

  it('OffsetFetch', () => {
    const partitions = [
      { partition: 1, offset: 9_007_199_254_740_993n, leaderEpoch: 4, metadata: 'm', error: 0 },
      { partition: 2, offset: -1n, leaderEpoch: -1, metadata: null, error: 88 },
    ]
    const flexible = (tagged: string): string => `
      02 02 "t" 03 00000001 0020000000000001 00000004 02 "m" 0000 ${tagged}
                   00000002 ffffffffffffffff ffffffff 00 0058 ${tagged}
                   ${tagged}`
    const topics = [{ topic: 't', partitions }]
    for (const tagged of ['00', tags]) {
      reads(
        offsetFetch,
        8,
        `${tagged} 00000000 03 02 "g" ${flexible(tagged)} 0000 ${tagged} 02 "h" 01 0010 ${tagged} ${tagged}`,
        {
          throttleTimeMs: 0,
          groups: [
            { group: 'g', error: 0, topics },
            { group: 'h', error: 16, topics: [] },
          ],
        },
      )
      reads(offsetFetch, 7, `${tagged} 00000000 ${flexible(tagged)} 0000 ${tagged}`, {
        throttleTimeMs: 0,
        groups: [{ group: null, error: 0, topics }],
      })
    }
    reads(
      offsetFetch,
      5,
      `00000000 00000001 0001 "t" 00000002
         00000001 0020000000000001 00000004 0001 "m" 0000
         00000002 ffffffffffffffff ffffffff ffff 0058
       000e`,
      { throttleTimeMs: 0, groups: [{ group: null, error: 14, topics }] },
    )
  })

  it('OffsetCommit', () => {
    const topics = [
      {
        topic: 't',
        partitions: [
          { partition: 0, error: 0 },
          { partition: 9, error: 3 },
        ],
      },
    ]
    const body = '00000001 0001 "t" 00000002 00000000 0000 00000009 0003'
    for (const version of [7, 6, 5, 4, 3])
      reads(offsetCommit, version, `00000005 ${body}`, { throttleTimeMs: 5, topics })
    reads(offsetCommit, 2, body, { topics })
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

  it('DeleteGroups', () => {
    reads(deleteGroups, 1, '00000000 00000002 0001 "a" 0000 0001 "b" 0044', {
      throttleTimeMs: 0,
      groups: [
        { id: 'a', error: 0 },
        { id: 'b', error: 68 },
      ],
    })
  })

  it('OffsetDelete', () => {
    reads(offsetDelete, 0, '0000 00000000 00000001 0001 "t" 00000001 00000003 0056', {
      error: 0,
      throttleTimeMs: 0,
      topics: [{ topic: 't', partitions: [{ partition: 3, error: 86 }] }],
    })
    reads(offsetDelete, 0, '0045 00000000 00000000', { error: 69, throttleTimeMs: 0, topics: [] })
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

  it('a member’s assignment', () => {
    const partitions = '00000002 0001 "t" 00000002 00000000 00000003 0001 "u" 00000000'
    const expected = [
      { topic: 't', partition: 0 },
      { topic: 't', partition: 3 },
    ]
    expect(readMemberAssignment(bytes(`0000 ${partitions} ffffffff -- null user data`))).toEqual(expected)
    expect(
      readMemberAssignment(bytes(`0003 ${partitions} 00000002 abcd -- and more of a later form\n 0102`)),
    ).toEqual(expected)
    expect(readMemberAssignment(new Uint8Array(0))).toEqual([])
    expect(() => readMemberAssignment(bytes('0000 00000001 0001'))).toThrow(WireError)
  })
})
