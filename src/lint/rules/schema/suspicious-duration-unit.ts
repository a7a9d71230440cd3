import { tableOf } from '../../catalogue/dialects/dialects'
import type { Report } from '../../rule'
import { text } from '../../texts'
import { wholeNumber } from '../../values'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** Below this many ms a setting that is seconds by default was probably written in seconds. */
const FEW = 100
const SECOND = 1000

/** `auto.commit.interval.ms=5` is five milliseconds. */
export const suspiciousDurationUnit = rule({
  id: 'suspicious-duration-unit',
  severity: 'warning',
  stage: 'suspicious',
  roles: null,
  keys: null,
  check(context) {
    if (tableOf(context.block.dialect)?.unitsWritten === true) return []
    const found: Report[] = []
    for (const entry of context.block.entries) {
      const { key, value } = entry
      if (value === null || value.length >= String(FEW).length || !key.endsWith('.ms')) continue
      const number = wholeNumber(value)
      if (number === null || number <= 0 || context.own(key) !== entry) continue
      const usual = Number(context.defaultOf(key) ?? 0)
      if (!(usual >= SECOND)) continue
      found.push(
        report(entry, text('lint.suspicious-duration-unit', key, number, usual), [
          toSet(context, entry, number * SECOND),
        ]),
      )
    }
    return found
  },
})
