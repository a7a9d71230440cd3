import { errorText, laglineError, type LaglineError } from '../model/errors'

/** Why bytes are not what they are said to be. */
export type Flaw = Parameters<typeof errorText>[0] & `error.unreadable.${string}`

/** Bytes that are not what they claim to be. The only thing the decoders throw. */
export function unreadable(flaw: Flaw, ...args: (string | number | bigint)[]): LaglineError {
  return laglineError('unreadable', errorText(flaw, ...args))
}
