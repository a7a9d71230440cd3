import type { Rule, WorkspaceRule } from '../../rule'
import { assignorCooperativeNotEffective } from './assignor-cooperative-not-effective'
import { assignorEagerOnly } from './assignor-eager-only'
import { autoCommitWithoutGroupId } from './auto-commit-without-group-id'
import { brokerHeartbeatRatio } from './broker-heartbeat-ratio'
import { brokerSessionRangeInverted } from './broker-session-range-inverted'
import { consumersExceedPartitions } from './consumers-exceed-partitions'
import { groupProtocolClassicConflict } from './group-protocol-classic-conflict'
import { groupProtocolConsumerConflict } from './group-protocol-consumer-conflict'
import { groupProtocolUnsupported } from './group-protocol-unsupported'
import { heartbeatAboveThirdOfSession } from './heartbeat-above-third-of-session'
import { heartbeatNotBelowSession } from './heartbeat-not-below-session'
import { maxPollIntervalBelowSession } from './max-poll-interval-below-session'
import { maxPollIntervalExtreme } from './max-poll-interval-extreme'
import { pollBudgetTooSmall } from './poll-budget-too-small'
import { sessionTimeoutLow } from './session-timeout-low'
import { sessionTimeoutOutOfBrokerRange } from './session-timeout-out-of-broker-range'
import { sessionTimeoutOutsideDefaultBrokerRange } from './session-timeout-outside-default-broker-range'
import { shareGroupConflict } from './share-group-conflict'
import { staticMembershipDuplicateId } from './static-membership-duplicate-id'
import { staticMembershipInvalidId } from './static-membership-invalid-id'
import { staticMembershipShortSession } from './static-membership-short-session'
import { staticMembershipWithoutGroup } from './static-membership-without-group'

/** Group membership and liveness. */
export const livenessRules: readonly Rule[] = [
  staticMembershipInvalidId,
  groupProtocolConsumerConflict,
  groupProtocolClassicConflict,
  shareGroupConflict,
  heartbeatNotBelowSession,
  heartbeatAboveThirdOfSession,
  sessionTimeoutOutOfBrokerRange,
  sessionTimeoutOutsideDefaultBrokerRange,
  sessionTimeoutLow,
  maxPollIntervalBelowSession,
  maxPollIntervalExtreme,
  pollBudgetTooSmall,
  groupProtocolUnsupported,
  brokerSessionRangeInverted,
  brokerHeartbeatRatio,
  staticMembershipWithoutGroup,
  staticMembershipShortSession,
  autoCommitWithoutGroupId,
  assignorEagerOnly,
  assignorCooperativeNotEffective,
  consumersExceedPartitions,
]

export const livenessWorkspaceRules: readonly WorkspaceRule[] = [staticMembershipDuplicateId]
