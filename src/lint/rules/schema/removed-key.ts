import { formatKafkaVersion } from '../../catalogue/versions'
import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'

/**
 * A key that the release has no longer, by Kafka's upgrade notes. Only where the release is known: a guess would accuse
 * every file that runs on an older one.
 */
export const removedKey = rule({
  id: 'removed-key',
  severity: 'warning',
  stage: 'name',
  tag: 'deprecated',
  roles: ['broker', 'topic', 'connect', 'streams'],
  keys: null,
  check: (context) =>
    context.versionKnown &&
    context
      .retired()
      .map(({ entry, facts }) =>
        report(
          entry,
          text(
            'lint.removed-key',
            entry.key,
            formatKafkaVersion(facts.removedIn ?? 0),
            formatKafkaVersion(context.version),
          ),
          [toDelete(context, entry, true)],
        ),
      ),
})
