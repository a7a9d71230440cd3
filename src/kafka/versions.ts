import { errorText, laglineError } from '../model/errors'
import type { Answer, Api } from './wire/api'

/** Which versions of each request a broker takes, by the request's number. */
export type ApiRanges = Readonly<
  Partial<Record<number, { readonly minVersion: number; readonly maxVersion: number }>>
>

/**
 * The version to send: the first of ours that the broker takes.
 * @throws LaglineError with code `unsupported`, naming the Kafka release that is needed
 */
export function chooseVersion<Q, R extends Answer>(api: Api<Q, R>, broker: ApiRanges): number {
  const range = broker[api.key]
  const chosen =
    range && api.versions.find((version) => version >= range.minVersion && version <= range.maxVersion)
  if (chosen !== undefined) return chosen
  const tooNew = range !== undefined && range.minVersion > Math.max(...api.versions)
  throw laglineError(
    'unsupported',
    tooNew
      ? errorText('error.unsupported.removed', api.name)
      : errorText('error.unsupported', api.name, api.since),
  )
}

/** True where the broker takes any version of a request that we speak. */
export function speaks<Q, R extends Answer>(api: Api<Q, R>, broker: ApiRanges): boolean {
  const range = broker[api.key]
  return (
    range !== undefined &&
    api.versions.some((version) => version >= range.minVersion && version <= range.maxVersion)
  )
}

/**
 * What each release was the first to offer, newest release first: a request's number and highest version, read from
 * the message definitions inside each release's clients. 3.4 brought none, so it is told as 3.3.
 */
const releases: readonly (readonly [release: string, key: number, version: number])[] = [
  ['4.4', 42, 3],
  ['4.3', 35, 5],
  ['4.2', 8, 10],
  ['4.1', 66, 2],
  ['4.0', 3, 13],
  ['3.9', 1, 17],
  ['3.8', 16, 5],
  ['3.7', 60, 1],
  ['3.6', 24, 4],
  ['3.5', 1, 15],
  ['3.3', 29, 3],
  ['3.2', 11, 9],
  ['3.1', 3, 12],
  ['3.0', 2, 7],
  ['2.8', 2, 6],
  ['2.7', 1, 12],
  ['2.6', 16, 4],
  ['2.5', 9, 7],
  ['2.4', 47, 0],
  ['2.3', 44, 0],
  ['2.2', 11, 4],
  ['2.1', 9, 5],
  ['2.0', 16, 2],
]

/**
 * The Kafka release that a broker's ranges tell, like `4.3`; null for one older than 2.0. A server that only speaks
 * Kafka's protocol is told by what it offers.
 */
export function kafkaRelease(broker: ApiRanges): string | null {
  const found = releases.find(([, key, version]) => (broker[key]?.maxVersion ?? -1) >= version)
  return found ? found[0] : null
}
