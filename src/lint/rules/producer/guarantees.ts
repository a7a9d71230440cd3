import type { Entry } from '../../document'
import type { RuleContext } from '../../rule'
import { isSet, written, writtenNumber } from '../kit/settings'

export const IDEMPOTENCE = 'enable.idempotence'
export const ACKS = 'acks'
export const RETRIES = 'retries'
export const IN_FLIGHT = 'max.in.flight.requests.per.connection'
export const TRANSACTIONAL = 'transactional.id'
export const MAX_IN_FLIGHT = 5

/** A written setting that an idempotent producer cannot have, and what it needs instead. */
export interface Offence {
  readonly entry: Entry
  readonly value: string
  readonly needed: string
  /** The value that would do. */
  readonly mended: string
}

/** `acks` other than all. */
export function acksOffence(context: RuleContext): Offence | null {
  const acks = written(context, ACKS)
  if (acks === null || acks.text.toLowerCase() === 'all' || acks.text === '-1') return null
  return { entry: acks.entry, value: acks.text, needed: 'acks=all', mended: 'all' }
}

export function retriesOffence(context: RuleContext): Offence | null {
  const retries = writtenNumber(context, RETRIES)
  if (retries?.value !== 0) return null
  return { entry: retries.entry, value: '0', needed: 'retries > 0', mended: '2147483647' }
}

export function inFlightOffence(context: RuleContext): Offence | null {
  const inFlight = writtenNumber(context, IN_FLIGHT)
  if (inFlight === null || inFlight.value <= MAX_IN_FLIGHT) return null
  const needed = `${IN_FLIGHT} ≤ ${MAX_IN_FLIGHT}`
  return { entry: inFlight.entry, value: String(inFlight.value), needed, mended: String(MAX_IN_FLIGHT) }
}

/** Whether the producer writes transactions, which bring idempotence along. */
export function isTransactional(context: RuleContext): boolean {
  return isSet(context, TRANSACTIONAL)
}
