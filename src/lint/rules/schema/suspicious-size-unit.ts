import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const KB = 1024

/** A limit of a few hundred bytes was probably meant in KB or MB. */
export const suspiciousSizeUnit = rule({
  id: 'suspicious-size-unit',
  severity: 'warning',
  stage: 'suspicious',
  roles: null,
  // Upper limits of what is fetched, sent or kept; a minimum or a batch may well be small.
  keys: [
    'fetch.max.bytes',
    'max.partition.fetch.bytes',
    'max.request.size',
    'buffer.memory',
    'message.max.bytes',
    'max.message.bytes',
    'replica.fetch.max.bytes',
    'replica.fetch.response.max.bytes',
    'socket.request.max.bytes',
  ],
  checkKey(context, key, entry) {
    const value = writtenNumber(context, key)?.value ?? 0
    if (value <= 0 || value >= KB) return null
    const fixes = [KB, KB * KB].map((unit) => toSet(context, entry, value * unit))
    return report(entry, text('lint.suspicious-size-unit', key, value), fixes)
  },
})
