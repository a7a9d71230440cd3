import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeRecord } from '../../src/model/change'
import type { Plan } from '../../src/offsets/plan-types'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import { ownedFolder, spawnOwned } from '../support/owned'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type Proxy, startProxy, type Verdict } from '../support/kafka/proxy'
import { type SharedBroker, sharedBroker } from '../support/kafka/shared'
import { kafkaVersions } from '../support/kafka/versions'
import { eventually, never, rejectionOf } from './client'
import { commitsOf, english, RealCluster } from './cluster'

const earliest: Scenario = { kind: 'earliest' }
const folder = ownedFolder('faults')
afterAll(() => folder.remove())

describe.each(kafkaVersions)('what goes wrong during a change on Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let proxy: Proxy
  let real: RealCluster
  const records = join(folder.path, version)

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    const [node] = broker.nodes
    if (node === undefined) throw new Error('there is no node')
    proxy = await startProxy(node)
    real = new RealCluster(proxy.bootstrap, records)
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await real.end()
    await proxy.stop()
    await oracle.stop()
  })

  /**
   * A group on a topic of the same name: 0 stands at 40 with metadata and leader epoch, 1 at 70, 2 nowhere; each log
   * holds 0 to 100.
   */
  async function group(name: string): Promise<string> {
    await oracle.createTopic(name, { partitions: 3 })
    await Promise.all([0, 1, 2].map((partition) => oracle.produce(name, partition, 100)))
    await oracle.commit(name, [
      { topic: name, partition: 0, offset: 40, metadata: 'checkpoint 7', leaderEpoch: 0 },
      { topic: name, partition: 1, offset: 70 },
    ])
    return name
  }

  function plan(
    name: string,
    scenario = earliest,
    scope: Scope = { kind: 'topic', topic: name },
  ): Promise<Plan> {
    return real.cluster.plan({ group: name, scenario, scope, purpose: 'reset' }, never())
  }

  /** The records on disk, newest first; not what the process believes. */
  async function onDisk(name: string): Promise<ChangeRecord[]> {
    const files = await readdir(records)
    const texts = await Promise.all(files.map((file) => readFile(join(records, file), 'utf8')))
    return texts
      .map((text) => JSON.parse(text) as ChangeRecord)
      .filter((record) => record.group.id === name)
      .sort((a, b) => b.at - a.at)
  }

  it('the group gets a member between plan and apply: refused, nothing changed, record failed', async () => {
    const name = await group('fault-member')
    const before = await commitsOf(oracle, name)
    const planned = await plan(name)
    const properties = { 'enable.auto.commit': 'false' }
    const member = await oracle.consumer({ group: name, topics: [name], clientId: 'late-comer', properties })
    try {
      const error = await rejectionOf(real.cluster.apply(planned, never()))
      expect(error.code).toBe('groupActive')
      expect(english(error.text)).toMatch(/late-comer on .*Nothing was changed/)
      expect(await commitsOf(oracle, name)).toEqual(before)
      expect((await onDisk(name)).map((record) => record.state)).toEqual(['failed'])
      expect((await plan(name)).refusal).not.toBeNull()
    } finally {
      await member.stop()
    }
  })

  it('a member joins between the last check and the commit: the broker itself refuses', async () => {
    const name = await group('fault-member-late')
    const before = await commitsOf(oracle, name)
    const planned = await plan(name)
    let member: Awaited<ReturnType<Oracle['consumer']>> | null = null
    proxy.judgeRequests(async ({ api }): Promise<Verdict> => {
      if (api === 'OffsetCommit') {
        const properties = { 'enable.auto.commit': 'false' }
        member ??= await oracle.consumer({ group: name, topics: [name], properties })
      }
      return 'pass'
    })
    try {
      const error = await rejectionOf(real.cluster.apply(planned, never()))
      expect(error.code).toBe('groupActive')
      expect(await commitsOf(oracle, name)).toEqual(before)
      expect((await onDisk(name)).map((record) => record.state)).toEqual(['failed'])
    } finally {
      proxy.judgeRequests(null)
      await (member as Awaited<ReturnType<Oracle['consumer']>> | null)?.stop()
    }
  })

  it('offsets change between plan and apply: stale, the three values named, nothing overwritten', async () => {
    const name = await group('fault-stale')
    const planned = await plan(name)
    await oracle.commit(name, [{ topic: name, partition: 1, offset: 77 }])
    const error = await rejectionOf(real.cluster.apply(planned, never()))
    expect(error.code).toBe('stale')
    expect(english(error.text)).toMatch(/fault-stale-1 .*stood at 70, would go to 0, and stands at 77 now/)
    expect((await commitsOf(oracle, name))[`${name}-1`]).toMatch(/^77 /)
    expect((await onDisk(name)).map((record) => record.state)).toEqual(['failed'])
  })

  it('the log is cut between plan and apply: out of range, the number shown is not replaced', async () => {
    const name = await group('fault-range')
    const before = await commitsOf(oracle, name)
    const planned = await plan(name)
    await oracle.deleteRecords(name, 0, 30)
    const error = await rejectionOf(real.cluster.apply(planned, never()))
    expect(error.code).toBe('outOfRange')
    expect(english(error.text)).toMatch(/fault-range-0 would go to 0, but its log now holds 30 to 100/)
    expect(await commitsOf(oracle, name)).toEqual(before)
  })

  it('the answer is cut off between request and response: reading back settles it', async () => {
    const name = await group('fault-cut')
    const planned = await plan(name)
    proxy.judgeResponses(({ api }) => (api === 'OffsetCommit' ? 'cut' : 'pass'))
    try {
      const outcome = await real.cluster.apply(planned, never())
      expect(outcome.done).toHaveLength(3)
      expect(outcome).toMatchObject({ refused: [], different: [], unsettled: [] })
    } finally {
      proxy.judgeResponses(null)
    }
    expect(Object.values(await commitsOf(oracle, name)).every((each) => each.startsWith('0 '))).toBe(true)
    expect((await onDisk(name)).map((record) => record.state)).toEqual(['verified'])
    expect(real.cluster.state.kind).toBe('connected')
  })

  it('the request itself is lost: reading back finds that nothing was stored', async () => {
    const name = await group('fault-lost')
    const before = await commitsOf(oracle, name)
    const planned = await plan(name)
    proxy.judgeRequests(({ api }) => (api === 'OffsetCommit' ? 'cut' : 'pass'))
    try {
      const outcome = await real.cluster.apply(planned, never())
      expect(outcome.done).toEqual([])
      expect(outcome.refused).toHaveLength(3)
    } finally {
      proxy.judgeRequests(null)
    }
    expect(await commitsOf(oracle, name)).toEqual(before)
    expect((await onDisk(name)).map((record) => record.state)).toEqual(['failed'])
    expect(real.cluster.undoable(name)).toBeNull()
  })

  it('the broker stays silent: time runs out, and reading back tells what was stored', async () => {
    const name = await group('fault-silent')
    const planned = await plan(name)
    proxy.judgeResponses(({ api }) => (api === 'OffsetCommit' ? 'drop' : 'pass'))
    try {
      const outcome = await real.cluster.apply(planned, never())
      expect(outcome.done).toHaveLength(3)
    } finally {
      proxy.judgeResponses(null)
    }
  })

  it('nobody answers any more: unsettled, the record stays sent, the next connect settles it', async () => {
    const name = await group('fault-gone')
    const planned = await plan(name)
    let cutOff = false
    proxy.judgeResponses(({ api }) => {
      cutOff ||= api === 'OffsetCommit'
      return cutOff ? 'cut' : 'pass'
    })
    try {
      const outcome = await real.cluster.apply(planned, never())
      expect(outcome.unsettled).toHaveLength(3)
      expect((await onDisk(name)).map((record) => record.state)).toEqual(['sent'])
    } finally {
      proxy.judgeResponses(null)
    }
    await real.cluster.connect(never())
    expect((await onDisk(name)).map((record) => record.state)).toEqual(['verified'])
  })

  it('the process is killed after the commit and before it reads back: Undo works after the restart', async () => {
    const name = await group('fault-kill')
    const before = await commitsOf(oracle, name)
    const script = join(folder.path, `crash-${version}.cjs`)
    await build({
      entryPoints: [join(import.meta.dirname, 'crash-child.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    })
    const log = join(folder.path, `crash-${version}.log`)
    const child = spawnOwned(process.execPath, [script, proxy.bootstrap, records, name], { log })
    let committed = false
    proxy.judgeResponses(async ({ api }): Promise<Verdict> => {
      if (api !== 'OffsetCommit') return 'pass'
      committed = true
      await child.kill()
      return 'drop'
    })
    try {
      await child.ended
    } finally {
      proxy.judgeResponses(null)
    }
    expect(committed, await readFile(log, 'utf8')).toBe(true)
    expect((await onDisk(name)).map((record) => record.state)).toEqual(['sent'])
    expect(Object.values(await commitsOf(oracle, name)).every((each) => each.startsWith('0 '))).toBe(true)

    const again = new RealCluster(broker.bootstrap, records)
    try {
      await again.cluster.connect(never())
      const record = again.cluster.undoable(name)
      expect(record?.state).toBe('verified')
      const undo = await again.cluster.planUndo(record?.id ?? '', never())
      const outcome = await again.cluster.apply(undo, never())
      expect(outcome.done).toHaveLength(3)
      expect(await commitsOf(oracle, name)).toEqual(before)
      expect(again.cluster.undoable(name)).toBeNull()
    } finally {
      await again.end()
    }
  })
})

describe.each(kafkaVersions)('undo and requests on Kafka %s', (version) => {
  let broker: SharedBroker
  let oracle: Oracle
  let real: RealCluster

  beforeAll(async () => {
    broker = await sharedBroker(version)
    oracle = await startOracle(broker)
    real = new RealCluster(broker.bootstrap, join(folder.path, `undo-${version}`))
    await real.cluster.connect(never())
  })
  afterAll(async () => {
    await real.end()
    await oracle.stop()
  })

  it.each(['classic', 'consumer'] as const)(
    'of a %s group restores offset, metadata and epoch exactly and deletes what was not there',
    async (protocol) => {
      const name = `undo-${protocol}`
      await oracle.createTopic(name, { partitions: 4 })
      await Promise.all([0, 1, 2, 3].map((partition) => oracle.produce(name, partition, 100)))
      const properties = { 'enable.auto.commit': 'false' }
      await (await oracle.consumer({ group: name, topics: [name], protocol, properties })).stop()
      await oracle.commit(name, [
        { topic: name, partition: 0, offset: 40, metadata: 'vor 7 Tagen, ünïcode', leaderEpoch: 0 },
        { topic: name, partition: 1, offset: 70 },
        { topic: name, partition: 2, offset: 900, metadata: 'beyond' },
      ])
      const before = await commitsOf(oracle, name)
      const reset = await real.reset(name, { kind: 'toOffset', offset: 5n }, { kind: 'topic', topic: name })
      expect(reset.done).toHaveLength(4)
      expect(Object.values(await commitsOf(oracle, name))).toEqual(Array(4).fill('5 none “”'))
      const undo = await real.cluster.planUndo(reset.record.id, never())
      expect(undo.group.type).toBe(protocol)
      const { result, requests } = await real.counted(() => real.cluster.apply(undo, never()))
      expect(result.done).toHaveLength(4)
      expect(requests).toBeLessThanOrEqual(8)
      expect(await commitsOf(oracle, name)).toEqual(before)
    },
  )

  it('of a deletion brings the group back with its offsets', async () => {
    const name = 'undo-delete'
    await oracle.createTopic(name, { partitions: 2 })
    await oracle.produce(name, 0, 50)
    await oracle.commit(name, [
      { topic: name, partition: 0, offset: 40, metadata: 'kept', leaderEpoch: 0 },
      { topic: name, partition: 1, offset: 0 },
    ])
    const before = await commitsOf(oracle, name)
    const { result, requests } = await real.counted(() => real.cluster.deleteGroup(name, never()))
    expect(result.done).toHaveLength(2)
    expect(requests).toBeLessThanOrEqual(8)
    const groups = await oracle.tool('consumer-groups', ['--list'])
    expect(groups.stdout.split('\n')).not.toContain(name)
    const record = real.cluster.undoable(name)
    const undo = await real.cluster.planUndo(record?.id ?? '', never())
    expect(undo.warnings.map(english).join()).toMatch(/does not exist any more/)
    expect((await real.cluster.apply(undo, never())).done).toHaveLength(2)
    expect(await commitsOf(oracle, name)).toEqual(before)
  })

  it('a group with members is not deleted, and it is said who is in it', async () => {
    const name = 'undo-delete-live'
    await oracle.createTopic(name, { partitions: 1 })
    const member = await oracle.consumer({ group: name, topics: [name], clientId: 'busy' })
    try {
      const error = await rejectionOf(real.cluster.deleteGroup(name, never()))
      expect(english(error.text)).toMatch(/busy on /)
    } finally {
      await member.stop()
    }
  })

  // Kafka 3.9 has neither.
  it.each(
    version === '3.9.2'
      ? []
      : ([
          ['share', /is in use.*undo-share-client on /],
          ['streams', /kafka-streams-groups\.sh/],
        ] as const),
  )('a %s group with a member is listed, and its reset is refused', async (type, why) => {
    const name = `undo-${type}`
    await oracle.createTopic(name, { partitions: 1 })
    const member = await oracle.consumer({ group: name, topics: [name], protocol: type })
    try {
      // A broker that has just started lists such a group some moments after its first member.
      const listed = await eventually(20_000, async () => {
        await real.cluster.refresh({ kind: 'groups' }, never())
        return real.cluster.snapshot.groups?.get(name)
      })
      expect(listed).toMatchObject({ type, verdict: { kind: 'unknown' } })
      // Neither has begun to read: one has no start offsets, the other no commits.
      expect(listed?.lag?.lag ?? null).toBe(null)
      const scope = { kind: 'topic', topic: name } as const
      const request = { group: name, scenario: earliest, scope, purpose: 'reset' } as const
      const planned = await real.cluster.plan(request, never())
      expect(planned.refusal === null ? '' : english(planned.refusal)).toMatch(why)
      expect((await rejectionOf(real.cluster.apply(planned, never()))).code).toBe('groupActive')
      expect((await rejectionOf(real.cluster.deleteGroup(name, never()))).code).toBe('groupActive')
    } finally {
      await member.stop()
    }
  })

  it('a misspelt group is not made by a reset', async () => {
    const request = {
      group: 'undo-misspelt',
      scenario: earliest,
      scope: { kind: 'group' },
      purpose: 'reset',
    } as const
    expect((await rejectionOf(real.cluster.plan(request, never()))).code).toBe('groupNotFound')
  })

  it.each<readonly [string, Scenario]>([
    ['latest', { kind: 'latest' }],
    ['an offset', { kind: 'toOffset', offset: 3n }],
    ['a time', { kind: 'toDatetime', time: Date.UTC(2026, 0, 1) + 20 }],
  ])(
    'a reset of 60 partitions in 20 topics to %s takes at most 14 requests, apply at most 8',
    async (name, scenario) => {
      const id = `undo-many-${name.replace(' ', '-')}`
      const topics = Array.from({ length: 20 }, (_, at) => `undo-many-${at}`)
      const known = (await oracle.tool('topics', ['--list'])).stdout.split('\n')
      for (const topic of topics.filter((each) => !known.includes(each))) {
        await oracle.createTopic(topic, { partitions: 3 })
        for (const partition of [0, 1, 2])
          await oracle.produce(topic, partition, 50, { timestamp: Date.UTC(2026, 0, 1), stepMs: 1 })
      }
      await oracle.commit(
        id,
        topics.flatMap((topic) => [0, 1, 2].map((partition) => ({ topic, partition, offset: 7 }))),
      )
      const listed = await real.counted(() => real.cluster.refresh({ kind: 'groups' }, never()))
      expect(listed.requests).toBeLessThanOrEqual(8)
      const planned = await real.counted(() =>
        real.cluster.plan({ group: id, scenario, scope: { kind: 'group' }, purpose: 'reset' }, never()),
      )
      const applied = await real.counted(() => real.cluster.apply(planned.result, never()))
      expect(applied.result.done).toHaveLength(60)
      expect(applied.requests).toBeLessThanOrEqual(8)
      expect(1 + planned.requests + applied.requests).toBeLessThanOrEqual(14)
    },
  )
})
