import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { alsoAt, consumers, report, rule } from '../kit/rule'
import { numberOf, shown, writtenNumber } from '../kit/settings'
import { isClassic } from './classic'
import { SESSION } from './heartbeat'

const INTERVAL = 'max.poll.interval.ms'

/** `rd_kafka_conf_finalize` refuses it; Java runs with the two detectors the wrong way round. */
export const maxPollIntervalBelowSession = rule({
  id: 'max-poll-interval-below-session',
  severity: 'warning',
  stage: 'conflict',
  roles: consumers,
  keys: [INTERVAL, SESSION],
  check(context) {
    const interval = writtenNumber(context, INTERVAL)
    const session = numberOf(context, SESSION)
    if (interval === null || session === null || !context.block.joinsGroup || !isClassic(context)) return null
    if (interval.value >= session.value) return null
    const native = context.block.dialect === 'librdkafka'
    const id = native ? 'lint.max-poll-interval-below-session.native' : 'lint.max-poll-interval-below-session'
    const message = text(id, shown(context, interval), shown(context, session))
    const fixes = [toSet(context, interval.entry, session.value)]
    return alsoAt(
      context,
      report(interval.entry, message, fixes, native ? 'error' : 'warning'),
      session.entry,
    )
  },
})
