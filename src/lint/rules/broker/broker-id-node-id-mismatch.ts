import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

/** `KafkaConfig.validateValues`: both name the same broker. */
export const brokerIdNodeIdMismatch = rule({
  id: 'broker-id-node-id-mismatch',
  severity: 'error',
  stage: 'conflict',
  roles: ['broker'],
  keys: ['broker.id'],
  check(context) {
    const broker = writtenNumber(context, 'broker.id')
    const node = writtenNumber(context, 'node.id')
    if (broker === null || node === null || broker.value === node.value) return null
    const message = text('lint.broker-id-node-id-mismatch', broker.value, node.value)
    return report(broker.entry, message, [toDelete(context, broker.entry)])
  },
})
