import { docsOf, type Rule } from '../rule'
import { text } from '../texts'
import { intervalText, livenessFixes, livenessOf, relatedPlaces } from './heartbeat'

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

  check(context) {
    const liveness = livenessOf(context)
    if (liveness === null) return []
    const { heartbeat, session, anchor } = liveness
    if (3 * heartbeat.value <= session.value || heartbeat.value >= session.value) return []
    const message = text(
      'lint.heartbeat-above-third-of-session',
      intervalText(context, heartbeat),
      3 * heartbeat.value,
      intervalText(context, session),
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
