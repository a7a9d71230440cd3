import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { alsoAt, report, rule } from '../kit/rule'

/** The first that is there counts. */
const order = ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours']

/** `KafkaConfig.getLogRetentionTimeMillis`. */
export const retentionPrecedence = rule({
  id: 'retention-precedence',
  severity: 'info',
  tag: 'unnecessary',
  roles: ['broker'],
  keys: order,
  check(context) {
    const [first, ...shadowed] = order.map((key) => context.explicit(key)).filter((entry) => entry !== null)
    return (
      first !== undefined &&
      shadowed.map((entry) =>
        alsoAt(
          context,
          report(entry, text('lint.retention-precedence', entry.key, first.key), [toDelete(context, entry)]),
          first,
        ),
      )
    )
  },
})
