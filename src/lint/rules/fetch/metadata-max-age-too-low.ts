import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const AGE = 'metadata.max.age.ms'
/** librdkafka asks that often, or where what it was told is too old; -1 = not at all. */
const NATIVE = 'topic.metadata.refresh.interval.ms'
/** ms */
const LOW = 10_000
const USUAL = 300_000

/** Metadata is asked for anyway as soon as a leader moves; the age only finds new partitions and topics. */
export const metadataMaxAgeTooLow = rule({
  id: 'metadata-max-age-too-low',
  severity: 'info',
  roles: clients,
  keys: [AGE, NATIVE],
  check(context) {
    const keys = context.block.dialect === 'librdkafka' ? [NATIVE, AGE] : [AGE]
    return keys.flatMap((key) => {
      const age = writtenNumber(context, key)
      if (age === null || age.value >= LOW || (key === NATIVE && age.value < 0)) return []
      return [
        report(age.entry, text('lint.metadata-max-age-too-low', key, age.value, LOW), [
          toSet(context, age.entry, USUAL),
        ]),
      ]
    })
  },
})
