import { describe, expect, it } from 'vitest'
import type { GroupDescription } from '../../../src/model/groups'
import type { GroupFacts } from '../../../src/offsets/facts'
import { kindWarnings, mirrorTopics } from '../../../src/offsets/kinds'
import { canWait } from '../../../src/offsets/refusal'
import { english, facts, group, groupFacts, member, NOW } from './support'

function warnings(about: Partial<GroupFacts>, topic = 'orders'): (string | null)[] {
  return kindWarnings(groupFacts([facts(0, 5, 0, 10, { topic })], about)).map(english)
}

describe('who else writes these offsets, or keeps state beside them', () => {
  it('nothing is said of a plain group', () => {
    expect(warnings({})).toEqual([])
    expect(warnings({ knownTopics: new Set(['orders', 'other-store-changelog']) })).toEqual([])
  })

  it('a Kafka Connect sink by its name', () => {
    expect(warnings({ group: group({ id: 'connect-jdbc' }) })).toEqual([
      expect.stringMatching(/^connect-jdbc looks like the group of a Kafka Connect sink/),
    ])
  })

  it.each([
    ['a topic it reads', 'audit-by-key-repartition', {}],
    ['a topic that exists', 'orders', { knownTopics: new Set(['audit-totals-changelog']) }],
  ])('a Kafka Streams application by %s', (_name, topic, about) => {
    expect(warnings(about, topic)).toEqual([
      expect.stringMatching(/^audit looks like a Kafka Streams appl.*audit-/),
    ])
  })

  it.each([
    ['its assignor', { assignor: 'stream' }],
    ['its members', { members: [member('audit-5f-StreamThread-2-consumer')] }],
  ])('a Kafka Streams application by %s', (_name, about) => {
    expect(warnings({ group: group(about) })).toEqual([
      expect.stringMatching(/^audit is a Kafka Streams application.*kafka-streams-application-reset\.sh/),
    ])
  })

  it('MirrorMaker by the topic in which it keeps offsets, naming where they come from', () => {
    const knownTopics = new Set(['eu.west.orders', 'eu.west.checkpoints.internal'])
    expect(warnings({ knownTopics }, 'eu.west.orders')).toEqual([
      expect.stringMatching(/MirrorMaker brings from eu\.west \(topic eu\.west\.checkpoints\.internal\)/),
    ])
    expect(warnings({ knownTopics: new Set(['eu.west.orders']) }, 'eu.west.orders')).toEqual([])
  })

  it.each(['mirrormaker-eu', 'kafka-mirror-maker', 'mm2'])('MirrorMaker by the name %s', (id) => {
    expect(warnings({ group: group({ id }) })).toEqual([
      expect.stringMatching(/looks like a group of MirrorM/),
    ])
  })

  it('somebody who commits without being a member, before everything else', () => {
    expect(warnings({ movedAlone: NOW, group: group({ id: 'connect-x' }) })).toEqual([
      expect.stringMatching(/^The offsets of connect-x moved on at .* uses assign\(\)/),
      expect.stringMatching(/Kafka Connect/),
    ])
  })
})

it('the candidates for mirrored topics are bounded, and each is named once', () => {
  expect(mirrorTopics(['a.b', 'a.c', 'plain', '.odd'])).toEqual(['a.checkpoints.internal'])
  expect(mirrorTopics(Array.from({ length: 1_000 }, (_, at) => `c${at}.orders`))).toHaveLength(20)
})

describe('waiting helps', () => {
  it.each<readonly [string, Partial<GroupDescription>, boolean]>([
    ['where there are members', { state: 'Stable', members: [member('a')] }, true],
    ['during a rebalance', { state: 'PreparingRebalance' }, true],
    ['not where nobody is in it', {}, false],
    ['for a share group', { type: 'share', state: 'Stable', protocolType: 'share' }, true],
    ['not for a streams group', { type: 'streams', state: 'Stable', protocolType: 'streams' }, false],
    [
      'not for workers of Connect',
      { state: 'Stable', protocolType: 'connect', members: [member('a')] },
      false,
    ],
  ])('%s', (_name, about, helps) => {
    expect(canWait(group(about))).toBe(helps)
  })
})
