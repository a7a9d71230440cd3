import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { isSet } from '../kit/settings'
import { isClassic } from './classic'

const INSTANCE = 'group.instance.id'

/** A member of no group: kafka-python refuses it, Java never uses the name. */
export const staticMembershipWithoutGroup = rule({
  id: 'static-membership-without-group',
  severity: 'warning',
  stage: 'conflict',
  roles: ['consumer'],
  keys: [INSTANCE],
  check(context) {
    const entry = context.explicit(INSTANCE)
    if (entry === null || !context.block.complete || !isClassic(context)) return null
    if (!isSet(context, INSTANCE) || context.explicit('group.id') !== null) return null
    return report(entry, text('lint.static-membership-without-group'), [toDelete(context, entry)])
  },
})
