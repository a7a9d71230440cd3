import { docsOf, type Rule } from '../../rule'
import { text } from '../../texts'
import { members } from '../kit/rule'
import { shown } from '../kit/settings'
import { HEARTBEAT, livenessFixes, livenessOf, relatedPlaces, SESSION } from './heartbeat'

/** The constructor of Kafka's `Heartbeat` throws where the interval is not below the session timeout. */
export const heartbeatNotBelowSession: Rule = {
  id: 'heartbeat-not-below-session',
  severity: 'error',
  preset: 'recommended',
  title: text('lint.heartbeat-not-below-session.title'),
  docs: docsOf('heartbeat-not-below-session'),
  stage: 'conflict',
  roles: members,
  keys: [HEARTBEAT, SESSION],

  check(context) {
    const liveness = livenessOf(context)
    if (liveness === null) return []
    const { heartbeat, session, anchor } = liveness
    if (heartbeat.value < session.value) return []
    const native = context.block.dialect === 'librdkafka'
    const message = text(
      native ? 'lint.heartbeat-not-below-session.native' : 'lint.heartbeat-not-below-session',
      shown(context, heartbeat),
      shown(context, session),
    )
    return [
      { entry: anchor, message, related: relatedPlaces(liveness), fixes: livenessFixes(context, liveness) },
    ]
  },
}
