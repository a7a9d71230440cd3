import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const AUTO_COMMIT = 'enable.auto.commit'

/** Automatic commits name what `poll()` returned, not what was worked on. */
export const autoCommitEnabled = rule({
  id: 'auto-commit-enabled',
  severity: 'hint',
  preset: 'strict',
  roles: consumers,
  keys: [AUTO_COMMIT],
  check(context) {
    const commit = written(context, AUTO_COMMIT)
    if (commit?.text.toLowerCase() !== 'true') return null
    return report(commit.entry, text('lint.auto-commit-enabled'), [toSet(context, commit.entry, 'false')])
  },
})
