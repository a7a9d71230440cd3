import { MIN_SESSION, USUAL_SESSION } from '../../catalogue/defaults'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { members, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { isClassic } from './classic'
import { SESSION } from './heartbeat'

/** ms; below the brokers' minimum another rule speaks. */
const LOW = 10_000

/** Kafka raised its own default because pauses of ten seconds happen (KIP-735). */
export const sessionTimeoutLow = rule({
  id: 'session-timeout-low',
  severity: 'hint',
  preset: 'strict',
  roles: members,
  keys: [SESSION],
  check(context) {
    const session = writtenNumber(context, SESSION)
    if (session === null || !context.block.joinsGroup || !isClassic(context)) return null
    const { value, entry } = session
    if (value < MIN_SESSION || value >= LOW) return null
    return report(entry, text('lint.session-timeout-low', SESSION, value, LOW), [
      toSet(context, entry, USUAL_SESSION),
    ])
  },
})
