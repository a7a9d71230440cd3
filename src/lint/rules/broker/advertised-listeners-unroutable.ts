import { text } from '../../texts'
import { hostOf } from '../kit/hosts'
import { report, rule } from '../kit/rule'
import { elementsOf, written } from '../kit/settings'

const ADVERTISED = 'advertised.listeners'

/** `KafkaConfig.validateValues`: advertised.listeners cannot use the nonroutable meta-address. */
export const advertisedListenersUnroutable = rule({
  id: 'advertised-listeners-unroutable',
  severity: 'error',
  stage: 'conflict',
  roles: ['broker'],
  keys: [ADVERTISED],
  check(context) {
    const advertised = written(context, ADVERTISED)
    const listener = elementsOf(advertised?.text ?? '').find((one) => hostOf(one) === '0.0.0.0')
    if (advertised === null || listener === undefined) return null
    return report(advertised.entry, text('lint.advertised-listeners-unroutable', listener))
  },
})
