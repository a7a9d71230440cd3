import { describe, expect, it } from 'vitest'
import { brokerError } from '../../../src/kafka/broker-errors'
import { KafkaError, kafkaErrorName, kafkaErrorTextId } from '../../../src/model/kafka-errors'
import { englishFormat, sayWith } from '../../../src/model/text'
import { errorTexts } from '../../../src/model/texts/errors'
import { kafkaCodeTexts } from '../../../src/model/texts/kafka-codes'

const say = sayWith(errorTexts, englishFormat('UTC'))
const codes = [-1, ...Array.from({ length: 133 }, (_, i) => i + 1)]

describe('the words for Kafka’s error codes', () => {
  it('exist for every code that Kafka 4.3 has, each its own', () => {
    for (const code of codes) {
      expect(kafkaErrorName(code), String(code)).toMatch(/^[A-Z][A-Z_]+$/)
      expect(kafkaErrorTextId(code)).toBe(`kafka.${code}`)
      expect(kafkaCodeTexts).toHaveProperty([`kafka.${code}`])
    }
    expect(Object.keys(kafkaCodeTexts)).toHaveLength(codes.length + 1)
    expect(new Set(Object.values(kafkaCodeTexts)).size).toBe(codes.length + 1)
    for (const sentence of Object.values(kafkaCodeTexts)) expect(sentence).toMatch(/^[a-z].*[.)]$/)
  })

  it('are found by the names that Kafka gives them', () => {
    expect(kafkaErrorName(0)).toBe('NONE')
    expect(kafkaErrorName(KafkaError.unknownMemberId)).toBe('UNKNOWN_MEMBER_ID')
    expect(kafkaErrorName(KafkaError.groupIdNotFound)).toBe('GROUP_ID_NOT_FOUND')
    expect(kafkaErrorName(KafkaError.staleMemberEpoch)).toBe('STALE_MEMBER_EPOCH')
    expect(kafkaErrorName(133)).toBe('SHARE_SESSION_LIMIT_REACHED')
  })

  it('admit a code that nobody knew', () => {
    expect(kafkaErrorName(134)).toBeNull()
    const error = brokerError(134, {})
    expect(error).toMatchObject({ code: 'kafka', kafka: 134 })
    expect(say(error.text)).toBe(
      'The broker answered 134 (134): this release of Lagline has no words for this code. Look it up in Kafka’s documentation.',
    )
  })
})

describe('what a broker’s code becomes', () => {
  const partition = { topic: 'orders', partition: 3 }
  it.each([
    [69, { group: 'g' }, 'groupNotFound', 'The group g does not exist'],
    [
      25,
      { group: 'g', toDo: 'commit' },
      'groupActive',
      'The group g has members, so its offsets cannot be changed.',
    ],
    [27, { group: 'g', toDo: 'commit' }, 'groupActive', 'Stop its consumers'],
    [68, { group: 'g', toDo: 'deleteGroup' }, 'groupActive', 'so it cannot be deleted'],
    [68, { group: 'g', toDo: 'deleteOffsets' }, 'groupActive', 'so its offsets cannot be changed'],
    [86, { group: 'g', partition }, 'groupActive', 'The group g is subscribed to orders now'],
    [3, { partition }, 'unknownPartition', 'orders-3 does not exist'],
    [5, { partition }, 'noLeader', 'orders-3 has no leader now'],
    [
      14,
      { group: 'g' },
      'coordinator',
      'The coordinator of the group g is not available: the coordinator of the group is still reading',
    ],
    [29, { partition }, 'notAuthorized', 'You may not access the topic orders (TOPIC_AUTHORIZATION_FAILED).'],
    [29, { group: 'g' }, 'notAuthorized', 'You may not see the topics that the group g reads'],
    [30, { group: 'g' }, 'notAuthorized', 'You may not access the group g (GROUP_AUTHORIZATION_FAILED).'],
    [31, {}, 'notAuthorized', 'You may not do this on the cluster (CLUSTER_AUTHORIZATION_FAILED).'],
    [7, {}, 'kafka', 'The broker answered REQUEST_TIMED_OUT (7): the brokers did not finish this'],
    [
      -1,
      {},
      'kafka',
      'The broker answered UNKNOWN_SERVER_ERROR (-1): the broker ran into an error of its own.',
    ],
  ] as const)('%i', (code, subject, expected, words) => {
    const error = brokerError(code, subject)
    expect(error).toMatchObject({ code: expected, kafka: code, maybeSent: false })
    expect(say(error.text)).toContain(words)
    expect(say(error.text)).not.toMatch(/\{\d\}/)
  })
})
