import { tableOf } from '../../catalogue/dialects/dialects'
import { text } from '../../texts'
import { heartbeatRule } from './heartbeat'

/** The constructor of Kafka's `Heartbeat` throws where the interval is not below the session timeout. */
export const heartbeatNotBelowSession = heartbeatRule({
  id: 'heartbeat-not-below-session',
  severity: 'error',
  stage: 'conflict',
  isBroken: (heartbeat, session) => heartbeat >= session,
  message({ block: { dialect } }, heartbeat, session) {
    if (dialect === 'java') return text('lint.heartbeat-not-below-session', heartbeat, session)
    // kafkajs, sarama and kafka-python check it as Java does; with the others the member is simply thrown out again.
    const client = tableOf(dialect)
    return client?.refusesLateHeartbeat === true
      ? text('lint.heartbeat-not-below-session.client', heartbeat, session, client.label)
      : text('lint.heartbeat-not-below-session.native', heartbeat, session)
  },
})
