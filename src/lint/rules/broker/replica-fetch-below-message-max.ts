import { boundRule } from '../kit/bound'

const FETCH = 'replica.fetch.max.bytes'
const MESSAGE = 'message.max.bytes'

/** No longer a standstill since KIP-74, but slow. */
export const replicaFetchBelowMessageMax = boundRule({
  id: 'replica-fetch-below-message-max',
  severity: 'hint',
  preset: 'strict',
  roles: ['broker'],
  keys: [FETCH, MESSAGE],
  upper: 'first',
})
