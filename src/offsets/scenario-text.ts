import { assertNever } from '../model/assert'
import type { Text } from '../model/text'
import type { Scenario } from './scenario'
import { say } from './texts'

/** Where a scenario goes, as words inside a sentence: `the earliest offset`, `offset 4,310`. */
export function targetText(scenario: Scenario): Text {
  switch (scenario.kind) {
    case 'earliest':
      return say('offsets.target.earliest')
    case 'latest':
      return say('offsets.target.latest')
    case 'toOffset':
      return say('offsets.target.toOffset', scenario.offset)
    case 'toDatetime':
      return say('offsets.target.toDatetime', { time: scenario.time })
    default:
      return assertNever(scenario)
  }
}
