import { assertNever } from '../model/assert'
import type { Text } from '../model/text'
import { partitionKey } from '../model/topics'
import type { Scenario, Scope } from './scenario'
import { timeOf } from './scenario'
import { listOf, say } from './texts'
import { printable } from './width'

/**
 * Where a scenario goes, as words inside a sentence after "to": `the earliest offset`, `offset 4,310`.
 * @param now when the plan is made, epoch ms.
 */
export function targetText(scenario: Scenario, now: number): Text {
  switch (scenario.kind) {
    case 'earliest':
      return say('offsets.target.earliest')
    case 'latest':
      return say('offsets.target.latest')
    case 'current':
      return say('offsets.target.current')
    case 'toOffset':
      return say('offsets.target.toOffset', scenario.offset)
    case 'shiftBy':
      return scenario.by < 0n
        ? say('offsets.target.shiftBack', -scenario.by)
        : say('offsets.target.shiftOn', scenario.by)
    case 'toDatetime':
      return say('offsets.target.toDatetime', { time: scenario.time })
    case 'byDuration':
      return say('offsets.target.byDuration', { time: timeOf(scenario, now) ?? now }, scenario.iso)
    case 'fromFile':
      return say('offsets.target.fromFile', printable(fileName(scenario.file)))
    case 'copyFrom':
      return say('offsets.target.copyFrom', printable(scenario.group))
    default:
      return assertNever(scenario)
  }
}

/** The last part of a path: the whole of it is in the command that can be copied. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

/** What a scope of several parts names: `orders, payments-3`. */
export function partsText(scope: Scope & { readonly kind: 'parts' }): Text | string {
  return listOf([
    ...scope.topics,
    ...scope.partitions.map(({ topic, partition }) => partitionKey(topic, partition)),
  ])
}
