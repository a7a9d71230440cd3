import type { Text } from '../../../model/text'
import { tableOf } from '../../catalogue/dialects/dialects'
import type { Dialect } from '../../document'
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
    const message = messageOf(context.block.dialect, shown(context, heartbeat), shown(context, session))
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

/** kafkajs, sarama and kafka-python check it as Java does; with the others the member is simply thrown out again. */
function messageOf(dialect: Dialect, heartbeat: Text, session: Text): Text {
  if (dialect === 'java') return text('lint.heartbeat-not-below-session', heartbeat, session)
  const client = tableOf(dialect)
  return client?.refusesLateHeartbeat === true
    ? text('lint.heartbeat-not-below-session.client', heartbeat, session, client.label)
    : text('lint.heartbeat-not-below-session.native', heartbeat, session)
}
