import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { hasSeveralBrokers } from './cluster-size'

/** Right for one broker, which is what Kafka's sample is for; wrong as soon as there are several. */
export const replicationFactorOne = rule({
  id: 'replication-factor-one',
  severity: 'warning',
  roles: ['broker'],
  keys: [
    'default.replication.factor',
    'offsets.topic.replication.factor',
    'transaction.state.log.replication.factor',
    'share.coordinator.state.topic.replication.factor',
  ],
  checkKey(context, key, entry) {
    if (writtenNumber(context, key)?.value !== 1 || !hasSeveralBrokers(context)) return null
    return report(entry, text('lint.replication-factor-one', key), [toSet(context, entry, 3)])
  },
})
