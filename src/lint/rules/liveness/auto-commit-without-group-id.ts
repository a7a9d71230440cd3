import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { written } from '../kit/settings'
import { isClassic } from './classic'

const AUTO_COMMIT = 'enable.auto.commit'

/** `ConsumerConfig.maybeOverrideEnableAutoCommit` throws InvalidConfigurationException. */
export const autoCommitWithoutGroupId = rule({
  id: 'auto-commit-without-group-id',
  severity: 'warning',
  stage: 'conflict',
  javaOnly: true,
  roles: ['consumer'],
  keys: [AUTO_COMMIT],
  check(context) {
    const commit = written(context, AUTO_COMMIT)
    if (commit?.text.toLowerCase() !== 'true' || !context.block.complete || !isClassic(context)) return null
    if (context.explicit('group.id') !== null) return null
    return report(commit.entry, text('lint.auto-commit-without-group-id'), [
      toSet(context, commit.entry, 'false'),
    ])
  },
})
