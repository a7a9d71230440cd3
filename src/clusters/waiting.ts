import { cancelled, isCancelled, isLaglineError, laglineError } from '../model/errors'
import { isInactive, type GroupDescription } from '../model/groups'
import type { Clock, Log } from '../model/ports'
import type { Text } from '../model/text'
import { canWait, groupRefusal, memberNames } from '../offsets/refusal'
import type { ClusterClient } from '../model/cluster-client'
import type { Connection } from './connection'
import { describeGroup } from './facts'
import type { Planner } from './planning'
import { say } from './texts'

/** How often it is asked who is still there, ms: one request each time. */
const ASK_EVERY_MS = 1_000
/** How long the coordinator keeps a member that went silent (GroupConfig, KIP-848 and KIP-932). */
const SESSION_TIMEOUTS = {
  consumer: 'consumer.session.timeout.ms',
  share: 'share.session.timeout.ms',
} as const

export interface WaitingParts {
  readonly connection: Connection
  readonly planner: Planner
  readonly ports: { readonly clock: Clock; readonly log: Log }
}

/**
 * Waits until nobody is in a group. Tells who still is, each time that changes. Rejects with `groupType` where its
 * offsets would not be moved even then, and with `cancelled`; a group that goes is Empty enough.
 */
export async function waitUntilEmpty(
  { connection, planner, ports }: WaitingParts,
  id: string,
  report: (still: Text) => void,
  signal: AbortSignal,
): Promise<void> {
  let sessionMs: number | null | undefined
  let told = ''
  for (;;) {
    const group = await connection.use((client) => describeIfThere(client, planner.ref(id), signal))
    if (group === null || (group.members.length === 0 && isInactive(group.state))) return
    const refusal = canWait(group) ? null : groupRefusal(group)
    if (refusal !== null) throw laglineError('groupType', refusal)
    sessionMs ??= await connection.use((client) => sessionTimeout(client, group, ports.log, signal))
    const still = stillText(group, sessionMs)
    const key = JSON.stringify(still)
    if (key !== told) report(still)
    told = key
    await pause(ports.clock, ASK_EVERY_MS, signal)
  }
}

async function describeIfThere(
  client: ClusterClient,
  ref: ReturnType<Planner['ref']>,
  signal: AbortSignal,
): Promise<GroupDescription | null> {
  try {
    return await describeGroup(client, ref, signal)
  } catch (error) {
    if (isLaglineError(error) && error.code === 'groupNotFound') return null
    throw error
  }
}

/** Null where nobody tells: members of classic groups bring a time-out of their own, and Kafka 3.9 has no such setting. */
async function sessionTimeout(
  client: ClusterClient,
  group: GroupDescription,
  log: Log,
  signal: AbortSignal,
): Promise<number | null> {
  if (group.type !== 'consumer' && group.type !== 'share') return null
  const name = SESSION_TIMEOUTS[group.type]
  try {
    const value = (await client.groupConfigs(group.id, [name], signal)).get(name)
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : null
  } catch (error) {
    if (isCancelled(error)) throw error
    log.info(`the session time-out of ${group.id} is not known: ${String(error)}`)
    return null
  }
}

function stillText({ members, state }: GroupDescription, sessionMs: number | null): Text {
  if (members.length === 0) return say('clusters.waiting.state', state)
  const who = memberNames(members)
  return sessionMs === null
    ? say('clusters.waiting.members', who)
    : say('clusters.waiting.members.session', who, Math.ceil(sessionMs / 1000))
}

/** Rejects with `cancelled` as soon as the signal aborts. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(cancelled())
      return
    }
    const stop = (): void => {
      timer.dispose()
      reject(cancelled())
    }
    const timer = clock.after(ms, () => {
      signal.removeEventListener('abort', stop)
      resolve()
    })
    signal.addEventListener('abort', stop, { once: true })
  })
}
