import { boundRule } from '../kit/bound'
import { clients } from '../kit/rule'

const BACKOFF = 'retry.backoff.ms'
const MAX = 'retry.backoff.max.ms'

/** Since KIP-580 the pause grows up to its maximum; a pause above it stays as it is, with a warning in the log. */
export const retryBackoffExceedsMax = boundRule({
  id: 'retry-backoff-exceeds-max',
  severity: 'info',
  since: 3007,
  roles: clients,
  keys: [BACKOFF, MAX],
  upper: 'second',
})
