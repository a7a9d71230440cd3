import { describe, expect, it } from 'vitest'
import { brokerNeeds, everyTopicKeys, topicNeeds } from '../../../src/lint/needs'
import type { ClusterSnapshot, Settings } from '../../../src/lint/snapshot'
import { findings, linter, say } from './linting'

/** Values that make as many rules as possible go to the end. */
const VALUES: Readonly<Record<string, string>> = {
  'offsets.retention.minutes': '1',
  'compression.type': 'zstd',
  'min.insync.replicas': '1',
}
/** Left out, so that what stands in for them is looked at too. */
const UNSET = new Set(['log.retention.ms', 'log.retention.minutes', 'retention.ms'])

/** What is looked at while rules run: settings that are read, and whether all topics are gone through. */
class Watched {
  readonly broker = new Set<string>()
  readonly topic = new Set<string>()
  everyTopic = false

  snapshot(ownTopicSettings: boolean): ClusterSnapshot {
    const settings = (read: Set<string>, holds: boolean): Settings =>
      new Proxy(
        {},
        {
          get: (_target, key) => {
            read.add(String(key))
            return !holds || UNSET.has(String(key)) ? undefined : (VALUES[String(key)] ?? '100')
          },
        },
      )
    const orders = {
      partitions: 1,
      replicationFactor: 3,
      config: settings(this.topic, ownTopicSettings),
    }
    const topics = new Proxy(
      { orders },
      {
        ownKeys: (target) => {
          this.everyTopic = true
          return Reflect.ownKeys(target)
        },
      },
    )
    return {
      broker: settings(this.broker, true),
      topics,
      groups: { shop: { members: 3, topics: ['orders'] } },
      brokerRacks: ['a'],
    }
  }
}

const CONSUMER = `
bootstrap.servers=kafka:9092
group.id=shop
session.timeout.ms=45000
connections.max.idle.ms=540000
client.rack=b
`.trim()
const PRODUCER = `
bootstrap.servers=kafka:9092
acks=all
compression.type=lz4
max.request.size=5000000
transaction.timeout.ms=60000
transactional.id=t
`.trim()

describe('what is wanted of a cluster', () => {
  it('is what rules and hovers look at, no less and no more', () => {
    const watched = new Watched()
    for (const own of [true, false]) {
      const options = { snapshot: watched.snapshot(own), clusterName: 'prod' }
      findings('consumer.properties', CONSUMER, options)
      findings('consumer.properties', 'bootstrap.servers=k:1\ngroup.id=g\ngroup.protocol=consumer', options)
      findings('consumer.properties', 'bootstrap.servers=k:1\nmax.partition.fetch.bytes=1000000', options)
      findings('producer.properties', PRODUCER, options)
      const keys = linter.complete(
        { fileName: 'client.properties', text: 'bootstrap.servers=k:1\n', ...options },
        22,
      )
      expect(keys.length).toBeGreaterThan(100)
    }
    expect([...watched.broker].sort()).toEqual([...brokerNeeds].sort())
    expect([...watched.topic].sort()).toEqual([...topicNeeds].sort())
  })

  it.each([
    ['consumer.properties', CONSUMER.split('\n')],
    ['producer.properties', PRODUCER.split('\n')],
    ['consumer.properties', ['bootstrap.servers=k:1', 'max.partition.fetch.bytes=1000000']],
  ])('in %s goes through all topics for the keys that are named for it alone', (file, lines) => {
    const isNamed = (line: string): boolean => everyTopicKeys.has(line.replace(/=.*/, ''))
    const goesThrough = (kept: readonly string[]): boolean => {
      const watched = new Watched()
      findings(file, kept, { snapshot: watched.snapshot(true) })
      return watched.everyTopic
    }
    expect(goesThrough(lines.filter((line) => !isNamed(line)))).toBe(false)
    for (const line of lines.filter(isNamed)) expect(goesThrough(['bootstrap.servers=k:1', line])).toBe(true)
  })
})

describe('what rests on a cluster', () => {
  const snapshot = new Watched().snapshot(true)

  it.each([
    ['transaction.timeout.ms=60000', 'transaction-timeout-exceeds-broker-max'],
    ['connections.max.idle.ms=540000', 'connections-max-idle-above-broker'],
    ['group.protocol=consumer', 'group-protocol-unsupported'],
  ])('says on which: %s', (line, rule) => {
    const text = `bootstrap.servers=kafka:9092\n${line}`
    const file = line.startsWith('transaction') ? 'producer.properties' : 'consumer.properties'
    const of = (clusterName: string | null) =>
      findings(file, text, { snapshot, clusterName }).filter((finding) => finding.rule === rule)
    expect(of('prod').map(({ message }) => say(message))).toEqual([
      expect.stringMatching(/ \(cluster prod\)$/),
    ])
    expect(of(null).map(({ message }) => say(message))).toEqual([expect.not.stringMatching(/\(cluster/)])
  })

  it('and what does not, does not', () => {
    const found = findings('producer.properties', 'bootstrap.servers=k:1\ntransaction.timeout.ms=9000000', {
      clusterName: 'prod',
      snapshot: { broker: {}, topics: {}, groups: {}, brokerRacks: [] },
    })
    expect(found.map(({ rule }) => rule)).toContain('transaction-timeout-exceeds-broker-max')
    expect(found.map(({ message }) => say(message)).join()).not.toMatch(/cluster prod/)
  })
})
