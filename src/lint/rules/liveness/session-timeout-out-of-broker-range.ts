import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { liveNumber } from '../kit/cluster'
import { members, report, rule } from '../kit/rule'
import { numberOf } from '../kit/settings'
import { isClassic } from './classic'
import { SESSION } from './heartbeat'

/** The cluster's own limits, so that what the coordinator will answer is known. */
export const sessionTimeoutOutOfBrokerRange = rule({
  id: 'session-timeout-out-of-broker-range',
  severity: 'error',
  preset: 'cluster',
  stage: 'conflict',
  roles: members,
  keys: [SESSION],
  check(context) {
    const session = numberOf(context, SESSION)
    const entry = session?.entry ?? null
    if (session === null || entry === null || !context.block.joinsGroup || !isClassic(context)) return null
    const { value } = session
    const min = liveNumber(context, 'group.min.session.timeout.ms')
    const max = liveNumber(context, 'group.max.session.timeout.ms')
    if (min !== null && value < min)
      return report(entry, text('lint.session-timeout-out-of-broker-range.below', SESSION, value, min), [
        toSet(context, entry, min),
      ])
    if (max !== null && value > max)
      return report(entry, text('lint.session-timeout-out-of-broker-range.above', SESSION, value, max), [
        toSet(context, entry, max),
      ])
    return null
  },
})
