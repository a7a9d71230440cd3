import { describe, expect, it } from 'vitest'
import { parseSnapshot } from '../../../src/lint/snapshot'

describe('a snapshot of a cluster', () => {
  it('is read with what is left out', () => {
    expect(parseSnapshot({})).toEqual({
      kind: 'snapshot',
      snapshot: { broker: {}, topics: {}, groups: {}, brokerRacks: [] },
    })
    expect(
      parseSnapshot({
        broker: {
          'message.max.bytes': 1048588,
          'replica.selector.class': null,
          'auto.create.topics.enable': false,
        },
        topics: {
          orders: { partitions: 12, replicationFactor: 3, config: { 'retention.ms': '-1' } },
          bare: {},
          closed: { config: null },
        },
        groups: { shop: { members: 3, topics: ['orders'] }, empty: {} },
        brokerRacks: ['a', null, 1],
        takenAt: 'now',
      }),
    ).toEqual({
      kind: 'snapshot',
      snapshot: {
        broker: {
          'message.max.bytes': '1048588',
          'replica.selector.class': null,
          'auto.create.topics.enable': 'false',
        },
        topics: {
          orders: { partitions: 12, replicationFactor: 3, config: { 'retention.ms': '-1' } },
          bare: { partitions: null, replicationFactor: null, config: {} },
          closed: { partitions: null, replicationFactor: null, config: null },
        },
        groups: { shop: { members: 3, topics: ['orders'] }, empty: { members: null, topics: [] } },
        brokerRacks: ['a', null, '1'],
      },
    })
  })

  it('has nothing of what every object has', () => {
    const parsed = parseSnapshot(JSON.parse('{"groups": {"__proto__": {"members": 2}}}'))
    const groups = parsed.kind === 'snapshot' ? parsed.snapshot.groups : {}
    expect(Object.keys(groups)).toEqual(['__proto__'])
    expect(groups.constructor).toBeUndefined()
  })

  it.each([
    [null, '', 'object'],
    [[], '', 'object'],
    ['{}', '', 'object'],
    [{ broker: [] }, 'broker', 'object'],
    [{ broker: { a: {} } }, 'broker.a', 'value'],
    [{ topics: { orders: { partitions: '12' } } }, 'topics.orders.partitions', 'count'],
    [{ topics: { orders: { replicationFactor: -1 } } }, 'topics.orders.replicationFactor', 'count'],
    [{ topics: { orders: { config: { a: [] } } } }, 'topics.orders.config.a', 'value'],
    [{ groups: { shop: { members: 1.5 } } }, 'groups.shop.members', 'count'],
    [{ groups: { shop: { topics: [1] } } }, 'groups.shop.topics.0', 'name'],
    [{ brokerRacks: 'a' }, 'brokerRacks', 'list'],
    [{ brokerRacks: [{}] }, 'brokerRacks.0', 'value'],
  ])('%j is wrong at "%s", which must be a %s', (value, place, wanted) => {
    expect(parseSnapshot(value)).toEqual({ kind: 'wrong', place, wanted })
  })
})
