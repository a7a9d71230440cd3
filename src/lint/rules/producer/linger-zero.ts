import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const LINGER = 'linger.ms'
/** ms; Kafka's default since 4.0 (KIP-1030). */
const USUAL = 5

/** Larger batches usually make the whole faster, not slower. */
export const lingerZero = rule({
  id: 'linger-zero',
  severity: 'hint',
  preset: 'strict',
  roles: producers,
  keys: [LINGER],
  check(context) {
    const linger = writtenNumber(context, LINGER)
    if (linger?.value !== 0) return null
    return report(linger.entry, text('lint.linger-zero'), [toSet(context, linger.entry, USUAL)])
  },
})
