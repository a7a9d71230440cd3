import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { ownedFolder } from '../support/owned'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { eventually, never, rejectionOf } from './client'
import { english, RealCluster } from './cluster'

const folder = ownedFolder('waiting')
afterAll(() => folder.remove())

describe.each(kafkaVersions)('a group that is in use on Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let real: RealCluster

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    real = new RealCluster(broker.bootstrap, join(folder.path, version))
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await real.end()
    await oracle.stop()
  })

  it('is waited for until a static member that stopped without a word has timed out, then reset', async () => {
    const name = 'wait-static'
    await oracle.createTopic(name, { partitions: 1 })
    await oracle.produce(name, 0, 20)
    const member = await oracle.consumer({
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
    const refused = await real.cluster.plan(request, never())
    expect(refused.refusal === null ? '' : english(refused.refusal)).toMatch(/instance shop-1/)
    const told: string[] = []
    await real.cluster.waitUntilEmpty(name, (still) => told.push(english(still)), never())
    expect(told[0]).toMatch(/^Still in it: shop on .*\(instance shop-1\).*until its session time-out\.$/)
    await oracle.commit(name, [{ topic: name, partition: 0, offset: 20 }])
    const planned = await real.cluster.plan(request, never())
    expect(planned.refusal).toBeNull()
    expect((await real.cluster.apply(planned, never())).done).toHaveLength(1)
  })

  it('of the consumer protocol tells its session time-out where the broker keeps one for the group', async () => {
    const name = 'wait-consumer'
    await oracle.createTopic(name, { partitions: 1 })
    const member = await oracle.consumer({
      group: name,
      topics: [name],
      protocol: 'consumer',
      clientId: 'shop',
    })
    const told: string[] = []
    const waiting = real.cluster.waitUntilEmpty(name, (still) => told.push(english(still)), never())
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
    await oracle.createTopic(name, { partitions: 1 })
    const member = await oracle.consumer({ group: name, topics: [name] })
    try {
      const abort = new AbortController()
      const waiting = real.cluster.waitUntilEmpty(name, () => abort.abort(), abort.signal)
      expect((await rejectionOf(waiting)).code).toBe('cancelled')
    } finally {
      await member.stop()
    }
  })

  it('only by a consumer with assign() shows no member, and is warned of', async () => {
    const name = 'wait-assign'
    await oracle.createTopic(name, { partitions: 1 })
    await oracle.produce(name, 0, 50)
    await oracle.commit(name, [{ topic: name, partition: 0, offset: 10 }])
    await real.cluster.refresh({ kind: 'groups' }, never())
    // What such a consumer does: a commit with generation -1 and no member.
    await oracle.commit(name, [{ topic: name, partition: 0, offset: 30 }])
    const planned = await real.cluster.plan(
      { group: name, scenario: { kind: 'earliest' }, scope: { kind: 'group' }, purpose: 'reset' },
      never(),
    )
    expect(planned.warnings.map(english).join()).toMatch(/although nobody was seen in the group/)
    const outcome = await real.cluster.apply(planned, never())
    const looking = real.cluster.movedAfter(outcome, never())
    await oracle.commit(name, [{ topic: name, partition: 0, offset: 31 }])
    expect((await looking).map(({ partition }) => partition)).toEqual([0])
  })

  it('and reads what MirrorMaker brings is warned of, at no further request', async () => {
    const name = 'wait-mirror'
    await oracle.createTopic(`eu.${name}`, { partitions: 1 })
    await oracle.produce(`eu.${name}`, 0, 5)
    await oracle.commit(name, [{ topic: `eu.${name}`, partition: 0, offset: 3 }])
    const request = {
      group: name,
      scenario: { kind: 'earliest' },
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    expect((await real.cluster.plan(request, never())).warnings).toEqual([])
    await oracle.createTopic('eu.checkpoints.internal', { partitions: 1 })
    const { result, requests } = await real.counted(() => real.cluster.plan(request, never()))
    expect(result.warnings.map(english).join()).toMatch(/MirrorMaker brings from eu /)
    expect(requests).toBeLessThanOrEqual(7)
  })
})
