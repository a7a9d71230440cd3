import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { numberOf, shown, writtenNumber } from '../kit/settings'
import { isClassic } from './classic'

const RECORDS = 'max.poll.records'
const INTERVAL = 'max.poll.interval.ms'
/** ms for one record */
const BUDGET = 10

/** All records of one `poll()` must be done before the next one is due, or the commit fails. */
export const pollBudgetTooSmall = rule({
  id: 'poll-budget-too-small',
  severity: 'info',
  roles: consumers,
  keys: [RECORDS],
  check(context) {
    const records = writtenNumber(context, RECORDS)
    const interval = numberOf(context, INTERVAL)
    if (records === null || interval === null || records.value <= 0 || !isClassic(context)) return null
    if (interval.value / records.value >= BUDGET) return null
    const fewer = Math.floor(interval.value / BUDGET)
    const message = text('lint.poll-budget-too-small', records.value, shown(context, interval), BUDGET)
    return report(records.entry, message, fewer > 0 ? [toSet(context, records.entry, fewer)] : [])
  },
})
