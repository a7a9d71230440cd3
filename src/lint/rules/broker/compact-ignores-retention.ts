import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { elementsOf, written } from '../kit/settings'

const POLICY = 'cleanup.policy'
const RETENTION = 'retention.ms'

/** `UnifiedLog.deleteOldSegments` looks at the age only where the policy has delete in it. */
export const compactIgnoresRetention = rule({
  id: 'compact-ignores-retention',
  severity: 'info',
  tag: 'unnecessary',
  roles: ['topic'],
  keys: [RETENTION],
  check(context) {
    const retention = context.explicit(RETENTION)
    const policy = written(context, POLICY)
    if (retention === null || policy === null || elementsOf(policy.text).join() !== 'compact') return null
    return report(retention, text('lint.compact-ignores-retention', RETENTION), [
      toSet(context, policy.entry, 'compact,delete'),
    ])
  },
})
