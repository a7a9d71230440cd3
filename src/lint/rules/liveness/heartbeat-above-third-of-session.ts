import { docsOf, type Rule } from '../../rule'
import { text } from '../../texts'
import { members } from '../kit/rule'
import { shown } from '../kit/settings'
import { HEARTBEAT, livenessFixes, livenessOf, relatedPlaces, SESSION } from './heartbeat'

/**
 * `heartbeat.interval.ms` should be no higher than a third of `session.timeout.ms` (Kafka's `ConsumerConfig`
 * documentation). Exactly a third is right: Kafka's own sample has 10000 and 30000.
 */
export const heartbeatAboveThirdOfSession: Rule = {
  id: 'heartbeat-above-third-of-session',
  severity: 'warning',
  preset: 'recommended',
  title: text('lint.heartbeat-above-third-of-session.title'),
  docs: docsOf('heartbeat-above-third-of-session'),
  stage: 'advice',
  roles: members,
  keys: [HEARTBEAT, SESSION],

  check(context) {
    const liveness = livenessOf(context)
    if (liveness === null) return []
    const { heartbeat, session, anchor } = liveness
    if (3 * heartbeat.value <= session.value || heartbeat.value >= session.value) return []
    const message = text(
      'lint.heartbeat-above-third-of-session',
      shown(context, heartbeat),
      3 * heartbeat.value,
      shown(context, session),
    )
    return [
      {
        entry: anchor,
        message,
        related: relatedPlaces(context, liveness),
        fixes: livenessFixes(context, liveness),
      },
    ]
  },
}
