import { tableOf } from '../../catalogue/dialects/dialects'
import { text } from '../../texts'
import { wholeNumber } from '../../values'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** Below 100 ms a setting that is seconds by default was probably written in seconds. */
const DIGITS = 2
const SECOND = 1000

/** `auto.commit.interval.ms=5` is five milliseconds. */
export const suspiciousDurationUnit = rule({
  id: 'suspicious-duration-unit',
  severity: 'warning',
  stage: 'suspicious',
  roles: null,
  lines: (key, { dialect }) => key.endsWith('.ms') && tableOf(dialect)?.unitsWritten !== true,
  checkLine(context, entry) {
    const { key, value } = entry
    const number = value === null || value.length > DIGITS ? null : wholeNumber(value)
    if (number === null || number <= 0 || context.own(key) !== entry) return null
    const usual = Number(context.defaultOf(key) ?? 0)
    if (!(usual >= SECOND)) return null
    return report(entry, text('lint.suspicious-duration-unit', key, number, usual), [
      toSet(context, entry, number * SECOND),
    ])
  },
})
