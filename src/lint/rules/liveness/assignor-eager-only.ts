import { text } from '../../texts'
import { report, rule } from '../kit/rule'
import { assignorsOf, STRATEGY } from './assignors'

/** With an eager assignor everybody stops at every rebalance; the way over takes two rolling restarts (KIP-429). */
export const assignorEagerOnly = rule({
  id: 'assignor-eager-only',
  severity: 'hint',
  preset: 'strict',
  roles: ['consumer', 'client'],
  keys: [STRATEGY],
  check(context) {
    const assignors = assignorsOf(context)
    if (assignors === null || assignors.all.length === 0 || assignors.cooperative.length > 0) return null
    return report(assignors.strategy.entry, text('lint.assignor-eager-only', STRATEGY))
  },
})
