import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { wordOf } from '../kit/settings'

const INTERVAL = 'auto.commit.interval.ms'

/** Only automatic commits have an interval. */
export const autoCommitIntervalIgnored = rule({
  id: 'auto-commit-interval-ignored',
  severity: 'info',
  tag: 'unnecessary',
  roles: consumers,
  keys: [INTERVAL],
  check(context) {
    const entry = context.explicit(INTERVAL)
    if (entry === null || wordOf(context, 'enable.auto.commit') !== 'false') return null
    return report(entry, text('lint.auto-commit-interval-ignored'), [toDelete(context, entry)])
  },
})
