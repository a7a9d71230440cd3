import type { Report } from '../../rule'
import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { isSet, writtenNumber, writtenWord } from '../kit/settings'

const PROTOCOL = 'group.protocol'
const INSTANCE = 'group.instance.id'
const STANDBY = 'num.standby.replicas'

/** `StreamsConfig.verifyStreamsProtocolCompatibility` (KIP-1071). */
export const streamsGroupProtocolConflict = rule({
  id: 'streams-group-protocol-conflict',
  severity: 'error',
  stage: 'conflict',
  roles: ['streams'],
  keys: [PROTOCOL],
  check(context) {
    if (writtenWord(context, PROTOCOL) !== 'streams') return null
    const found: Report[] = []
    const clients = context.siblings.filter(
      ({ block }) => block === context.block || (block.parent === context.block && block.role === 'consumer'),
    )
    for (const client of clients) {
      const instance = client.own(INSTANCE)
      if (instance !== null && isSet(client, INSTANCE))
        found.push(
          report(instance, text('lint.streams-group-protocol-conflict'), [toDelete(context, instance)]),
        )
    }
    const standby = writtenNumber(context, STANDBY)
    if (standby !== null && standby.value !== 0)
      found.push(
        report(
          standby.entry,
          text('lint.streams-group-protocol-conflict.standby', standby.value),
          [toDelete(context, standby.entry)],
          'warning',
        ),
      )
    return found
  },
})
