import { describe, expect, it } from 'vitest'
import type { ChangeRecord } from '../../src/model/change'
import type { Plan } from '../../src/offsets/plan-types'
import { startBroker } from '../support/kafka/broker'
import type { Verdict } from '../support/kafka/proxy'
import { kafkaVersions } from '../support/kafka/versions'
import { onBroker } from './on-broker'
import { eventually, never, rejectionOf } from './client'
import { commitsOf, english } from './cluster'

/** A broker of its own: it is killed, and asks who may do what as soon as a rule names the resource. */
const overrides = {
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'allow.everyone.if.no.acl.found': 'true',
}

describe.each(kafkaVersions)(
  'what happens to topics, rights and the broker during a change on Kafka %s',
  (version) => {
    const at = onBroker(
      'faults-broker',
      () => startBroker({ version, overrides }),
      (broker) => broker.stop(),
    )

    /** A group that stands at 40 in a topic of its name with 100 records, and at 70 in another one. */
    async function group(name: string): Promise<{ readonly kept: string; readonly other: string }> {
      const other = `${name}-other`
      for (const topic of [name, other]) {
        await at.oracle.createTopic(topic, { partitions: 1 })
        await at.oracle.produce(topic, 0, 100)
      }
      await at.oracle.commit(name, [
        { topic: name, partition: 0, offset: 40, metadata: 'checkpoint 7', leaderEpoch: 0 },
        { topic: other, partition: 0, offset: 70 },
      ])
      return { kept: name, other }
    }

    function plan(name: string): Promise<Plan> {
      const scope = { kind: 'group' } as const
      const request = { group: name, scenario: { kind: 'earliest' }, scope, purpose: 'reset' } as const
      return at.real.cluster.plan(request, never())
    }

    /** The newest record on disk; not what the process believes. */
    async function onDisk(name: string): Promise<ChangeRecord | undefined> {
      return (await at.onDisk(name))[0]
    }

    async function undo(name: string): Promise<number> {
      const undoPlan = await at.real.cluster.planUndo((await onDisk(name))?.id ?? '', never())
      return (await at.real.cluster.apply(undoPlan, never())).done.length
    }

    it('a topic is deleted between plan and apply: nothing is sent, and the other topic stays as it was', async () => {
      const { other } = await group('gone')
      const planned = await plan('gone')
      await at.oracle.deleteTopic(other)
      const error = await rejectionOf(at.real.cluster.apply(planned, never()))
      expect(['unknownPartition', 'stale']).toContain(error.code)
      expect(english(error.text)).toMatch(/Nothing was changed/)
      expect((await commitsOf(at.oracle, 'gone'))['gone-0']).toBe('40 0 “checkpoint 7”')
      expect((await onDisk('gone'))?.state).toBe('failed')
      expect(at.real.cluster.undoable('gone')).toBeNull()
    })

    it('a topic is deleted and made again between plan and apply: refused by its id, nothing is sent', async () => {
      const { other } = await group('again')
      const planned = await plan('again')
      await at.oracle.deleteTopic(other)
      await eventually(10_000, async () =>
        at.oracle.createTopic(other, { partitions: 1 }).then(
          () => true,
          () => undefined,
        ),
      )
      await at.oracle.commit('again', [{ topic: other, partition: 0, offset: 70 }])
      const error = await rejectionOf(at.real.cluster.apply(planned, never()))
      expect(error.code).toBe('stale')
      expect(english(error.text)).toMatch(/^The topic again-other was deleted and created again/)
      expect(await commitsOf(at.oracle, 'again')).toEqual({
        'again-0': '40 0 “checkpoint 7”',
        'again-other-0': '70 none “”',
      })
      expect((await onDisk('again'))?.state).toBe('failed')
    })

    it('a topic is made again after the change: undo says that its offsets mean other records', async () => {
      const { other } = await group('later')
      expect((await at.real.cluster.apply(await plan('later'), never())).done).toHaveLength(2)
      await at.oracle.deleteTopic(other)
      await eventually(10_000, async () =>
        at.oracle.createTopic(other, { partitions: 1 }).then(
          () => true,
          () => undefined,
        ),
      )
      const undoPlan = await at.real.cluster.planUndo((await onDisk('later'))?.id ?? '', never())
      expect(undoPlan.warnings.map(english).join()).toMatch(
        /later-other-0: the topic was deleted and created again/,
      )
      expect((await at.real.cluster.apply(undoPlan, never())).done).toHaveLength(2)
      expect((await commitsOf(at.oracle, 'later'))['later-0']).toBe('40 0 “checkpoint 7”')
    })

    it('no right to one of two topics: what was stored and what was refused is told, and undo restores the one', async () => {
      const { other } = await group('half')
      const before = await commitsOf(at.oracle, 'half')
      const planned = await plan('half')
      const rule = ['--topic', other, '--allow-principal', 'User:ANONYMOUS', '--operation', 'Describe']
      expect((await at.oracle.tool('acls', ['--add', ...rule])).status).toBe(0)
      try {
        const outcome = await eventually(20_000, async () => {
          const each = await at.real.cluster.apply(await plan('half'), never())
          if (each.refused.length > 0) return each
          // The rule had not reached the broker yet.
          await at.real.cluster.apply(await at.real.cluster.planUndo(each.record.id, never()), never())
          return undefined
        })
        expect(planned.rows).toHaveLength(2)
        expect(outcome.done.map(({ topic }) => topic)).toEqual(['half'])
        expect(outcome.refused.map(({ topic }) => topic)).toEqual([other])
        expect(outcome.refused[0]?.error?.id).toBe('error.notAuthorized.topic')
        expect(await commitsOf(at.oracle, 'half')).toEqual({ ...before, 'half-0': '0 none “”' })
        const record = await onDisk('half')
        expect(record?.state).toBe('failed')
        expect(record?.rows.map(({ topic, error }) => [topic, error === null])).toEqual([
          ['half', true],
          [other, false],
        ])
        expect(await undo('half')).toBe(1)
        expect(await commitsOf(at.oracle, 'half')).toEqual(before)
      } finally {
        expect((await at.oracle.tool('acls', ['--remove', '--force', ...rule])).status).toBe(0)
      }
    })

    // Kafka 3.9 has no share groups.
    it.each(version === '3.9.2' ? [] : ['shared-half'])(
      'no right to one of two topics of a share group (%s): told one by one, and undo restores the other',
      async (name) => {
        const other = `${name}-other`
        for (const topic of [name, other]) {
          await at.oracle.createTopic(topic, { partitions: 1 })
          await at.oracle.produce(topic, 0, 100)
          const words = ['--reset-offsets', '--group', name, '--topic', topic, '--to-latest', '--execute']
          expect((await at.oracle.tool('share-groups', words)).status).toBe(0)
        }
        const starts = async (): Promise<string[]> => {
          const commits = await at.real.cluster.commits({ id: name, type: 'share' }, never())
          return [...commits.entries()].map(([{ topic }, { offset }]) => `${topic} ${offset}`).sort()
        }
        const rule = ['--topic', other, '--allow-principal', 'User:ANONYMOUS', '--operation', 'Describe']
        expect((await at.oracle.tool('acls', ['--add', ...rule])).status).toBe(0)
        try {
          const outcome = await eventually(20_000, async () => {
            const each = await at.real.reset(name, { kind: 'earliest' })
            if (each.refused.length > 0) return each
            // The rule had not reached the broker yet.
            await at.real.cluster.apply(await at.real.cluster.planUndo(each.record.id, never()), never())
            return undefined
          })
          expect(outcome.done.map(({ topic }) => topic)).toEqual([name])
          expect(outcome.refused.map(({ topic }) => topic)).toEqual([other])
          expect(outcome.refused[0]?.error?.id).toBe('error.notAuthorized.topic')
          expect(await starts()).toEqual([`${name} 0`, `${other} 100`])
          expect((await onDisk(name))?.state).toBe('failed')
          expect(await undo(name)).toBe(1)
          expect(await starts()).toEqual([`${name} 100`, `${other} 100`])
        } finally {
          expect((await at.oracle.tool('acls', ['--remove', '--force', ...rule])).status).toBe(0)
        }
      },
    )

    it('the broker is killed before the commit: nothing was sent, and it says so', async () => {
      await group('kill-before')
      const before = await commitsOf(at.oracle, 'kill-before')
      const planned = await plan('kill-before')
      await at.broker.kill(1)
      const error = await rejectionOf(at.real.cluster.apply(planned, never()))
      expect(error.maybeSent).toBe(false)
      expect((await onDisk('kill-before'))?.state).toBe('failed')
      expect((await onDisk('kill-before'))?.rows.every(({ error: why }) => why !== null)).toBe(true)
      await at.broker.restart(1)
      await at.real.cluster.connect(never())
      expect(await commitsOf(at.oracle, 'kill-before')).toEqual(before)
      expect(at.real.cluster.undoable('kill-before')).toBeNull()
    }, 120_000)

    it('the broker is killed with the commit on its way: not known, until it is back and is asked', async () => {
      await group('kill-during')
      const before = await commitsOf(at.oracle, 'kill-during')
      const planned = await plan('kill-during')
      at.proxy.judgeRequests(async ({ api }): Promise<Verdict> => {
        if (api !== 'OffsetCommit') return 'pass'
        await at.broker.kill(1)
        return 'pass'
      })
      const outcome = await at.real.cluster.apply(planned, never())
      at.proxy.judgeRequests(null)
      expect(outcome.done).toEqual([])
      expect(outcome.unsettled).toHaveLength(2)
      expect((await onDisk('kill-during'))?.state).toBe('sent')
      await at.broker.restart(1)
      await at.real.cluster.connect(never())
      expect(await commitsOf(at.oracle, 'kill-during')).toEqual(before)
      const undoPlan = await at.real.cluster.planUndo(outcome.record.id, never())
      expect(undoPlan.rows.every((row) => row.flags.includes('unchanged'))).toBe(true)
      expect(undoPlan.refusal?.id).toBe('offsets.refusal.allThere')
    }, 120_000)

    it('the broker is killed after the commit and before its answer: settled when it is back, and undone', async () => {
      await group('kill-after')
      const before = await commitsOf(at.oracle, 'kill-after')
      const planned = await plan('kill-after')
      at.proxy.judgeResponses(async ({ api }): Promise<Verdict> => {
        if (api !== 'OffsetCommit') return 'pass'
        await at.broker.kill(1)
        return 'cut'
      })
      const outcome = await at.real.cluster.apply(planned, never())
      at.proxy.judgeResponses(null)
      expect(outcome.unsettled).toHaveLength(2)
      expect((await onDisk('kill-after'))?.state).toBe('sent')
      await at.broker.restart(1)
      await at.real.cluster.connect(never())
      expect((await onDisk('kill-after'))?.state).toBe('verified')
      expect(Object.values(await commitsOf(at.oracle, 'kill-after'))).toEqual(['0 none “”', '0 none “”'])
      expect(await undo('kill-after')).toBe(2)
      expect(await commitsOf(at.oracle, 'kill-after')).toEqual(before)
    }, 120_000)
  },
)
