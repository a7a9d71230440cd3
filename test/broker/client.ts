import { createClusterClient } from '../../src/kafka'
import type { ClusterClient, ConnectionSettings, Deadlines, Outcome } from '../../src/model/cluster-client'
import { isLaglineError, type LaglineError } from '../../src/model/errors'
import type { Clock, Log } from '../../src/model/ports'
import { englishFormat, sayWith } from '../../src/model/text'
import { errorTexts } from '../../src/model/texts/errors'
import { MemoryLog } from '../support/fakes/log'

/** The real clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return { dispose: () => clearTimeout(timer) }
  },
}

/** How a test's client differs from the usual one. */
export interface TestClientOptions extends Partial<ConnectionSettings> {
  readonly deadlines?: Deadlines
  readonly log?: Log
}

/** A client that has not connected. */
export function makeClient(bootstrap: string, options: TestClientOptions = {}): ClusterClient {
  const { deadlines = { connect: 10_000, request: 15_000 }, log = new MemoryLog(), ...settings } = options
  return createClusterClient(
    { bootstrapServers: bootstrap.split(','), readOnly: false, ...settings },
    deadlines,
    { clock: systemClock, log },
  )
}

/** A connected client, to be closed by the test. */
export async function connectClient(
  bootstrap: string,
  options: TestClientOptions = {},
): Promise<ClusterClient> {
  const client = makeClient(bootstrap, options)
  await client.connect(never())
  return client
}

/** A signal that nobody aborts. */
export function never(): AbortSignal {
  return new AbortController().signal
}

/** The value of an outcome that has one. */
export function valueOf<T>(outcome: Outcome<T> | undefined): T {
  if (outcome?.ok === true) return outcome.value
  throw outcome ? outcome.error : new Error('there is no outcome')
}

/** The error of an outcome that has one. */
export function errorOf(outcome: Outcome<unknown> | undefined): LaglineError {
  if (outcome === undefined || outcome.ok) throw new Error('there is no error')
  return outcome.error
}

/** What a promise rejects with, which has to be an error of the catalogue. */
export async function rejectionOf(promise: Promise<unknown>): Promise<LaglineError> {
  try {
    await promise
  } catch (error) {
    if (isLaglineError(error)) return error
    throw error
  }
  throw new Error('it was expected to fail')
}

/** What an English reader is told. */
export function words(error: LaglineError): string {
  return sayWith(errorTexts, englishFormat('UTC'))(error.text)
}

/** The requests counted since `before`, by API, and their sum. */
export function countedSince(
  client: ClusterClient,
  before: ReadonlyMap<string, number>,
): { readonly byApi: Record<string, number>; readonly total: number } {
  const byApi: Record<string, number> = {}
  let total = 0
  for (const [api, count] of client.requestCounts()) {
    const more = count - (before.get(api) ?? 0)
    if (more > 0) byApi[api] = more
    total += more
  }
  return { byApi, total }
}

/** A rough wait for something that comes about by itself. */
export async function eventually<T>(ms: number, look: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(`it has not come about within ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
