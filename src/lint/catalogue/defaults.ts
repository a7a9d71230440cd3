import type { KafkaVersion } from './versions'

/** Limits that brokers have unless somebody changed them, ms. */
export const MIN_SESSION = 6000
const MAX_SESSION = 1_800_000
const MAX_SESSION_BEFORE_2_3 = 300_000
const LONGER_SESSIONS: KafkaVersion = 2003

/** Default of the brokers' `group.max.session.timeout.ms` (KIP-389). */
export function maxSession(version: KafkaVersion): number {
  return version < LONGER_SESSIONS ? MAX_SESSION_BEFORE_2_3 : MAX_SESSION
}

/** Session timeout of consumers since KIP-735, ms. */
export const USUAL_SESSION = 45_000
/** Default of the brokers' `transaction.max.timeout.ms`. */
export const MAX_TRANSACTION = 900_000
