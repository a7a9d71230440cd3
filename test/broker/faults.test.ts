import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../src/offsets/plan-types'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import { ownedFolder, spawnOwned } from '../support/owned'
import type { Oracle } from '../support/kafka/oracle'
import type { Verdict } from '../support/kafka/proxy'
import { kafkaVersions } from '../support/kafka/versions'
import { onSharedBroker } from './on-broker'
import { never, rejectionOf } from './client'
import { commitsOf, english, RealCluster } from './cluster'

const earliest: Scenario = { kind: 'earliest' }
/** The process that is killed, built. */
const folder = ownedFolder('faults-child')
afterAll(() => folder.remove())

describe.each(kafkaVersions)('what goes wrong during a change on Kafka %s', (version) => {
  const at = onSharedBroker(version, 'faults')

  /**
   * A group on a topic of the same name: 0 stands at 40 with metadata and leader epoch, 1 at 70, 2 nowhere; each log
   * holds 0 to 100.
   */
  async function group(name: string): Promise<string> {
    await at.oracle.createTopic(name, { partitions: 3 })
    await Promise.all([0, 1, 2].map((partition) => at.oracle.produce(name, partition, 100)))
    await at.oracle.commit(name, [
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
    return at.real.cluster.plan({ group: name, scenario, scope, purpose: 'reset' }, never())
  }

  it('the group gets a member between plan and apply: refused, nothing changed, record failed', async () => {
    const name = await group('fault-member')
    const before = await commitsOf(at.oracle, name)
    const planned = await plan(name)
    const properties = { 'enable.auto.commit': 'false' }
    const member = await at.oracle.consumer({
      group: name,
      topics: [name],
      clientId: 'late-comer',
      properties,
    })
    try {
      const error = await rejectionOf(at.real.cluster.apply(planned, never()))
      expect(error.code).toBe('groupActive')
      expect(english(error.text)).toMatch(/late-comer on .*Nothing was changed/)
      expect(await commitsOf(at.oracle, name)).toEqual(before)
      expect((await at.onDisk(name)).map((record) => record.state)).toEqual(['failed'])
      expect((await plan(name)).refusal).not.toBeNull()
    } finally {
      await member.stop()
    }
  })

  it('a member joins between the last check and the commit: the broker itself refuses', async () => {
    const name = await group('fault-member-late')
    const before = await commitsOf(at.oracle, name)
    const planned = await plan(name)
    let member: Awaited<ReturnType<Oracle['consumer']>> | null = null
    at.proxy.judgeRequests(async ({ api }): Promise<Verdict> => {
      if (api === 'OffsetCommit') {
        const properties = { 'enable.auto.commit': 'false' }
        member ??= await at.oracle.consumer({ group: name, topics: [name], properties })
      }
      return 'pass'
    })
    try {
      const error = await rejectionOf(at.real.cluster.apply(planned, never()))
      expect(error.code).toBe('groupActive')
      expect(await commitsOf(at.oracle, name)).toEqual(before)
      expect((await at.onDisk(name)).map((record) => record.state)).toEqual(['failed'])
    } finally {
      at.proxy.judgeRequests(null)
      await (member as Awaited<ReturnType<Oracle['consumer']>> | null)?.stop()
    }
  })

  it('offsets change between plan and apply: stale, the three values named, nothing overwritten', async () => {
    const name = await group('fault-stale')
    const planned = await plan(name)
    await at.oracle.commit(name, [{ topic: name, partition: 1, offset: 77 }])
    const error = await rejectionOf(at.real.cluster.apply(planned, never()))
    expect(error.code).toBe('stale')
    expect(english(error.text)).toMatch(/fault-stale-1 .*stood at 70, would go to 0, and stands at 77 now/)
    expect((await commitsOf(at.oracle, name))[`${name}-1`]).toMatch(/^77 /)
    expect((await at.onDisk(name)).map((record) => record.state)).toEqual(['failed'])
  })

  it('the log is cut between plan and apply: out of range, the number shown is not replaced', async () => {
    const name = await group('fault-range')
    const before = await commitsOf(at.oracle, name)
    const planned = await plan(name)
    await at.oracle.deleteRecords(name, 0, 30)
    const error = await rejectionOf(at.real.cluster.apply(planned, never()))
    expect(error.code).toBe('outOfRange')
    expect(english(error.text)).toMatch(/fault-range-0 would go to 0, but its log now holds 30 to 100/)
    expect(await commitsOf(at.oracle, name)).toEqual(before)
  })

  it('the answer is cut off between request and response: reading back settles it', async () => {
    const name = await group('fault-cut')
    const planned = await plan(name)
    at.proxy.judgeResponses(({ api }) => (api === 'OffsetCommit' ? 'cut' : 'pass'))
    try {
      const outcome = await at.real.cluster.apply(planned, never())
      expect(outcome.done).toHaveLength(3)
      expect(outcome).toMatchObject({ refused: [], different: [], unsettled: [] })
    } finally {
      at.proxy.judgeResponses(null)
    }
    expect(Object.values(await commitsOf(at.oracle, name)).every((each) => each.startsWith('0 '))).toBe(true)
    expect((await at.onDisk(name)).map((record) => record.state)).toEqual(['verified'])
    expect(at.real.cluster.state.kind).toBe('connected')
  })

  it('the request itself is lost: reading back finds that nothing was stored', async () => {
    const name = await group('fault-lost')
    const before = await commitsOf(at.oracle, name)
    const planned = await plan(name)
    at.proxy.judgeRequests(({ api }) => (api === 'OffsetCommit' ? 'cut' : 'pass'))
    try {
      const outcome = await at.real.cluster.apply(planned, never())
      expect(outcome.done).toEqual([])
      expect(outcome.refused).toHaveLength(3)
    } finally {
      at.proxy.judgeRequests(null)
    }
    expect(await commitsOf(at.oracle, name)).toEqual(before)
    expect((await at.onDisk(name)).map((record) => record.state)).toEqual(['failed'])
    expect(at.real.cluster.undoable(name)).toBeNull()
  })

  it('the broker stays silent: time runs out, and reading back tells what was stored', async () => {
    const name = await group('fault-silent')
    const planned = await plan(name)
    at.proxy.judgeResponses(({ api }) => (api === 'OffsetCommit' ? 'drop' : 'pass'))
    try {
      const outcome = await at.real.cluster.apply(planned, never())
      expect(outcome.done).toHaveLength(3)
    } finally {
      at.proxy.judgeResponses(null)
    }
  })

  it('nobody answers any more: unsettled, the record stays sent, the next connect settles it', async () => {
    const name = await group('fault-gone')
    const planned = await plan(name)
    let cutOff = false
    at.proxy.judgeResponses(({ api }) => {
      cutOff ||= api === 'OffsetCommit'
      return cutOff ? 'cut' : 'pass'
    })
    try {
      const outcome = await at.real.cluster.apply(planned, never())
      expect(outcome.unsettled).toHaveLength(3)
      expect((await at.onDisk(name)).map((record) => record.state)).toEqual(['sent'])
    } finally {
      at.proxy.judgeResponses(null)
    }
    await at.real.cluster.connect(never())
    expect((await at.onDisk(name)).map((record) => record.state)).toEqual(['verified'])
  })

  it('the process is killed after the commit and before it reads back: Undo works after the restart', async () => {
    const name = await group('fault-kill')
    const before = await commitsOf(at.oracle, name)
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
    const child = spawnOwned(process.execPath, [script, at.proxy.bootstrap, at.records, name], { log })
    let committed = false
    at.proxy.judgeResponses(async ({ api }): Promise<Verdict> => {
      if (api !== 'OffsetCommit') return 'pass'
      committed = true
      await child.kill()
      return 'drop'
    })
    try {
      await child.ended
    } finally {
      at.proxy.judgeResponses(null)
    }
    expect(committed, await readFile(log, 'utf8')).toBe(true)
    expect((await at.onDisk(name)).map((record) => record.state)).toEqual(['sent'])
    expect(Object.values(await commitsOf(at.oracle, name)).every((each) => each.startsWith('0 '))).toBe(true)

    const again = new RealCluster(at.broker.bootstrap, at.records)
    try {
      await again.cluster.connect(never())
      const record = again.cluster.undoable(name)
      expect(record?.state).toBe('verified')
      const undo = await again.cluster.planUndo(record?.id ?? '', never())
      const outcome = await again.cluster.apply(undo, never())
      expect(outcome.done).toHaveLength(3)
      expect(await commitsOf(at.oracle, name)).toEqual(before)
      expect(again.cluster.undoable(name)).toBeNull()
    } finally {
      await again.end()
    }
  })
})
