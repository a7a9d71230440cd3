/**
 * The one rule for lag: end (high watermark) − max(committed, log start), at least 0, in offsets. What lies below the
 * log start is deleted and nobody waits for it. Null where one of the three is unknown; a negative commit reads as
 * none, as in Kafka's own tools (OffsetFetchResponse.INVALID_OFFSET and what some clients write by mistake).
 */
export function lagOf(committed: bigint | null, start: bigint | null, end: bigint | null): bigint | null {
  if (committed === null || committed < 0n || end === null) return null
  const from = start !== null && start > committed ? start : committed
  return end > from ? end - from : 0n
}
