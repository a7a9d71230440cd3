import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const BLOCK = 'max.block.ms'
/** ms */
const USUAL = 60_000

/** `KafkaProducer.waitOnMetadata` has to wait for the first answer. */
export const maxBlockZero = rule({
  id: 'max-block-zero',
  severity: 'warning',
  roles: producers,
  keys: [BLOCK],
  check(context) {
    const block = writtenNumber(context, BLOCK)
    if (block?.value !== 0) return null
    return report(block.entry, text('lint.max-block-zero'), [toSet(context, block.entry, USUAL)])
  },
})
