import type { KafkaErrorCode } from './kafka-errors'
import type { errorTexts } from './texts/errors'
import type { Text, TextArg } from './text'

/**
 * What can go wrong, told apart by `code`. `model/` exists once in each built file, so `instanceof` tells nothing;
 * ask `isLaglineError` and look at the code.
 */
export type ErrorCode =
  | 'cancelled'
  | 'timedOut'
  | 'unreachable'
  | 'badAddress'
  | 'notKafka'
  | 'silent'
  | 'advertisedUnreachable'
  | 'connectionLost'
  | 'notConnected'
  | 'unsupported'
  | 'readOnly'
  | 'notAuthorized'
  | 'groupNotFound'
  | 'groupActive'
  | 'groupType'
  | 'coordinator'
  | 'noLeader'
  | 'unknownPartition'
  | 'stale'
  | 'outOfRange'
  | 'invalidInput'
  | 'unreadable'
  | 'registry'
  | 'storage'
  | 'kafka'
  | 'unexpected'

export interface ErrorDetails {
  /** The broker's own code, where it gave one. */
  readonly kafka?: KafkaErrorCode
  /** True: the request left and no answer came, so the broker may have acted on it. */
  readonly maybeSent?: boolean
  readonly cause?: unknown
}

export interface LaglineError extends Error {
  readonly name: 'LaglineError'
  readonly code: ErrorCode
  /** What happened, why, what to do next. */
  readonly text: Text
  readonly kafka: KafkaErrorCode | null
  readonly maybeSent: boolean
}

/** Makes an error of the catalogue. The message, for the log, is the text's id and arguments. */
export function laglineError(code: ErrorCode, text: Text, details: ErrorDetails = {}): LaglineError {
  const message = [text.id, ...text.args.map(plain)].join(' ')
  const error = new Error(message, details.cause === undefined ? {} : { cause: details.cause })
  return Object.assign(error, {
    name: 'LaglineError' as const,
    code,
    text,
    kafka: details.kafka ?? null,
    maybeSent: details.maybeSent ?? false,
  })
}

/** A text of the error table. */
export function errorText(id: keyof typeof errorTexts, ...args: TextArg[]): Text {
  return { id, args }
}

export function isLaglineError(error: unknown): error is LaglineError {
  return error instanceof Error && error.name === 'LaglineError' && 'code' in error && 'text' in error
}

/** Anything thrown, as an error of the catalogue; what is one already stays itself. */
export function toLaglineError(error: unknown): LaglineError {
  if (isLaglineError(error)) return error
  const reason = error instanceof Error ? error.message : String(error)
  return laglineError('unexpected', errorText('error.unexpected', reason), { cause: error })
}

export function cancelled(cause?: unknown): LaglineError {
  return laglineError('cancelled', errorText('error.cancelled'), { cause })
}

export function isCancelled(error: unknown): boolean {
  return isLaglineError(error) && error.code === 'cancelled'
}

function plain(arg: TextArg): string {
  if (typeof arg === 'object') return 'time' in arg ? new Date(arg.time).toISOString() : arg.id
  return String(arg)
}
