import type { Entry } from '../../document'
import type { Fix, RelatedPlace } from '../../finding'
import type { RuleContext } from '../../rule'
import { toHave } from '../kit/fix'
import { pairOf, partners, type NumberSetting } from '../kit/settings'
import { isClassic } from './classic'

export const HEARTBEAT = 'heartbeat.interval.ms'
export const SESSION = 'session.timeout.ms'

/** The two intervals of a member of a classic group, in ms, at least one of them written in the file. */
export interface Liveness {
  readonly heartbeat: NumberSetting
  readonly session: NumberSetting
  /** Where a finding stands: the heartbeat, or the session where that alone is written. */
  readonly anchor: Entry
}

/**
 * Null where the block joins no group, where the group's protocol leaves both to the broker, or where either cannot be
 * told. One finding per pair: a block that inherits both leaves it to the one that wrote them.
 */
export function livenessOf(context: RuleContext): Liveness | null {
  if (!context.block.joinsGroup || !isClassic(context)) return null
  const pair = pairOf(context, HEARTBEAT, SESSION)
  return pair === null ? null : { heartbeat: pair.first, session: pair.second, anchor: pair.anchor }
}

export function relatedPlaces(context: RuleContext, { anchor, session }: Liveness): RelatedPlace[] {
  return partners(context, anchor, session.entry)
}

/** A heartbeat of a third of the session, or a session of three heartbeats. */
export function livenessFixes(context: RuleContext, { heartbeat, session, anchor }: Liveness): Fix[] {
  const fixes: Fix[] = []
  const third = Math.floor(session.value / 3)
  if (third > 0) fixes.push(toHave(context, HEARTBEAT, heartbeat.entry, anchor, third))
  if (heartbeat.value > 0) fixes.push(toHave(context, SESSION, session.entry, anchor, heartbeat.value * 3))
  return fixes
}
