import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const EXCLUDE = 'exclude.internal.topics'

/** A pattern such as `.*` then subscribes to `__consumer_offsets` and `__transaction_state`. */
export const excludeInternalTopicsFalse = rule({
  id: 'exclude-internal-topics-false',
  severity: 'hint',
  preset: 'strict',
  roles: consumers,
  keys: [EXCLUDE],
  check(context) {
    const exclude = written(context, EXCLUDE)
    if (exclude?.text.toLowerCase() !== 'false') return null
    return report(exclude.entry, text('lint.exclude-internal-topics-false'), [
      toDelete(context, exclude.entry),
    ])
  },
})
