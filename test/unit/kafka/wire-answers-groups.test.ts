import { describe, expect, it } from 'vitest'
import { alterShareGroupOffsets } from '../../../src/kafka/wire/alter-share-group-offsets'
import { consumerGroupDescribe } from '../../../src/kafka/wire/consumer-group-describe'
import { deleteGroups } from '../../../src/kafka/wire/delete-groups'
import { deleteShareGroupOffsets } from '../../../src/kafka/wire/delete-share-group-offsets'
import { describeGroups } from '../../../src/kafka/wire/describe-groups'
import { describeShareGroupOffsets } from '../../../src/kafka/wire/describe-share-group-offsets'
import { listGroups } from '../../../src/kafka/wire/list-groups'
import { readMemberAssignment } from '../../../src/kafka/wire/member-assignment'
import { offsetCommit } from '../../../src/kafka/wire/offset-commit'
import { offsetDelete } from '../../../src/kafka/wire/offset-delete'
import { offsetFetch } from '../../../src/kafka/wire/offset-fetch'
import { WireError } from '../../../src/kafka/wire/reader'
import { shareGroupDescribe } from '../../../src/kafka/wire/share-group-describe'
import { bytes } from './bytes'
import { reads, tags } from './answers'

describe('answers about groups, byte by byte', () => {
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
