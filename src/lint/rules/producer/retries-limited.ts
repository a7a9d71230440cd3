import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { RETRIES } from './guarantees'

const FEW = 10

/** `delivery.timeout.ms` bounds all tries together (KIP-91). */
export const retriesLimited = rule({
  id: 'retries-limited',
  severity: 'info',
  roles: ['producer', 'client'],
  keys: [RETRIES],
  check(context) {
    const retries = writtenNumber(context, RETRIES)
    if (retries === null || retries.value <= 0 || retries.value >= FEW) return null
    return report(retries.entry, text('lint.retries-limited', retries.value), [
      toDelete(context, retries.entry),
    ])
  },
})
