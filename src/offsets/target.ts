import { assertNever } from '../model/assert'
import { KafkaError } from '../model/kafka-errors'
import type { PartitionFacts } from './facts'
import type { RowFlag } from './plan-types'
import type { Scenario } from './scenario'

/** Where one partition goes. `offset` null = it cannot be moved now, the flag tells why. */
export interface Target {
  readonly offset: bigint | null
  /** Named by the scenario, before clamping. */
  readonly wanted: bigint | null
  readonly flag: RowFlag | null
}

/**
 * Kafka's own rules (ConsumerGroupCommand, `checkOffsetsRange` and `getLogTimestampOffsets`): only an offset given as
 * a number is clamped, and the end itself is allowed; a time without a record at or after it means the end.
 */
export function targetOf(facts: PartitionFacts, scenario: Scenario): Target {
  const { start, end } = facts
  if (facts.error !== KafkaError.none || start === null || end === null)
    return { offset: null, wanted: null, flag: blockedFlag(facts) }
  switch (scenario.kind) {
    case 'earliest':
      return { offset: start, wanted: null, flag: null }
    case 'latest':
      return { offset: end, wanted: null, flag: null }
    case 'toOffset':
      return clamp(scenario.offset, start, end)
    case 'toDatetime':
      if (facts.atTime === undefined) return { offset: null, wanted: null, flag: 'unknown' }
      if (facts.atTime === null) return { offset: end, wanted: null, flag: 'pastEnd' }
      return { offset: facts.atTime, wanted: facts.atTime, flag: null }
    default:
      return assertNever(scenario)
  }
}

function clamp(wanted: bigint, start: bigint, end: bigint): Target {
  if (wanted > end) return { offset: end, wanted, flag: 'clampedToEnd' }
  if (wanted < start) return { offset: start, wanted, flag: 'clampedToStart' }
  return { offset: wanted, wanted, flag: null }
}

/** A partition between leaders comes back by itself; everything else is named by its error code. */
export function blockedFlag(facts: Pick<PartitionFacts, 'error'>): RowFlag {
  return facts.error === KafkaError.leaderNotAvailable || facts.error === KafkaError.notLeaderOrFollower
    ? 'noLeader'
    : 'unknown'
}
