import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { writtenWord } from '../kit/settings'

const ENABLE = 'transaction.two.phase.commit.enable'
const TIMEOUT = 'transaction.timeout.ms'

/** A prepared transaction waits for its outer coordinator, however long that takes (KIP-939). */
export const twoPhaseCommitTimeoutConflict = rule({
  id: 'two-phase-commit-timeout-conflict',
  severity: 'error',
  stage: 'conflict',
  since: 4001,
  roles: producers,
  keys: [ENABLE, TIMEOUT],
  check(context) {
    const entry = context.explicit(TIMEOUT)
    if (entry === null || writtenWord(context, ENABLE) !== 'true') return null
    return report(entry, text('lint.two-phase-commit-timeout-conflict'), [toDelete(context, entry)])
  },
})
