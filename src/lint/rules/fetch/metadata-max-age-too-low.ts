import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const AGE = 'metadata.max.age.ms'
/** ms */
const LOW = 10_000
const USUAL = 300_000

/** Metadata is asked for anyway as soon as a leader moves; the age only finds new partitions and topics. */
export const metadataMaxAgeTooLow = rule({
  id: 'metadata-max-age-too-low',
  severity: 'info',
  roles: clients,
  keys: [AGE],
  check(context) {
    const age = writtenNumber(context, AGE)
    if (age === null || age.value >= LOW) return null
    return report(age.entry, text('lint.metadata-max-age-too-low', AGE, age.value, LOW), [
      toSet(context, age.entry, USUAL),
    ])
  },
})
