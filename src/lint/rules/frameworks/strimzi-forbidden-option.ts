import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** What Strimzi's operator sets itself it drops from a `config`, and says so in its own log alone. */
export const strimziForbiddenOption = rule({
  id: 'strimzi-forbidden-option',
  severity: 'warning',
  stage: 'name',
  tag: 'unnecessary',
  roles: ['broker', 'connect', 'connector', 'client', 'consumer', 'producer'],
  keys: null,
  check: (context) =>
    context.block.drops !== undefined &&
    context.block.entries
      .filter(({ key }) => context.block.drops?.(key))
      .map((entry) =>
        report(entry, text('lint.strimzi-forbidden-option', entry.key), [toDelete(context, entry)]),
      ),
})
