import type { Text } from '../../../model/text'
import { constraintIn, type KeyFacts } from '../../catalogue/catalogue'
import { formatKafkaVersion } from '../../catalogue/versions'
import type { Described, RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'

interface Bound {
  readonly message: Text
  readonly nearest: number
}

/** A number outside the range that the key has in this release (`ConfigDef.Range`). */
export const valueOutOfRange = rule({
  id: 'value-out-of-range',
  severity: 'error',
  stage: 'domain',
  roles: null,
  values: ['number'],
  checkValue(context, described) {
    const bound = brokenBound(context, described)
    const { entry } = described
    return bound !== null && report(entry, bound.message, [toSet(context, entry, bound.nearest)])
  },
})

function brokenBound(context: RuleContext, { value, facts, parsed }: Described): Bound | null {
  if (parsed.kind !== 'number') return null
  const constraint = constraintIn(facts, context.version)
  if (constraint?.kind !== 'range' || constraint.also.includes(parsed.value)) return null
  const { min, max } = constraint
  // A fraction is shown as written; grouping would round it.
  const shown = Number.isInteger(parsed.value) ? parsed.value : value
  if (min !== null && parsed.value < min)
    return { message: belowMessage(context, facts, shown, min), nearest: min }
  if (max !== null && parsed.value > max)
    return { message: text('lint.value-out-of-range.above', facts.key, shown, max), nearest: max }
  // NaN is inside no range.
  return null
}

function belowMessage(context: RuleContext, facts: KeyFacts, value: string | number, min: number): Text {
  const since = facts.constraints.findLast((entry) => entry.since <= context.version)?.since ?? 0
  // Worth saying only where an older release took the value.
  return facts.constraints.length > 1 && since > 0
    ? text('lint.value-out-of-range.belowSince', facts.key, value, min, formatKafkaVersion(since))
    : text('lint.value-out-of-range.below', facts.key, value, min)
}
