import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const UNCLEAN = 'unclean.leader.election.enable'

/** Off by default since 0.11 (KIP-106). */
export const uncleanLeaderElection = rule({
  id: 'unclean-leader-election',
  severity: 'warning',
  roles: ['broker', 'topic'],
  keys: [UNCLEAN],
  check(context) {
    const unclean = written(context, UNCLEAN)
    if (unclean?.text.toLowerCase() !== 'true') return null
    return report(unclean.entry, text('lint.unclean-leader-election'), [
      toSet(context, unclean.entry, 'false'),
    ])
  },
})
