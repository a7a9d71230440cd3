import { describe, expect, it } from 'vitest'
import { chooseVersion, kafkaRelease, speaks, type ApiRanges } from '../../../src/kafka/versions'
import { consumerGroupDescribe } from '../../../src/kafka/wire/consumer-group-describe'
import { listGroups } from '../../../src/kafka/wire/list-groups'
import { offsetCommit } from '../../../src/kafka/wire/offset-commit'
import { laglineErrorThrownBy } from './errors'

const range = (key: number, minVersion: number, maxVersion: number): ApiRanges => ({
  [key]: { minVersion, maxVersion },
})

describe('the version of a request', () => {
  it.each([
    [0, 5, 5],
    [0, 9, 5],
    [0, 4, 4],
    [0, 3, 2],
    [2, 2, 2],
  ])('is the first of ours that a broker with %i to %i takes: %i', (min, max, expected) => {
    expect(chooseVersion(listGroups, range(16, min, max))).toBe(expected)
    expect(speaks(listGroups, range(16, min, max))).toBe(true)
  })

  it('names the Kafka release needed where the broker is too old or has no such request', () => {
    for (const broker of [range(16, 0, 1), {}]) {
      const error = laglineErrorThrownBy(() => chooseVersion(listGroups, broker))
      expect(error).toMatchObject({
        code: 'unsupported',
        text: { id: 'error.unsupported', args: ['ListGroups', '2.0'] },
      })
      expect(speaks(listGroups, broker)).toBe(false)
    }
    const error = laglineErrorThrownBy(() => chooseVersion(consumerGroupDescribe, {}))
    expect(error.text.args).toEqual(['ConsumerGroupDescribe', '3.7'])
  })

  it('says plainly where a later Kafka has dropped all of ours', () => {
    const error = laglineErrorThrownBy(() => chooseVersion(offsetCommit, range(8, 8, 12)))
    expect(error).toMatchObject({
      code: 'unsupported',
      text: { id: 'error.unsupported.removed', args: ['OffsetCommit'] },
    })
  })
})

describe('the Kafka release', () => {
  it.each<[string | null, ApiRanges]>([
    [
      '4.3',
      {
        3: { minVersion: 0, maxVersion: 13 },
        35: { minVersion: 1, maxVersion: 5 },
        42: { minVersion: 0, maxVersion: 2 },
      },
    ],
    [
      '4.0',
      {
        3: { minVersion: 0, maxVersion: 13 },
        35: { minVersion: 1, maxVersion: 4 },
        8: { minVersion: 2, maxVersion: 9 },
      },
    ],
    ['3.9', { 3: { minVersion: 0, maxVersion: 12 }, 1: { minVersion: 0, maxVersion: 17 } }],
    ['2.0', { 16: { minVersion: 0, maxVersion: 2 } }],
    [null, { 16: { minVersion: 0, maxVersion: 1 } }],
  ])('is told by what the broker offers: %s', (release, broker) => {
    expect(kafkaRelease(broker)).toBe(release)
  })
})
