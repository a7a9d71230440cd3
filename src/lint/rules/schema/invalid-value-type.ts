import type { Text } from '../../../model/text'
import type { KeyFacts } from '../../catalogue/catalogue'
import type { Entry } from '../../document'
import type { Fix } from '../../finding'
import { hasPlaceholder } from '../../placeholder'
import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { integerBounds } from '../../values'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { repairedValue } from './repaired-value'

/** A value that `ConfigDef.parseType` refuses: whole numbers are decimal digits, booleans are `true` or `false`. */
export const invalidValueType = rule({
  id: 'invalid-value-type',
  severity: 'error',
  stage: 'type',
  roles: null,
  values: ['bad', 'overflow'],
  checkValue(context, { entry, value, facts, parsed }) {
    if ((parsed.kind !== 'bad' && parsed.kind !== 'overflow') || hasPlaceholder(value)) return null
    return report(entry, messageOf(facts, value, parsed.kind), [fixOf(context, entry, facts)])
  },
})

function messageOf(facts: KeyFacts, value: string, kind: 'bad' | 'overflow'): Text {
  const { key, type } = facts
  if (kind === 'overflow' && (type === 'INT' || type === 'SHORT' || type === 'LONG')) {
    const { min, max } = integerBounds[type]
    return text('lint.invalid-value-type.overflow', key, value, type, min, max)
  }
  const wanted = wantedOf(facts)
  if (value === '') return text('lint.invalid-value-type.empty', key, wanted)
  return text('lint.invalid-value-type.value', key, value, wanted)
}

function wantedOf({ key, type }: KeyFacts): Text {
  if (type === 'BOOLEAN') return text('lint.type.boolean')
  if (type === 'DOUBLE') return text('lint.type.double')
  if (key.endsWith('.ms')) return text('lint.type.milliseconds')
  return key.endsWith('.bytes') ? text('lint.type.bytes') : text('lint.type.integer')
}

function fixOf(context: RuleContext, entry: Entry, facts: KeyFacts): Fix | null {
  const repaired = repairedValue(facts, entry.value ?? '')
  return repaired === null ? null : toSet(context, entry, repaired.value, repaired.safe)
}
