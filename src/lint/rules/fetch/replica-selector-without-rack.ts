import { text } from '../../texts'
import { report, rule } from '../kit/rule'
import { isSet } from '../kit/settings'

const SELECTOR = 'replica.selector.class'

/** `RackAwareReplicaSelector` compares the client's rack with the brokers' (KIP-392). */
export const replicaSelectorWithoutRack = rule({
  id: 'replica-selector-without-rack',
  severity: 'info',
  roles: ['broker'],
  keys: [SELECTOR],
  check(context) {
    const entry = context.explicit(SELECTOR)
    if (entry === null || !isSet(context, SELECTOR) || isSet(context, 'broker.rack')) return null
    return report(entry, text('lint.replica-selector-without-rack'))
  },
})
