import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { hasSeveralBrokers } from './cluster-size'

const factors = [
  'default.replication.factor',
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'share.coordinator.state.topic.replication.factor',
]

/** Right for one broker, which is what Kafka's sample is for; wrong as soon as there are several. */
export const replicationFactorOne = rule({
  id: 'replication-factor-one',
  severity: 'warning',
  roles: ['broker'],
  keys: factors,
  check: (context) =>
    hasSeveralBrokers(context) &&
    factors.flatMap((key) => {
      const factor = writtenNumber(context, key)
      if (factor?.value !== 1) return []
      return [
        report(factor.entry, text('lint.replication-factor-one', key), [toSet(context, factor.entry, 3)]),
      ]
    }),
})
