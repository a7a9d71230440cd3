import { USUAL_SESSION } from '../../catalogue/defaults'
import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { isSet, numberOf, shown } from '../kit/settings'
import { isClassic } from './classic'
import { SESSION } from './heartbeat'

const INSTANCE = 'group.instance.id'
/** ms; three minutes cover most restarts. */
const ENOUGH = 180_000

/** A static member keeps its partitions through a restart only while its session lasts (KIP-345). */
export const staticMembershipShortSession = rule({
  id: 'static-membership-short-session',
  severity: 'info',
  roles: ['consumer', 'client', 'streams'],
  keys: [INSTANCE],
  check(context) {
    const entry = context.explicit(INSTANCE)
    const session = numberOf(context, SESSION)
    if (entry === null || session === null || !isSet(context, INSTANCE) || !isClassic(context)) return null
    if (session.value > USUAL_SESSION) return null
    return report(entry, text('lint.static-membership-short-session', INSTANCE, shown(context, session)), [
      toHave(context, SESSION, session.entry, entry, ENOUGH),
    ])
  },
})
