import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equivalentCommand } from '../../../src/offsets/command'
import type { Scenario, Scope } from '../../../src/offsets/scenario'
import { runs } from '../../support/fuzz'
import { facts, group, planOf } from './support'

function command(scenario: Scenario, scope: Scope, id = 'audit'): string {
  const plan = planOf(scenario, [facts(0, 5, 0, 9)], { group: group({ id }) }, scope)
  return equivalentCommand(plan, ['a:9092', 'b:9092']) ?? ''
}

const all: Scope = { kind: 'group' }

describe('the same by kafka-consumer-groups.sh', () => {
  const begin = 'kafka-consumer-groups.sh --bootstrap-server a:9092,b:9092 --group audit --reset-offsets'
  it.each<readonly [Scenario, Scope, string]>([
    [{ kind: 'earliest' }, all, '--all-topics --to-earliest --execute'],
    [{ kind: 'latest' }, { kind: 'topic', topic: 'orders' }, '--topic orders --to-latest --execute'],
    [
      { kind: 'toOffset', offset: 12n },
      { kind: 'partition', topic: 'orders', partition: 3 },
      '--topic orders:3 --to-offset 12 --execute',
    ],
    [
      { kind: 'toDatetime', time: Date.UTC(2026, 0, 31, 13, 5) },
      all,
      '--all-topics --to-datetime 2026-01-31T13:05:00.000Z --execute',
    ],
    [{ kind: 'current' }, { kind: 'topic', topic: 'orders' }, '--topic orders --to-current --execute'],
    [{ kind: 'shiftBy', by: -5n }, all, '--all-topics --shift-by -5 --execute'],
    [
      { kind: 'byDuration', ms: 5_400_000, iso: 'PT1H30M' },
      {
        kind: 'parts',
        topics: ['a', 'b'],
        partitions: [
          { topic: 'c', partition: 0 },
          { topic: 'd', partition: 4 },
          { topic: 'c', partition: 2 },
        ],
      },
      '--topic a --topic b --topic c:0,2 --topic d:4 --by-duration PT1H30M --execute',
    ],
    [{ kind: 'fromFile', file: 'my offsets.csv', rows: [] }, all, "--from-file 'my offsets.csv' --execute"],
  ])('%o in %o', (scenario, scope, end) => {
    expect(command(scenario, scope)).toBe(`${begin} ${end}`)
  })

  it('copies another group by way of a file', () => {
    const plan = planOf({ kind: 'copyFrom', group: 'blue' }, [facts(0, 5, 0, 9, { given: 3n })])
    expect(equivalentCommand(plan, ['a:9092'])).toBe(
      `${begin.replace('a:9092,b:9092', 'a:9092').replace('audit', 'blue')} --all-topics --to-current --dry-run --export > offsets.csv &&\n` +
        `${begin.replace('a:9092,b:9092', 'a:9092')} --from-file offsets.csv --execute`,
    )
  })

  it('leaves out the partitions at which the tool would stop, and has no line where none is left', () => {
    const shift: Scenario = { kind: 'shiftBy', by: 1n }
    const plan = planOf(shift, [facts(0, 5, 0, 9), facts(1, null, 0, 9), facts(2, 3, 0, 9)])
    expect(equivalentCommand(plan, ['a:9092'])).toMatch(/ --topic orders:0,2 --shift-by 1 --execute$/)
    expect(equivalentCommand(planOf(shift, [facts(1, null, 0, 9)]), ['a:9092'])).toBeNull()
  })

  it('gives the shell any group id as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((id) => !id.includes('\0')),
        (id) => {
          const line = command({ kind: 'earliest' }, all, id).replace(
            'kafka-consumer-groups.sh',
            "printf '%s\\n'",
          )
          expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toContain(
            `--group\n${id}\n--reset-offsets`,
          )
        },
      ),
      { numRuns: runs(25) },
    )
  })
})
