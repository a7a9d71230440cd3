import type { Commit } from '../model/commits'
import { KafkaError } from '../model/kafka-errors'
import { lagOf } from '../model/lag-rule'
import type { PartitionFacts } from './facts'
import type { PlanRow, RowFlag } from './plan-types'

/** A commit as Kafka's tools read it: a negative offset counts as none (some clients write -1 and -2 literally). */
export function readableOffset(commit: Commit | null): bigint | null {
  return commit === null || commit.offset < 0n ? null : commit.offset
}

/** A commit as `kafka-consumer-groups.sh` writes it: no metadata, no leader epoch. */
export function plainCommit(offset: bigint): Commit {
  return { offset, leaderEpoch: -1, metadata: '' }
}

/** What a row is made from, beside the facts. */
export interface RowChoice {
  readonly after: Commit | null
  readonly moves: boolean
  readonly flags: readonly RowFlag[]
  readonly wanted: bigint | null
}

export function planRow(facts: PartitionFacts, choice: RowChoice): PlanRow {
  return {
    topic: facts.topic,
    partition: facts.partition,
    topicId: facts.topicId,
    before: facts.committed,
    after: choice.after,
    moves: choice.moves,
    start: facts.start,
    end: facts.end,
    flags: choice.flags,
    ...(facts.error === KafkaError.none ? {} : { error: facts.error }),
    wanted: choice.wanted,
    lagBefore: lagNumber(facts.committed, facts),
    lagAfter: lagNumber(choice.after, facts),
    recordTime: choice.after === null ? null : recordTime(choice.after.offset, facts),
  }
}

function recordTime(offset: bigint, facts: PartitionFacts): PlanRow['recordTime'] {
  if (facts.end !== null && offset >= facts.end) return 'end'
  return offset === facts.atTime ? (facts.recordTime ?? null) : null
}

function lagNumber(commit: Commit | null, facts: PartitionFacts): number | null {
  if (commit?.shareLag !== undefined) return commit.shareLag === null ? null : Number(commit.shareLag)
  const lag = lagOf(commit === null ? null : commit.offset, facts.start, facts.end)
  return lag === null ? null : Number(lag)
}
