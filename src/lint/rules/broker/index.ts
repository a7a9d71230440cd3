import type { Rule } from '../../rule'
import { advertisedListenersUnroutable } from './advertised-listeners-unroutable'
import { allowEveryoneIfNoAcl } from './allow-everyone-if-no-acl'
import { autoCreateTopicsEnabled } from './auto-create-topics-enabled'
import { brokerIdNodeIdMismatch } from './broker-id-node-id-mismatch'
import { compactIgnoresRetention } from './compact-ignores-retention'
import { internalTopicMinIsrExceedsRf } from './internal-topic-min-isr-exceeds-rf'
import { listenerNameNotMapped } from './listener-name-not-mapped'
import { logDirsInTmp } from './log-dirs-in-tmp'
import { messageMaxExceedsSocketRequestMax } from './message-max-exceeds-socket-request-max'
import { minInsyncReplicasEqualsReplicationFactor } from './min-insync-replicas-equals-replication-factor'
import { minInsyncReplicasExceedsReplicationFactor } from './min-insync-replicas-exceeds-replication-factor'
import { minInsyncReplicasOne } from './min-insync-replicas-one'
import { mixedZookeeperKraft } from './mixed-zookeeper-kraft'
import { quorumConfigMissing } from './quorum-config-missing'
import { replicaFetchBelowMessageMax } from './replica-fetch-below-message-max'
import { replicationFactorOne } from './replication-factor-one'
import { retentionPrecedence } from './retention-precedence'
import { uncleanLeaderElection } from './unclean-leader-election'

/** Topics and brokers. */
export const brokerRules: readonly Rule[] = [
  minInsyncReplicasExceedsReplicationFactor,
  internalTopicMinIsrExceedsRf,
  advertisedListenersUnroutable,
  listenerNameNotMapped,
  brokerIdNodeIdMismatch,
  mixedZookeeperKraft,
  quorumConfigMissing,
  messageMaxExceedsSocketRequestMax,
  minInsyncReplicasOne,
  minInsyncReplicasEqualsReplicationFactor,
  uncleanLeaderElection,
  replicationFactorOne,
  logDirsInTmp,
  retentionPrecedence,
  compactIgnoresRetention,
  allowEveryoneIfNoAcl,
  replicaFetchBelowMessageMax,
  autoCreateTopicsEnabled,
]
