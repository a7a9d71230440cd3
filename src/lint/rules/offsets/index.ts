import type { Rule } from '../../rule'
import { allowAutoCreateTopics } from './allow-auto-create-topics'
import { autoCommitEnabled } from './auto-commit-enabled'
import { autoCommitIntervalIgnored } from './auto-commit-interval-ignored'
import { autoCommitIntervalTooHigh } from './auto-commit-interval-too-high'
import { autoOffsetResetLatest } from './auto-offset-reset-latest'
import { autoOffsetResetNone } from './auto-offset-reset-none'
import { excludeInternalTopicsFalse } from './exclude-internal-topics-false'
import { offsetsRetentionBelowTopicRetention } from './offsets-retention-below-topic-retention'
import { offsetsRetentionTooShort } from './offsets-retention-too-short'
import { readUncommittedWithTransactions } from './read-uncommitted-with-transactions'

/** Offsets and delivery on the consumer's side. */
export const offsetRules: readonly Rule[] = [
  autoCommitIntervalIgnored,
  autoCommitIntervalTooHigh,
  autoOffsetResetNone,
  readUncommittedWithTransactions,
  offsetsRetentionTooShort,
  autoCommitEnabled,
  autoOffsetResetLatest,
  excludeInternalTopicsFalse,
  allowAutoCreateTopics,
  offsetsRetentionBelowTopicRetention,
]
