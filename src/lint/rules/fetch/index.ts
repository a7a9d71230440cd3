import type { Rule } from '../../rule'
import { connectionSetupTimeoutExceedsMax } from './connection-setup-timeout-exceeds-max'
import { connectionsMaxIdleAboveBroker } from './connections-max-idle-above-broker'
import { defaultApiTimeoutBelowRequestTimeout } from './default-api-timeout-below-request-timeout'
import { fetchMaxBelowPartitionFetch } from './fetch-max-below-partition-fetch'
import { fetchMinExceedsMax } from './fetch-min-exceeds-max'
import { fetchWaitExceedsRequestTimeout } from './fetch-wait-exceeds-request-timeout'
import { legacyRequestTimeout } from './legacy-request-timeout'
import { metadataMaxAgeTooLow } from './metadata-max-age-too-low'
import { partitionFetchBelowTopicMaxMessage } from './partition-fetch-below-topic-max-message'
import { rackAwareNotEffective } from './rack-aware-not-effective'
import { reconnectBackoffNotExponential } from './reconnect-backoff-not-exponential'
import { replicaSelectorWithoutRack } from './replica-selector-without-rack'
import { requestTimeoutTooLow } from './request-timeout-too-low'
import { retryBackoffExceedsMax } from './retry-backoff-exceeds-max'
import { socketBufferTooSmall } from './socket-buffer-too-small'

/** Fetches, timeouts and sockets. */
export const fetchRules: readonly Rule[] = [
  fetchWaitExceedsRequestTimeout,
  fetchMinExceedsMax,
  defaultApiTimeoutBelowRequestTimeout,
  fetchMaxBelowPartitionFetch,
  legacyRequestTimeout,
  requestTimeoutTooLow,
  reconnectBackoffNotExponential,
  retryBackoffExceedsMax,
  connectionSetupTimeoutExceedsMax,
  metadataMaxAgeTooLow,
  socketBufferTooSmall,
  replicaSelectorWithoutRack,
  partitionFetchBelowTopicMaxMessage,
  connectionsMaxIdleAboveBroker,
  rackAwareNotEffective,
]
