import { text } from '../../texts'
import { heartbeatRule } from './heartbeat'

/**
 * `heartbeat.interval.ms` should be no higher than a third of `session.timeout.ms` (Kafka's `ConsumerConfig`
 * documentation). Exactly a third is right: Kafka's own sample has 10000 and 30000.
 */
export const heartbeatAboveThirdOfSession = heartbeatRule({
  id: 'heartbeat-above-third-of-session',
  severity: 'warning',
  stage: 'advice',
  isBroken: (heartbeat, session) => 3 * heartbeat > session && heartbeat < session,
  message: (_context, heartbeat, session, { first }) =>
    text('lint.heartbeat-above-third-of-session', heartbeat, 3 * first.value, session),
})
