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
import { metadata } from '../../../src/kafka/wire/metadata'
import { offsetCommit } from '../../../src/kafka/wire/offset-commit'
import { offsetDelete } from '../../../src/kafka/wire/offset-delete'
import { offsetFetch } from '../../../src/kafka/wire/offset-fetch'
import { shareGroupDescribe } from '../../../src/kafka/wire/share-group-describe'
import { bytes, hex } from './bytes'

/** Compares what is sent after the client id with what the protocol's documentation asks for. */
function sends<Q, R extends Answer>(api: Api<Q, R>, version: number, body: Q, expected: string): void {
  expect(api.versions).toContain(version)
  expect(hex(api.encode(version, body))).toBe(hex(bytes(expected)))
}

describe('requests, byte by byte', () => {
  it('ListGroups', () => {
    const body = { states: ['Stable'], types: ['share', 'streams'] }
    sends(listGroups, 5, body, '00 -- header tags \n 02 07 "Stable" \n 03 06 "share" 08 "streams" \n 00')
    sends(listGroups, 5, { states: [], types: [] }, '00 01 01 00')
    sends(listGroups, 4, body, '00 02 07 "Stable" 00')
    sends(listGroups, 2, body, '')
  })

  it('FindCoordinator', () => {
    sends(findCoordinator, 4, { groups: ['a', 'bc'] }, '00 \n 00 -- type group \n 03 02 "a" 03 "bc" \n 00')
    sends(findCoordinator, 2, { groups: ['bc'] }, '0002 "bc" 00')
    expect(() => findCoordinator.encode(2, { groups: ['a', 'b'] })).toThrow(RangeError)
  })

  it('ConsumerGroupDescribe', () => {
    for (const version of [0, 1])
      sends(consumerGroupDescribe, version, { groups: ['g'] }, '00 \n 02 02 "g" \n 00 -- no operations \n 00')
  })

  it('those of share groups', () => {
    sends(shareGroupDescribe, 1, { groups: ['g'] }, '00 \n 02 02 "g" \n 00 -- no operations \n 00')
    for (const version of [0, 1])
      sends(
        describeShareGroupOffsets,
        version,
        { groups: ['g', 'hh'] },
        '00 \n 03 02 "g" 00 -- all topics \n 00 03 "hh" 00 00 \n 00',
      )
    const partitions = [
      { partition: 0, start: 258n },
      { partition: 2, start: -1n },
    ]
    sends(
      alterShareGroupOffsets,
      0,
      { group: 'g', topics: [{ topic: 'tt', partitions }] },
      `00 02 "g" \n 02 03 "tt"
         03 00000000 0000000000000102 00
            00000002 ffffffffffffffff 00
         00
       00`,
    )
    sends(
      deleteShareGroupOffsets,
      0,
      { group: 'g', topics: ['tt', 'u'] },
      '00 02 "g" \n 03 03 "tt" 00 02 "u" 00 \n 00',
    )
  })

  it('DescribeGroups', () => {
    sends(describeGroups, 5, { groups: ['g', 'hh'] }, '00 \n 03 02 "g" 03 "hh" \n 00 \n 00')
    sends(describeGroups, 4, { groups: ['g', 'hh'] }, '00000002 0001 "g" 0002 "hh" \n 00')
  })

  it('DescribeConfigs', () => {
    const resources = [{ type: 32, name: 'g', keys: ['k'] }]
    sends(
      describeConfigs,
      4,
      { resources },
      '00 \n 02 20 02 "g" 02 02 "k" 00 \n 00 -- no synonyms \n 00 -- no documentation \n 00',
    )
  })

  it('Fetch', () => {
    const id = 'AAECAwQFBgcICQoLDA0ODw'
    const asked = (topic: string) => ({
      topics: [{ topic, partitions: [{ partition: 3, offset: 258n }] }],
      maxBytes: 65_536,
      eachAtMost: 16_384,
      isolation: 1 as const,
    })
    const wait = 'ffffffff -- no replica \n 000001f4 00000000 00010000 01'
    const session = '00000000 ffffffff -- none'
    sends(
      fetchById,
      13,
      asked(id),
      `00 ${wait}
       ${session}
       02 000102030405060708090a0b0c0d0e0f
          02 00000003 ffffffff 0000000000000102 ffffffff ffffffffffffffff 00004000 00
          00
       01 -- nothing to forget
       01 -- no rack
       00`,
    )
    sends(
      fetchByName,
      12,
      asked('orders'),
      `00 ${wait}
       ${session}
       02 07 "orders"
          02 00000003 ffffffff 0000000000000102 ffffffff ffffffffffffffff 00004000 00
          00
       01 01 00`,
    )
    sends(
      fetchByName,
      11,
      { ...asked('orders'), isolation: 0 },
      `${wait.replace(/01$/, '00')}
       ${session}
       00000001 0006 "orders"
          00000001 00000003 ffffffff 0000000000000102 ffffffffffffffff 00004000
       00000000 0000`,
    )
    sends(
      fetchByName,
      4,
      asked('orders'),
      `${wait}
       00000001 0006 "orders"
          00000001 00000003 0000000000000102 00004000`,
    )
  })

  it('OffsetFetch', () => {
    sends(
      offsetFetch,
      8,
      { groups: ['g', 'h'] },
      `00
       03 02 "g" 00 -- all topics
             00
          02 "h" 00 00
       00 -- unstable ones too
       00`,
    )
    sends(offsetFetch, 7, { groups: ['g'] }, '00 \n 02 "g" \n 00 -- all topics \n 00 \n 00')
    sends(offsetFetch, 5, { groups: ['g'] }, '0001 "g" \n ffffffff -- all topics')
    expect(() => offsetFetch.encode(7, { groups: ['a', 'b'] })).toThrow(RangeError)
    expect(() => offsetFetch.encode(5, { groups: [] })).toThrow(RangeError)
  })

  it('OffsetCommit', () => {
    const body = {
      group: 'g',
      topics: [{ topic: 't', partitions: [{ partition: 3, offset: 258n, leaderEpoch: 5, metadata: 'm' }] }],
    }
    const head = '0001 "g" ffffffff -- generation \n 0000 -- member'
    const topic = '00000001 0001 "t" 00000001'
    sends(
      offsetCommit,
      7,
      body,
      `${head}\nffff -- instance\n${topic} 00000003 0000000000000102 00000005 0001 "m"`,
    )
    sends(offsetCommit, 6, body, `${head}\n${topic} 00000003 0000000000000102 00000005 0001 "m"`)
    sends(offsetCommit, 5, body, `${head}\n${topic} 00000003 0000000000000102 0001 "m"`)
    for (const version of [4, 3, 2])
      sends(
        offsetCommit,
        version,
        body,
        `${head}\nffffffffffffffff -- retention\n${topic} 00000003 0000000000000102 0001 "m"`,
      )
  })

  it('ListOffsets', () => {
    const body = { timestamp: -2n, topics: [{ topic: 't', partitions: [0, 1] }] }
    sends(
      listOffsets,
      7,
      body,
      `00
       ffffffff -- replica
       00 -- read uncommitted
       02 02 "t" 03 00000000 ffffffff fffffffffffffffe 00
                    00000001 ffffffff fffffffffffffffe 00
                    00
       00`,
    )
    for (const version of [3, 2])
      sends(
        listOffsets,
        version,
        body,
        `ffffffff 00
         00000001 0001 "t" 00000002 00000000 fffffffffffffffe
                                    00000001 fffffffffffffffe`,
      )
  })

  it('DeleteGroups', () => {
    sends(deleteGroups, 1, { groups: ['a', 'bc'] }, '00000002 0001 "a" 0002 "bc"')
  })

  it('OffsetDelete', () => {
    sends(
      offsetDelete,
      0,
      { group: 'g', topics: [{ topic: 't', partitions: [0, 7] }] },
      '0001 "g" \n 00000001 0001 "t" 00000002 00000000 00000007',
    )
  })

  it('Metadata', () => {
    const none = '00000000000000000000000000000000'
    sends(metadata, 12, { topics: ['t'] }, `00 \n 02 ${none} 02 "t" 00 \n 00 -- no creation \n 00 \n 00`)
    sends(metadata, 12, { topics: null }, '00 \n 00 -- all \n 00 00 00')
    sends(metadata, 12, { topics: [] }, '00 \n 01 -- none \n 00 00 00')
    sends(metadata, 6, { topics: ['t'] }, '00000001 0001 "t" \n 00')
    sends(metadata, 6, { topics: null }, 'ffffffff \n 00')
  })

  it('DescribeCluster', () => {
    sends(describeCluster, 0, {}, '00 \n 00 \n 00')
  })
})
