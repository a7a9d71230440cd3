import type { Rule, WorkspaceRule } from '../../rule'
import { acksAllMinIsrOne } from './acks-all-min-isr-one'
import { acksOne } from './acks-one'
import { acksZero } from './acks-zero'
import { bufferMemoryTooSmall } from './buffer-memory-too-small'
import { compressionLevelMismatch } from './compression-level-mismatch'
import { compressionNone } from './compression-none'
import { deliveryTimeoutTooSmall } from './delivery-timeout-too-small'
import { idempotenceConflict } from './idempotence-conflict'
import { idempotenceDisabled } from './idempotence-disabled'
import { idempotenceSilentlyDisabled } from './idempotence-silently-disabled'
import { lingerZero } from './linger-zero'
import { maxBlockZero } from './max-block-zero'
import { maxRequestSizeExceedsBroker } from './max-request-size-exceeds-broker'
import { removedPartitioner } from './removed-partitioner'
import { reorderingRisk } from './reordering-risk'
import { retriesLimited } from './retries-limited'
import { singleBootstrapServer } from './single-bootstrap-server'
import { topicCompressionMismatch } from './topic-compression-mismatch'
import { transactionTimeoutExceedsBrokerMax } from './transaction-timeout-exceeds-broker-max'
import { transactionalIdDuplicate } from './transactional-id-duplicate'
import { transactionalWithoutIdempotence } from './transactional-without-idempotence'
import { twoPhaseCommitTimeoutConflict } from './two-phase-commit-timeout-conflict'

/** Producers. */
export const producerRules: readonly Rule[] = [
  removedPartitioner,
  transactionalWithoutIdempotence,
  idempotenceConflict,
  idempotenceSilentlyDisabled,
  twoPhaseCommitTimeoutConflict,
  transactionTimeoutExceedsBrokerMax,
  deliveryTimeoutTooSmall,
  bufferMemoryTooSmall,
  maxRequestSizeExceedsBroker,
  acksZero,
  acksOne,
  reorderingRisk,
  retriesLimited,
  maxBlockZero,
  compressionLevelMismatch,
  idempotenceDisabled,
  compressionNone,
  lingerZero,
  singleBootstrapServer,
  acksAllMinIsrOne,
  topicCompressionMismatch,
]

export const producerWorkspaceRules: readonly WorkspaceRule[] = [transactionalIdDuplicate]
