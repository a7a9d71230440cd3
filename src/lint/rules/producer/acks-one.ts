import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { wordOf, written } from '../kit/settings'
import { ACKS, IDEMPOTENCE } from './guarantees'

/** What was the default before Kafka 3.0 (KIP-679). */
export const acksOne = rule({
  id: 'acks-one',
  severity: 'info',
  roles: producers,
  keys: [ACKS],
  check(context) {
    const acks = written(context, ACKS)
    if (acks?.text !== '1') return null
    const silently = context.explicit(IDEMPOTENCE) === null && wordOf(context, IDEMPOTENCE) === 'true'
    return report(acks.entry, text(silently ? 'lint.acks-one.idempotence' : 'lint.acks-one'), [
      toSet(context, acks.entry, 'all'),
    ])
  },
})
