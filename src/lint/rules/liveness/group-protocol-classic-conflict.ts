import { text } from '../../texts'
import { toDelete, toHave } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { wordOf } from '../kit/settings'

const PROTOCOL = 'group.protocol'
const ASSIGNOR = 'group.remote.assignor'

/** `ConsumerConfig.postProcessParsedConfig`: only the new protocol leaves the assignment to the broker. */
export const groupProtocolClassicConflict = rule({
  id: 'group-protocol-classic-conflict',
  severity: 'error',
  stage: 'conflict',
  since: 3007,
  roles: ['consumer', 'client'],
  keys: [ASSIGNOR],
  check(context) {
    const entry = context.explicit(ASSIGNOR)
    if (entry === null || entry.value === '') return null
    const protocol = context.explicit(PROTOCOL)
    if (protocol !== null && wordOf(context, PROTOCOL) !== 'classic') return null
    return report(entry, text('lint.group-protocol-classic-conflict'), [
      toHave(context, PROTOCOL, protocol, entry, 'consumer'),
      toDelete(context, entry),
    ])
  },
})
