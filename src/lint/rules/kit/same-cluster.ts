import type { RuleContext } from '../../rule'
import { elementsOf, written } from './settings'

/**
 * Whether two blocks may run at one time against one cluster: not if they are of different profiles, and not if both
 * name servers and have none in common, as files for test and production do.
 */
export function mayShareCluster(a: RuleContext, b: RuleContext): boolean {
  if (a.block.profile !== b.block.profile) return false
  const [first, second] = [a, b].map((context) => written(context, 'bootstrap.servers'))
  if (!first || !second) return true
  const servers = elementsOf(second.text)
  return elementsOf(first.text).some((server) => servers.includes(server))
}
