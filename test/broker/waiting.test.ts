import { describe, expect, it } from 'vitest'
import { kafkaVersions } from '../support/kafka/versions'
import { onSharedBroker } from './on-broker'
import { eventually, never, rejectionOf } from './client'
import { english } from './cluster'

describe.each(kafkaVersions)('a group that is in use on Kafka %s', (version) => {
  const at = onSharedBroker(version, 'waiting')

  it('is waited for until a static member that stopped without a word has timed out, then reset', async () => {
    const name = 'wait-static'
    await at.oracle.createTopic(name, { partitions: 1 })
    await at.oracle.produce(name, 0, 20)
    const member = await at.oracle.consumer({
      group: name,
      topics: [name],
      clientId: 'shop',
      properties: {
        'group.instance.id': 'shop-1',
        'session.timeout.ms': '3000',
        'max.poll.interval.ms': '2000',
        'heartbeat.interval.ms': '1000',
        'auto.offset.reset': 'earliest',
      },
    })
    await eventually(20_000, async () => ((await member.progress()).records === 20 ? true : undefined))
    await member.vanish()
    const request = {
      group: name,
      scenario: { kind: 'earliest' },
      scope: { kind: 'topic', topic: name },
      purpose: 'reset',
    } as const
    const refused = await at.real.cluster.plan(request, never())
    expect(refused.refusal === null ? '' : english(refused.refusal)).toMatch(/instance shop-1/)
    const told: string[] = []
    await at.real.cluster.waitUntilEmpty(name, (still) => told.push(english(still)), never())
    expect(told[0]).toMatch(/^Still in it: shop on .*\(instance shop-1\).*until its session time-out\.$/)
    await at.oracle.commit(name, [{ topic: name, partition: 0, offset: 20 }])
    const planned = await at.real.cluster.plan(request, never())
    expect(planned.refusal).toBeNull()
    expect((await at.real.cluster.apply(planned, never())).done).toHaveLength(1)
  })

  it('of the consumer protocol tells its session time-out where the broker keeps one for the group', async () => {
    const name = 'wait-consumer'
    await at.oracle.createTopic(name, { partitions: 1 })
    const member = await at.oracle.consumer({
      group: name,
      topics: [name],
      protocol: 'consumer',
      clientId: 'shop',
    })
    const told: string[] = []
    const waiting = at.real.cluster.waitUntilEmpty(name, (still) => told.push(english(still)), never())
    await eventually(10_000, async () => (told.length > 0 ? true : undefined))
    await member.stop()
    await waiting
    expect(told[0]).toMatch(
      version.startsWith('3.')
        ? /^Still in it: shop on .*session time-out\.$/
        : /^Still in it: shop on .*up to 45 s\.$/,
    )
  })

  it('can be given up', async () => {
    const name = 'wait-cancel'
    await at.oracle.createTopic(name, { partitions: 1 })
    const member = await at.oracle.consumer({ group: name, topics: [name] })
    try {
      const abort = new AbortController()
      const waiting = at.real.cluster.waitUntilEmpty(name, () => abort.abort(), abort.signal)
      expect((await rejectionOf(waiting)).code).toBe('cancelled')
    } finally {
      await member.stop()
    }
  })

  it('only by a consumer with assign() shows no member, and is warned of', async () => {
    const name = 'wait-assign'
    await at.oracle.createTopic(name, { partitions: 1 })
    await at.oracle.produce(name, 0, 50)
    await at.oracle.commit(name, [{ topic: name, partition: 0, offset: 10 }])
    await at.real.cluster.refresh({ kind: 'groups' }, never())
    // What such a consumer does: a commit with generation -1 and no member.
    await at.oracle.commit(name, [{ topic: name, partition: 0, offset: 30 }])
    const planned = await at.real.cluster.plan(
      { group: name, scenario: { kind: 'earliest' }, scope: { kind: 'group' }, purpose: 'reset' },
      never(),
    )
    expect(planned.warnings.map(english).join()).toMatch(/although nobody was seen in the group/)
    const outcome = await at.real.cluster.apply(planned, never())
    const looking = at.real.cluster.movedAfter(outcome, never())
    await at.oracle.commit(name, [{ topic: name, partition: 0, offset: 31 }])
    expect((await looking).map(({ partition }) => partition)).toEqual([0])
  })

  it('and reads what MirrorMaker brings is warned of, at no further request', async () => {
    const name = 'wait-mirror'
    await at.oracle.createTopic(`eu.${name}`, { partitions: 1 })
    await at.oracle.produce(`eu.${name}`, 0, 5)
    await at.oracle.commit(name, [{ topic: `eu.${name}`, partition: 0, offset: 3 }])
    const request = {
      group: name,
      scenario: { kind: 'earliest' },
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    expect((await at.real.cluster.plan(request, never())).warnings).toEqual([])
    await at.oracle.createTopic('eu.checkpoints.internal', { partitions: 1 })
    const { result, requests } = await at.real.counted(() => at.real.cluster.plan(request, never()))
    expect(result.warnings.map(english).join()).toMatch(/MirrorMaker brings from eu /)
    expect(requests).toBeLessThanOrEqual(7)
  })
})
