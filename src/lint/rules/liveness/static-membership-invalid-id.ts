import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { written } from '../kit/settings'
import { isClassic } from './classic'

const INSTANCE = 'group.instance.id'
const MAX_LENGTH = 249
const form = /^[\w.-]{1,249}$/

/** `JoinGroupRequest.validateGroupInstanceId`: the rules for names of topics. A blank one is another rule's. */
export const staticMembershipInvalidId = rule({
  id: 'static-membership-invalid-id',
  severity: 'error',
  stage: 'domain',
  roles: ['consumer', 'client', 'streams'],
  keys: [INSTANCE],
  check(context) {
    const instance = written(context, INSTANCE)
    if (instance === null || instance.text === '' || !isClassic(context)) return null
    const name = instance.text
    if (form.test(name) && name !== '.' && name !== '..') return null
    const plain = name
      .replace(/[^\w.-]+/g, '-')
      .replace(/^\.+$/, 'instance')
      .slice(0, MAX_LENGTH)
    return report(instance.entry, text('lint.static-membership-invalid-id', name), [
      toSet(context, instance.entry, plain),
    ])
  },
})
