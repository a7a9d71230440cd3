import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const CREATE = 'auto.create.topics.enable'

/** A typing error is then a topic. */
export const autoCreateTopicsEnabled = rule({
  id: 'auto-create-topics-enabled',
  severity: 'hint',
  preset: 'strict',
  roles: ['broker'],
  keys: [CREATE],
  check(context) {
    const create = written(context, CREATE)
    if (create?.text.toLowerCase() !== 'true') return null
    return report(create.entry, text('lint.auto-create-topics-enabled'), [
      toSet(context, create.entry, 'false'),
    ])
  },
})
