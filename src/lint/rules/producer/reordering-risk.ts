import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { numberOf, shown, wordOf } from '../kit/settings'
import { IDEMPOTENCE, IN_FLIGHT, RETRIES } from './guarantees'

/**
 * Two batches on their way, the first fails and is sent again: it comes second. librdkafka is made so by default, which
 * is nobody's mistake; there only a written number of requests counts.
 */
export const reorderingRisk = rule({
  id: 'reordering-risk',
  severity: 'warning',
  roles: producers,
  keys: [IN_FLIGHT, IDEMPOTENCE],
  check(context) {
    if (wordOf(context, IDEMPOTENCE) !== 'false' || wordOf(context, 'acks') === '0') return null
    const inFlight = numberOf(context, IN_FLIGHT)
    const retries = numberOf(context, RETRIES)
    if (inFlight === null || retries === null || inFlight.value <= 1 || retries.value <= 0) return null
    const idempotence = context.block.dialect === 'librdkafka' ? null : context.explicit(IDEMPOTENCE)
    const anchor = inFlight.entry ?? idempotence
    if (anchor === null) return null
    return report(anchor, text('lint.reordering-risk', shown(context, inFlight)), [
      toHave(context, IN_FLIGHT, inFlight.entry, anchor, 1),
      toHave(context, IDEMPOTENCE, context.explicit(IDEMPOTENCE), anchor, 'true'),
    ])
  },
})
