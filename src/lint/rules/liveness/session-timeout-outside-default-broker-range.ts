import { maxSession, MIN_SESSION } from '../../catalogue/defaults'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { liveNumber } from '../kit/cluster'
import { members, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { isClassic } from './classic'
import { SESSION } from './heartbeat'

/** `GroupCoordinator` answers INVALID_SESSION_TIMEOUT outside its range; a connected cluster tells the range itself. */
export const sessionTimeoutOutsideDefaultBrokerRange = rule({
  id: 'session-timeout-outside-default-broker-range',
  severity: 'warning',
  roles: members,
  keys: [SESSION],
  check(context) {
    const session = writtenNumber(context, SESSION)
    if (session === null || !context.block.joinsGroup || !isClassic(context)) return null
    const live = ['group.min.session.timeout.ms', 'group.max.session.timeout.ms'] as const
    if (live.some((key) => liveNumber(context, key) !== null)) return null
    const max = maxSession(context.versionKnown ? context.version : Infinity)
    const { value, entry } = session
    if (value >= MIN_SESSION && value <= max) return null
    const [id, bound] =
      value < MIN_SESSION
        ? (['lint.session-timeout-outside-default-broker-range.below', MIN_SESSION] as const)
        : (['lint.session-timeout-outside-default-broker-range.above', max] as const)
    return report(entry, text(id, SESSION, value, bound), [toSet(context, entry, bound)])
  },
})
