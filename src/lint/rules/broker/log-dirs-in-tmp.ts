import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { hostsOf, isLocal } from '../kit/hosts'
import { report, rule } from '../kit/rule'
import { elementsOf, written, writtenNumber } from '../kit/settings'
import { quorumHosts } from './cluster-size'

const dirs = ['log.dirs', 'log.dir']
const underTmp = /^(?:\/var)?\/tmp(?:\/|$)/

/** Kafka's sample keeps its data there; it is one broker for trying, and says so by its other settings. */
export const logDirsInTmp = rule({
  id: 'log-dirs-in-tmp',
  severity: 'info',
  roles: ['broker'],
  keys: dirs,
  check(context) {
    for (const key of dirs) {
      const dir = written(context, key)
      const path = elementsOf(dir?.text ?? '').find((one) => underTmp.test(one))
      if (dir !== null && path !== undefined && !isForTrying(context))
        return report(dir.entry, text('lint.log-dirs-in-tmp', key, path))
    }
    return null
  },
})

/** One copy of an internal topic, or an address of this machine. */
function isForTrying(context: RuleContext): boolean {
  const single = [
    'offsets.topic.replication.factor',
    'transaction.state.log.replication.factor',
    'share.coordinator.state.topic.replication.factor',
  ].some((key) => writtenNumber(context, key)?.value === 1)
  const addresses = ['listeners', 'advertised.listeners', 'bootstrap.servers', 'zookeeper.connect']
    .map((key) => written(context, key)?.text ?? '')
    .flatMap(hostsOf)
  return single || [...addresses, ...quorumHosts(context)].some(isLocal)
}
