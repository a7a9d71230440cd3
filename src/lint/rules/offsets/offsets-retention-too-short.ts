import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const RETENTION = 'offsets.retention.minutes'
/** minutes */
const DAY = 1440
const WEEK = 10_080

/** Offsets of an empty group go after this time (KIP-211); Kafka's own default went from a day to a week (KIP-186). */
export const offsetsRetentionTooShort = rule({
  id: 'offsets-retention-too-short',
  severity: 'warning',
  roles: ['broker'],
  keys: [RETENTION],
  check(context) {
    const retention = writtenNumber(context, RETENTION)
    if (retention === null || retention.value >= DAY) return null
    return report(
      retention.entry,
      text('lint.offsets-retention-too-short', RETENTION, retention.value, DAY),
      [toSet(context, retention.entry, WEEK)],
    )
  },
})
