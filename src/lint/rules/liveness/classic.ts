import type { RuleContext } from '../../rule'
import { wordOf } from '../kit/settings'

/**
 * Whether members join by the classic protocol: with `group.protocol=consumer` or `streams` the broker holds session,
 * heartbeat and assignor (KIP-848, KIP-1071). A value that cannot be told is taken for none of them.
 */
export function isClassic(context: RuleContext): boolean {
  if (context.explicit('group.protocol') === null) return true
  const protocol = wordOf(context, 'group.protocol')
  return protocol !== null && protocol !== 'consumer' && protocol !== 'streams'
}
