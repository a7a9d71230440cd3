import { text } from '../../texts'
import { report, rule } from '../kit/rule'
import { isSet } from '../kit/settings'

const ROLES = 'process.roles'

/** `KafkaConfig.validateValues` wants one of the two (KIP-595, KIP-853). */
export const quorumConfigMissing = rule({
  id: 'quorum-config-missing',
  severity: 'warning',
  stage: 'conflict',
  roles: ['broker'],
  keys: [ROLES],
  check(context) {
    // What a container is given beside it, and its image, may hold the rest.
    if (context.document.format === 'environment') return null
    const entry = context.explicit(ROLES)
    const quorum = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers']
    if (entry === null || !isSet(context, ROLES) || quorum.some((key) => isSet(context, key))) return null
    return report(entry, text('lint.quorum-config-missing'))
  },
})
