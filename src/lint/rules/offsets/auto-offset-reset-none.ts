import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const RESET = 'auto.offset.reset'

/** A guard for those who commit by hand; a surprise when partitions are added. */
export const autoOffsetResetNone = rule({
  id: 'auto-offset-reset-none',
  severity: 'info',
  roles: consumers,
  keys: [RESET],
  check(context) {
    const reset = written(context, RESET)
    if (reset?.text !== 'none') return null
    return report(reset.entry, text('lint.auto-offset-reset-none'), [toSet(context, reset.entry, 'earliest')])
  },
})
