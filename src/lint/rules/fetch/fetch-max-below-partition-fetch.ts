import { boundRule } from '../kit/bound'
import { consumers } from '../kit/rule'

const MAX = 'fetch.max.bytes'
const PARTITION = 'max.partition.fetch.bytes'

/** The limit of the whole fetch ends it before a partition's own does. */
export const fetchMaxBelowPartitionFetch = boundRule({
  id: 'fetch-max-below-partition-fetch',
  severity: 'info',
  roles: consumers,
  keys: [MAX, PARTITION],
  upper: 'first',
})
