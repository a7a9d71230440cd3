import type { Text } from '../../model/text'
import { shownName, tableOf } from '../catalogue/dialects/dialects'
import { formatKafkaVersion } from '../catalogue/versions'
import type { Entry } from '../document'
import type { Fix, RelatedPlace } from '../finding'
import { setOrAddFix } from '../fixes'
import type { RuleContext } from '../rule'
import { text } from '../texts'
import { wholeNumber } from '../values'

export const HEARTBEAT = 'heartbeat.interval.ms'
export const SESSION = 'session.timeout.ms'

export interface Interval {
  readonly key: string
  /** ms */
  readonly value: number
  /** Null = the default. */
  readonly entry: Entry | null
}

/** The two intervals of a member of a classic group, at least one of them written in the file. */
export interface Liveness {
  readonly heartbeat: Interval
  readonly session: Interval
  /** Where a finding stands: the heartbeat, or the session where that alone is written. */
  readonly anchor: Entry
}

/**
 * Null where the block joins no group, where the group's protocol leaves both to the broker (KIP-848, KIP-1071), or
 * where either cannot be told. One finding per pair: a block that inherits both leaves it to the one that wrote them.
 */
export function livenessOf(context: RuleContext): Liveness | null {
  if (!context.block.joinsGroup || !isClassic(context)) return null
  const heartbeat = intervalOf(context, HEARTBEAT)
  const session = intervalOf(context, SESSION)
  if (heartbeat === null || session === null) return null
  const anchor = heartbeat.entry ?? session.entry
  return anchor === null ? null : { heartbeat, session, anchor }
}

function isClassic(context: RuleContext): boolean {
  const protocol = context.effective('group.protocol')
  // Workers have no such key; a value that cannot be told silences the rules.
  if (protocol === null) {
    // Only the Java clients and librdkafka have another protocol, and there a default is known.
    const { role, dialect, open } = context.block
    const unset = context.own('group.protocol') === null
    return unset && (role === 'connect' || tableOf(dialect) !== null || open === true)
  }
  const name = protocol.text.toLowerCase()
  return name !== 'consumer' && name !== 'streams'
}

function intervalOf(context: RuleContext, key: string): Interval | null {
  const found = context.effective(key)
  const value = found === null ? null : wholeNumber(found.text)
  return found === null || value === null ? null : { key, value, entry: found.entry }
}

/** `session.timeout.ms 10,000`, and where a default decides, that it does. */
export function intervalText(context: RuleContext, { key, value, entry }: Interval): Text {
  const { dialect } = context.block
  if (entry !== null) return text('lint.setting', shownName(dialect, key), value)
  const client = tableOf(dialect)
  if (client !== null) return text('lint.setting.clientDefault', shownName(dialect, key), value, client.label)
  return dialect === 'librdkafka'
    ? text('lint.setting.nativeDefault', key, value)
    : text('lint.setting.default', key, value, formatKafkaVersion(context.version))
}

export function relatedPlaces({ block }: RuleContext, { anchor, session }: Liveness): RelatedPlace[] {
  if (session.entry === null || session.entry === anchor) return []
  return [
    {
      range: session.entry.keyRange,
      message: text('lint.related.partner', shownName(block.dialect, SESSION)),
    },
  ]
}

/** A heartbeat of a third of the session, or a session of three heartbeats. */
export function livenessFixes(context: RuleContext, { heartbeat, session, anchor }: Liveness): Fix[] {
  const { document, block } = context
  const fixes: Fix[] = []
  const third = Math.floor(session.value / 3)
  if (third > 0) fixes.push(setOrAddFix(document, block, HEARTBEAT, heartbeat.entry, anchor, String(third)))
  if (heartbeat.value > 0)
    fixes.push(setOrAddFix(document, block, SESSION, session.entry, anchor, String(heartbeat.value * 3)))
  return fixes
}
