import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { isSet, written } from '../kit/settings'

const ALLOW = 'allow.everyone.if.no.acl.found'

/** Of `StandardAuthorizer` and `AclAuthorizer`; without an authorizer nobody asks. */
export const allowEveryoneIfNoAcl = rule({
  id: 'allow-everyone-if-no-acl',
  severity: 'warning',
  roles: ['broker'],
  keys: [ALLOW],
  check(context) {
    const allow = written(context, ALLOW)
    if (allow?.text.toLowerCase() !== 'true' || !isSet(context, 'authorizer.class.name')) return null
    return report(allow.entry, text('lint.allow-everyone-if-no-acl'), [toSet(context, allow.entry, 'false')])
  },
})
