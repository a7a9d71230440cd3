import { tableOf } from '../../catalogue/dialects/dialects'
import type { Entry } from '../../document'
import type { Client, Report, RuleContext } from '../../rule'
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
  lines: isDuration,
  check: (context) =>
    context.block.entries
      .filter(({ key, value }) => value !== null && value.length <= DIGITS && isDuration(key, context.block))
      .flatMap((entry) => reportOf(context, entry) ?? []),
})

function isDuration(key: string, { dialect }: Client): boolean {
  return key.endsWith('.ms') && tableOf(dialect)?.unitsWritten !== true
}

function reportOf(context: RuleContext, entry: Entry): Report | null {
  const { key, value } = entry
  const number = wholeNumber(value ?? '')
  if (number === null || number <= 0 || context.own(key) !== entry) return null
  const usual = Number(context.defaultOf(key) ?? 0)
  if (!(usual >= SECOND)) return null
  return report(entry, text('lint.suspicious-duration-unit', key, number, usual), [
    toSet(context, entry, number * SECOND),
  ])
}
