import { afterAll, describe, expect, it } from 'vitest'
import { equivalentCommand } from '../../src/offsets/command'
import type { Scenario, Scope } from '../../src/offsets/scenario'
import { tableLines } from '../../src/offsets/table'
import { never } from './client'
import { onShareGroups, T0 } from './on-share-groups'

describe('beside kafka-share-groups.sh', () => {
  const at = onShareGroups('share-parity')
  const { topic, other } = at
  const table: string[][] = []
  let compared = 0
  afterAll(() => {
    const columns = ['group', 'scenario', 'scope', 'equal start offsets'].map((title) => ({ title }))
    console.log(
      `${tableLines(
        columns.map(({ title }) => ({ title, align: 'left' })),
        table,
      ).join('\n')}\n${compared} start offsets compared in ${table.length} resets.`,
    )
  })

  const scenarios: readonly (readonly [string, Scenario])[] = [
    ['earliest', { kind: 'earliest' }],
    ['latest', { kind: 'latest' }],
    ['to time +25 s', { kind: 'toDatetime', time: T0 + 25_000 }],
    ['to time +1 d', { kind: 'toDatetime', time: T0 + 86_400_000 }],
    ['by duration', { kind: 'byDuration', ms: Date.now() - T0 - 30_500, iso: 'PT1H' }],
  ]
  const scopes: readonly (readonly [string, Scope])[] = [
    ['group', { kind: 'group' }],
    ['topic', { kind: 'topic', topic }],
    ['partition', { kind: 'partition', topic, partition: 1 }],
    ['parts', { kind: 'parts', topics: [other], partitions: [{ topic, partition: 0 }] }],
  ]
  it.each(
    scenarios.flatMap(([name, scenario]) => scopes.map(([part, scope]) => ({ name, part, scenario, scope }))),
  )('$name, scope $part: every start offset equal', async ({ name, part, scenario, scope }) => {
    const [ours, theirs] = ['share-parity-ours', 'share-parity-theirs']
    for (const group of [ours, theirs]) await at.stand(group, { [topic]: [40, 5, -1], [other]: [7] })
    const made = await at.plan(ours, scenario, scope)
    const outcome = await at.real.cluster.apply(made, never())
    expect(outcome.done).toHaveLength(made.rows.length)
    const line = equivalentCommand({ ...made, group: { ...made.group, id: theirs } }, ['there:1']) ?? ''
    const [command, , , ...words] = line.split(' ')
    expect(command).toBe('kafka-share-groups.sh')
    const ran = await at.oracle.tool('share-groups', words)
    expect(ran, ran.stderr).toMatchObject({ status: 0 })
    const [mine, his] = [await at.told(ours), await at.told(theirs)]
    expect(Object.keys(mine).length).toBeGreaterThan(3)
    expect(mine).toEqual(his)
    compared += Object.keys(mine).length
    table.push(['share', name, part, `${Object.keys(mine).length} of ${Object.keys(his).length}`])
  })

  it('deleting the offsets of a topic, and the group', async () => {
    const [ours, theirs] = ['share-del-ours', 'share-del-theirs']
    for (const group of [ours, theirs]) await at.stand(group, { [topic]: [40, 25, 0], [other]: [7] })
    const all = [0, 1, 2].map((partition) => ({ topic, partition }))
    expect((await at.real.cluster.deleteOffsets(ours, all, never())).done).toHaveLength(3)
    await at.oracle.tool('share-groups', ['--delete-offsets', '--group', theirs, '--topic', topic])
    expect(await at.told(ours)).toEqual({ [`${other}-0`]: '7 33' })
    expect(await at.told(ours)).toEqual(await at.told(theirs))
    await at.real.cluster.deleteGroup(ours, never())
    await at.oracle.tool('share-groups', ['--delete', '--group', theirs])
    const { stdout } = await at.oracle.tool('share-groups', ['--list'])
    expect(stdout.split('\n').filter((name) => name.startsWith('share-del'))).toEqual([])
  })
})
