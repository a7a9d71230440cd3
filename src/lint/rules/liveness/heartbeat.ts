import type { Text } from '../../../model/text'
import type { Fix } from '../../finding'
import type { Rule, RuleContext } from '../../rule'
import { toHave } from '../kit/fix'
import { alsoAt, members, report, rule, type Definition } from '../kit/rule'
import { pairOf, shown, type Pair } from '../kit/settings'
import { isClassic } from './classic'

export const HEARTBEAT = 'heartbeat.interval.ms'
export const SESSION = 'session.timeout.ms'

/** What is wrong with the two intervals of a member, in ms. */
interface HeartbeatRule extends Required<Pick<Definition, 'id' | 'severity' | 'stage'>> {
  readonly isBroken: (heartbeat: number, session: number) => boolean
  /** @param heartbeat as a message shows it, as the session. */
  readonly message: (context: RuleContext, heartbeat: Text, session: Text, pair: Pair) => Text
}

/**
 * A rule about the two intervals of a member of a classic group, at least one of them written. It says nothing where the
 * block joins no group, where the group's protocol leaves both to the broker, or where either cannot be told.
 */
export function heartbeatRule({ id, severity, stage, isBroken, message }: HeartbeatRule): Rule {
  return rule({
    id,
    severity,
    stage,
    roles: members,
    keys: [HEARTBEAT, SESSION],
    check(context) {
      const pair = context.block.joinsGroup && isClassic(context) ? pairOf(context, HEARTBEAT, SESSION) : null
      if (pair === null || !isBroken(pair.first.value, pair.second.value)) return null
      const said = message(context, shown(context, pair.first), shown(context, pair.second), pair)
      return alsoAt(context, report(pair.anchor, said, fixesOf(context, pair)), pair.second.entry)
    },
  })
}

/** A heartbeat of a third of the session, or a session of three heartbeats. */
function fixesOf(context: RuleContext, { first: heartbeat, second: session, anchor }: Pair): Fix[] {
  const fixes: Fix[] = []
  const third = Math.floor(session.value / 3)
  if (third > 0) fixes.push(toHave(context, HEARTBEAT, heartbeat.entry, anchor, third))
  if (heartbeat.value > 0) fixes.push(toHave(context, SESSION, session.entry, anchor, heartbeat.value * 3))
  return fixes
}
