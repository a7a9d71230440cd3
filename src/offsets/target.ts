import { assertNever } from '../model/assert'
import { KafkaError } from '../model/kafka-errors'
import type { PartitionFacts } from './facts'
import type { RowFlag } from './plan-types'
import { readableOffset } from './rows'
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
 * a number is clamped, and the end itself is allowed; a time without a record at or after it means the end. Where that
 * command stops the whole run, because there is no commit to count from, one row stays.
 */
export function targetOf(facts: PartitionFacts, scenario: Scenario): Target {
  const { start, end } = facts
  if (facts.error !== KafkaError.none || start === null || end === null)
    return { offset: null, wanted: null, flag: blockedFlag(facts) }
  const committed = readableOffset(facts.committed)
  switch (scenario.kind) {
    case 'earliest':
      return to(start)
    case 'latest':
      return to(end)
    case 'current':
      // A negative commit reads as none, but the tool then fails instead of going to the end.
      if (committed === null) return facts.committed === null ? to(end) : stays('noBase')
      return to(committed)
    case 'toOffset':
      return clamp(scenario.offset, start, end)
    case 'shiftBy':
      return committed === null ? stays('noBase') : clamp(committed + scenario.by, start, end)
    case 'toDatetime':
    case 'byDuration':
      if (facts.atTime === undefined) return stays('unknown')
      if (facts.atTime === null) return { offset: end, wanted: null, flag: 'pastEnd' }
      return { offset: facts.atTime, wanted: facts.atTime, flag: null }
    case 'fromFile':
    case 'copyFrom':
      return facts.given === undefined || facts.given === null
        ? stays('noSource')
        : clamp(facts.given, start, end)
    default:
      return assertNever(scenario)
  }
}

function to(offset: bigint): Target {
  return { offset, wanted: null, flag: null }
}

function stays(flag: RowFlag): Target {
  return { offset: null, wanted: null, flag }
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
