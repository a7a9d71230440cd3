import type { Rule, WorkspaceRule } from '../../rule'
import { connectOverrideDisallowed } from './connect-override-disallowed'
import { springAckModeWithAutoCommit } from './spring-ack-mode-with-auto-commit'
import { springUnknownProperty } from './spring-unknown-property'
import { streamsCommitIntervalExceedsTxnTimeout } from './streams-commit-interval-exceeds-txn-timeout'
import { streamsEosV1Removed } from './streams-eos-v1-removed'
import { streamsGroupProtocolConflict } from './streams-group-protocol-conflict'
import { streamsManagedConfig } from './streams-managed-config'
import { strimziForbiddenOption } from './strimzi-forbidden-option'

/** What frameworks add: Spring, Strimzi, Kafka Streams, Kafka Connect. */
export const frameworkRules: readonly Rule[] = [
  springUnknownProperty,
  strimziForbiddenOption,
  streamsEosV1Removed,
  streamsManagedConfig,
  springAckModeWithAutoCommit,
  streamsCommitIntervalExceedsTxnTimeout,
  streamsGroupProtocolConflict,
]

export const frameworkWorkspaceRules: readonly WorkspaceRule[] = [connectOverrideDisallowed]
